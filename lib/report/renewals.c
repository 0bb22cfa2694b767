/* Whose contract ends, or asks for notice, in the twelve months from D on. */
#include <stdlib.h>
#include <string.h>

#include "orders.h"

#define MONTHS_AHEAD 12

static bool is_renewed(const struct report_renewal *row, const char *renewal)
{
	return row->renewal && strcmp(row->renewal, renewal) == 0;
}

/* Where nothing but other days is known, one of them. */
static int32_t sorted_by(const struct report_renewal *row)
{
	if (row->send_by != DATE_NONE && !row->missed && is_renewed(row, "auto"))
		return row->send_by;
	if (row->term_end != DATE_NONE)
		return row->term_end;
	return row->notice_earliest != DATE_NONE ? row->notice_earliest : row->send_by;
}

/* Once notice was given there is no next term. */
static bool may_renew(const struct member *member)
{
	const struct card_facts *facts = member->facts;

	return facts->missed || facts->send_by != DATE_NONE || facts->next_term_end != DATE_NONE;
}

static struct money stake_of(const struct portfolio *portfolio, const struct report_renewal *row)
{
	if (is_renewed(row, "auto") && may_renew(row->member))
		return member_at_stake(portfolio, row->member);
	if (is_renewed(row, "manual"))
		return member_spend(portfolio, row->member);
	return (struct money){0};
}

/* A card older than D may still ask for notice that D is too late for. */
static bool is_past(const struct portfolio *portfolio, int32_t day)
{
	return day != DATE_NONE && day < portfolio->as_of;
}

static struct report_renewal make_renewal(
	const struct portfolio *portfolio, const struct member *member)
{
	const struct card_facts *facts = member->facts;
	struct report_renewal row = {
		.partner = member->partner,
		.name = member->name,
		.renewal = facts ? facts->renewal : NULL,
		.notice_earliest = facts ? facts->notice_earliest : DATE_NONE,
		.send_by = facts ? facts->send_by : DATE_NONE,
		.term_end = member->term_end,
		.missed = facts && (facts->missed || is_past(portfolio, facts->send_by)),
		.member = member,
	};

	row.by = sorted_by(&row);
	row.at_stake = stake_of(portfolio, &row);
	return row;
}

static bool is_ahead(const struct report_renewal *row, int32_t from, int32_t to)
{
	const int32_t days[] = {row->term_end, row->send_by, row->notice_earliest};

	for (size_t i = 0; i < COUNT_OF(days); i++)
		if (days[i] != DATE_NONE && days[i] >= from && days[i] <= to)
			return true;
	return false;
}

static int compare_renewals(const void *left, const void *right)
{
	const struct report_renewal *a = left, *b = right;

	if (a->by != b->by)
		return a->by < b->by ? -1 : 1;
	return member_compare_k(&a->member, &b->member);
}

struct array report_renewals(const struct portfolio *portfolio)
{
	struct members partners = portfolio->partners;
	struct arena scratch = {0};
	struct report_renewal *rows = arena_array(&scratch, partners.n, sizeof(*rows));
	int32_t until = partners.n ? date_add_months(portfolio->as_of, MONTHS_AHEAD) : 0;
	struct array kept;
	size_t n = 0;

	for (size_t i = 0; i < partners.n; i++) {
		rows[n] = make_renewal(portfolio, partners.items[i]);
		n += is_ahead(&rows[n], portfolio->as_of, until);
	}
	if (n)
		qsort(rows, n, sizeof(*rows), compare_renewals);
	kept = results_keep(portfolio, rows, n, sizeof(*rows));
	arena_free(&scratch);
	return kept;
}

/* ---- by month ---- */

/* What is at stake in a month, counted from that of the year 0. */
struct stake {
	int month;
	struct money amount;
};

/* By month, then currency; unknown amounts last. */
static int compare_stakes(const void *left, const void *right)
{
	const struct stake *a = left, *b = right;

	if (a->month != b->month)
		return a->month < b->month ? -1 : 1;
	if (!a->amount.currency != !b->amount.currency)
		return a->amount.currency ? -1 : 1;
	return (a->amount.currency > b->amount.currency) -
		(a->amount.currency < b->amount.currency);
}

/* What was missed, and what is past by now, asks for something today. */
static struct stake make_stake(const struct report_renewal *row, int32_t today)
{
	bool past = row->missed || row->by < today;
	struct civil civil = civil_of_date(past ? today : row->by);

	return (struct stake){civil.year * 12 + civil.month - 1, row->at_stake};
}

static struct report_month make_month(struct arena *arena, const struct stake *stakes, size_t n)
{
	uint16_t currency = stakes->amount.currency;
	struct report_month month = {
		.month = arena_printf(
			arena, "%04d-%02d", stakes->month / 12, stakes->month % 12 + 1),
		.currency = currency ? currency_code(currency) : NULL,
		.at_stake = {0, currency},
		.partners = (int64_t)n,
	};

	for (size_t i = 0; i < n; i++)
		sum_add(&month.at_stake, stakes[i].amount);
	return month;
}

struct array report_months(const struct portfolio *portfolio, struct array renewals)
{
	const struct report_renewal *rows = renewals.items;
	struct arena scratch = {0};
	struct stake *stakes = arena_array(&scratch, renewals.n, sizeof(*stakes));
	struct report_month *months = arena_array(&scratch, renewals.n, sizeof(*months));
	struct array kept;
	size_t n = 0;

	for (size_t i = 0; i < renewals.n; i++)
		stakes[i] = make_stake(&rows[i], portfolio->as_of);
	if (renewals.n)
		qsort(stakes, renewals.n, sizeof(*stakes), compare_stakes);
	for (size_t from = 0, end; from < renewals.n; from = end) {
		for (end = from + 1; end < renewals.n; end++)
			if (compare_stakes(&stakes[from], &stakes[end]) != 0)
				break;
		months[n++] = make_month(results_of(portfolio), &stakes[from], end - from);
	}
	kept = results_keep(portfolio, months, n, sizeof(*months));
	arena_free(&scratch);
	return kept;
}
