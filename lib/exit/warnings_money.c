/* Warnings of money: what is not ours yet, not claimed, not known, or more than planned. */
#include "warnings.h"

#include <string.h>

#include "charges.h"

static struct place line_place(const struct warnings *warnings, const struct plan_money *line)
{
	return line->path ? (struct place){line->path, line->line}
			  : warning_place(warnings, NULL, NULL);
}

/* A line of that item with an amount above nothing. */
static bool is_amount(const struct plan_money *line, const char *item)
{
	return line->status == LINE_COMPUTED && line->amount.minor > 0 &&
		strcmp(line->item, item) == 0;
}

/* ---- what is not ours yet ---- */

void warn_refund_assumed(struct warnings *warnings)
{
	const struct plan_money *lines = warnings->plan->money.items;

	for (size_t i = 0; i < warnings->plan->money.n; i++)
		if (is_amount(&lines[i], "refund-ask"))
			warning_raise(warnings, line_place(warnings, &lines[i]),
				"%s of what was prepaid comes back only if the partner agrees",
				warning_money(warnings, lines[i].amount));
}

/* Credits in the currency of what is due, and the first of them; NULL without any. */
static const struct plan_money *add_credits(
	const struct exit_plan *plan, uint16_t currency, struct exact *sum)
{
	const struct plan_money *lines = plan->money.items, *first = NULL;

	for (size_t i = 0; i < plan->money.n; i++) {
		const struct plan_money *line = &lines[i];

		if ((!is_amount(line, "credit") && !is_amount(line, "credit-computed")) ||
			line->amount.currency != currency)
			continue;
		first = first ? first : line;
		exact_add(sum, line->amount, 1, 1);
	}
	return first;
}

/* Credits are taken off later invoices: after the last one they are worth nothing. */
void warn_credits_unabsorbed(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	int32_t from = leaving->view->as_of, until = leaving->last_day;
	struct exact due = {0}, credits = {0};
	struct money credit, left = {0};
	const struct plan_money *first;

	if (until == DATE_NONE || !charge_due(leaving, from, until > from ? until : from, &due))
		return;
	first = add_credits(warnings->plan, due.currency, &credits);
	if (!first || !exact_round(&credits, &credit))
		return;
	if (!exact_round(&due, &left) || exact_compare(&credits, &due) <= 0)
		return;
	warning_raise(warnings, line_place(warnings, first),
		"credits of %s are more than the %s still to be paid by %s: ask for the rest in "
		"money",
		warning_money(warnings, credit), warning_money(warnings, left),
		warning_day(warnings, until));
}

void warn_egress_unasked(struct warnings *warnings)
{
	const struct exit_egress *egress = &warnings->leaving->exit->egress;
	const struct plan_money *lines = warnings->plan->money.items;

	for (size_t i = 0; i < warnings->plan->money.n; i++)
		if (is_amount(&lines[i], "egress") &&
			!view_by(warnings->leaving->view, egress->requested))
			warning_raise(warnings,
				warning_place(warnings, &egress->head, &egress->rate.leaf),
				"taking the data away costs %s, and nobody has asked to waive it",
				warning_money(warnings, lines[i].amount));
}

/* ---- what nobody claimed ---- */

static void warn_remedy(struct warnings *warnings, const struct record *record,
	const struct head *head, const struct remedy *remedy, const struct money_field *amount)
{
	const struct view *view = warnings->leaving->view;
	const char *what = "credit";

	if (remedy->due == DATE_NONE || remedy->due > view->as_of ||
		remedy->debtor != SIDE_PARTNER || view_by(view, remedy->claimed) ||
		view_by(view, remedy->settled) || !amount->money.minor)
		return;
	if (record == &milestone_record)
		what = amount == &((const struct milestone *)head)->penalty ? "penalty" : "reward";
	warning_raise(warnings, warning_place(warnings, head, &amount->leaf),
		"the %s of %s for %s, due since %s, was never claimed", what,
		warning_money(warnings, amount->money),
		record_reference(warnings->arena, record, head),
		warning_day(warnings, remedy->due));
}

/* Credits that are older are history. */
#define CREDIT_MONTHS 24

void warn_remedy_unclaimed(struct warnings *warnings)
{
	const struct view *view = warnings->leaving->view;
	int32_t since = view_months_back(view, CREDIT_MONTHS);

	EACH (struct milestone, milestone, view->partner->milestones) {
		struct remedy remedy = milestone_remedy(view, milestone);
		bool penalty = remedy.debtor == milestone_by(view, milestone);

		warn_remedy(warnings, &milestone_record, &milestone->head, &remedy,
			penalty ? &milestone->penalty : &milestone->reward);
	}
	EACH (struct incident, incident, view->partner->incidents) {
		struct remedy remedy = incident_remedy(view, incident);

		if (remedy.due != DATE_NONE && instant_date(incident->opened.time) > since)
			warn_remedy(warnings, &incident_record, &incident->head, &remedy,
				&incident->credit);
	}
}

/* ---- what cannot be added ---- */

/* Lines of a currency without a rate. */
struct unrated {
	const struct plan_money *first; /* NULL: none, or there is a rate */
	size_t n;
};

static void count_unrated(const struct warnings *warnings, struct unrated *by_currency, bool *seen)
{
	const struct plan_money *lines = warnings->plan->money.items;

	for (size_t i = 0; i < warnings->plan->money.n; i++) {
		uint16_t currency = lines[i].amount.currency;
		double units;

		if (lines[i].status != LINE_COMPUTED || !currency ||
			lines[i].direction == MONEY_INFO)
			continue;
		if (!seen[currency] &&
			!money_convert(warnings->leaving->view, lines[i].amount, &units))
			by_currency[currency].first = &lines[i];
		seen[currency] = true;
		by_currency[currency].n++;
	}
}

/* In the order in which the currencies come first. */
void warn_rate_missing(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	const struct text_field *currency = &leaving->view->rules->currency;
	const struct plan_money *lines = warnings->plan->money.items;
	struct unrated *rows =
		arena_array(warnings->arena, (size_t)currency_count() + 1, sizeof(*rows));
	bool *seen = arena_array(warnings->arena, (size_t)currency_count() + 1, sizeof(*seen));

	if (!HAS(*currency))
		return;
	count_unrated(warnings, rows, seen);
	for (size_t i = 0; i < warnings->plan->money.n; i++) {
		const struct unrated *row = &rows[lines[i].amount.currency];

		if (row->first == &lines[i])
			warning_raise(warnings, line_place(warnings, &lines[i]),
				"the policy has no rate of %s by %s: %zu amount%s cannot be added in %s",
				currency_code(lines[i].amount.currency),
				warning_day(warnings, leaving->view->as_of), row->n,
				row->n == 1 ? "" : "s", currency->text);
	}
}

/* ---- more than planned, or not known ---- */

/* What leaving costs, by currency; `*missing`: at least so much. */
static struct exact *add_costs(const struct warnings *warnings, bool *missing)
{
	const struct plan_money *lines = warnings->plan->money.items;
	struct exact *sums =
		arena_array(warnings->arena, (size_t)currency_count() + 1, sizeof(*sums));

	*missing = false;
	for (size_t i = 0; i < warnings->plan->money.n; i++) {
		if (lines[i].direction != MONEY_OUT)
			continue;
		*missing |= lines[i].status == LINE_MISSING;
		if (lines[i].status == LINE_COMPUTED)
			exact_add(&sums[lines[i].amount.currency], lines[i].amount, 1, 1);
	}
	return sums;
}

void warn_over_budget(struct warnings *warnings)
{
	const struct plan_money *lines = warnings->plan->money.items;
	bool missing;
	const struct exact *sums = add_costs(warnings, &missing);

	for (size_t i = 0; i < warnings->plan->money.n; i++) {
		struct money cost;

		if (lines[i].status != LINE_COMPUTED || strcmp(lines[i].item, "budget") != 0 ||
			!exact_round(&sums[lines[i].amount.currency], &cost) ||
			cost.minor <= lines[i].amount.minor)
			continue;
		warning_raise(warnings, line_place(warnings, &lines[i]),
			"leaving costs %s%s, %s more than the budget of %s",
			missing ? "at least " : "", warning_money(warnings, cost),
			warning_money(warnings,
				(struct money){cost.minor - lines[i].amount.minor, cost.currency}),
			warning_money(warnings, lines[i].amount));
	}
}

void warn_line_missing(struct warnings *warnings)
{
	const struct plan_money *lines = warnings->plan->money.items;

	for (size_t i = 0; i < warnings->plan->money.n; i++) {
		/* of a field the basis speaks */
		bool record = lines[i].ref && strchr(lines[i].ref, ':');

		if (lines[i].status == LINE_MISSING)
			warning_raise(warnings, line_place(warnings, &lines[i]),
				"%s%s%s is not known: %s", lines[i].item, record ? " of " : "",
				record ? lines[i].ref : "", lines[i].basis);
	}
}
