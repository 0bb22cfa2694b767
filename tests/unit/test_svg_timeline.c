/* Time lines: where marks and lines are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "drawn.h"
#include "found.h"
#include "measured.h"
#include "partner/random.h"
#include "partner/svg.h"

/* From 2026-12-01 on so many days. Beside labels of one letter they lie between 22.7 and 1024,
 * beside wide ones between 220 and 1024; the first row is in the middle at 39. */
static struct buffer draw(const struct timeline_row *rows, size_t n, int32_t days)
{
	const struct timeline chart = {
		HOSTILE_TAG, rows, n, day("2026-12-01"), day("2026-12-01") + days - 1};
	struct buffer out = {0};

	svg_put_timeline(&out, &chart);
	if (out.length)
		assert_well_drawn(written(&out));
	return out;
}

/* So wide that a day of 402 takes two pixels. */
#define WIDE "a label that takes all the room it may have"
#define DAYS 402

static struct timeline_row row_of(const char *opens, const char *due, const char *end)
{
	return (struct timeline_row){
		.label = WIDE,
		.opens = opens ? day(opens) : DATE_NONE,
		.due = due ? day(due) : DATE_NONE,
		.end = end ? day(end) : DATE_NONE,
	};
}

static struct buffer draw_one(struct timeline_row row)
{
	return draw(&row, 1, DAYS);
}

static void marks_lie_at_noon_of_their_days(void **state)
{
	(void)state;
	struct buffer out = draw_one(row_of("2026-12-02", "2026-12-31", "2027-03-11"));

	assert_drawn(written(&out), "<line class=\"axis\"", "x1=223 y1=34 x2=223 y2=44");
	assert_drawn(written(&out), "<line class=\"split\"", "x1=223 y1=39 x2=281");
	assert_times(&out, "<path class=\"bar\" d=\"M281 34L286 39L281 44L276 39Z\"/>", 1);
	assert_drawn(written(&out), "<line class=\"interval\"", "x1=281 y1=39 x2=421 y2=39");
	assert_drawn(written(&out), "<rect class=\"tick\"", "x=419.5 y=31 width=3 height=16");
	buffer_free(&out);
}

static void what_is_urgent_is_larger_too(void **state)
{
	(void)state;
	struct timeline_row row = row_of(NULL, "2026-12-31", NULL);
	struct buffer out;

	row.urgent = true;
	out = draw_one(row);
	assert_times(&out, "<path class=\"critical\" d=\"M281 32L288 39L281 46L274 39Z\"/>", 1);
	assert_times(&out, "class=\"interval\"", 0);
	buffer_free(&out);
}

static void what_was_missed_is_hollow_at_the_first_day(void **state)
{
	(void)state;
	struct timeline_row row = row_of("2026-06-01", "2026-11-01", "2027-03-11");
	struct buffer out;

	row.missed = true;
	out = draw_one(row);
	assert_times(&out, "<path class=\"hollow\" d=\"M220 34L225 39L220 44L215 39Z\"/>", 1);
	assert_drawn(written(&out), "<line class=\"interval\"", "x1=220 x2=421");
	assert_times(&out, "<path", 1);
	assert_times(&out, "due 2026-11-01, missed, ends 2027-03-11</title>", 1);
	buffer_free(&out);
}

static void without_a_day_to_be_due_the_line_comes_from_the_left(void **state)
{
	(void)state;
	struct buffer out = draw_one(row_of(NULL, NULL, "2027-03-11"));

	assert_drawn(written(&out), "<line class=\"interval\"", "x1=220 x2=421");
	assert_times(&out, "<path", 0);
	buffer_free(&out);
}

static void beyond_the_last_day_lines_end_without_a_mark(void **state)
{
	(void)state;
	struct buffer out = draw_one(row_of("2026-01-01", "2026-12-31", "2030-01-01"));

	assert_drawn(written(&out), "<line class=\"split\"", "x1=220 x2=281");
	assert_drawn(written(&out), "<line class=\"interval\"", "x1=281 x2=1024");
	assert_times(&out, "class=\"tick\"", 0);
	buffer_free(&out);
}

static void what_is_over_or_far_off_is_not_drawn(void **state)
{
	(void)state;
	struct buffer out = draw_one(row_of("2026-01-01", "2026-02-01", "2026-03-01"));

	assert_times(&out, "interval", 0);
	assert_times(&out, "<path", 0);
	buffer_free(&out);
	out = draw_one(row_of("2030-01-01", "2030-02-01", "2030-03-01"));
	assert_times(&out, "interval", 0);
	assert_times(&out, "<path", 0);
	buffer_free(&out);
}

/* 66 pixels apart at least: of 402 days every second month, of 200 each. */
static void months_are_named_from_the_first_on(void **state)
{
	(void)state;
	const struct timeline_row row = row_of(NULL, NULL, "2027-03-11");
	struct buffer out = draw(&row, 1, DAYS);

	assert_times(&out, ">Dec 2026</text>", 1);
	assert_times(&out, ">Jan 2027</text>", 0);
	assert_times(&out, ">Feb 2027</text>", 1);
	assert_drawn(written(&out), "<line class=\"grid\"", "x1=282 y1=24 y2=54");
	buffer_free(&out);
	out = draw(&row, 1, 200);
	assert_times(&out, ">Jan 2027</text>", 1);
	assert_times(&out, ">Feb 2027</text>", 1);
	buffer_free(&out);
}

static void many_rows_have_the_months_below_as_well(void **state)
{
	(void)state;
	struct timeline_row rows[16];
	struct buffer out;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		rows[i] = row_of(NULL, NULL, "2027-03-11");
	out = draw(rows, 15, DAYS);
	assert_drawn(written(&out), "<svg", "width=1040 height=475");
	assert_times(&out, ">Dec 2026</text>", 1);
	buffer_free(&out);
	out = draw(rows, 16, DAYS);
	assert_drawn(written(&out), "<svg", "width=1040 height=528");
	assert_times(&out, ">Dec 2026</text>", 2);
	buffer_free(&out);
}

static void long_labels_are_cut_and_whole_in_the_title(void **state)
{
	(void)state;
	struct timeline_row row = row_of(NULL, NULL, "2027-03-11");
	struct buffer out;

	row.aside = "2.85 M GBP";
	out = draw_one(row);
	assert_times(&out, ">a label that takes all the ro…</text>", 1);
	assert_times(&out, "<title>" WIDE ", ends 2027-03-11; 2.85 M GBP</title>", 1);
	assert_times(
		&out, "<text class=\"minor\" x=\"1040\" y=\"43\" text-anchor=\"end\">2.85 M", 1);
	buffer_free(&out);
}

/* 40 pixels more of labels and 67 of what is aside are 107 less of days. */
static void days_take_the_room_that_texts_leave(void **state)
{
	(void)state;
	struct timeline_row row = row_of(NULL, NULL, "2040-01-01");
	struct buffer out;

	row.label = "a";
	out = draw_one(row);
	assert_drawn(written(&out), "<line class=\"interval\"", "x1=22.7 x2=1024");
	buffer_free(&out);
	row.label = "1234567";
	row.aside = "1234567890";
	out = draw_one(row);
	assert_drawn(written(&out), "<line class=\"interval\"", "x1=62.9 x2=957");
	buffer_free(&out);
}

static void without_rows_or_days_there_is_no_chart(void **state)
{
	(void)state;
	const struct timeline_row row = row_of(NULL, NULL, NULL);
	struct timeline chart = {"x", &row, 1, DATE_NONE, DATE_NONE};
	struct buffer out = draw(NULL, 0, DAYS);

	assert_int_equal(out.length, 0);
	out = draw(&row, 1, 0);
	assert_int_equal(out.length, 0);
	svg_put_timeline(&out, &chart);
	assert_int_equal(out.length, 0);
}

static void hostile_labels_do_not_get_out(void **state)
{
	(void)state;
	static const char *const labels[] = {HOSTILE_TAG, HOSTILE_FORMULA, HOSTILE_LINES,
		HOSTILE_ARABIC, HOSTILE_EMOJI, "\"/><script>", ""};
	struct timeline_row rows[COUNT_OF(labels)];
	struct buffer out;

	for (size_t i = 0; i < COUNT_OF(labels); i++) {
		rows[i] = row_of("2026-12-02", "2026-12-31", "2027-03-11");
		rows[i].label = rows[i].aside = labels[i];
	}
	out = draw(rows, COUNT_OF(labels), DAYS);
	assert_times(&out, "&lt;script&gt;alert(1)", 5); /* titles twice, texts, the chart's */
	assert_times(&out, HOSTILE_ARABIC, 4);
	buffer_free(&out);
}

/* ---- whatever comes ---- */

/* Days from 300 before the first to 900 after it; or none. */
static int32_t some_day(struct random *random)
{
	return random_share(random) < 0.2
		? DATE_NONE
		: day("2026-12-01") + (int32_t)random_between(random, -300, 900);
}

/* A bar of three pixels may begin before its day. */
static void assert_inside(const char *svg, const char *beginning, const char *name)
{
	const char *element;

	while ((element = drawn_next(&svg, beginning)) != NULL) {
		double x = drawn_number(element, name);

		if (x < 218.4 || x > 1024.1)
			fail_msg("%s=%f", name, x);
	}
}

static void no_mark_leaves_the_days(void **state)
{
	(void)state;
	struct random random;

	random_seed(&random, 1, 0);
	for (int i = 0; i < 2000; i++) {
		struct timeline_row row = {.label = WIDE, .missed = i % 3 == 0};
		struct buffer out;

		row.opens = some_day(&random);
		row.due = some_day(&random);
		row.end = some_day(&random);
		out = draw(&row, 1, 1 + i % 700);
		assert_inside(written(&out), "<line class=\"interval\"", "x1");
		assert_inside(written(&out), "<line class=\"interval\"", "x2");
		assert_inside(written(&out), "<line class=\"split\"", "x1");
		assert_inside(written(&out), "<line class=\"axis\"", "x1");
		assert_inside(written(&out), "<rect class=\"tick\"", "x");
		buffer_free(&out);
	}
}

static void the_whole_calendar_has_few_lines(void **state)
{
	(void)state;
	const struct timeline_row row = row_of(NULL, NULL, NULL);
	const struct timeline chart = {"x", &row, 1, DATE_MIN, DATE_MAX};
	struct buffer out = {0};

	svg_put_timeline(&out, &chart);
	assert_well_drawn(written(&out));
	assert_in_range(out.length, 1000, 10000);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_lie_at_noon_of_their_days),
		cmocka_unit_test(what_is_urgent_is_larger_too),
		cmocka_unit_test(what_was_missed_is_hollow_at_the_first_day),
		cmocka_unit_test(without_a_day_to_be_due_the_line_comes_from_the_left),
		cmocka_unit_test(beyond_the_last_day_lines_end_without_a_mark),
		cmocka_unit_test(what_is_over_or_far_off_is_not_drawn),
		cmocka_unit_test(months_are_named_from_the_first_on),
		cmocka_unit_test(many_rows_have_the_months_below_as_well),
		cmocka_unit_test(long_labels_are_cut_and_whole_in_the_title),
		cmocka_unit_test(days_take_the_room_that_texts_leave),
		cmocka_unit_test(without_rows_or_days_there_is_no_chart),
		cmocka_unit_test(hostile_labels_do_not_get_out),
		cmocka_unit_test(no_mark_leaves_the_days),
		cmocka_unit_test(the_whole_calendar_has_few_lines),
	};

	return cmocka_run_group_tests_name("svg_timeline", tests, NULL, NULL);
}
