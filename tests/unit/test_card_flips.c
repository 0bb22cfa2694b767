/* The line `flips` of a card: what the next standing lacks, without whom, with which weights. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "measured.h"
#include "tree.h"

/* The line of a card that is made up but for its rules. */
static void check_flips(const char *policy, struct scorecard made_up, const char *expected)
{
	struct carded carded;
	const char *flips;

	card_open(&carded, &(struct card_text){.records = FIGURE("60"), .policy = policy});
	made_up.name = "Acme";
	made_up.kind = "vendor";
	made_up.side = made_up.side ? made_up.side : "partner";
	made_up.ended = DATE_NONE;
	made_up.rules = carded.card->rules;
	made_up.calibration = carded.card->calibration;
	flips = card_line(&carded, &made_up, "  flips  ");
	assert_non_null(flips);
	assert_string_equal(flips, expected);
	card_close(&carded);
}

#define LIST(array)                      \
	{                                \
		(array), COUNT_OF(array) \
	}

/* What says nothing of the weights: more than a quarter, less than all. */
#define STEADY .tolerance = 0.5
#define NOBODY "; no one rater or criterion"

#define SIGN(id, loud, until, moving)                                                           \
	{                                                                                       \
		.sign = (id), .level = (loud), .text = "x", .muted = (until), .moves = (moving) \
	}
#define CRITICAL(id) SIGN(id, "critical", DATE_NONE, true)
#define WARNING(id) SIGN(id, "warning", DATE_NONE, true)
#define WARNINGS_4 WARNING("a"), WARNING("b"), WARNING("c"), WARNING("d")

/* Neither muted ones nor those of the calendar move the standing. */
#define IDLE                                                                               \
	SIGN("m", "critical", 20000, true), SIGN("n", "critical", DATE_NONE, false),       \
		SIGN("o", "warning", 20000, true), SIGN("p", "warning", DATE_NONE, false), \
		SIGN("q", "note", DATE_NONE, true)

/* ---- what the next standing lacks ---- */

static void leaving_needs_an_improving_talk(void **state)
{
	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "exit", .grade = "F", .score = 30, STEADY},
		"talk, once that talk or a newer one has outcome improving" NOBODY);
}

static void talking_lacks_one_thing(void **state)
{
	struct card_sign one[] = {IDLE, CRITICAL("captive")};
	struct card_sign two[] = {CRITICAL("captive"), IDLE, CRITICAL("hidden-truth")};
	struct card_sign three[] = {CRITICAL("x"), CRITICAL("y"), IDLE, CRITICAL("z")};
	struct card_sign warnings[] = {WARNINGS_4, IDLE, WARNINGS_4};

	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "talk", .grade = "D", .score = 40.7, STEADY},
		"keep, with 14.3 points more" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.standing = "talk", .grade = "C", .score = 55, .signs = LIST(one), STEADY},
		"keep, without captive" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.standing = "talk", .grade = "C", .score = 60, .signs = LIST(two), STEADY},
		"keep, without captive and hidden-truth" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "talk",
			.grade = "C",
			.score = 60,
			.signs = LIST(three),
			STEADY},
		"keep, without x, y and z" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "talk",
			.grade = "C",
			.score = 60,
			.signs = LIST(warnings),
			STEADY},
		"keep, with 8 warnings down to 4" NOBODY);
}

static void talking_lacks_two_things(void **state)
{
	struct card_sign critical[] = {IDLE, CRITICAL("captive")};
	struct card_sign both[] = {CRITICAL("captive"), WARNINGS_4, WARNING("e")};
	struct card_sign warnings[] = {WARNINGS_4, WARNING("e")};

	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "talk",
			.grade = "D",
			.score = 54.9,
			.signs = LIST(critical),
			STEADY},
		"keep, with 0.1 points more and without captive" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.standing = "talk", .grade = "C", .score = 60, .signs = LIST(both), STEADY},
		"keep, without captive and with 5 warnings down to 4" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "talk",
			.grade = "D",
			.score = 50,
			.signs = LIST(warnings),
			STEADY},
		"keep, with 5.0 points more and with 5 warnings down to 4" NOBODY);
}

static void talking_lacks_three_things(void **state)
{
	struct card_sign signs[] = {
		CRITICAL("captive"), WARNINGS_4, IDLE, CRITICAL("hidden-truth"), WARNINGS_4};

	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "talk",
			.grade = "D",
			.score = 40.7,
			.signs = LIST(signs),
			STEADY},
		"keep, with 14.3 points more, without captive and hidden-truth, and with 8"
		" warnings down to 4" NOBODY);
}

static void a_policy_says_how_many_warnings_are_too_many(void **state)
{
	struct card_sign one[] = {WARNING("a"), IDLE};

	(void)state;
	check_flips(ONE_FIGURE "standing: {talk_warnings: 1}\n",
		(struct scorecard){
			.standing = "talk", .grade = "C", .score = 60, .signs = LIST(one), STEADY},
		"keep, with 1 warning down to 0" NOBODY);
	check_flips(ONE_FIGURE "standing: {talk_warnings: 3}\n",
		(struct scorecard){
			.standing = "keep", .grade = "C", .score = 60, .signs = LIST(one), STEADY},
		"talk, with 5.1 points less, a critical sign or 2 more warnings" NOBODY);
}

static void keeping_ends_at_the_first_score_below(void **state)
{
	struct card_sign four[] = {WARNINGS_4, IDLE};

	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "keep", .grade = "B", .score = 70, STEADY},
		"talk, with 15.1 points less, a critical sign or 5 more warnings" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.standing = "keep", .grade = "C", .score = 55, .signs = LIST(four), STEADY},
		"talk, with 0.1 points less, a critical sign or 1 more warning" NOBODY);
}

static void growing_ends_below_the_best_grade_or_with_a_warning(void **state)
{
	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){.standing = "grow", .grade = "A", .score = 96.3, STEADY},
		"keep, with 11.4 points less or one warning" NOBODY);
}

/* Scores are printed to one decimal, and compared as printed. */
static void edges_between_printed_scores_are_rounded_up(void **state)
{
	static const char policy[] = ONE_FIGURE "standing: {talk_below: 54.95}\n";

	(void)state;
	check_flips(policy,
		(struct scorecard){.standing = "talk", .grade = "D", .score = 54.9, STEADY},
		"keep, with 0.1 points more" NOBODY);
	check_flips(policy,
		(struct scorecard){.standing = "keep", .grade = "C", .score = 55.3, STEADY},
		"talk, with 0.4 points less, a critical sign or 5 more warnings" NOBODY);
}

/* Our own organisation: side us, and yet a standing. */
static void without_signs_only_points_count(void **state)
{
	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.standing = "keep", .grade = "B", .score = 70, .side = "us", STEADY},
		"talk, with 15.1 points less" NOBODY);
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.standing = "grow", .grade = "A", .score = 90, .side = "us", STEADY},
		"keep, with 5.1 points less" NOBODY);
	check_flips(ONE_FIGURE, (struct scorecard){.grade = "A", .score = 90, .side = "us", STEADY},
		"no one rater or criterion");
}

/* ---- without whom ---- */

#define GROWING .standing = "grow", .grade = "A", .score = 90
#define LACK "keep, with 5.1 points less or one warning; "

static void flips_of_one_kind_are_said_once(void **state)
{
	struct card_flip flips[] = {{"rater:omar", 84.8, "B", "keep"},
		{"criterion:value", 84.3, "B", "keep"}, {"criterion:people", 84.2, "B", "keep"},
		{"criterion:cost", 84.1, "B", "keep"}, {"criterion:more", 84, "B", "keep"}};

	(void)state;
	check_flips(ONE_FIGURE, (struct scorecard){GROWING, .flips = LIST(flips), STEADY},
		LACK "keep and grade B without rater:omar (84.8), criterion:value (84.3),"
		     " criterion:people (84.2), 2 more");
	check_flips(ONE_FIGURE, (struct scorecard){GROWING, .flips = {flips, 3}, STEADY},
		LACK "keep and grade B without rater:omar (84.8), criterion:value (84.3),"
		     " criterion:people (84.2)");
}

static void flips_of_other_kinds_say_what_they_make(void **state)
{
	struct card_flip flips[] = {{"rater:a", 86, "A", "keep"}, {"rater:b", 84, "B", "grow"},
		{"criterion:c", NAN, "-", "gather"}};

	(void)state;
	check_flips(ONE_FIGURE, (struct scorecard){GROWING, .flips = LIST(flips), STEADY},
		LACK "keep without rater:a (86.0), grade B without rater:b (84.0), gather and no"
		     " grade without criterion:c (no score)");
}

static void our_own_side_has_only_grades_to_lose(void **state)
{
	struct card_flip flips[] = {{"rater:a", NAN, "-", NULL}, {"rater:b", 84, "B", NULL}};

	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){
			.grade = "A", .score = 90, .side = "us", .flips = LIST(flips), STEADY},
		"no grade without rater:a (no score), grade B without rater:b (84.0)");
}

static void hostile_names_are_made_harmless(void **state)
{
	struct card_flip flips[] = {{"rater:\x1B[2J", 84, "\n", "grow"}};

	(void)state;
	check_flips(ONE_FIGURE, (struct scorecard){GROWING, .flips = LIST(flips), STEADY},
		LACK "grade \\x0A without rater:\\x1B[2J (84.0)");
}

/* ---- with which weights ---- */

static void a_small_tolerance_is_told(void **state)
{
	static const struct {
		double tolerance;
		const char *said;
	} rows[] = {
		{0, "; another grade with weights shifted by less than 1 %"},
		{0.0049, "; another grade with weights shifted by less than 1 %"},
		{0.005, "; another grade with weights shifted by 1 %"},
		{0.05, "; another grade with weights shifted by 5 %"},
		{0.249, "; another grade with weights shifted by 25 %"},
		{0.25, ""},
		{0.9999, ""},
		{1, "; no re-weighting"},
	};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_flips(ONE_FIGURE, (struct scorecard){GROWING, .tolerance = rows[i].tolerance},
			arena_printf(&arena, LACK "no one rater or criterion%s", rows[i].said));
	arena_free(&arena);
}

static void a_tolerance_goes_on_from_grades_alone(void **state)
{
	struct card_flip grade[] = {{"rater:b", 84, "B", "grow"}};
	struct card_flip standing[] = {{"rater:b", 86, "A", "keep"}};
	struct card_flip many[] = {{"rater:b", 84, "B", "grow"}, {"rater:c", 84, "B", "grow"},
		{"rater:d", 84, "B", "grow"}, {"rater:e", 86, "A", "keep"}};

	(void)state;
	check_flips(ONE_FIGURE,
		(struct scorecard){GROWING, .flips = LIST(grade), .tolerance = 0.05},
		LACK "grade B without rater:b (84.0), or with weights shifted by 5 %");
	check_flips(ONE_FIGURE, (struct scorecard){GROWING, .flips = LIST(many), .tolerance = 0.05},
		LACK "grade B without rater:b (84.0), rater:c (84.0), rater:d (84.0), 1 more, or"
		     " with weights shifted by 5 %");
	check_flips(ONE_FIGURE,
		(struct scorecard){GROWING, .flips = LIST(standing), .tolerance = 0.05},
		LACK "keep without rater:b (86.0); another grade with weights shifted by 5 %");
	check_flips(ONE_FIGURE,
		(struct scorecard){GROWING, .flips = LIST(standing), .tolerance = 1},
		LACK "keep without rater:b (86.0); no re-weighting");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(leaving_needs_an_improving_talk),
		TEST(talking_lacks_one_thing),
		TEST(talking_lacks_two_things),
		TEST(talking_lacks_three_things),
		TEST(a_policy_says_how_many_warnings_are_too_many),
		TEST(keeping_ends_at_the_first_score_below),
		TEST(growing_ends_below_the_best_grade_or_with_a_warning),
		TEST(edges_between_printed_scores_are_rounded_up),
		TEST(without_signs_only_points_count),
		TEST(flips_of_one_kind_are_said_once),
		TEST(flips_of_other_kinds_say_what_they_make),
		TEST(our_own_side_has_only_grades_to_lose),
		TEST(hostile_names_are_made_harmless),
		TEST(a_small_tolerance_is_told),
		TEST(a_tolerance_goes_on_from_grades_alone),
	};

	return cmocka_run_group_tests_name("card flips", tests, NULL, NULL);
}
