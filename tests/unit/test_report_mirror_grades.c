/* Our own grades and scores with all partners. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

/* `name n, …`. */
static const char *grades_of(struct filed *filed)
{
	struct array grades = report_mirror(&filed->portfolio)->grades;
	const struct report_tally *row = grades.items;
	struct buffer text = {0};

	for (size_t i = 0; i < grades.n; i++, row++)
		buffer_printf(&text, "%s%s %d", i ? ", " : "", row->name, (int)row->n);
	return buffer_keep(&text, &filed->arena);
}

static const char *worst_of(struct filed *filed)
{
	struct array worst = report_mirror(&filed->portfolio)->worst;
	const struct report_worst *row = worst.items;
	struct buffer text = {0};

	for (size_t i = 0; i < worst.n; i++, row++)
		buffer_printf(
			&text, "%s%s %g %s", i ? ", " : "", row->partner, row->score, row->grade);
	return buffer_keep(&text, &filed->arena);
}

static struct scorecard *mirrored(
	struct filed *filed, const char *id, double score, const char *grade)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_mirror *mirror = ARENA_NEW(&filed->arena, struct card_mirror);

	*mirror = (struct card_mirror){
		.score = score, .low = score, .high = score, .coverage = 0.9, .grade = grade};
	card->mirror = mirror;
	return card;
}

static void add_mirror(struct filed *filed, const char *id, double score, const char *grade)
{
	filed_add(filed, mirrored(filed, id, score, grade));
}

static void grades_are_those_of_our_side(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_mirror(&filed, "a", 90, "A");
	add_mirror(&filed, "b", 45, "D");
	add_mirror(&filed, "c", 44, "D");
	add_mirror(&filed, "d", NAN, "-");
	filed_add_score(&filed, "without", 60, NULL);
	filed_done(&filed);
	assert_string_equal(grades_of(&filed), "A 1, B 0, C 0, D 2, F 0, - 1");
	filed_close(&filed);
}

static void a_grade_of_no_policy_is_none(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_mirror(&filed, "a", 90, "Z");
	filed_done(&filed);
	assert_string_equal(grades_of(&filed), "A 0, B 0, C 0, D 0, F 0, - 1");
	filed_close(&filed);
}

static void the_five_worst_by_score_then_id(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_mirror(&filed, "f", 75, "B");
	add_mirror(&filed, "e", 60, "C");
	add_mirror(&filed, "d", 20, "F");
	add_mirror(&filed, "c", 50, "D");
	add_mirror(&filed, "b", 50, "D");
	add_mirror(&filed, "a", 90, "A");
	add_mirror(&filed, "g", NAN, "-");
	add_mirror(&filed, "h", 10, "-");
	filed_done(&filed);
	assert_string_equal(worst_of(&filed), "d 20 F, b 50 D, c 50 D, e 60 C, f 75 B");
	filed_close(&filed);
}

static void fewer_than_five_are_all_of_them(void **state)
{
	const struct report_worst *worst;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_mirror(&filed, "a", 90, "A");
	filed_done(&filed);
	assert_string_equal(worst_of(&filed), "a 90 A");
	worst = report_mirror(&filed.portfolio)->worst.items;
	assert_string_equal(worst->name, "A");
	filed_close(&filed);
}

static void our_own_organisation_is_named(void **state)
{
	const struct report_mirror *mirror;
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = mirrored(&filed, "we", 1, "F");
	card->kind = "self";
	card->side = SIDE_US;
	filed_add(&filed, card);
	filed_done(&filed);
	mirror = report_mirror(&filed.portfolio);
	assert_int_equal(mirror->self.n, 1);
	assert_string_equal(*(const char *const *)mirror->self.items, "we");
	assert_int_equal(mirror->worst.n, 0);
	filed_close(&filed);
}

static void without_partners_there_are_no_grades(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_string_equal(grades_of(&filed), "- 0");
	assert_string_equal(worst_of(&filed), "");
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grades_are_those_of_our_side),
		cmocka_unit_test(a_grade_of_no_policy_is_none),
		cmocka_unit_test(the_five_worst_by_score_then_id),
		cmocka_unit_test(fewer_than_five_are_all_of_them),
		cmocka_unit_test(our_own_organisation_is_named),
		cmocka_unit_test(without_partners_there_are_no_grades),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
