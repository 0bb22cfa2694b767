/* Which grade is the worse one: by policies, by letters, by scores. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/change.h"

/* A change of the grade alone: the scores are equal until a test says otherwise. */
struct scene {
	struct change_end ends[2];
	struct scorecard cards[2];
	struct change change;
};

static void scene_init(struct scene *scene)
{
	const struct change_end end = {.score = 72.4};

	*scene = (struct scene){.ends = {end, end}};
	scene->change = (struct change){
		.from = &scene->ends[0],
		.to = &scene->ends[1],
		.cards = {&scene->cards[0], &scene->cards[1]},
	};
}

static bool worse(struct scene *scene, const char *from, const char *to)
{
	scene->ends[0].grade = from;
	scene->ends[0].graded = strcmp(from, "-") != 0;
	scene->ends[1].grade = to;
	scene->ends[1].graded = strcmp(to, "-") != 0;
	return change_grade_worse(&scene->change);
}

static void a_grade_that_is_gone_is_worse(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	assert_true(worse(&scene, "D", "-"));
	assert_false(worse(&scene, "-", "D"));
	assert_false(worse(&scene, "-", "-"));
}

static void with_one_end_nothing_is_worse(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.change.from = NULL;
	assert_false(worse(&scene, "A", "B"));
	scene_init(&scene);
	scene.change.to = NULL;
	assert_false(worse(&scene, "A", "B"));
}

/* The scores say the contrary. */
static void letters_are_compared_where_there_is_no_policy(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	assert_true(worse(&scene, "B", "C"));
	assert_false(worse(&scene, "B", "B"));
	scene.ends[1].score = 60;
	assert_false(worse(&scene, "B", "A"));
}

static void other_grades_are_compared_by_score(void **state)
{
	static const char *const grades[][2] = {
		{"gold", "silver"}, {"A+", "A"}, {"A", "A-"}, {"a", "b"}, {"1", "2"}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(grades); i++) {
		struct scene scene;

		scene_init(&scene);
		assert_false(worse(&scene, grades[i][0], grades[i][1]));
		scene.ends[1].score = 72.3;
		assert_true(worse(&scene, grades[i][0], grades[i][1]));
		assert_true(worse(&scene, grades[i][1], grades[i][0]));
		scene.ends[1].score = 72.5;
		assert_false(worse(&scene, grades[i][0], grades[i][1]));
	}
}

static const struct rules *rules_of(struct arena *arena, const char *grades)
{
	const struct policy *policy = decoded(
		arena, &policy_record, arena_printf(arena, "policy: test\ngrades: [%s]\n", grades));

	return &policy->rules;
}

#define MEDALS "{grade: Z, from: 80}, {grade: gold, from: 60}, {grade: A, from: 0}"
#define TURNED "{grade: A, from: 50}, {grade: Z, from: 0}"

static void the_newer_policy_says_which_is_worse(void **state)
{
	struct arena arena = {0};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.cards[0].rules = rules_of(&arena, TURNED);
	scene.cards[1].rules = rules_of(&arena, MEDALS);
	assert_true(worse(&scene, "Z", "A"));
	assert_true(worse(&scene, "Z", "gold"));
	assert_false(worse(&scene, "A", "Z"));
	assert_false(worse(&scene, "gold", "gold"));
	arena_free(&arena);
}

static void the_older_one_does_where_the_newer_lacks_a_grade(void **state)
{
	struct arena arena = {0};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.cards[0].rules = rules_of(&arena, MEDALS);
	scene.cards[1].rules = rules_of(&arena, TURNED);
	assert_true(worse(&scene, "gold", "A"));
	assert_false(worse(&scene, "A", "gold"));
	assert_false(worse(&scene, "gold", "tin"));
	scene.ends[1].score = 1;
	assert_true(worse(&scene, "gold", "tin"));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_grade_that_is_gone_is_worse),
		cmocka_unit_test(with_one_end_nothing_is_worse),
		cmocka_unit_test(letters_are_compared_where_there_is_no_policy),
		cmocka_unit_test(other_grades_are_compared_by_score),
		cmocka_unit_test(the_newer_policy_says_which_is_worse),
		cmocka_unit_test(the_older_one_does_where_the_newer_lacks_a_grade),
	};

	return cmocka_run_group_tests_name("change_grade", tests, NULL, NULL);
}
