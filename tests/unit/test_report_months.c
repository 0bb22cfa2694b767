/* What is at stake in renewals, by month. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"
#include "partner/report.h"

/* A contract; its day for notice, and what is at stake, may be NULL. */
struct terms {
	const char *renewal, *send_by, *end, *stake;
	bool missed;
};

static void add(struct filed *filed, const char *id, struct terms terms)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_facts *facts = filed_facts(filed, card);
	struct card_contract *contract = ARENA_NEW(&filed->arena, struct card_contract);
	struct money stake = terms.stake ? filed_money(terms.stake) : (struct money){0};

	*contract = (struct card_contract){
		.start = DATE_NONE, .end = day(terms.end), .send_by = DATE_NONE};
	card->contract = contract;
	facts->renewal = terms.renewal;
	facts->send_by = terms.send_by ? day(terms.send_by) : DATE_NONE;
	facts->missed = terms.missed;
	if (strcmp(terms.renewal, "auto") == 0)
		facts->cost_of_missing = stake;
	else
		facts->spend = stake;
	filed_add(filed, card);
}

static void put_stake(struct buffer *text, struct money stake)
{
	buffer_putc(text, ' ');
	if (stake.currency)
		money_put(text, stake);
	else
		buffer_puts(text, "unknown");
}

/* A line for each: month, currency, how many, what is at stake. */
static const char *months_of(struct filed *filed)
{
	struct array months = report_months(&filed->portfolio, report_renewals(&filed->portfolio));
	const struct report_month *row = months.items;
	struct buffer text = {0};

	for (size_t i = 0; i < months.n; i++, row++) {
		buffer_printf(&text, "%s %s %d", row->month, row->currency ? row->currency : "-",
			(int)row->partners);
		put_stake(&text, row->at_stake);
		buffer_putc(&text, '\n');
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_months(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(months_of(filed), expected);
	filed_close(filed);
}

static void sums_are_by_month_and_currency(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", (struct terms){"manual", NULL, "2026-12-31", "1.00 USD", false});
	add(&filed, "b", (struct terms){"manual", NULL, "2026-12-01", "2.00 EUR", false});
	add(&filed, "c", (struct terms){"manual", NULL, "2026-12-15", "3.00 EUR", false});
	add(&filed, "d", (struct terms){"manual", NULL, "2027-01-01", "4.00 EUR", false});
	check_months(&filed,
		"2026-12 EUR 2 5.00 EUR\n"
		"2026-12 USD 1 1.00 USD\n"
		"2027-01 EUR 1 4.00 EUR\n");
}

static void the_same_month_of_next_year_is_another(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", (struct terms){"manual", NULL, "2026-06-30", "1.00 EUR", false});
	add(&filed, "b", (struct terms){"manual", NULL, "2027-06-01", "2.00 EUR", false});
	check_months(&filed,
		"2026-06 EUR 1 1.00 EUR\n"
		"2027-06 EUR 1 2.00 EUR\n");
}

static void unknown_amounts_stand_apart(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", (struct terms){"manual", NULL, "2026-12-31", NULL, false});
	add(&filed, "b", (struct terms){"manual", NULL, "2026-12-01", "2.00 EUR", false});
	add(&filed, "c", (struct terms){"manual", NULL, "2026-12-11", NULL, false});
	check_months(&filed,
		"2026-12 EUR 1 2.00 EUR\n"
		"2026-12 - 2 unknown\n");
}

static void what_was_missed_counts_today(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", (struct terms){"auto", "2026-04-01", "2026-08-31", "7.00 EUR", true});
	add(&filed, "b", (struct terms){"auto", "2026-08-01", "2026-08-31", "5.00 EUR", false});
	check_months(&filed,
		"2026-06 EUR 1 7.00 EUR\n"
		"2026-08 EUR 1 5.00 EUR\n");
}

/* A card of June does not know that its day has passed by September. */
static void so_does_what_has_become_too_late_since(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2026-09-15", NULL, KEEP_NOTHING);
	add(&filed, "a", (struct terms){"auto", "2026-07-31", "2026-12-31", "7.00 EUR", false});
	check_months(&filed, "2026-09 EUR 1 7.00 EUR\n");
}

static void a_sum_that_does_not_fit_is_unknown(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a",
		(struct terms){"manual", NULL, "2026-12-01", "92233720368547758.07 EUR", false});
	add(&filed, "b", (struct terms){"manual", NULL, "2026-12-02", "0.01 EUR", false});
	add(&filed, "c", (struct terms){"manual", NULL, "2026-12-03", "0.01 EUR", false});
	check_months(&filed, "2026-12 EUR 3 unknown\n");
}

static void nothing_to_renew_is_no_month(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_int_equal(report_months(&filed.portfolio, (struct array){0}).n, 0);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_are_by_month_and_currency),
		cmocka_unit_test(the_same_month_of_next_year_is_another),
		cmocka_unit_test(unknown_amounts_stand_apart),
		cmocka_unit_test(what_was_missed_counts_today),
		cmocka_unit_test(so_does_what_has_become_too_late_since),
		cmocka_unit_test(a_sum_that_does_not_fit_is_unknown),
		cmocka_unit_test(nothing_to_renew_is_no_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
