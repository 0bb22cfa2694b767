/* Changes as text: what is said, what is left out, and how a change is ordered. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found.h"
#include "measured.h"
#include "moved.h"

static const struct card_style plain = {.columns = 80};

static void assert_text(const struct moved *moved, const char *expected)
{
	struct buffer out = {0};

	change_put_text(&out, &moved->change, &plain);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void a_change_says_what_why_and_where(void **state)
{
	static const char *const gates[] = {"score-drop:5", "sign:critical"};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.gates = (struct array)LIST(gates);
	assert_text(&moved,
		"Northbeam Identity Cloud  vendor, strategic, critical  2026-11-21\n"
		"TALK, down from KEEP   40.7, 3.5 points less   grade D, down from C\n"
		"  gates  score-drop:5, sign:critical\n"
		"  now    score below 55\n"
		"  why    data -3.1, time -0.4\n"
		"  support        -2.9  50.9 to 36.3\n"
		"    incident-conduct  -2.9  88 to 61\n"
		"      -2.4  incident:NB-131  added    partners/northbeam.yaml:88\n"
		"      -0.5  incident:NB-127  changed  partners/northbeam.yaml:75\n"
		"  value          -0.6  49.2 to 46.1\n"
		"    goal-attainment  -0.6  45 to 43\n"
		"      -0.4  goal:sso  counts no more  partners/northbeam.yaml:30\n"
		"      -0.2  several together\n"
		"  signs  raised blame-shifting (critical); cleared goals-stale\n"
		"  records\n"
		"    + incident:NB-131  -2.4  partners/northbeam.yaml:88\n"
		"    ~ incident:NB-127  -0.5  partners/northbeam.yaml:75: ownership owned, was\n"
		"        deflected\n"
		"    - rating:#3  partners/northbeam.yaml:300\n");
}

/* ---- the head ---- */

static void two_days_are_both_named(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.from.as_of = day("2026-08-31");
	assert_moved_text(&moved, "critical  2026-08-31 to 2026-11-21\n", 1);
}

static void missing_scores_are_told(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.delta = NAN;
	moved.change.causes = NULL;
	moved.change.criteria.n = 0;
	moved.from.score = NAN;
	assert_moved_text(&moved, "   40.7, no score before   ", 1);
	moved.to.score = NAN;
	assert_moved_text(&moved, "   no score, no score before   ", 1);
	moved.from.score = 44.2;
	assert_moved_text(&moved, "   no score any more, was 44.2   ", 1);
	assert_moved_text(&moved, "  why", 0);
}

static void a_change_may_bring_points_or_none(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.delta = 12.3;
	assert_moved_text(&moved, "   40.7, 12.3 points more   ", 1);
	moved.change.delta = 0;
	moved.causes = (struct change_causes){0};
	assert_moved_text(&moved, "   40.7, as before   ", 1);
	assert_moved_text(&moved, "  why", 0);
}

static void grades_go_up_and_down(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.to.grade = "B";
	assert_moved_text(&moved, "   grade B, up from C\n", 1);
	moved.to.grade = "C";
	assert_moved_text(&moved, "   grade C\n", 1);
	moved.from.graded = false;
	assert_moved_text(&moved, "   grade C, none before\n", 1);
	moved.to.graded = false;
	assert_moved_text(&moved, "   no grade\n", 1);
	moved.from.graded = true;
	assert_moved_text(&moved, "   no grade, was C\n", 1);
}

/* Whatever the letters are: the policy says which grade is better. */
static void grades_have_the_order_of_the_policy(void **state)
{
	struct grade_band bands[] = {{.grade.text = "Z"}, {.grade.text = "Y"}};
	struct rules rules = {.grades.list = {.items = bands, .n = 2}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.card.rules = &rules;
	moved.from.grade = "Y";
	moved.to.grade = "Z";
	assert_moved_text(&moved, "   grade Z, up from Y\n", 1);
	moved.from.grade = "Z";
	moved.to.grade = "Y";
	assert_moved_text(&moved, "   grade Y, down from Z\n", 1);
}

static void standings_go_up_and_down(void **state)
{
	static const struct {
		enum standing from, to;
		const char *head;
	} rows[] = {{STANDING_EXIT, STANDING_TALK, "TALK, up from EXIT   "},
		{STANDING_TALK, STANDING_EXIT, "EXIT, down from TALK   "},
		{STANDING_GROW, STANDING_GATHER, "GATHER, was GROW   "},
		{STANDING_GATHER, STANDING_GROW, "GROW, was GATHER   "},
		{STANDING_KEEP, STANDING_KEEP, "\nKEEP   "}};
	struct moved moved;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		move(&moved);
		moved.from.standing = rows[i].from;
		moved.to.standing = rows[i].to;
		assert_moved_text(&moved, rows[i].head, 1);
	}
	moved.to.standing = STANDING_NONE;
	moved.to.phase = PHASE_ENDED;
	assert_moved_text(&moved, "\nENDED, was KEEP   ", 1);
}

static void colour_stands_on_what_is_worse_or_better(void **state)
{
	const struct card_style colored = {.columns = 80, .color = true};
	struct buffer out = {0};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.to.standing = STANDING_GROW;
	change_put_text(&out, &moved.change, &colored);
	assert_times(&out, "\n\033[1;32mGROW, up from KEEP\033[0m   40.7", 1);
	assert_times(&out, "   \033[1;31mgrade D, down from C\033[0m\n", 1);
	assert_times(&out, "\033[", 4);
	buffer_clear(&out);
	moved.to = moved.from;
	change_put_text(&out, &moved.change, &colored);
	assert_times(&out, "\033[", 0);
	buffer_free(&out);
}

static void a_partner_that_came_or_went_is_short(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	move_end(&moved, CHANGE_ADDED);
	assert_text(&moved,
		"Northbeam Identity Cloud  vendor, strategic, critical  2026-11-21\n"
		"ADDED   TALK   40.7   grade D\n"
		"  file   partners/northbeam.yaml:1\n");
	move_end(&moved, CHANGE_REMOVED);
	assert_text(&moved,
		"Northbeam Identity Cloud  vendor, strategic, critical  2026-11-21\n"
		"REMOVED   was KEEP   44.2   grade C\n"
		"  file   partners/northbeam.yaml:1\n");
}

/* ---- why ---- */

static void the_largest_cause_comes_first(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.causes = (struct change_causes){0.4, -0.4, 1.2, 0.0};
	assert_moved_text(&moved, "  why    time +1.2, policy +0.4, calibration -0.4\n", 1);
}

static void few_events_are_explained(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.causes = (struct change_causes){0};
	moved.change.delta = 0;
	moved.change.few_events = true;
	assert_moved_text(&moved, "  why    few events (R2): too few now to earn grade C\n", 1);
	moved.to.grade = "B";
	assert_moved_text(&moved, "  why    few events (R2): enough now to earn grade B\n", 1);
	moved.causes = (struct change_causes){.data = 0.2, .time = -0.2};
	assert_moved_text(&moved, "  why    time -0.2, data +0.2; few events (R2): enough now", 1);
}

/* No policy, no letters, no points. */
static void grades_may_have_no_order(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.from.grade = "good";
	moved.to.grade = "fair";
	moved.from.score = moved.to.score;
	moved.causes = (struct change_causes){0};
	moved.change.few_events = true;
	assert_moved_text(&moved,
		"   grade fair, was good\n  now    score below 55\n  why    few events (R2)\n", 1);
}

static void a_repair_is_no_change_of_the_score(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.from = NULL;
	moved.change.repaired = true;
	moved.change.delta = NAN;
	moved.change.causes = NULL;
	moved.change.criteria.n = 0;
	assert_moved_text(&moved, "\nTALK   40.7, no score before   grade D\n", 1);
	assert_moved_text(&moved, "  why    the older file was faulty\n", 1);
}

static void causes_between_scorecards_may_be_unknown(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.causes = NULL;
	moved.change.criteria.n = 0;
	assert_moved_text(&moved,
		"  why    unknown, as the scorecards differ in policy, calibration or day\n", 1);
}

static void coverage_and_phase_are_told_when_they_moved(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	assert_moved_text(&moved, "  also", 0);
	moved.from.coverage = 0.9;
	assert_moved_text(&moved, "  also   coverage 98 %, was 90 %\n", 1);
	moved.from.phase = PHASE_ONBOARDING;
	assert_moved_text(
		&moved, "  also   coverage 98 %, was 90 %; phase steady, was onboarding\n", 1);
	moved.from.coverage = 0.98;
	assert_moved_text(&moved, "  also   phase steady, was onboarding\n", 1);
}

/* ---- all together ---- */

static void assert_totals(const struct changes *changes, const char *expected)
{
	struct buffer out = {0};

	changes_put_text(&out, changes, &plain);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void totals_name_the_gates_that_were_met(void **state)
{
	struct changes changes = *moved_totals();

	(void)state;
	assert_totals(&changes,
		"3 partners changed, 1 added, 0 removed; gates met: score-drop:5 (acme,\n"
		"  northbeam)\n");
	changes.gates.items = (const struct changes_gate *)changes.gates.items + 1;
	changes.gates.n = 1;
	assert_totals(&changes, "3 partners changed, 1 added, 0 removed; no gate met\n");
	changes.gates.n = 0;
	assert_totals(&changes, "3 partners changed, 1 added, 0 removed\n");
}

static void no_change_is_said(void **state)
{
	const struct changes changes = {.compared = 12, .unchanged = 12};
	const struct changes one = {.compared = 1, .changed = 1};
	const struct changes gone = {.removed = 2};

	(void)state;
	assert_totals(&changes, "no change\n");
	assert_totals(&one, "1 partner changed, 0 added, 0 removed\n");
	assert_totals(&gone, "0 partners changed, 0 added, 2 removed\n");
}

/* `one` comes before `other`, and other not before it. */
static void assert_order(const struct change *one, const struct change *other)
{
	assert_true(change_compare(one, other) < 0);
	assert_true(change_compare(other, one) > 0);
	assert_int_equal(change_compare(one, one), 0);
}

static void the_worst_comes_first(void **state)
{
	static const char *const gates[] = {"any"};
	struct change met = moved_by("z", NAN), loss = moved_by("y", -2), gain = moved_by("b", 1);
	struct change same = moved_by("c", 1), unknown = moved_by("a", NAN);
	struct change stranger = moved_by("d", NAN);

	(void)state;
	met.gates = (struct array)LIST(gates);
	assert_order(&met, &loss);
	assert_order(&loss, &gain);
	assert_order(&gain, &same);
	assert_order(&same, &unknown);
	assert_order(&unknown, &stranger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_says_what_why_and_where),
		cmocka_unit_test(two_days_are_both_named),
		cmocka_unit_test(missing_scores_are_told),
		cmocka_unit_test(a_change_may_bring_points_or_none),
		cmocka_unit_test(grades_go_up_and_down),
		cmocka_unit_test(grades_have_the_order_of_the_policy),
		cmocka_unit_test(standings_go_up_and_down),
		cmocka_unit_test(colour_stands_on_what_is_worse_or_better),
		cmocka_unit_test(a_partner_that_came_or_went_is_short),
		cmocka_unit_test(the_largest_cause_comes_first),
		cmocka_unit_test(few_events_are_explained),
		cmocka_unit_test(grades_may_have_no_order),
		cmocka_unit_test(a_repair_is_no_change_of_the_score),
		cmocka_unit_test(causes_between_scorecards_may_be_unknown),
		cmocka_unit_test(coverage_and_phase_are_told_when_they_moved),
		cmocka_unit_test(totals_name_the_gates_that_were_met),
		cmocka_unit_test(no_change_is_said),
		cmocka_unit_test(the_worst_comes_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
