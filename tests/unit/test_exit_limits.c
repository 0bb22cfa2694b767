/*
 * Plans at the limits: no end of a contract, the end of the calendar, amounts that hardly fit, and
 * contracts with a long past.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

/* Without a contract the cutover ends all, in whichever way we leave. */
static void nothing_is_too_late_where_no_contract_ends(void **state)
{
	static const char records[] = "exit:\n  tasks: [{id: knowledge-transfer, takes: 400d}]\n";
	const struct plan_text text = {.records = records, .stressed = true};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	assert_int_equal(planned.plan->other->mode, PLAN_PLANNED);
	assert_true(planned.plan->other->finish > planned.plan->finish);
	assert_true(planned.plan->other->fits);
	assert_true(planned.plan->other->shortfall_days == 0);
	plan_close(&planned);
}

/* 184 days of 2026, then each year up to 9998; the last term ends on the day before the last. */
static void terms_end_with_the_calendar(void **state)
{
	const struct plan_text text = {
		.records = "contract: {start: 2026-01-01, end: 2026-12-31, renewal: auto,\n"
			   "  value: 1.00 USD, per: term}\n",
		.by = "9999-12-30",
	};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	assert_string_equal(plan_line_of(planned.plan, "ride-out", 0)->basis,
		"1.00 USD × 184 / 365 + 1.00 USD × 7973");
	plan_close(&planned);
}

/* Counted forward, every day reaches it: nothing is counted beyond. */
static void notice_for_the_last_day_of_the_calendar_is_counted_back(void **state)
{
	const struct plan_text text = {
		.records = "contract: {end: 9999-12-31, renewal: auto, notice: {period: 1mo}}\n"};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	assert_string_equal(plan_day(&planned, planned.plan->clock->notice_latest), "9999-11-30");
	assert_string_equal(plan_day(&planned, planned.plan->clock->notice_forward), "9999-12-31");
	plan_close(&planned);
}

static void assert_says(const struct exit_plan *plan, const char *words)
{
	const struct card_style style = {.columns = 200};
	struct buffer text = {0};

	exit_plan_put_text(&text, plan, &style);
	buffer_putc(&text, '\0');
	assert_non_null(strstr(text.data, words));
	buffer_free(&text);
}

/* What staying costs is far below nothing, what leaving costs far above. */
#define PREPAID                                                                               \
	"contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  value: 1.00 USD\n"              \
	"  prepaid: [{from: 2026-06-30, to: 2026-12-31, amount: 90000000000000000.00 USD}]\n" \
	"exit: {alternatives: [{name: x, kind: none}], decommission: "

static void a_difference_that_does_not_fit_is_left_out(void **state)
{
	const struct plan_text text = {.records = PREPAID "91000000000000000.00 USD}\n"};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	assert_true(planned.plan->decision->recover_cost.minor < -INT64_MAX / 2);
	assert_says(planned.plan, "leaving costs 91000000000000000.00 USD until then; without");
	plan_close(&planned);
}

static void a_difference_that_fits_is_told(void **state)
{
	const struct plan_text text = {.records = PREPAID "1.00 USD}\n"};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	assert_says(planned.plan, "USD more; without");
	plan_close(&planned);
}

/* The term of contract.end begins after the newest of those before it. */
static void a_term_begins_after_the_one_before_it(void **state)
{
	const struct plan_text text = {
		.records = "contract: {start: 2020-01-01, end: 2026-12-31, value: 365.00 USD,\n"
			   "  per: term, earlier_ends: [2025-12-31, 2023-12-31, 2027-12-31]}\n"};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	assert_string_equal(
		plan_line_of(planned.plan, "ride-out", 0)->basis, "365.00 USD × 184 / 365");
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_too_late_where_no_contract_ends),
		TEST(terms_end_with_the_calendar),
		TEST(notice_for_the_last_day_of_the_calendar_is_counted_back),
		TEST(a_difference_that_does_not_fit_is_left_out),
		TEST(a_difference_that_fits_is_told),
		TEST(a_term_begins_after_the_one_before_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
