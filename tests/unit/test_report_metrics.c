/* A portfolio as gauges. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "reported.h"

/* What is written of it; free it. */
static struct buffer gauges_of(const struct reported *reported)
{
	struct buffer out = {0};

	report_put_metrics(&out, &reported->report, NULL, NULL);
	return out;
}

#define HEAD(name, help) "# HELP " name " " help "\n# TYPE " name " gauge\n"

static const char everything[] =
	/* clang-format off */
	HEAD("partner_score_ratio", "Score, 0 to 1.")
	"partner_score_ratio{partner=\"zeta\",side=\"partner\"} 0.724\n"
	"partner_score_ratio{partner=\"zeta\",side=\"us\"} 0.680\n"
	HEAD("partner_score_low_ratio", "Lower end of its interval.")
	"partner_score_low_ratio{partner=\"zeta\",side=\"partner\"} 0.661\n"
	"partner_score_low_ratio{partner=\"zeta\",side=\"us\"} 0.600\n"
	HEAD("partner_score_high_ratio", "Upper end of its interval.")
	"partner_score_high_ratio{partner=\"zeta\",side=\"partner\"} 0.787\n"
	"partner_score_high_ratio{partner=\"zeta\",side=\"us\"} 0.750\n"
	HEAD("partner_coverage_ratio", "Share of the policy's weight measured.")
	"partner_coverage_ratio{partner=\"beta\",side=\"partner\"} 0.0000\n"
	"partner_coverage_ratio{partner=\"zeta\",side=\"partner\"} 0.8700\n"
	"partner_coverage_ratio{partner=\"zeta\",side=\"us\"} 0.6000\n"
	HEAD("partner_grade_info", "Grade; always 1.")
	"partner_grade_info{partner=\"beta\",side=\"partner\",grade=\"-\"} 1\n"
	"partner_grade_info{partner=\"zeta\",side=\"partner\",grade=\"B\"} 1\n"
	"partner_grade_info{partner=\"zeta\",side=\"us\",grade=\"C\"} 1\n"
	HEAD("partner_standing_info", "Advice; always 1.")
	"partner_standing_info{partner=\"beta\",side=\"partner\",standing=\"gather\"} 1\n"
	"partner_standing_info{partner=\"zeta\",side=\"partner\",standing=\"talk\"} 1\n"
	HEAD("partner_contract_end_timestamp_seconds", "Last day of the term.")
	"partner_contract_end_timestamp_seconds{partner=\"zeta\",side=\"partner\"} 1798675200\n"
	HEAD("partner_notice_send_by_timestamp_seconds", "Last day to send notice.")
	"partner_notice_send_by_timestamp_seconds{partner=\"zeta\",side=\"partner\"} 1790640000\n"
	HEAD("partner_signs", "Unmuted warning signs.")
	"partner_signs{partner=\"beta\",side=\"partner\",level=\"critical\"} 0\n"
	"partner_signs{partner=\"beta\",side=\"partner\",level=\"warning\"} 0\n"
	"partner_signs{partner=\"beta\",side=\"partner\",level=\"note\"} 0\n"
	"partner_signs{partner=\"zeta\",side=\"partner\",level=\"critical\"} 1\n"
	"partner_signs{partner=\"zeta\",side=\"partner\",level=\"warning\"} 2\n"
	"partner_signs{partner=\"zeta\",side=\"partner\",level=\"note\"} 0\n"
	HEAD("partner_signs_muted", "Muted warning signs.")
	"partner_signs_muted{partner=\"beta\",side=\"partner\"} 0\n"
	"partner_signs_muted{partner=\"zeta\",side=\"partner\"} 3\n"
	HEAD("partner_report_unread_files", "Unread inputs.")
	"partner_report_unread_files 0\n";
/* clang-format on */

static void families_stand_in_their_order(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	out = gauges_of(&reported);
	assert_string_equal(written(&out), everything);
	buffer_free(&out);
}

/* What is written so far, and where it is taken to. */
struct taken {
	struct buffer out, all;
};

static void take(void *context)
{
	struct taken *taken = context;

	buffer_add(&taken->all, taken->out.data, taken->out.length);
	buffer_clear(&taken->out);
}

static void what_is_taken_away_in_pieces_is_the_same(void **state)
{
	(void)state;
	struct reported reported;
	struct taken taken = {.all = {0}};

	report_write(&reported);
	report_put_metrics(&taken.out, &reported.report, take, &taken);
	assert_int_equal(taken.out.length, 0);
	assert_string_equal(written(&taken.all), everything);
	buffer_free(&taken.out);
	buffer_free(&taken.all);
}

static void what_has_ended_is_left_out(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	out = gauges_of(&reported);
	assert_times(&out, "gone", 0);
	buffer_free(&out);
}

static void no_partners_leave_the_count_of_files(void **state)
{
	(void)state;
	static const char *const unread[] = {"a.yaml", "b.yaml"};
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	reported.portfolio.partners.n = 0;
	reported.portfolio.unread = (struct array){unread, 2};
	out = gauges_of(&reported);
	assert_string_equal(written(&out),
		HEAD("partner_report_unread_files",
			"Unread inputs.") "partner_report_unread_files 2\n");
	buffer_free(&out);
}

static void what_our_side_lacks_has_no_line(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	reported.mirror = (struct card_mirror){NAN, NAN, NAN, NAN, NULL};
	out = gauges_of(&reported);
	assert_times(&out, "side=\"us\"", 0);
	assert_times(&out, "partner_score_ratio{", 1);
	buffer_free(&out);
}

static void days_before_1970_are_below_zero(void **state)
{
	(void)state;
	struct reported reported;
	struct buffer out;

	report_write(&reported);
	reported.zeta.term_end = DATE_MIN;
	reported.facts.send_by = DATE_NONE;
	out = gauges_of(&reported);
	assert_times(&out,
		"\npartner_contract_end_timestamp_seconds{partner=\"zeta\",side=\"partner\"} "
		"-62135596800\n",
		1);
	assert_times(&out, "send_by", 0);
	buffer_free(&out);
}

static void check_text(const char *text, const char *expected)
{
	struct reported reported;
	struct buffer out, line = {0};

	report_write(&reported);
	reported.zeta.partner = reported.zeta.grade = text;
	out = gauges_of(&reported);
	buffer_printf(&line,
		"\npartner_grade_info{partner=\"%s\",side=\"partner\",grade=\"%s\"} 1\n", expected,
		expected);
	assert_times(&out, written(&line), 1);
	assert_times(&out, "\n", 47);
	buffer_free(&line);
	buffer_free(&out);
}

/* Names are not told; ids and grades are, and a line of JSON may call them anything. */
static void hostile_texts_are_inert(void **state)
{
	(void)state;
	check_text("zeta", "zeta");
	check_text(HOSTILE_TAG, HOSTILE_TAG);
	check_text(HOSTILE_FORMULA, HOSTILE_FORMULA);
	check_text(HOSTILE_LINES, "one\\ntwo\\\\x0D\\nEND:VEVENT");
	check_text("\"} 1\npartner_signs 7\n", "\\\"} 1\\npartner_signs 7\\n");
	check_text("\xE2\x80\xAE"
		   "evil",
		"\\\\u{202E}evil");
	check_text(HOSTILE_ARABIC, HOSTILE_ARABIC);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(families_stand_in_their_order),
		cmocka_unit_test(what_is_taken_away_in_pieces_is_the_same),
		cmocka_unit_test(what_has_ended_is_left_out),
		cmocka_unit_test(no_partners_leave_the_count_of_files),
		cmocka_unit_test(what_our_side_lacks_has_no_line),
		cmocka_unit_test(days_before_1970_are_below_zero),
		cmocka_unit_test(hostile_texts_are_inert),
	};

	return cmocka_run_group_tests_name("report_metrics", tests, NULL, NULL);
}
