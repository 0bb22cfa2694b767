/* Changes as annotations of GitHub: how loud, where, and in which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "found.h"
#include "moved.h"
#include "partner/findings.h"
#include "partner/arena.h"

static const char *place(void *context, struct arena *arena, const char *path)
{
	return arena_printf(arena, "%s%s", (const char *)context, path);
}

static struct buffer drawn(const struct moved *moved, size_t times)
{
	const struct change *items[16];
	struct buffer out = {0};
	char top[] = "top/";

	assert_true(times <= COUNT_OF(items));
	for (size_t i = 0; i < times; i++)
		items[i] = &moved->change;
	changes_put_annotations(&out, items, times, place, top);
	return out;
}

static void assert_drawn(const struct moved *moved, const char *expected)
{
	struct buffer out = drawn(moved, 1);

	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void assert_begins(const struct moved *moved, const char *expected)
{
	struct buffer out = drawn(moved, 1);

	assert_ptr_equal(strstr(written(&out), expected), out.data);
	buffer_free(&out);
}

static void a_sentence_stands_at_the_record_of_largest_effect(void **state)
{
	static const char *const gates[] = {"score-drop:3", "any"};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.gates = (struct array)LIST(gates);
	assert_drawn(&moved,
		"::error file=top/partners/northbeam.yaml,line=88,endLine=88,title=Northbeam "
		"Identity Cloud::40.7, 3.5 points less; grade D, down from C; TALK, down from KEEP: "
		"score below 55; data -3.1: incident:NB-131 added, -2.4, partners/northbeam.yaml:88; raised "
		"blame-shifting (critical); cleared goals-stale; meets score-drop:3, any\n");
}

static void a_raised_sign_or_a_worse_grade_is_a_warning(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	assert_begins(&moved, "::warning ");
	moved.signs = (struct change_signs){0};
	assert_begins(&moved, "::warning ");
	moved.to.grade = "C";
	assert_begins(&moved, "::notice ");
	moved.to.graded = false;
	assert_begins(&moved, "::warning ");
	moved.to.graded = true;
	moved.to.grade = "B";
	assert_begins(&moved, "::notice ");
}

static void what_was_removed_has_no_line_any_more(void **state)
{
	struct change_record records[] = {{"incident:1", RECORD_REMOVED, -2, "a.yaml", 900},
		{"incident:2", RECORD_AGED, -1, "b.yaml", 7}};
	struct change_measure measure = {"fault-share", -3, 70, 61, LIST(records)};
	struct change_criterion criterion = {"support", -3, 0, 50, 40, {&measure, 1}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.criteria = (struct array){&criterion, 1};
	assert_begins(&moved, "::warning file=top/b.yaml,line=7,endLine=7,");
}

static void without_effects_a_record_or_the_file_is_shown(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.criteria.n = 0;
	assert_begins(&moved, "::warning file=top/partners/northbeam.yaml,line=75,");
	moved.records.changed.n = 0;
	assert_begins(&moved, "::warning file=top/partners/northbeam.yaml,line=88,");
	moved.records.added.n = 0;
	assert_begins(&moved, "::warning file=top/partners/northbeam.yaml,line=1,");
	moved.records = (struct change_records){0};
	assert_begins(&moved, "::warning file=top/partners/northbeam.yaml,line=1,");
	moved.change.line = 0;
	assert_begins(&moved, "::warning file=top/partners/northbeam.yaml,title=");
	moved.change.path = NULL;
	assert_begins(&moved, "::warning title=Northbeam Identity Cloud::");
}

static void a_removed_partner_says_so(void **state)
{
	struct moved moved;

	(void)state;
	move(&moved);
	move_end(&moved, CHANGE_REMOVED);
	moved.change.criteria.n = 0;
	moved.signs = (struct change_signs){0};
	moved.records = (struct change_records){0};
	assert_drawn(&moved,
		"::notice file=top/partners/northbeam.yaml,line=1,endLine=1,title=Northbeam "
		"Identity Cloud::44.2; grade C; KEEP; removed\n");
}

static void hostile_texts_stay_in_their_line(void **state)
{
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	move_texts(&moved, HOSTILE);
	out = drawn(&moved, 1);
	assert_times(&out, "\n", 1);
	assert_times(&out, "\r", 0);
	assert_times(&out, "\x1b", 0);
	assert_times(&out, "\xe2\x80\xae", 0);
	assert_times(&out, "%0A<b>", 0);
	assert_times(&out, "title=%3A%3Aerror%3A%3A%250A<b>", 1);
	buffer_free(&out);
}

static void ten_of_a_level_are_shown(void **state)
{
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	out = drawn(&moved, 13);
	assert_times(&out, "::warning ", ANNOTATIONS_MOST);
	assert_times(&out,
		"::notice title=partner-diff::3 more not shown here: 0 errors, 3 warnings, 0 "
		"notes\n",
		1);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_stands_at_the_record_of_largest_effect),
		cmocka_unit_test(a_raised_sign_or_a_worse_grade_is_a_warning),
		cmocka_unit_test(what_was_removed_has_no_line_any_more),
		cmocka_unit_test(without_effects_a_record_or_the_file_is_shown),
		cmocka_unit_test(a_removed_partner_says_so),
		cmocka_unit_test(hostile_texts_stay_in_their_line),
		cmocka_unit_test(ten_of_a_level_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
