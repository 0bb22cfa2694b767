/* The days to come as a calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "reported.h"

/* The calendar, its lines unfolded; free it. */
static struct buffer calendar_of(const struct reported *reported)
{
	struct buffer folded = {0}, out = {0};

	report_put_ics(&folded, &reported->report);
	for (const char *at = written(&folded); *at; at++) {
		if (strncmp(at, "\r\n ", 3) == 0)
			at += 2;
		else
			buffer_putc(&out, *at);
	}
	buffer_free(&folded);
	return out;
}

#define BEGIN                                                                         \
	"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//partner//partner-report//EN\r\n" \
	"CALSCALE:GREGORIAN\r\n"
#define END "END:VCALENDAR\r\n"
#define EVENT(uid, from, after, summary, description)                                          \
	"BEGIN:VEVENT\r\nUID:" uid "@partner.invalid\r\nDTSTAMP:20260630T000000Z\r\n"          \
	"DTSTART;VALUE=DATE:" from "\r\nDTEND;VALUE=DATE:" after "\r\nSUMMARY:" summary "\r\n" \
	"DESCRIPTION:" description "\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
#define ZETA "standing: talk\\nscore: 72.4\\nowner: Dana Fox\\n"

static const char everything[] =
	/* clang-format off */
	BEGIN
	EVENT("conversation-review-2026-05-12.zeta", "20260630", "20260701",
		"Zeta: review the talk of 2026-05-12", ZETA "zeta.yaml:95")
	EVENT("notice-opens-2026-12-31.zeta", "20260701", "20260702",
		"Zeta: notice may be given from today", ZETA "zeta.yaml:1")
	EVENT("send-by-2026-12-31.zeta", "20260929", "20260930",
		"Zeta: last day to send notice", ZETA "zeta.yaml:20")
	EVENT("reentry-next.gone", "20261231", "20270101",
		"Gone: are they ready? are we?",
		"standing: ended\\nscore: not measured\\nowner: no owner\\ngone.yaml:66")
	EVENT("term-end-2026-12-31.zeta", "20261231", "20270101",
		"Zeta: term ends", ZETA "zeta.yaml:18")
	EVENT("plan-review-next.zeta", "20261231", "20270101",
		"Zeta: review the plan", ZETA "zeta.d/plan.yaml:3")
	END;
/* clang-format on */

/* By date, id, kind; without what is past, and what has no day. */
static void days_to_come_are_events(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	out = calendar_of(&reported);
	assert_string_equal(written(&out), everything);
	buffer_free(&out);
}

static void no_days_are_an_empty_calendar(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	reported.portfolio.partners.n = reported.portfolio.ended.n = 0;
	out = calendar_of(&reported);
	assert_string_equal(written(&out), BEGIN END);
	buffer_free(&out);
}

/* Two talks of one day are reviewed on different days; the events came in any order. */
static void no_uid_occurs_twice(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	for (size_t i = 0; i < 3; i++) {
		reported.events[i] = reported.events[2];
		reported.events[i].date += 2 - (int32_t)i;
	}
	out = calendar_of(&reported);
	assert_times(&out,
		"UID:conversation-review-2026-05-12.zeta@partner.invalid\r\n"
		"DTSTAMP:20260630T000000Z\r\nDTSTART;VALUE=DATE:20260630\r\n",
		1);
	assert_times(&out,
		"UID:conversation-review-2026-05-12-2.zeta@partner.invalid\r\n"
		"DTSTAMP:20260630T000000Z\r\nDTSTART;VALUE=DATE:20260701\r\n",
		1);
	assert_times(&out,
		"UID:conversation-review-2026-05-12-3.zeta@partner.invalid\r\n"
		"DTSTAMP:20260630T000000Z\r\nDTSTART;VALUE=DATE:20260702\r\n",
		1);
	buffer_free(&out);
}

/* The same day may be one of two partners. */
static void partners_of_one_day_stand_by_id(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;
	const char *beta, *zeta;

	report_write(&reported);
	reported.beta.facts = &reported.facts;
	out = calendar_of(&reported);
	assert_times(&out, "BEGIN:VEVENT", 11);
	beta = strstr(written(&out), "UID:term-end-2026-12-31.beta@");
	zeta = strstr(out.data, "UID:term-end-2026-12-31.zeta@");
	assert_true(beta && zeta && beta < zeta);
	buffer_free(&out);
}

static void a_line_of_json_may_lack_anything(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	reported.facts.owner_name = NULL;
	reported.events[2].key = DATE_NONE;
	reported.events[2].line = 0;
	reported.facts.events.n = 3;
	reported.portfolio.ended.n = 0;
	out = calendar_of(&reported);
	assert_string_equal(written(&out),
		BEGIN EVENT("conversation-review-next.zeta", "20260630", "20260701",
			"Zeta: review the talk",
			"standing: talk\\nscore: 72.4\\nowner: dana\\nzeta.yaml") END);
	buffer_free(&out);
}

static void check_text(const char *text, const char *expected)
{
	struct reported reported;
	struct buffer out, part = {0};

	report_write(&reported);
	reported.zeta.name = reported.facts.owner_name = reported.events[3].path = text;
	out = calendar_of(&reported);
	buffer_printf(&part,
		"\r\nSUMMARY:%s: last day to send notice\r\n"
		"DESCRIPTION:standing: talk\\nscore: 72.4\\nowner: %s\\n%s:20\r\n",
		expected, expected, expected);
	assert_times(&out, written(&part), 1);
	assert_times(&out, "\nEND:VEVENT\r\n", 6);
	buffer_free(&part);
	buffer_free(&out);
}

static void hostile_texts_are_inert(void **state)
{
	(void)state;
	check_text(HOSTILE_TAG, HOSTILE_TAG);
	check_text(HOSTILE_FORMULA, HOSTILE_FORMULA);
	check_text(HOSTILE_LINES, "one\\ntwo\\nEND:VEVENT");
	check_text("a\"b;c,d\\n", "a\"b\\;c\\,d\\\\n");
	check_text("\xE2\x80\xAE"
		   "evil\x1B",
		"\\\\u{202E}evil\\\\x1B");
	check_text(HOSTILE_ARABIC, HOSTILE_ARABIC);
	check_text(HOSTILE_EMOJI, HOSTILE_EMOJI);
	check_text(hostile_length(), hostile_length());
}

static void hostile_ids_stay_in_their_line(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	reported.zeta.partner = "a@b\r\nEND:VCALENDAR";
	out = calendar_of(&reported);
	assert_times(
		&out, "\r\nUID:term-end-2026-12-31.a@b\\nEND:VCALENDAR@partner.invalid\r\n", 1);
	assert_times(&out, "\nEND:VCALENDAR", 1);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_to_come_are_events),
		cmocka_unit_test(no_days_are_an_empty_calendar),
		cmocka_unit_test(no_uid_occurs_twice),
		cmocka_unit_test(partners_of_one_day_stand_by_id),
		cmocka_unit_test(a_line_of_json_may_lack_anything),
		cmocka_unit_test(hostile_texts_are_inert),
		cmocka_unit_test(hostile_ids_stay_in_their_line),
	};

	return cmocka_run_group_tests_name("report_ics", tests, NULL, NULL);
}
