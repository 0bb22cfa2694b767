/* Portfolios: what is kept of a line, and lines that are none of ours. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/calibration.h"
#include "partner/report.h"

/* ---- the line itself ---- */

static void a_card_can_be_read_again(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct scorecard *again;

	(void)state;
	filed_open(&filed);
	filed.portfolio.spool.most = 100;
	card = filed_card(&filed, "a", 60);
	filed_criterion(&filed, card, "support", 61.2);
	filed_add(&filed, card);
	filed_add_score(&filed, "b", 50, NULL);
	filed_done(&filed);
	again = portfolio_card(&filed.portfolio, filed_member(&filed, "a"), &filed.arena);
	assert_non_null(again);
	assert_string_equal(filed_line(&filed, again), filed_line(&filed, card));
	filed_close(&filed);
}

/* Its rows as they are appended to a file; a measure that is alone has all of the weight. */
static void rows_are_kept_instead(void **state)
{
	struct filed filed;
	struct scorecard *card;
	struct card_measure *measure;
	struct buffer expected = {0}, kept = {0};

	(void)state;
	filed_open_at(&filed, NULL, NULL, KEEP_ROWS);
	filed.portfolio.options.csv_safe = true;
	filed_add_score(&filed, "before", 60, NULL);
	card = filed_card(&filed, "a", 60);
	card->name = "=1+1";
	measure = filed_measure(
		&filed, filed_criterion(&filed, card, "support", 61.2), "panel", 61.2);
	measure->pull = 1;
	report_put_csv_rows(&expected, card, true);
	filed_add(&filed, card);
	filed_done(&filed);
	assert_true(portfolio_kept(&filed.portfolio, filed_member(&filed, "a"), &kept));
	assert_int_equal(kept.length, expected.length);
	assert_memory_equal(kept.data, expected.data, expected.length);
	assert_null(portfolio_card(&filed.portfolio, filed_member(&filed, "a"), &filed.arena));
	buffer_free(&expected);
	buffer_free(&kept);
	filed_close(&filed);
}

static void what_was_not_kept_is_no_card(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, NULL, NULL, KEEP_NOTHING);
	filed_add_score(&filed, "a", 60, NULL);
	filed_done(&filed);
	assert_int_equal(filed.portfolio.spool.length, 0);
	assert_null(portfolio_card(&filed.portfolio, filed_member(&filed, "a"), &filed.arena));
	filed_close(&filed);
}

/* The card counts nevertheless. */
static void a_lost_line_is_no_card(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed.portfolio.spool.error = ENOSPC;
	filed_add_score(&filed, "a", 60, NULL);
	filed_done(&filed);
	assert_null(portfolio_card(&filed.portfolio, filed_member(&filed, "a"), &filed.arena));
	assert_int_equal(filed.portfolio.spool.error, ENOSPC);
	filed_close(&filed);
}

static void a_newline_makes_no_difference(void **state)
{
	struct filed filed;
	struct read_fault fault;
	const char *line;

	(void)state;
	filed_open(&filed);
	line = filed_line(&filed, filed_card(&filed, "a", 60));
	assert_int_equal(line[strlen(line) - 1], '\n');
	assert_true(portfolio_add(&filed.portfolio, line, strlen(line), &fault));
	assert_true(portfolio_add(&filed.portfolio, line, strlen(line) - 1, &fault));
	filed_done(&filed);
	assert_int_equal(filed.portfolio.n_cards, 2);
	assert_int_equal(filed.portfolio.all.n, 1);
	filed_close(&filed);
}

/* ---- lines that are none ---- */

static void assert_refused(struct filed *filed, const char *line, const char *message)
{
	struct read_fault fault = {0};

	assert_false(portfolio_add(&filed->portfolio, line, strlen(line), &fault));
	assert_string_equal(fault.message, message);
	assert_int_equal(filed->portfolio.n_cards, 0);
	assert_int_equal(filed->portfolio.spool.length, 0);
	assert_int_equal(filed->portfolio.names.n, 0);
}

static void what_is_no_scorecard_is_refused(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	assert_refused(&filed, "", "the line ends too early");
	assert_refused(&filed, "[]", "no object");
	assert_refused(&filed, "{\"a\":1,\"a\":2}", "duplicate key");
	assert_refused(
		&filed, "{\"schema\":\"partner.plan/1\"}", "'schema' is not 'partner.scorecard/1'");
	filed_done(&filed);
	assert_int_equal(filed.portfolio.all.n, 0);
	filed_close(&filed);
}

static void what_lacks_something_is_refused(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	card->partner = NULL;
	assert_refused(&filed, filed_line(&filed, card), "no 'partner'");
	card = filed_card(&filed, "a", 101);
	assert_refused(&filed, filed_line(&filed, card), "'score' or 'coverage' out of range");
	card = filed_card(&filed, "a", 60);
	filed_sign(&filed, card, "notice-due", SIGN_WARNING)->sign = NULL;
	assert_refused(&filed, filed_line(&filed, card), "a sign without 'sign' or 'level'");
	filed_close(&filed);
}

/* ---- other things ---- */

/* Each once. */
static void unread_paths_are_copied(void **state)
{
	struct filed filed;
	char path[] = "00.yaml";
	const char *const *unread;

	(void)state;
	filed_open(&filed);
	for (int i = 0; i < 50; i++) {
		path[0] = (char)('0' + i / 10 % 4);
		path[1] = (char)('0' + i % 10);
		portfolio_add_unread(&filed.portfolio, path);
	}
	filed_done(&filed);
	unread = filed.portfolio.unread.items;
	assert_int_equal(filed.portfolio.unread.n, 40);
	assert_string_equal(unread[0], "00.yaml");
	assert_string_equal(unread[39], "39.yaml");
	filed_close(&filed);
}

static void each_calibration_is_there_once(void **state)
{
	static const struct calibration_file one = {.digest = "1"}, other = {.digest = "2"},
					     again = {.digest = "1"};
	const struct calibration_file *const *known;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	portfolio_add_calibration(&filed.portfolio, &one);
	portfolio_add_calibration(&filed.portfolio, &other);
	portfolio_add_calibration(&filed.portfolio, &again);
	portfolio_add_calibration(&filed.portfolio, &other);
	filed_done(&filed);
	known = filed.portfolio.calibrations.items;
	assert_int_equal(filed.portfolio.calibrations.n, 2);
	assert_ptr_equal(known[0], &one);
	assert_ptr_equal(known[1], &other);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_can_be_read_again),
		cmocka_unit_test(rows_are_kept_instead),
		cmocka_unit_test(what_was_not_kept_is_no_card),
		cmocka_unit_test(a_lost_line_is_no_card),
		cmocka_unit_test(a_newline_makes_no_difference),
		cmocka_unit_test(what_is_no_scorecard_is_refused),
		cmocka_unit_test(what_lacks_something_is_refused),
		cmocka_unit_test(unread_paths_are_copied),
		cmocka_unit_test(each_calibration_is_there_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
