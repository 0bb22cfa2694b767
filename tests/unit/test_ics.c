/* Calendars: lines, folding, texts, whole days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "measured.h"
#include "partner/ics.h"
#include "partner/utf8.h"

static struct ics_event event_of(const char *summary)
{
	return (struct ics_event){.uid = "acme-gate@partner",
		.stamp = day("2026-06-30"),
		.start = day("2026-12-31"),
		.end = day("2026-12-31"),
		.summary = summary};
}

static struct buffer put(const struct ics_event *event)
{
	struct buffer out = {0};

	ics_put_event(&out, event);
	return out;
}

/* The event's line of that name, unfolded. */
static void check_line(const struct ics_event *event, const char *name, const char *expected)
{
	struct buffer out = put(event), line = {0};
	const char *at = strstr(written(&out), name);

	assert_non_null(at);
	for (; *at; at++) {
		if (strncmp(at, "\r\n ", 3) == 0)
			at += 2;
		else if (strncmp(at, "\r\n", 2) == 0)
			break;
		else
			buffer_putc(&line, *at);
	}
	assert_string_equal(written(&line), expected);
	buffer_free(&line);
	buffer_free(&out);
}

static void check_summary(const char *text, const char *expected)
{
	const struct ics_event event = event_of(text);
	struct buffer line = {0};

	buffer_printf(&line, "SUMMARY:%s", expected);
	check_line(&event, "SUMMARY:", written(&line));
	buffer_free(&line);
}

/* ---- the format ---- */

static void an_empty_calendar_has_its_head_and_end(void **state)
{
	(void)state;
	struct buffer out = {0};

	ics_begin(&out, "partner-exit-plan");
	ics_end(&out);
	assert_string_equal(written(&out),
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//partner//partner-exit-plan//EN\r\n"
		"CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n");
	buffer_free(&out);
}

static void an_event_is_of_whole_days(void **state)
{
	(void)state;
	struct ics_event event = event_of("Acme: Decide");
	struct buffer out;

	event.start = day("2028-02-28");
	event.end = day("2028-02-29");
	event.description = "owner: dana";
	out = put(&event);
	assert_string_equal(written(&out),
		"BEGIN:VEVENT\r\nUID:acme-gate@partner\r\nDTSTAMP:20260630T000000Z\r\n"
		"DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280301\r\n"
		"SUMMARY:Acme: Decide\r\nDESCRIPTION:owner: dana\r\n"
		"TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
	buffer_free(&out);
}

static void the_end_is_the_day_after(void **state)
{
	(void)state;
	const struct ics_event event = event_of("x");

	check_line(&event, "DTEND", "DTEND;VALUE=DATE:20270101");
}

static void the_last_of_all_days_has_no_day_after(void **state)
{
	(void)state;
	struct ics_event event = event_of("x");
	struct buffer out;

	event.start = event.end = DATE_MAX;
	out = put(&event);
	assert_times(&out, "DTSTART;VALUE=DATE:99991231\r\n", 1);
	assert_times(&out, "DTEND", 0);
	buffer_free(&out);
}

static void years_have_four_digits(void **state)
{
	(void)state;
	struct ics_event event = event_of("x");

	event.start = DATE_MIN;
	check_line(&event, "DTSTART", "DTSTART;VALUE=DATE:00010101");
}

/* ---- texts ---- */

static void marks_of_the_format_are_escaped(void **state)
{
	(void)state;
	check_summary("a;b,c\\d:e\"f", "a\\;b\\,c\\\\d:e\"f");
}

static void newlines_stay_in_the_text(void **state)
{
	(void)state;
	check_summary("one\ntwo\r\nthree\rfour\n", "one\\ntwo\\nthree\\nfour\\n");
	check_summary(HOSTILE_LINES, "one\\ntwo\\nEND:VEVENT");
}

static void controls_are_spelled(void **state)
{
	(void)state;
	check_summary("a\x1b\x07\tz", "a\\\\x1B\\\\x07\\\\x09z");
	check_summary("\xe2\x80\xae", "\\\\u{202E}");
	check_summary("caf\xe9", "caf\\\\xE9");
}

static void names_of_all_the_world_stay(void **state)
{
	(void)state;
	check_summary(HOSTILE_TAG, HOSTILE_TAG);
	check_summary(HOSTILE_FORMULA, HOSTILE_FORMULA);
	check_summary(HOSTILE_ARABIC, HOSTILE_ARABIC);
	check_summary(HOSTILE_EMOJI, HOSTILE_EMOJI);
	check_summary(hostile_length(), hostile_length());
}

/* ---- folding ---- */

/* Every line of it is short enough, and UTF-8 on its own. */
static void assert_folded(struct buffer *out)
{
	const char *at = written(out);

	while (*at) {
		size_t length = strcspn(at, "\r\n");

		assert_in_range(length, 1, 75);
		assert_int_equal(utf8_valid(at, length), length);
		assert_memory_equal(at + length, "\r\n", 2);
		at += length + 2;
	}
}

/* Characters of one to four bytes, moved on by a byte each time. */
static void no_line_is_long_nor_breaks_a_character(void **state)
{
	(void)state;
	static const char *const characters[] = {"x", "é", "€", "🎉"};

	for (size_t i = 0; i < COUNT_OF(characters); i++) {
		for (size_t shift = 0; shift < 5; shift++) {
			struct buffer text = {0}, out;
			struct ics_event event;

			buffer_fill(&text, '-', shift);
			for (size_t n = 0; n < 100; n++)
				buffer_puts(&text, characters[i]);
			event = event_of(written(&text));
			out = put(&event);
			assert_folded(&out);
			check_summary(event.summary, event.summary);
			buffer_free(&text);
			buffer_free(&out);
		}
	}
}

static void a_line_of_75_octets_is_not_folded(void **state)
{
	(void)state;
	static const char text[] =
		"0123456789012345678901234567890123456789012345678901234567890123456";
	const struct ics_event full = event_of(text);
	struct ics_event over = full;
	struct buffer out = put(&full), more = {0};

	assert_times(&out, "\r\n ", 0);
	buffer_free(&out);
	buffer_printf(&more, "%s7", text);
	over.summary = written(&more);
	out = put(&over);
	assert_times(&out, "6\r\n 7\r\n", 1);
	buffer_free(&out);
	buffer_free(&more);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_calendar_has_its_head_and_end),
		cmocka_unit_test(an_event_is_of_whole_days),
		cmocka_unit_test(the_end_is_the_day_after),
		cmocka_unit_test(the_last_of_all_days_has_no_day_after),
		cmocka_unit_test(years_have_four_digits),
		cmocka_unit_test(marks_of_the_format_are_escaped),
		cmocka_unit_test(newlines_stay_in_the_text),
		cmocka_unit_test(controls_are_spelled),
		cmocka_unit_test(names_of_all_the_world_stay),
		cmocka_unit_test(no_line_is_long_nor_breaks_a_character),
		cmocka_unit_test(a_line_of_75_octets_is_not_folded),
	};

	return cmocka_run_group_tests_name("ics", tests, NULL, NULL);
}
