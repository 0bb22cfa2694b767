/* Changes as a comment of a merge request: what stands where, what is escaped, what fits. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "found.h"
#include "measured.h"
#include "moved.h"

/* One change as Markdown; to be freed. */
static struct buffer drawn(const struct changes *changes, const struct moved *moved)
{
	const struct change *items[] = {&moved->change};
	struct buffer out = {0};

	changes_put_markdown(&out, changes, items, 1);
	written(&out);
	return out;
}

static void a_comment_has_totals_a_table_and_details(void **state)
{
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	out = drawn(moved_totals(), &moved);
	assert_string_equal(out.data,
		"<!-- partner-diff -->\n"
		"### Partners: `main:partners` at `1a2b3c4d` to `HEAD:partners` at `ffee3c4d`, as "
		"of 2026-11-21\n\n"
		"**3 partners changed, 1 added, 0 removed.**\n\n"
		"- **gate met** `score-drop:5` by `acme`, `northbeam`\n\n"
		"| partner | score | grade | standing | why |\n"
		"| :-- | :-- | :-- | :-- | :-- |\n"
		"| Northbeam Identity Cloud | 40.7 (-3.5) | **D**, down from C | **TALK**, down "
		"from KEEP: score below 55 | data -3.1: `incident:NB-131` added, -2.4, "
		"`partners/northbeam.yaml:88` |\n\n"
		"<details>\n"
		"<summary><b>Northbeam Identity Cloud</b>: <b>TALK</b>, down from KEEP; 40.7, 3.5 "
		"points less; <b>grade D</b>, down from C</summary>\n\n"
		"- **now** score below 55\n"
		"- **why** data -3.1, time -0.4\n"
		"- **signs** raised `blame-shifting` (critical); cleared `goals-stale`\n\n"
		"**Points**\n\n"
		"- support **-2.9**, 50.9 to 36.3\n"
		"  - incident-conduct -2.9, 88 to 61\n"
		"    - `incident:NB-131` added -2.4, `partners/northbeam.yaml:88`\n"
		"    - `incident:NB-127` changed -0.5, `partners/northbeam.yaml:75`\n"
		"- value **-0.6**, 49.2 to 46.1\n"
		"  - goal-attainment -0.6, 45 to 43\n"
		"    - `goal:sso` counts no more -0.4, `partners/northbeam.yaml:30`\n"
		"    - several together -0.2\n\n"
		"**Records**\n\n"
		"- `incident:NB-131` added, -2.4, `partners/northbeam.yaml:88`\n"
		"- `incident:NB-127` changed, -0.5, `partners/northbeam.yaml:75`: ownership `owned`, was "
		"`deflected`\n"
		"- `rating:#3` removed, `partners/northbeam.yaml:300`\n\n"
		"</details>\n\n");
	buffer_free(&out);
}

static void none_is_no_change(void **state)
{
	struct changes changes = *moved_totals();
	struct buffer out = {0};

	(void)state;
	changes.changed = changes.added = 0;
	changes.gates.n = 0;
	changes_put_markdown(&out, &changes, NULL, 0);
	assert_times(&out, "\n\n**No change.**\n\n", 1);
	assert_times(&out, "|", 0);
	buffer_free(&out);
}

static void different_days_stand_at_their_sides(void **state)
{
	struct changes_end from = {"partners", day("2026-08-31"), NULL};
	struct changes_end to = {"partners", day("2026-11-21"), NULL};
	struct changes changes = *moved_totals();
	struct buffer out;
	struct moved moved;

	(void)state;
	move(&moved);
	changes.from = &from;
	changes.to = &to;
	out = drawn(&changes, &moved);
	assert_times(
		&out, "### Partners: `partners` on 2026-08-31 to `partners` on 2026-11-21\n", 1);
	buffer_free(&out);
	from.as_of = to.as_of = DATE_NONE;
	out = drawn(&changes, &moved);
	assert_times(&out, "### Partners: `partners` to `partners`\n", 1);
	buffer_free(&out);
}

static void gates_that_nobody_met_are_one_line(void **state)
{
	struct changes changes = *moved_totals();
	struct buffer out;
	struct moved moved;

	(void)state;
	move(&moved);
	changes.gates.items = (const struct changes_gate *)changes.gates.items + 1;
	changes.gates.n = 1;
	out = drawn(&changes, &moved);
	assert_times(&out, "\nNo gate met.\n", 1);
	buffer_free(&out);
}

static void many_partners_at_a_gate_are_counted(void **state)
{
	static const char *const ids[10] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
	const struct changes_gate gate = {"any", LIST(ids)};
	struct changes changes = *moved_totals();
	struct buffer out;
	struct moved moved;

	(void)state;
	move(&moved);
	changes.gates = (struct array){&gate, 1};
	out = drawn(&changes, &moved);
	assert_times(&out, "`any` by `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, 2 more\n", 1);
	buffer_free(&out);
}

/* ---- cells ---- */

static void missing_scores_are_told(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.delta = NAN;
	moved.change.causes = NULL;
	moved.from.score = NAN;
	assert_moved_markdown(&moved, " | 40.7 (no score before) | ", 1);
	assert_moved_markdown(&moved, " | no score to compare |\n", 1);
	moved.to.score = NAN;
	assert_moved_markdown(&moved, " | - (no score) | ", 1);
	moved.from.score = 44.2;
	assert_moved_markdown(&moved, " | - (no score any more) | ", 1);
}

static void grades_may_be_missing(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.from.graded = false;
	assert_moved_markdown(&moved, " | D, none before | ", 1);
	moved.to.graded = false;
	assert_moved_markdown(&moved, " | no grade | ", 1);
	moved.from.graded = true;
	assert_moved_markdown(&moved, " | **no grade**, was C | ", 1);
}

static void without_an_effect_there_are_no_points(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.delta = 0;
	moved.causes = (struct change_causes){0};
	moved.change.criteria.n = 0;
	assert_moved_markdown(&moved, " | no points |\n", 1);
	moved.change.few_events = true;
	assert_moved_markdown(&moved, " | few events (R2): too few now to earn grade C |\n", 1);
	moved.change.few_events = false;
	moved.change.repaired = true;
	assert_moved_markdown(&moved, " | the older file was faulty |\n", 1);
	moved.change.repaired = false;
	moved.change.causes = NULL;
	assert_moved_markdown(&moved,
		" | unknown, as the scorecards differ in policy, calibration or day |\n", 1);
}

/* A record speaks for the cause that it belongs to. */
static void a_cause_has_the_record_of_its_own(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.causes = (struct change_causes){.time = -3.1, .data = -0.4};
	assert_moved_markdown(&moved,
		" | time -3.1: `goal:sso` counts no more, -0.4, `partners/northbeam.yaml:30` |\n",
		1);
	moved.causes = (struct change_causes){.policy = -3.1, .data = -0.4};
	assert_moved_markdown(&moved, " | policy -3.1 |\n", 1);
}

static void a_partner_that_came_or_went_has_a_row(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	move_end(&moved, CHANGE_ADDED);
	assert_moved_markdown(
		&moved, "| Northbeam Identity Cloud | 40.7 | D | TALK | added |\n", 1);
	assert_moved_markdown(&moved,
		"</b>: added, TALK; 40.7; grade D</summary>\n\n"
		"- **file** `partners/northbeam.yaml:1`\n\n</details>\n",
		1);
	move_end(&moved, CHANGE_REMOVED);
	assert_moved_markdown(
		&moved, "| Northbeam Identity Cloud | 44.2 | C | KEEP | removed |\n", 1);
	assert_moved_markdown(&moved, "</b>: removed, was KEEP; 44.2; grade C</summary>\n", 1);
}

static void weights_stand_apart(void **state)
{
	struct change_criterion criterion = {"support", -2.9, 0.2, 50.9, 36.3, {NULL, 0}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.criteria = (struct array){&criterion, 1};
	assert_moved_markdown(
		&moved, "\n- support **-2.9**, 50.9 to 36.3; **+0.2** by another weight\n", 1);
	criterion.value_effect = 0;
	assert_moved_markdown(&moved, "\n- support **+0.2** by another weight\n", 1);
}

/* ---- texts from files ---- */

static void ordinary_names_look_like_themselves(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.name = "Acme & Sons (EU) – v1.2_beta";
	assert_moved_markdown(&moved, "\n| Acme &amp; Sons (EU) – v1.2&#95;beta | ", 1);
	moved.change.name = "شركة المثال 🌍";
	assert_moved_markdown(&moved, "\n| شركة المثال 🌍 | ", 1);
}

static void long_names_are_shortened(void **state)
{
	char name[301], shortened[128];
	struct moved moved;

	(void)state;
	move(&moved);
	memset(name, 'x', 300);
	name[300] = '\0';
	snprintf(shortened, sizeof(shortened), "| %.40s…%.39s | ", name, name);
	moved.change.name = name;
	assert_moved_markdown(&moved, shortened, 1);
}

/* Blanks out what stands in code, where nothing is read. */
static void blank_code(char *text)
{
	bool code = false;

	for (; *text; text++) {
		if (*text == '`')
			code = !code;
		else if (*text == '\n')
			assert_false(code);
		else if (code)
			*text = 'c';
	}
}

static void hostile_texts_are_no_markup(void **state)
{
	static const char *const never[] = {"@all", " #1 ", "!2", "~bug", "[x]", "](", "<script",
		"www.x", "https:", "*e*", "_u_", "$m", "GH-1", "0123456", "\r", "\x1b",
		"\xe2\x80\xae", "| a |", "::e"};
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	move_texts(&moved, HOSTILE);
	out = drawn(moved_totals(), &moved);
	blank_code(out.data);
	for (size_t i = 0; i < COUNT_OF(never); i++)
		assert_times(&out, never[i], 0);
	assert_times(&out, "</summary>", 1);
	assert_times(&out, "\n| ", 3);
	buffer_free(&out);
}

/* A row has five cells, whatever stands in them. */
static void hostile_texts_break_no_row(void **state)
{
	const char *row;
	size_t bars = 0;
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	move_texts(&moved, HOSTILE);
	out = drawn(moved_totals(), &moved);
	row = strstr(out.data, "| :-- |\n");
	assert_non_null(row);
	row = strchr(row, '\n') + 1;
	for (; *row != '\n'; row++)
		bars += *row == '|';
	assert_int_equal(bars, 6);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_comment_has_totals_a_table_and_details),
		cmocka_unit_test(none_is_no_change),
		cmocka_unit_test(different_days_stand_at_their_sides),
		cmocka_unit_test(gates_that_nobody_met_are_one_line),
		cmocka_unit_test(many_partners_at_a_gate_are_counted),
		cmocka_unit_test(missing_scores_are_told),
		cmocka_unit_test(grades_may_be_missing),
		cmocka_unit_test(without_an_effect_there_are_no_points),
		cmocka_unit_test(a_cause_has_the_record_of_its_own),
		cmocka_unit_test(a_partner_that_came_or_went_has_a_row),
		cmocka_unit_test(weights_stand_apart),
		cmocka_unit_test(ordinary_names_look_like_themselves),
		cmocka_unit_test(long_names_are_shortened),
		cmocka_unit_test(hostile_texts_are_no_markup),
		cmocka_unit_test(hostile_texts_break_no_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
