/* The table: one token a column, the same columns in every line, and the plot in them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "tree.h"

/* A made-up card by the rules of a policy. */
static struct scorecard open_row(
	struct carded *carded, const char *policy, double score, double low, double high)
{
	struct scorecard card;

	card_open(carded, &(struct card_text){.records = FIGURE("60"), .policy = policy});
	card = *carded->card;
	card.score = score;
	card.low = low;
	card.high = high;
	return card;
}

/* The n-th token of the line, from 0. */
static const char *token(struct carded *carded, const struct scorecard *card, bool ascii, int n)
{
	const char *row = card_row(carded, card, ascii);

	for (; n > 0; n--) {
		row += strcspn(row, " \n");
		row += strspn(row, " ");
	}
	return arena_copy(&carded->arena, row, strcspn(row, " \n"));
}

enum { STANDING, GRADE, SCORE, RANGE, PLOT, CRITICAL, WARNINGS, TREND, SEND_BY, PARTNER };

/* ---- the plot ---- */

static void check_plot(
	const char *policy, bool ascii, double score, double low, double high, const char *expected)
{
	struct carded carded;
	struct scorecard card = open_row(&carded, policy, score, low, high);

	assert_string_equal(token(&carded, &card, ascii, PLOT), expected);
	card_close(&carded);
}

#define PLAIN ONE_FIGURE "grades: [{grade: A, from: 0}]\n"

static void a_cell_is_five_points_wide_around_its_middle(void **state)
{
	(void)state;
	check_plot(PLAIN, true, 0, 0, 0, "o....................");
	check_plot(PLAIN, true, 2.4, 2.4, 2.4, "o....................");
	check_plot(PLAIN, true, 2.5, 2.5, 2.5, ".o...................");
	check_plot(PLAIN, true, 50, 50, 50, "..........o..........");
	check_plot(PLAIN, true, 97.4, 97.4, 97.4, "...................o.");
	check_plot(PLAIN, true, 97.5, 97.5, 97.5, "....................o");
	check_plot(PLAIN, true, 100, 100, 100, "....................o");
}

static void an_interval_is_a_line_under_its_score(void **state)
{
	(void)state;
	check_plot(PLAIN, true, 50, 2.5, 97.4, ".[--------o--------].");
	check_plot(PLAIN, true, 50, 0, 100, "[---------o---------]");
	check_plot(PLAIN, true, 50, 49, 60, "..........o-]........");
	check_plot(PLAIN, true, 50, 40, 51, "........[-o..........");
	check_plot(PLAIN, true, 50, 49, 51, "..........o..........");
	check_plot(PLAIN, false, 50, 40, 65, "········├─●──┤·······");
}

static void check_range(double low, double high, const char *expected)
{
	struct carded carded;
	struct scorecard card = open_row(&carded, PLAIN, high, low, high);

	assert_string_equal(token(&carded, &card, true, RANGE), expected);
	assert_int_equal(strlen(card_row(&carded, &card, true)),
		strlen(card_row(&carded, carded.card, true)));
	card_close(&carded);
}

static void a_range_never_moves_what_is_right_of_it(void **state)
{
	(void)state;
	check_range(0, 100, "0-100");
	check_range(99.4, 100, "99-100");
	check_range(99.5, 100, "100");
	check_range(100, 100, "100");
}

static void grades_begin_at_edges_that_a_score_hides(void **state)
{
	(void)state;
	check_plot(ONE_FIGURE, true, 0, 0, 0, "o.......:..:..:..:...");
	check_plot(ONE_FIGURE, true, 70, 50, 80, "........:.[---o-]:...");
	check_plot(ONE_FIGURE, false, 55, 55, 55, "········┊··●··┊··┊···");
	check_plot(ONE_FIGURE, false, NAN, NAN, NAN, "········┊··┊··┊··┊···");
	check_plot(ONE_FIGURE "grades: [{grade: A, from: 97.5}, {grade: B, from: 2.5},"
			      " {grade: C, from: 0}]\n",
		true, 50, 50, 50, ".:........o.........:");
}

/* ---- the columns ---- */

static void the_heading_names_the_columns(void **state)
{
	const struct card_style style = {.columns = 80}, ascii = {.columns = 80, .ascii = true};
	struct carded carded;
	struct buffer head = {0};

	(void)state;
	card_open(&carded, &(struct card_text){.records = FIGURE("60"), .policy = ONE_FIGURE});
	scorecard_put_table_head(&head, carded.card->rules, &style);
	scorecard_put_table_head(&head, carded.card->rules, &ascii);
	assert_string_equal(buffer_keep(&head, &carded.arena),
		"STANDING G SCORE  RANGE F·······D··C··B··A··· !!  ! TREND SEND-BY    PARTNER\n"
		"STANDING G SCORE  RANGE F.......D..C..B..A... !!  ! TREND SEND-BY    PARTNER\n");
	card_close(&carded);
}

static void numbers_stand_at_the_right_of_their_columns(void **state)
{
	struct carded carded;
	struct scorecard card = open_row(&carded, ONE_FIGURE, 100, 84.5, 100);
	const char *row;

	(void)state;
	card.grade = "A";
	card.standing = STANDING_GROW;
	row = card_row(&carded, &card, false);
	assert_string_equal(
		row, "grow     A 100.0 85–100 ········┊··┊··┊··├──●  0  0     - -          acme\n");
	card.score = 9.5;
	card.low = 0.4;
	card.high = 12.4;
	card.slope = -12.5;
	row = card_row(&carded, &card, false);
	assert_string_equal(
		row, "grow     A   9.5   0–12 ├─●·····┊··┊··┊··┊···  0  0 -12.5 -          acme\n");
	card_close(&carded);
}

static void what_is_not_known_is_a_dash(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = "problem: Less work.\n"});
	assert_string_equal(card_row(&carded, carded.card, false),
		"gather   -     -      - ········┊··┊··┊··┊···  0  0     - -          acme\n");
	card_close(&carded);
}

static void our_own_side_is_marked_and_has_no_standing(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded,
		&(struct card_text){.records = "contract: {end: 2026-12-31, renewal: auto,"
					       " notice: {period: 30d}}\n",
			.us = true});
	assert_string_equal(card_row(&carded, carded.card, true),
		"-        -     -      - ........:..:..:..:...  0  0     - -          acme:us\n");
	card_close(&carded);
	card_open(&carded, &(struct card_text){.records = "", .kind = "self", .us = true});
	assert_string_equal(token(&carded, carded.card, true, PARTNER), "acme");
	card_close(&carded);
}

/* It has no standing either, and is the partner's all the same. */
static void what_ended_is_not_ours(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded,
		&(struct card_text){
			.records = "ended: 2026-03-31\n" FIGURE("60"), .policy = ONE_FIGURE});
	assert_string_equal(token(&carded, carded.card, true, STANDING), "-");
	assert_string_equal(token(&carded, carded.card, true, PARTNER), "acme");
	card_close(&carded);
}

static void the_day_to_send_notice_and_the_slope_are_told(void **state)
{
	struct carded carded;
	struct scorecard card;

	(void)state;
	card_open(&carded,
		&(struct card_text){.records = "contract: {end: 2026-12-31, renewal: auto,"
					       " notice: {period: 30d}}\n"});
	card = *carded.card;
	assert_string_equal(token(&carded, &card, true, SEND_BY), "2026-12-01");
	card.slope = 2.5;
	assert_string_equal(token(&carded, &card, true, TREND), "2.5");
	card.slope = 0;
	assert_string_equal(token(&carded, &card, true, TREND), "0.0");
	card_close(&carded);
}

static void signs_that_are_heard_are_counted(void **state)
{
	struct card_sign signs[] = {
		{.sign = "a", .level = SIGN_CRITICAL, .text = "x", .muted = DATE_NONE},
		{.sign = "b", .level = SIGN_CRITICAL, .text = "x", .muted = 20819},
		{.sign = "c", .level = SIGN_WARNING, .text = "x", .muted = DATE_NONE},
		{.sign = "d", .level = SIGN_WARNING, .text = "x", .muted = DATE_NONE},
		{.sign = "e", .level = SIGN_WARNING, .text = "x", .muted = 20819},
		{.sign = "f", .level = SIGN_NOTE, .text = "x", .muted = DATE_NONE}};
	struct carded carded;
	struct scorecard card = open_row(&carded, ONE_FIGURE, 60, 60, 60);

	(void)state;
	card.signs = (struct array){signs, COUNT_OF(signs)};
	assert_string_equal(token(&carded, &card, true, CRITICAL), "1");
	assert_string_equal(token(&carded, &card, true, WARNINGS), "2");
	card_close(&carded);
}

/* Every title stands over its column, whatever a policy calls its grades. */
static void wide_grades_widen_their_column(void **state)
{
	static const char policy[] =
		ONE_FIGURE "grades: [{grade: excellent, from: 70}, {grade: été, from: 0}]\n";
	const struct card_style style = {.columns = 80};
	struct carded carded;
	struct scorecard card = open_row(&carded, policy, 60, 50, 70);
	struct buffer table = {0};

	(void)state;
	scorecard_put_table_head(&table, card.rules, &style);
	scorecard_put_table_line(&table, &card, &style);
	card.grade = "excellent";
	scorecard_put_table_line(&table, &card, &style);
	assert_string_equal(buffer_keep(&table, &carded.arena),
		"STANDING G         SCORE  RANGE é·············e······ !!  ! TREND"
		" SEND-BY    PARTNER\n"
		"keep     été        60.0  50–70 ··········├─●─┤······  0  0     -"
		" -          acme\n"
		"keep     excellent  60.0  50–70 ··········├─●─┤······  0  0     -"
		" -          acme\n");
	card_close(&carded);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_cell_is_five_points_wide_around_its_middle),
		TEST(an_interval_is_a_line_under_its_score),
		TEST(a_range_never_moves_what_is_right_of_it),
		TEST(grades_begin_at_edges_that_a_score_hides),
		TEST(the_heading_names_the_columns),
		TEST(numbers_stand_at_the_right_of_their_columns),
		TEST(what_is_not_known_is_a_dash),
		TEST(our_own_side_is_marked_and_has_no_standing),
		TEST(what_ended_is_not_ours),
		TEST(the_day_to_send_notice_and_the_slope_are_told),
		TEST(signs_that_are_heard_are_counted),
		TEST(wide_grades_widen_their_column),
	};

	return cmocka_run_group_tests_name("card table", tests, NULL, NULL);
}
