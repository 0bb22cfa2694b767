/* Charts: shapes, texts, and the Gantt chart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "measured.h"
#include "partner/svg.h"

/* ---- shapes ---- */

static void numbers_have_a_tenth_at_most(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct svg svg = {&out};

	svg_rect(&svg, "bar", 10, 0.04, 1.0 / 3, 12.96);
	assert_string_equal(written(&out),
		"<rect class=\"bar\" x=\"10\" y=\"0\" width=\"0.3\" height=\"13\"/>\n");
	buffer_free(&out);
}

static void a_chart_is_an_image_with_a_title(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct svg svg = {&out};

	svg_begin(&svg, 100, 20.5, HOSTILE_TAG);
	svg_end(&svg);
	assert_string_equal(written(&out),
		"<svg role=\"img\" width=\"100\" height=\"20.5\" viewBox=\"0 0 100 20.5\">"
		"<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>\n</svg>\n");
	buffer_free(&out);
}

static void a_diamond_has_its_corners_around_its_middle(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct svg svg = {&out};

	svg_diamond(&svg, "bar", 10, 20, 6);
	assert_string_equal(
		written(&out), "<path class=\"bar\" d=\"M10 14L16 20L10 26L4 20Z\"/>\n");
	buffer_free(&out);
}

static void a_circle_and_a_path_have_their_numbers(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct svg svg = {&out};

	svg_circle(&svg, "dot", 10, 20.25, 4.5);
	svg_begin_path(&svg, "spark");
	svg_move_to(&svg, 1, 2);
	svg_line_to(&svg, 3.04, 4);
	svg_end_path(&svg);
	assert_string_equal(written(&out),
		"<circle class=\"dot\" cx=\"10\" cy=\"20.3\" r=\"4.5\"/>\n"
		"<path class=\"spark\" d=\"M1 2L3 4\"/>\n");
	buffer_free(&out);
}

static void text_may_have_its_middle_or_end_there(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct svg svg = {&out};

	svg_text_at(&svg, NULL, SVG_MIDDLE, 1, 2, "a<b");
	svg_text_at(&svg, "minor", SVG_END, 3, 4, "&");
	assert_string_equal(written(&out),
		"<text x=\"1\" y=\"2\" text-anchor=\"middle\">a&lt;b</text>\n"
		"<text class=\"minor\" x=\"3\" y=\"4\" text-anchor=\"end\">&amp;</text>\n");
	buffer_free(&out);
}

static void text_is_escaped(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct svg svg = {&out};

	svg_text(&svg, NULL, 1, 2, "a<b");
	svg_text(&svg, "minor", 3, 4, "&");
	assert_string_equal(written(&out),
		"<text x=\"1\" y=\"2\">a&lt;b</text>\n"
		"<text class=\"minor\" x=\"3\" y=\"4\">&amp;</text>\n");
	buffer_free(&out);
}

/* A column takes 6.7: seven of them 46.9. */
static void long_text_is_cut_between_characters(void **state)
{
	(void)state;
	const struct {
		const char *text, *expected;
	} rows[] = {
		{"1234567", "1234567"},
		{"12345678", "123456…"},
		{"éééééééé", "éééééé…"},
		{"🎉🎉🎉🎉🎉", "🎉🎉🎉…"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buffer out = {0};

		svg_put_cut(&out, rows[i].text, 47);
		assert_string_equal(written(&out), rows[i].expected);
		buffer_free(&out);
	}
}

/* ---- Gantt ---- */

static struct buffer draw(
	const struct gantt_row *rows, size_t n, const struct gantt_day *days, size_t n_days)
{
	const struct gantt gantt = {"Schedule", rows, n, days, n_days};
	struct buffer out = {0};

	svg_put_gantt(&out, &gantt);
	return out;
}

static struct gantt_row row_of(const char *label, const char *start, const char *end)
{
	return (struct gantt_row){.label = label, .start = day(start), .end = day(end)};
}

static void without_any_day_there_is_no_chart(void **state)
{
	(void)state;
	const struct gantt_row row = {.label = "x", .start = DATE_NONE, .end = DATE_NONE};
	struct buffer out = draw(&row, 1, NULL, 0);

	assert_int_equal(out.length, 0);
	buffer_free(&out);
}

/* The days lie between 288 and 1030: of 742 days each takes one pixel. */
static void a_bar_lies_where_its_days_are(void **state)
{
	(void)state;
	struct gantt_row rows[2];
	struct buffer out;

	rows[0] = row_of("all", "2026-01-01", "2028-01-12");
	rows[1] = row_of("some", "2026-01-11", "2026-02-09");
	out = draw(rows, 2, NULL, 0);
	assert_times(&out, "<rect class=\"bar\" x=\"288\" y=\"28\" width=\"742\" ", 1);
	assert_times(&out, "<rect class=\"bar\" x=\"298\" y=\"50\" width=\"30\" ", 1);
	buffer_free(&out);
}

static void what_is_critical_is_thicker_too(void **state)
{
	(void)state;
	struct gantt_row rows[2];
	struct buffer out;

	rows[0] = row_of("a", "2026-01-01", "2026-12-31");
	rows[1] = row_of("b", "2026-01-01", "2026-12-31");
	rows[1].critical = true;
	out = draw(rows, 2, NULL, 0);
	assert_times(&out, "class=\"bar\" x=\"288\" y=\"28\" width=\"742\" height=\"6\"", 1);
	assert_times(&out, "class=\"critical\" x=\"288\" y=\"47\" width=\"742\" height=\"12\"", 1);
	assert_times(&out, "<title>b: 2026-01-01 to 2026-12-31, critical</title>", 1);
	buffer_free(&out);
}

static void what_is_done_is_hollow_and_ticked(void **state)
{
	(void)state;
	struct gantt_row rows[2];
	struct buffer out;

	rows[0] = row_of("a", "2026-01-01", "2026-01-31");
	rows[1] = row_of("b", "2026-01-01", "2026-12-31");
	rows[0].done = rows[0].critical = true;
	out = draw(rows, 2, NULL, 0);
	assert_times(&out, "<rect class=\"done\"", 1);
	assert_times(&out, ">✓</text>", 1);
	assert_times(&out, "<title>a: 2026-01-01 to 2026-01-31, done</title>", 1);
	assert_times(&out, "critical", 0);
	buffer_free(&out);
}

static void a_point_in_time_is_a_diamond(void **state)
{
	(void)state;
	struct gantt_row rows[2];
	struct buffer out;

	rows[0] = row_of("a", "2026-01-01", "2026-12-31");
	rows[1] = row_of("b", "2026-06-30", "2026-06-30");
	rows[1].point = true;
	out = draw(rows, 2, NULL, 0);
	assert_times(&out, "<path class=\"bar\"", 1);
	assert_times(&out, "<title>b: 2026-06-30</title>", 1);
	buffer_free(&out);
}

static void named_days_are_lines_with_their_names(void **state)
{
	(void)state;
	const struct gantt_day days[] = {{"today", day("2026-01-01")},
		{"contract ends", day("2026-12-31")}, {"nothing", DATE_NONE}};
	const struct gantt_row row = row_of("a", "2026-01-01", "2026-12-31");
	struct buffer out = draw(&row, 1, days, COUNT_OF(days));

	assert_times(&out, "<line class=\"day\"", 2);
	assert_times(&out, ">today</text>", 1);
	assert_times(&out, ">contract ends</text>", 1);
	assert_times(&out, "nothing", 0);
	buffer_free(&out);
}

/* The height tells how many lines of names there are: 20 for months, 22 a row, 1 at the end. */
static void names_that_would_meet_stand_one_above_the_other(void **state)
{
	(void)state;
	const struct gantt_row row = row_of("a", "2026-01-01", "2026-12-31");
	struct gantt_day days[] = {{"today", day("2026-06-30")},
		{"contract ends", day("2026-07-02")}, {"service ends", day("2026-07-04")}};
	struct buffer out = draw(&row, 1, days, 3);

	assert_times(&out, "width=\"1040\" height=\"91\"", 1);
	buffer_free(&out);
	days[1].day = day("2026-01-02");
	days[2].day = day("2026-12-30");
	out = draw(&row, 1, days, 3);
	assert_times(&out, "width=\"1040\" height=\"59\"", 1);
	buffer_free(&out);
}

/* ---- whatever comes ---- */

/* No number of these attributes is out of the chart. */
static void assert_within(struct buffer *out, const char *attribute, double most)
{
	for (const char *at = written(out); (at = strstr(at, attribute)) != NULL;) {
		double value = strtod(at += strlen(attribute), NULL);

		if (value < 0 || value > most)
			fail_msg("%s%f", attribute, value);
	}
}

static void assert_all_within(struct buffer *out, size_t rows)
{
	double height = 20 + 22 * (double)rows + 8 * 16 + 20;

	assert_within(out, " x=\"", 1040);
	assert_within(out, " x1=\"", 1040);
	assert_within(out, " x2=\"", 1040);
	assert_within(out, " width=\"", 1040);
	assert_within(out, " y=\"", height);
	assert_within(out, " y2=\"", height);
	assert_within(out, " height=\"", height);
}

/* Spans of one day, weeks, years, and of the whole calendar; by so many rows. */
static void nothing_leaves_the_chart(void **state)
{
	(void)state;
	static const size_t counts[] = {1, 3, 31, 500};
	const int32_t from = day("2024-02-29");
	const int32_t spans[] = {0, 10, 61, 62, 365, 3653, DATE_MAX - from};

	for (size_t c = 0; c < COUNT_OF(counts); c++) {
		struct gantt_row *rows = calloc(counts[c], sizeof(*rows));

		for (size_t s = 0; s < COUNT_OF(spans); s++) {
			const struct gantt_day days[] = {
				{"today", from}, {hostile_length(), from + spans[s]}};
			struct buffer out;

			for (size_t i = 0; i < counts[c]; i++)
				rows[i] = (struct gantt_row){.label = hostile_length(),
					.start = from + spans[s] / (int32_t)(i + 1),
					.end = from + spans[s],
					.done = i % 3 == 0,
					.point = i % 5 == 0};
			out = draw(rows, counts[c], days, 2);
			assert_all_within(&out, counts[c]);
			buffer_free(&out);
		}
		free(rows);
	}
}

/* From one day to the whole calendar there is a grid, and its names do not touch. */
static void the_grid_has_some_lines_but_not_many(void **state)
{
	(void)state;
	const int32_t from = DATE_MIN;

	for (int64_t span = 14; span < DATE_MAX - (int64_t)DATE_MIN; span = span * 3 / 2) {
		const struct gantt_row row = {
			.label = "a", .start = from, .end = from + (int32_t)span};
		struct buffer out = draw(&row, 1, NULL, 0);
		size_t names = 0;

		for (const char *at = written(&out); (at = strstr(at, "class=\"minor\"")); at++)
			names++;
		assert_in_range(names, 1, 12);
		buffer_free(&out);
	}
}

static void short_charts_have_weeks_and_long_ones_months(void **state)
{
	(void)state;
	struct gantt_row row = row_of("a", "2026-06-01", "2026-06-30");
	struct buffer out = draw(&row, 1, NULL, 0);

	assert_times(&out, ">2026-06-15</text>", 1);
	buffer_free(&out);
	row.end = day("2026-12-31");
	out = draw(&row, 1, NULL, 0);
	assert_times(&out, ">2026-08</text>", 1);
	assert_times(&out, ">2026-08-", 0);
	buffer_free(&out);
}

static void hostile_labels_are_text(void **state)
{
	(void)state;
	static const char *const labels[] = {HOSTILE_TAG, HOSTILE_FORMULA, HOSTILE_LINES,
		HOSTILE_ARABIC, HOSTILE_EMOJI, "\"/><script>"};
	struct gantt_row rows[COUNT_OF(labels)];
	struct buffer out;

	for (size_t i = 0; i < COUNT_OF(labels); i++)
		rows[i] = row_of(labels[i], "2026-01-01", "2026-06-30");
	out = draw(rows, COUNT_OF(labels), NULL, 0);
	assert_times(&out, "<script", 0);
	assert_times(&out, "&lt;script&gt;alert(1)", 2);
	assert_times(&out, HOSTILE_ARABIC, 2);
	assert_times(&out, HOSTILE_EMOJI, 2);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_have_a_tenth_at_most),
		cmocka_unit_test(a_chart_is_an_image_with_a_title),
		cmocka_unit_test(a_diamond_has_its_corners_around_its_middle),
		cmocka_unit_test(a_circle_and_a_path_have_their_numbers),
		cmocka_unit_test(text_may_have_its_middle_or_end_there),
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(long_text_is_cut_between_characters),
		cmocka_unit_test(without_any_day_there_is_no_chart),
		cmocka_unit_test(a_bar_lies_where_its_days_are),
		cmocka_unit_test(what_is_critical_is_thicker_too),
		cmocka_unit_test(what_is_done_is_hollow_and_ticked),
		cmocka_unit_test(a_point_in_time_is_a_diamond),
		cmocka_unit_test(named_days_are_lines_with_their_names),
		cmocka_unit_test(names_that_would_meet_stand_one_above_the_other),
		cmocka_unit_test(nothing_leaves_the_chart),
		cmocka_unit_test(the_grid_has_some_lines_but_not_many),
		cmocka_unit_test(short_charts_have_weeks_and_long_ones_months),
		cmocka_unit_test(hostile_labels_are_text),
	};

	return cmocka_run_group_tests_name("svg", tests, NULL, NULL);
}
