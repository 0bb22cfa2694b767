/* Gates held against changes: which meet them, and which do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "partner/gates.h"

/* A change of nothing, of which each test changes what it needs. */
struct scene {
	struct change_end ends[2];
	struct change_signs signs;
	struct change_records records;
	struct scorecard cards[2];
	struct card_sign heard[1];
	struct change change;
};

static void scene_init(struct scene *scene)
{
	const struct change_end end = {
		.score = 72.4, .grade = "B", .graded = true, .standing = STANDING_KEEP};

	*scene = (struct scene){.ends = {end, end}};
	scene->change = (struct change){
		.partner = "acme",
		.status = CHANGE_CHANGED,
		.from = &scene->ends[0],
		.to = &scene->ends[1],
		.signs = &scene->signs,
		.records = &scene->records,
		.cards = {&scene->cards[0], &scene->cards[1]},
	};
}

static bool met(const struct scene *scene, const char *gate)
{
	struct arena arena = {0};
	struct gates gates = {0};
	struct buffer fault = {0};
	bool result;

	assert_true(gates_add(&gates, &arena, gate, &fault));
	result = gate_met(&gates.items[0], &scene->change);
	arena_free(&arena);
	return result;
}

static const char *const all_gates[] = {"added", "removed", "record-removed", "ungraded",
	"grade-drop", "muted", "score-drop:0", "standing:grow", "standing:keep", "standing:talk",
	"standing:exit", "standing:gather", "sign:note", "sign:captive"};

/* Fails unless just these gates are met, and any. */
static void assert_met(const struct scene *scene, const char *expected)
{
	struct buffer found = {0};

	assert_true(met(scene, "any"));
	for (size_t i = 0; i < COUNT_OF(all_gates); i++)
		if (met(scene, all_gates[i]))
			buffer_printf(&found, "%s%s", found.length ? " " : "", all_gates[i]);
	buffer_putc(&found, '\0');
	assert_string_equal(found.data, expected);
	buffer_free(&found);
}

static void another_note_meets_any_alone(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	assert_met(&scene, "");
}

/* Its standing and signs are as bad as can be, yet nothing has become worse. */
static void what_is_added_has_no_before(void **state)
{
	static const char *const captive[] = {"captive"};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.ends[1] = (struct change_end){.score = NAN, .grade = "-", .standing = STANDING_EXIT};
	scene.heard[0] =
		(struct card_sign){.sign = "captive", .level = SIGN_CRITICAL, .muted = DATE_NONE};
	scene.cards[1].signs = (struct array){scene.heard, 1};
	scene.signs.raised = (struct array){captive, 1};
	scene.change.from = NULL;
	scene.change.cards[0] = NULL;
	scene.change.status = CHANGE_ADDED;
	assert_met(&scene, "added");
	scene.change.status = CHANGE_CHANGED;
	scene.change.repaired = true;
	assert_met(&scene, "");
}

static void what_is_removed_meets_no_more_than_that(void **state)
{
	static const struct card_reference gone[] = {{"incident:INC-1", "acme.yaml", 7}};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.records.removed = (struct array){gone, 1};
	scene.change.status = CHANGE_REMOVED;
	scene.change.to = NULL;
	scene.change.cards[1] = NULL;
	assert_met(&scene, "removed");
}

static void a_removed_record_is_met(void **state)
{
	static const struct card_reference gone[] = {{"incident:INC-1", "acme.yaml", 7}};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.records.added = (struct array){gone, 1};
	assert_met(&scene, "");
	scene.records.removed = (struct array){gone, 1};
	assert_met(&scene, "record-removed");
}

static void falls_are_those_of_the_print(void **state)
{
	static const struct {
		double from, to;
		const char *gate;
		bool met;
	} falls[] = {
		{72.4, 67.4, "score-drop:5", true},
		{72.4, 67.5, "score-drop:5", false},
		{0.3, 0.2, "score-drop:0.1", true},
		{70.3, 70.0, "score-drop:0.3", true},
		{70.3, 70.0, "score-drop:0.4", false},
		{70.3, 70.0, "score-drop:0", true},
		{70.3, 70.3, "score-drop:0", false},
		{70.3, 70.4, "score-drop:0", false},
		{100, 0, "score-drop:100", true},
		{100, 0, "score-drop:101", false},
		{100, NAN, "score-drop:99999999999999999999", true},
		{NAN, 0, "score-drop:0", false},
		{NAN, NAN, "score-drop:0", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(falls); i++) {
		struct scene scene;

		scene_init(&scene);
		scene.ends[0].score = falls[i].from;
		scene.ends[1].score = falls[i].to;
		if (met(&scene, falls[i].gate) != falls[i].met)
			fail_msg("%g to %g, %s", falls[i].from, falls[i].to, falls[i].gate);
	}
}

static void standings_are_met_when_they_are_new(void **state)
{
	static const struct {
		enum standing from, to;
		const char *met;
	} moves[] = {
		{STANDING_GROW, STANDING_KEEP, "standing:keep"},
		{STANDING_KEEP, STANDING_EXIT, "standing:talk standing:exit"},
		{STANDING_TALK, STANDING_EXIT, "standing:exit"},
		{STANDING_EXIT, STANDING_TALK, ""},
		{STANDING_EXIT, STANDING_GROW, ""},
		{STANDING_EXIT, STANDING_EXIT, ""},
		{STANDING_KEEP, STANDING_GATHER, "standing:gather"},
		{STANDING_GATHER, STANDING_GATHER, ""},
		{STANDING_GATHER, STANDING_KEEP, "standing:grow standing:keep"},
		{STANDING_NONE, STANDING_TALK, "standing:grow standing:keep standing:talk"},
		{STANDING_NONE, STANDING_GATHER, "standing:gather"},
		{STANDING_EXIT, STANDING_NONE, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(moves); i++) {
		struct scene scene;

		scene_init(&scene);
		scene.ends[0].standing = moves[i].from;
		scene.ends[1].standing = moves[i].to;
		assert_met(&scene, moves[i].met);
	}
}

/* The only raised sign, as it is heard now. */
static void raise_captive(struct scene *scene, enum sign_level level, int32_t muted)
{
	static const char *const captive[] = {"captive"};

	scene->heard[0] =
		(struct card_sign){.sign = "captive", .level = (int)level, .muted = muted};
	scene->cards[1].signs = (struct array){scene->heard, 1};
	scene->signs.raised = (struct array){captive, 1};
}

static void raised_signs_are_met_by_name_and_level(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	raise_captive(&scene, SIGN_WARNING, DATE_NONE);
	assert_met(&scene, "sign:note sign:captive");
	assert_true(met(&scene, "sign:warning"));
	assert_false(met(&scene, "sign:critical"));
	assert_false(met(&scene, "sign:winding-down"));
	raise_captive(&scene, SIGN_CRITICAL, DATE_NONE);
	assert_true(met(&scene, "sign:critical"));
}

static void signs_that_are_not_raised_are_not_met(void **state)
{
	static const char *const winding[] = {"winding-down"};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	raise_captive(&scene, SIGN_CRITICAL, DATE_NONE);
	scene.signs.raised.n = 0;
	scene.signs.cleared = scene.signs.eased = (struct array){winding, 1};
	assert_met(&scene, "");
	scene.signs.raised = (struct array){winding, 1};
	assert_false(met(&scene, "sign:note"));
	assert_false(met(&scene, "sign:captive"));
}

static void grades_are_met_when_they_are_worse(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	scene.ends[1].grade = "C";
	assert_met(&scene, "grade-drop");
	scene.ends[1].grade = "A";
	assert_met(&scene, "");
	scene.ends[1].grade = "-";
	scene.ends[1].graded = false;
	assert_met(&scene, "ungraded grade-drop");
	scene.ends[0] = scene.ends[1];
	assert_met(&scene, "");
}

/* A scorecard of another hand may leave out names. */
static void signs_without_a_name_are_not_met(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene);
	raise_captive(&scene, SIGN_CRITICAL, DATE_NONE);
	scene.heard[0].sign = NULL;
	assert_false(met(&scene, "sign:note"));
}

static void muted_signs_are_heard_by_one_gate_only(void **state)
{
	static const char *const captive[] = {"captive"};
	struct scene scene;

	(void)state;
	scene_init(&scene);
	raise_captive(&scene, SIGN_CRITICAL, 20634);
	scene.signs.raised.n = 0;
	scene.signs.muted = (struct array){captive, 1};
	assert_met(&scene, "muted");
	raise_captive(&scene, SIGN_CRITICAL, 20634);
	assert_false(met(&scene, "sign:critical"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_note_meets_any_alone),
		cmocka_unit_test(what_is_added_has_no_before),
		cmocka_unit_test(what_is_removed_meets_no_more_than_that),
		cmocka_unit_test(a_removed_record_is_met),
		cmocka_unit_test(falls_are_those_of_the_print),
		cmocka_unit_test(standings_are_met_when_they_are_new),
		cmocka_unit_test(raised_signs_are_met_by_name_and_level),
		cmocka_unit_test(signs_that_are_not_raised_are_not_met),
		cmocka_unit_test(grades_are_met_when_they_are_worse),
		cmocka_unit_test(signs_without_a_name_are_not_met),
		cmocka_unit_test(muted_signs_are_heard_by_one_gate_only),
	};

	return cmocka_run_group_tests_name("gates_met", tests, NULL, NULL);
}
