/* Heat maps: partners against criteria and against signs. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

static void put_columns(struct buffer *text, struct array columns)
{
	const struct heat_column *column = columns.items;

	for (size_t i = 0; i < columns.n; i++)
		buffer_printf(text, i ? " %s" : "%s", column[i].name);
	buffer_putc(text, '\n');
}

/* The columns, then a line for each partner: id, and `points/step` of each criterion. */
static const char *criteria_of(struct filed *filed)
{
	const struct report_heat_map *map = report_heat(&filed->portfolio)->criteria;
	const struct heat_row *row = map->rows.items;
	struct buffer text = {0};

	put_columns(&text, map->columns);
	for (size_t i = 0; i < map->rows.n; i++, row++) {
		const double *point = row->points.items;
		const int64_t *step = row->steps.items;

		assert_int_equal(row->points.n, map->columns.n);
		assert_int_equal(row->steps.n, map->columns.n);
		buffer_puts(&text, row->partner);
		for (size_t k = 0; k < row->points.n; k++) {
			if (isnan(point[k]))
				buffer_puts(&text, " -");
			else
				buffer_printf(&text, " %g", point[k]);
			buffer_printf(&text, "/%d", (int)step[k]);
		}
		buffer_putc(&text, '\n');
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_criteria(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(criteria_of(filed), expected);
	filed_close(filed);
}

/* The columns with how many have them, then a line for each partner: id, and the levels. */
static const char *signs_of(struct filed *filed)
{
	const struct report_heat_map *map = report_heat(&filed->portfolio)->signs;
	const struct heat_column *column = map->columns.items;
	const struct heat_row *row = map->rows.items;
	struct buffer text = {0};

	for (size_t i = 0; i < map->columns.n; i++)
		buffer_printf(
			&text, "%s%s %d", i ? ", " : "", column[i].name, (int)column[i].partners);
	buffer_putc(&text, '\n');
	for (size_t i = 0; i < map->rows.n; i++, row++) {
		const char *const *level = row->levels.items;

		assert_int_equal(row->levels.n, map->columns.n);
		buffer_puts(&text, row->partner);
		for (size_t k = 0; k < row->levels.n; k++)
			buffer_printf(&text, " %s", level[k] ? level[k] : "-");
		buffer_putc(&text, '\n');
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_signs(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(signs_of(filed), expected);
	filed_close(filed);
}

/* ---- criteria ---- */

/* A card of one criterion, or two. */
static void add(struct filed *filed, const char *id, double score, const char *one, double points,
	const char *other, double more)
{
	struct scorecard *card = filed_card(filed, id, score);

	filed_criterion(filed, card, one, points);
	if (other)
		filed_criterion(filed, card, other, more);
	filed_add(filed, card);
}

/* The rows' order, not that of the input. */
static void columns_by_first_appearance_and_rows_by_score(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "good", 80, "support", 80, "price", 70);
	add(&filed, "bad", 20, "trust", 20, "price", 10);
	check_criteria(&filed,
		"trust price support\n"
		"bad 20/5 10/5 -/0\n"
		"good -/0 70/2 80/2\n");
}

static void what_is_not_measured_has_no_step(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "acme", 80, "support", NAN, "price", 0);
	check_criteria(&filed,
		"support price\n"
		"acme -/0 0/5\n");
}

/* A from 85, B 70, C 55, D 40. */
static void five_grades_are_five_steps(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", 10, "x", 100, "y", 85);
	add(&filed, "b", 20, "x", 84.9, "y", 70);
	add(&filed, "c", 30, "x", 69.9, "y", 55);
	add(&filed, "d", 40, "x", 54.9, "y", 40);
	add(&filed, "f", 50, "x", 39.9, "y", 0);
	check_criteria(&filed,
		"x y\n"
		"a 100/1 85/1\n"
		"b 84.9/2 70/2\n"
		"c 69.9/3 55/3\n"
		"d 54.9/4 40/4\n"
		"f 39.9/5 0/5\n");
}

/* A card by n bands, with a criterion at the lower edge of each; end with filed_close. */
static const char *steps_of(struct filed *filed, const struct card_band *bands, size_t n)
{
	static const char *const criteria[] = {"a", "b", "c", "d", "e", "f", "g"};
	struct scorecard *card;
	struct card_policy *policy;

	filed_open(filed);
	card = filed_card(filed, "acme", 60);
	policy = filed_policy(filed, card);
	policy->bands = (struct array){bands, n};
	for (size_t i = 0; i < n; i++)
		filed_criterion(filed, card, criteria[i], bands[i].from);
	filed_add(filed, card);
	filed_done(filed);
	return criteria_of(filed);
}

static void other_numbers_of_grades_are_spread_over_the_steps(void **state)
{
	static const struct card_band two[] = {{"C", 50}, {"F", 0}};
	static const struct card_band three[] = {{"C", 60}, {"D", 30}, {"F", 0}};
	static const struct card_band seven[] = {
		{"A", 90}, {"B", 80}, {"C", 70}, {"D", 60}, {"E", 50}, {"F", 40}, {"G", 0}};
	struct filed filed;

	(void)state;
	assert_string_equal(steps_of(&filed, two, 2), "a b\nacme 50/3 0/5\n");
	filed_close(&filed);
	assert_string_equal(steps_of(&filed, three, 3), "a b c\nacme 60/2 30/4 0/5\n");
	filed_close(&filed);
	assert_string_equal(steps_of(&filed, seven, 7),
		"a b c d e f g\nacme 90/1 80/2 70/3 60/3 50/4 40/5 0/5\n");
	filed_close(&filed);
}

static void one_grade_alone_is_the_last_step(void **state)
{
	static const struct card_band one[] = {{"C", 0}};
	struct filed filed;

	(void)state;
	assert_string_equal(steps_of(&filed, one, 1), "a\nacme 0/5\n");
	filed_close(&filed);
}

static void below_all_grades_is_the_last_one(void **state)
{
	static const struct card_band high[] = {{"A", 90}, {"B", 50}};
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 60);
	filed_policy(&filed, card)->bands = (struct array){high, 2};
	filed_criterion(&filed, card, "x", 10);
	filed_add(&filed, card);
	check_criteria(&filed, "x\nacme 10/5\n");
}

/* ---- signs ---- */

static void add_with_sign(
	struct filed *filed, const char *id, double score, const char *sign, enum sign_level level)
{
	struct scorecard *card = filed_card(filed, id, score);

	filed_sign(filed, card, sign, level);
	filed_add(filed, card);
}

static void signs_by_how_many_have_them(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	add_with_sign(&filed, "one", 10, "futures-over-present", SIGN_CRITICAL);
	add_with_sign(&filed, "two", 20, "notice-due", SIGN_WARNING);
	card = filed_card(&filed, "three", 30);
	filed_sign(&filed, card, "notice-due", SIGN_NOTE);
	filed_add(&filed, card);
	filed_add_score(&filed, "none", 40, NULL);
	check_signs(&filed,
		"notice-due 2, futures-over-present 1\n"
		"one - critical\n"
		"two warning -\n"
		"three note -\n"
		"none - -\n");
}

static void equally_many_stand_as_in_the_catalogue(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_with_sign(&filed, "a", 10, "notice-due", SIGN_NOTE);
	add_with_sign(&filed, "b", 20, "futures-over-present", SIGN_NOTE);
	add_with_sign(&filed, "c", 30, "renewal-only-attention", SIGN_NOTE);
	check_signs(&filed,
		"renewal-only-attention 1, futures-over-present 1, notice-due 1\n"
		"a - - note\n"
		"b - note -\n"
		"c note - -\n");
}

static void unknown_signs_come_after_known_ones_by_name(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_with_sign(&filed, "a", 10, "b-new", SIGN_WARNING);
	add_with_sign(&filed, "b", 20, "a-new", SIGN_WARNING);
	add_with_sign(&filed, "c", 30, "notice-due", SIGN_WARNING);
	check_signs(&filed,
		"notice-due 1, a-new 1, b-new 1\n"
		"a - - warning\n"
		"b - warning -\n"
		"c warning - -\n");
}

static void muted_signs_are_shown_as_such_and_counted(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	add_with_sign(&filed, "a", 10, "renewal-only-attention", SIGN_CRITICAL);
	add_with_sign(&filed, "b", 20, "notice-due", SIGN_NOTE);
	card = filed_card(&filed, "c", 30);
	filed_sign(&filed, card, "notice-due", SIGN_CRITICAL)->muted = card->as_of;
	filed_add(&filed, card);
	check_signs(&filed,
		"notice-due 2, renewal-only-attention 1\n"
		"a - critical\n"
		"b note -\n"
		"c muted -\n");
}

static void a_sign_that_a_card_has_twice_is_counted_once(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 10);
	filed_sign(&filed, card, "notice-due", SIGN_NOTE);
	filed_sign(&filed, card, "notice-due", SIGN_NOTE);
	filed_add(&filed, card);
	check_signs(&filed, "notice-due 1\nacme note\n");
}

/* ---- both ---- */

static void rows_say_whose_they_are(void **state)
{
	const struct report_heat *heat;
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 10);
	card->standing = STANDING_TALK;
	filed_add(&filed, card);
	filed_done(&filed);
	heat = report_heat(&filed.portfolio);
	for (int i = 0; i < 2; i++) {
		const struct report_heat_map *map = i ? heat->signs : heat->criteria;
		const struct heat_row *row = map->rows.items;

		assert_int_equal(map->rows.n, 1);
		assert_int_equal(map->columns.n, 0);
		assert_string_equal(row->partner, "acme");
		assert_string_equal(row->name, "ACME");
		assert_int_equal(row->standing, STANDING_TALK);
	}
	filed_close(&filed);
}

static void nobody_is_an_empty_map(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_string_equal(criteria_of(&filed), "\n");
	assert_string_equal(signs_of(&filed), "\n");
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_by_first_appearance_and_rows_by_score),
		cmocka_unit_test(what_is_not_measured_has_no_step),
		cmocka_unit_test(five_grades_are_five_steps),
		cmocka_unit_test(other_numbers_of_grades_are_spread_over_the_steps),
		cmocka_unit_test(one_grade_alone_is_the_last_step),
		cmocka_unit_test(below_all_grades_is_the_last_one),
		cmocka_unit_test(signs_by_how_many_have_them),
		cmocka_unit_test(equally_many_stand_as_in_the_catalogue),
		cmocka_unit_test(unknown_signs_come_after_known_ones_by_name),
		cmocka_unit_test(muted_signs_are_shown_as_such_and_counted),
		cmocka_unit_test(a_sign_that_a_card_has_twice_is_counted_once),
		cmocka_unit_test(rows_say_whose_they_are),
		cmocka_unit_test(nobody_is_an_empty_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
