/* The report: its sections put together. */
#include "partner/report.h"

#include "orders.h"
#include "partner/policy.h"
#include "partner/same.h"

/* What one policy says may differ by partner: its bytes tell. */
static bool same_policy(const struct card_policy *a, const struct card_policy *b)
{
	return same_text(a->digest, b->digest) && same_text(a->id, b->id);
}

/* The policy that all were judged by; NULL: there are several, or none. */
static const struct card_policy *policy_of(struct members members)
{
	const struct card_policy *policy = members.n ? members.items[0]->policy : NULL;

	for (size_t i = 1; i < members.n; i++)
		if (!same_policy(members.items[i]->policy, policy))
			return NULL;
	return policy;
}

/* No files are an empty list, not an unknown one. */
static const struct report_inputs *inputs_of(const struct portfolio *portfolio)
{
	struct report_inputs *inputs = ARENA_NEW(results_of(portfolio), struct report_inputs);
	struct array unread = portfolio->unread;

	*inputs = (struct report_inputs){
		.partners = (int64_t)portfolio->partners.n,
		.ended = (int64_t)portfolio->ended.n,
		.unread = results_keep(portfolio, unread.items, unread.n, sizeof(const char *)),
	};
	return inputs;
}

static int64_t count_without_cost(struct members partners)
{
	int64_t n = 0;

	for (size_t i = 0; i < partners.n; i++)
		n += !partners.items[i]->facts || !partners.items[i]->facts->cost_to_end_of_life.n;
	return n;
}

/* ---- partners ---- */

static void take_judgement(struct report_partner *row, const struct member *member)
{
	row->side = member->side;
	row->standing = member->standing;
	row->reason = member->reason;
	row->grade = member->grade;
	row->score = member->score;
	row->low = member->low;
	row->high = member->high;
	row->coverage = member->coverage;
	row->critical = member->heard[SIGN_CRITICAL];
	row->warnings = member->heard[SIGN_WARNING];
	row->notes = member->heard[SIGN_NOTE];
	row->muted = member->muted;
}

static void take_facts(struct report_partner *row, const struct card_facts *facts)
{
	row->send_by = DATE_NONE;
	if (!facts)
		return;
	row->owner = facts->owner;
	row->owner_name = facts->owner_name;
	row->spend = facts->spend;
	row->send_by = facts->send_by;
}

static void fill_partners(struct report_partner *rows, struct members members)
{
	for (size_t i = 0; i < members.n; i++) {
		const struct member *member = members.items[i];

		rows[i] = (struct report_partner){
			.partner = member->partner,
			.name = member->name,
			.kind = member->kind,
			.tier = member->tier,
			.criticality = member->criticality,
			.as_of = member->as_of,
			.ended = member->ended,
			.term_end = member->term_end,
			.path = member->path,
			.line = member->line,
		};
		take_judgement(&rows[i], member);
		take_facts(&rows[i], member->facts);
	}
}

static struct array partners_of(const struct portfolio *portfolio)
{
	const struct members lists[] = {portfolio->partners, portfolio->ended, portfolio->selves};
	struct array array = {NULL, lists[0].n + lists[1].n + lists[2].n};
	struct report_partner *rows = arena_array(results_of(portfolio), array.n, sizeof(*rows));

	array.items = rows;
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		fill_partners(rows, lists[i]);
		rows += lists[i].n;
	}
	return array;
}

/* ---- the whole ---- */

static void take_sections(struct report *report, struct portfolio *portfolio)
{
	report->needs = report_needs(portfolio);
	report->next = report_next(portfolio);
	report->portfolio = report_portfolio(portfolio);
	report->movers = report_movers(portfolio);
	report->quadrant = report_quadrant(portfolio, &report->talk_below);
	report->renewals = report_renewals(portfolio);
	report->renewal_months = report_months(portfolio, report->renewals);
	report->heat = report_heat(portfolio);
	report->mirror = report_mirror(portfolio);
	report->panel = report_panel(portfolio);
	report->costs = report_costs(portfolio, &report->cost_totals);
}

const struct report *report_make(struct portfolio *portfolio, const char *link_base)
{
	struct report *report = ARENA_NEW(results_of(portfolio), struct report);

	report->as_of = portfolio->as_of;
	report->since = portfolio->since;
	report->policy = policy_of(portfolio->all);
	report->inputs = inputs_of(portfolio);
	report->without_cost = count_without_cost(portfolio->partners);
	if (portfolio->options.uncut)
		report->partners = partners_of(portfolio);
	report->source = portfolio;
	report->link_base = link_base;
	if (portfolio->options.keep != KEEP_NOTHING)
		take_sections(report, portfolio);
	return report;
}
