/* The line `flips` of a card: what the next standing lacks, without whom, with which weights. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "tree.h"

/* The line of a card that is made up but for its rules. */
static void check_flips(struct scorecard made_up, const char *expected)
{
	struct carded carded;
	const char *flips;

	card_open(&carded, &(struct card_text){.records = FIGURE("60"), .policy = ONE_FIGURE});
	made_up.name = "Acme";
	made_up.kind = "vendor";
	made_up.graded = true;
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

/* ---- what the next standing lacks, what ends this one ---- */

/* The line of a card with a change, whose end says nothing. */
static void check_change(
	enum standing standing, const struct card_change *change, const char *expected)
{
	struct arena arena = {0};

	check_flips(
		(struct scorecard){
			.standing = standing, .change = change, .grade = "C", .score = 60, STEADY},
		arena_printf(&arena, "%sno one rater or criterion", expected));
	arena_free(&arena);
}

static void check_better(
	enum standing standing, const struct card_way *ways, size_t n, const char *expected)
{
	check_change(standing, &(struct card_change){.better = {ways, n}}, expected);
}

static void check_worse(
	enum standing standing, const struct card_way *ways, size_t n, const char *expected)
{
	check_change(standing, &(struct card_change){.worse = {ways, n}}, expected);
}

static const char *const names[] = {"captive", "hidden-truth", "x"};
static const struct card_warnings eight_to_four = {8, 4}, three_to_none = {3, 0};

#define POINTS(more) .points = (more)
#define NO_POINTS .points = NAN
#define WITHOUT(n) .without = {names, (n)}

static void one_thing_is_lacking(void **state)
{
	const struct card_way ways[] = {{.standing = STANDING_KEEP, POINTS(14.3)},
		{.standing = STANDING_KEEP, NO_POINTS, WITHOUT(1)},
		{.standing = STANDING_GROW, NO_POINTS, WITHOUT(2)},
		{.standing = STANDING_KEEP, NO_POINTS, WITHOUT(3)},
		{.standing = STANDING_KEEP, NO_POINTS, .warnings = &eight_to_four},
		{.standing = STANDING_GROW, NO_POINTS, .warnings = &three_to_none}};

	(void)state;
	check_better(STANDING_TALK, &ways[0], 1, "keep, with 14.3 points more; ");
	check_better(STANDING_TALK, &ways[1], 1, "keep, without captive; ");
	check_better(STANDING_TALK, &ways[2], 1, "grow, without captive and hidden-truth; ");
	check_better(STANDING_TALK, &ways[3], 1, "keep, without captive, hidden-truth and x; ");
	check_better(STANDING_TALK, &ways[4], 1, "keep, with 8 warnings down to 4; ");
	check_better(STANDING_TALK, &ways[5], 1, "grow, without 3 warnings; ");
}

static void several_things_are_lacking(void **state)
{
	const struct card_way two[] = {{.standing = STANDING_KEEP, POINTS(0.1), WITHOUT(1)}};
	const struct card_way others[] = {
		{.standing = STANDING_KEEP, NO_POINTS, WITHOUT(1), .warnings = &eight_to_four}};
	const struct card_way three[] = {
		{.standing = STANDING_KEEP, POINTS(14.3), WITHOUT(2), .warnings = &eight_to_four}};

	(void)state;
	check_better(STANDING_TALK, two, 1, "keep, with 0.1 points more and without captive; ");
	check_better(
		STANDING_TALK, others, 1, "keep, without captive and with 8 warnings down to 4; ");
	check_better(STANDING_TALK, three, 1,
		"keep, with 14.3 points more, without captive and hidden-truth, and with 8"
		" warnings down to 4; ");
}

static void leaving_can_end_in_two_ways(void **state)
{
	const struct card_way same[] = {{.standing = STANDING_TALK, NO_POINTS, .improving = true},
		{.standing = STANDING_TALK, POINTS(17.4), WITHOUT(1)}};
	const struct card_way other[] = {{.standing = STANDING_TALK, NO_POINTS, .improving = true},
		{.standing = STANDING_KEEP, NO_POINTS, WITHOUT(1)}};

	(void)state;
	check_better(STANDING_EXIT, same, 2,
		"talk, once that talk or a newer one has outcome improving,"
		" or with 17.4 points more and without captive; ");
	check_better(STANDING_EXIT, other, 2,
		"talk, once that talk or a newer one has outcome improving;"
		" keep, without captive; ");
}

#define LESS(to, less)                              \
	{                                           \
		.standing = (to), .points = -(less) \
	}
#define SIGN(to)                                                  \
	{                                                         \
		.standing = (to), .points = NAN, .critical = true \
	}
#define WARNINGS(to, counts)                                           \
	{                                                              \
		.standing = (to), .points = NAN, .warnings = &(counts) \
	}

static const struct card_warnings one = {0, 1}, one_more = {1, 2}, two_more = {1, 3};

static void any_one_thing_ends_it(void **state)
{
	const struct card_way keep[] = {
		LESS(STANDING_TALK, 15.1), SIGN(STANDING_TALK), WARNINGS(STANDING_TALK, two_more)};
	const struct card_way more[] = {SIGN(STANDING_TALK), WARNINGS(STANDING_TALK, one_more)};

	(void)state;
	check_worse(STANDING_KEEP, keep, 1, "talk, with 15.1 points less; ");
	check_worse(STANDING_KEEP, keep, 2, "talk, with 15.1 points less or a critical sign; ");
	check_worse(STANDING_KEEP, keep, 3,
		"talk, with 15.1 points less, a critical sign or 2 more warnings; ");
	check_worse(STANDING_KEEP, more, 2, "talk, with a critical sign or 1 more warning; ");
	check_worse(STANDING_KEEP, keep, 0, "");
}

/* A critical sign makes it talk at once: that is said where something else does, too. */
static void each_end_says_where_it_leads(void **state)
{
	const struct card_way drawn[] = {
		LESS(STANDING_KEEP, 11.4), SIGN(STANDING_TALK), WARNINGS(STANDING_KEEP, one)};
	const struct card_way strict[] = {
		LESS(STANDING_KEEP, 11.4), SIGN(STANDING_TALK), WARNINGS(STANDING_TALK, one)};
	const struct card_way high[] = {
		LESS(STANDING_TALK, 6.4), SIGN(STANDING_TALK), WARNINGS(STANDING_KEEP, one)};

	(void)state;
	check_worse(STANDING_GROW, drawn, 3, "keep, with 11.4 points less or one warning; ");
	check_worse(STANDING_GROW, strict, 3,
		"keep, with 11.4 points less; talk, with a critical sign or one warning; ");
	check_worse(STANDING_GROW, high, 3,
		"talk, with 6.4 points less or a critical sign; keep, with one warning; ");
	check_worse(STANDING_GROW, &high[1], 1, "talk, with a critical sign; ");
}

/* Of what keeps it from growing, a better grade is plain from the plot. */
static void keeping_says_which_warnings_are_in_the_way(void **state)
{
	const struct card_way worse[] = {LESS(STANDING_TALK, 31.2)};
	const struct card_way better[] = {
		{.standing = STANDING_GROW, NO_POINTS, .warnings = &three_to_none}};
	const struct card_way graded[] = {
		{.standing = STANDING_GROW, POINTS(15), .grade = "A", .warnings = &three_to_none}};

	(void)state;
	check_change(STANDING_KEEP, &(struct card_change){{better, 1}, {worse, 1}},
		"talk, with 31.2 points less; grow, without 3 warnings; ");
	check_change(STANDING_KEEP, &(struct card_change){{graded, 1}, {worse, 1}},
		"talk, with 31.2 points less; ");
}

/* While talking is called for, what would make it worse is not. */
static void talking_says_what_it_lacks(void **state)
{
	const struct card_way worse[] = {LESS(STANDING_EXIT, 3.1)};
	const struct card_way better[] = {{.standing = STANDING_KEEP, POINTS(12)}};

	(void)state;
	check_change(STANDING_TALK, &(struct card_change){{better, 1}, {worse, 1}},
		"keep, with 12.0 points more; ");
}

static void our_own_side_lacks_nothing(void **state)
{
	(void)state;
	check_change(STANDING_NONE, NULL, "");
}

/* ---- without whom ---- */

static const struct card_way ends[] = {LESS(STANDING_KEEP, 5.1), WARNINGS(STANDING_KEEP, one)};
static const struct card_change growing = {.worse = {ends, COUNT_OF(ends)}};

#define GROWING .standing = STANDING_GROW, .change = &growing, .grade = "A", .score = 90
#define LACK "keep, with 5.1 points less or one warning; "

static void flips_of_one_kind_are_said_once(void **state)
{
	struct card_flip flips[] = {{"rater:omar", 84.8, "B", true, STANDING_KEEP},
		{"criterion:value", 84.3, "B", true, STANDING_KEEP},
		{"criterion:people", 84.2, "B", true, STANDING_KEEP},
		{"criterion:cost", 84.1, "B", true, STANDING_KEEP},
		{"criterion:more", 84, "B", true, STANDING_KEEP}};

	(void)state;
	check_flips((struct scorecard){GROWING, .flips = LIST(flips), STEADY},
		LACK "keep and grade B without rater:omar (84.8), criterion:value (84.3),"
		     " criterion:people (84.2), 2 more");
	check_flips((struct scorecard){GROWING, .flips = {flips, 3}, STEADY},
		LACK "keep and grade B without rater:omar (84.8), criterion:value (84.3),"
		     " criterion:people (84.2)");
}

static void flips_of_other_kinds_say_what_they_make(void **state)
{
	struct card_flip flips[] = {{"rater:a", 86, "A", true, STANDING_KEEP},
		{"rater:b", 84, "B", true, STANDING_GROW},
		{"criterion:c", NAN, "-", false, STANDING_GATHER}};

	(void)state;
	check_flips((struct scorecard){GROWING, .flips = LIST(flips), STEADY},
		LACK "keep without rater:a (86.0), grade B without rater:b (84.0), gather and no"
		     " grade without criterion:c (no score)");
}

static void our_own_side_has_only_grades_to_lose(void **state)
{
	struct card_flip flips[] = {{"rater:a", NAN, "-", false, STANDING_NONE},
		{"rater:b", 84, "B", true, STANDING_NONE}};

	(void)state;
	check_flips((struct scorecard){.grade = "A",
			    .score = 90,
			    .standing = STANDING_NONE,
			    .flips = LIST(flips),
			    STEADY},
		"no grade without rater:a (no score), grade B without rater:b (84.0)");
}

static void hostile_names_are_made_harmless(void **state)
{
	struct card_flip flips[] = {{"rater:\x1B[2J", 84, "\n", true, STANDING_GROW}};

	(void)state;
	check_flips((struct scorecard){GROWING, .flips = LIST(flips), STEADY},
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
		check_flips((struct scorecard){GROWING, .tolerance = rows[i].tolerance},
			arena_printf(&arena, LACK "no one rater or criterion%s", rows[i].said));
	arena_free(&arena);
}

static void a_tolerance_goes_on_from_grades_alone(void **state)
{
	struct card_flip grade[] = {{"rater:b", 84, "B", true, STANDING_GROW}};
	struct card_flip standing[] = {{"rater:b", 86, "A", true, STANDING_KEEP}};
	struct card_flip many[] = {{"rater:b", 84, "B", true, STANDING_GROW},
		{"rater:c", 84, "B", true, STANDING_GROW},
		{"rater:d", 84, "B", true, STANDING_GROW},
		{"rater:e", 86, "A", true, STANDING_KEEP}};

	(void)state;
	check_flips((struct scorecard){GROWING, .flips = LIST(grade), .tolerance = 0.05},
		LACK "grade B without rater:b (84.0), or with weights shifted by 5 %");
	check_flips((struct scorecard){GROWING, .flips = LIST(many), .tolerance = 0.05},
		LACK "grade B without rater:b (84.0), rater:c (84.0), rater:d (84.0), 1 more, or"
		     " with weights shifted by 5 %");
	check_flips((struct scorecard){GROWING, .flips = LIST(standing), .tolerance = 0.05},
		LACK "keep without rater:b (86.0); another grade with weights shifted by 5 %");
	check_flips((struct scorecard){GROWING, .flips = LIST(standing), .tolerance = 1},
		LACK "keep without rater:b (86.0); no re-weighting");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_thing_is_lacking),
		TEST(several_things_are_lacking),
		TEST(leaving_can_end_in_two_ways),
		TEST(any_one_thing_ends_it),
		TEST(each_end_says_where_it_leads),
		TEST(keeping_says_which_warnings_are_in_the_way),
		TEST(talking_says_what_it_lacks),
		TEST(our_own_side_lacks_nothing),
		TEST(flips_of_one_kind_are_said_once),
		TEST(flips_of_other_kinds_say_what_they_make),
		TEST(our_own_side_has_only_grades_to_lose),
		TEST(hostile_names_are_made_harmless),
		TEST(a_small_tolerance_is_told),
		TEST(a_tolerance_goes_on_from_grades_alone),
	};

	return cmocka_run_group_tests_name("card flips", tests, NULL, NULL);
}
