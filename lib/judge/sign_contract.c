/* Signs about paper: what leaving costs, the notice, documents. */
#include "sign_rules.h"
#include "sign_words.h"

/* ---- the cost of leaving ---- */

static bool is_running_cost(const struct cost *cost)
{
	int kind = WORD_OR(cost->kind, COST_OTHER);

	return kind == COST_SUBSCRIPTION || kind == COST_SERVICES || kind == COST_STAFF;
}

/* Forecasts are known from the start, whenever their lines begin (R23). */
static bool is_forecast(const struct view *view, const struct cost *cost)
{
	return HAS(cost->forecast) && view_counts(view, &cost->head);
}

/* Whether `a` goes on longer than `b`; without an end it runs on. */
static bool is_longer(const struct cost *a, const struct cost *b)
{
	if (!b || !HAS(a->to))
		return true;
	return HAS(b->to) && a->to.date > b->to.date;
}

/* The forecast of running costs that reaches furthest; NULL without one. */
static const struct cost *longest_forecast(const struct view *view)
{
	const struct cost *longest = NULL;

	EACH (struct cost, cost, view->partner->costs)
		if (is_running_cost(cost) && is_forecast(view, cost) && is_longer(cost, longest))
			longest = cost;
	return longest;
}

/* Says so when the forecast does not reach the end of the term. */
static void put_short_forecast(struct sign_case *sign)
{
	const struct cost *longest = longest_forecast(sign->view);
	int32_t end = sign->judgement->clock.term_end;

	if (end == DATE_NONE || (longest && (!HAS(longest->to) || longest->to.date >= end)))
		return;
	if (longest) {
		buffer_puts(&sign->text, "forecast ends ");
		date_put(&sign->text, longest->to.date);
		buffer_puts(&sign->text, ", the term ");
		sign_cite(sign, &cost_record, &longest->head, longest->to.date);
	} else {
		buffer_puts(&sign->text, "no forecast, the term ends ");
	}
	date_put(&sign->text, end);
}

static bool knows_exit_cost(const struct view *view)
{
	EACH (struct cost, cost, view->partner->costs)
		if (WORD_OR(cost->kind, COST_OTHER) == COST_EXIT && is_forecast(view, cost))
			return true;
	return HAS(view->partner->exit.decommission);
}

bool sign_unknown_exit_cost(struct sign_case *sign)
{
	const struct partner *partner = sign->view->partner;

	if (!HAS(partner->contract.head) ||
		(partner_tier(partner) != TIER_STRATEGIC &&
			WORD_OR(partner->criticality, CRITICALITY_ROUTINE) != CRITICALITY_CRITICAL))
		return false;
	put_short_forecast(sign);
	if (!knows_exit_cost(sign->view)) {
		words_join(&sign->text, "; ");
		buffer_puts(&sign->text, "no exit cost known");
	}
	if (!sign->text.length)
		return false;
	sign_cite(sign, &contract_record, &partner->contract.head, DATE_NONE);
	return true;
}

/* ---- notice ---- */

/* The day lies ahead, at most `duration` away. */
static bool is_within(const struct view *view, int32_t date, struct duration duration)
{
	return date >= view->as_of && date <= date_add(view->as_of, duration, &view->calendar);
}

bool sign_notice_due(struct sign_case *sign)
{
	const struct view *view = sign->view;
	const struct contract *contract = &view->partner->contract;
	const struct clock *clock = &sign->judgement->clock;

	if (contract_renewal(contract) != RENEWAL_AUTO || clock->given ||
		!is_within(view, clock->send_by, sign->rule->warn.duration))
		return false;
	if (sign->level == SIGN_WARNING &&
		is_within(view, clock->send_by, sign->rule->critical.duration))
		sign->level = SIGN_CRITICAL;
	buffer_puts(&sign->text, "send by ");
	date_put(&sign->text, clock->send_by);
	buffer_puts(&sign->text, ", ");
	words_put_count(&sign->text, (size_t)(clock->send_by - view->as_of), "day", "days");
	sign_cite(sign, &contract_record, &contract->head, DATE_NONE);
	return true;
}

/* ---- documents ---- */

#define DOCUMENT_KINDS (DOCUMENT_OTHER + 1)

/* What has no date is the oldest; of equals the later in the list is newer. */
static bool is_newer(const struct document *later, const struct document *earlier)
{
	if (!earlier || !HAS(earlier->issued))
		return true;
	return HAS(later->issued) && later->issued.date >= earlier->issued.date;
}

/* The newest document of each kind by D. */
static void find_newest(const struct view *view, const struct document *newest[DOCUMENT_KINDS])
{
	EACH (struct document, document, view->partner->documents) {
		int kind = WORD_OR(document->kind, DOCUMENT_OTHER);

		if (view_counts(view, &document->head) &&
			(!HAS(document->issued) || view_by(view, document->issued)) &&
			is_newer(document, newest[kind]))
			newest[kind] = document;
	}
}

static void put_document(struct sign_case *sign, int kind, const struct document *document)
{
	words_join(&sign->text, ", ");
	buffer_puts(&sign->text, record_field(&document_record, "kind", 4)->choices[kind]);
	if (HAS(document->id))
		buffer_printf(&sign->text, " %s", document->id.text);
	else if (HAS(document->title))
		buffer_printf(&sign->text, " '%s'", document->title.text);
	buffer_puts(&sign->text, " expired ");
	date_put(&sign->text, document->expires.date);
	sign_cite(sign, &document_record, &document->head, document->expires.date);
}

bool sign_document_expired(struct sign_case *sign)
{
	const struct document *newest[DOCUMENT_KINDS] = {NULL};

	find_newest(sign->view, newest);
	for (int kind = 0; kind < DOCUMENT_KINDS; kind++)
		if (newest[kind] && HAS(newest[kind]->expires) &&
			newest[kind]->expires.date < sign->view->as_of)
			put_document(sign, kind, newest[kind]);
	return sign->n_refs > 0;
}
