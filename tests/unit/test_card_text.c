/* The lines of a card: its heads, days to come, ourselves, the past, criteria, the foot. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "measured.h"
#include "tree.h"

#define LIST(array)                              \
	{                                        \
		(void *)(array), COUNT_OF(array) \
	}

/* The rest of the line that begins with `start` is as expected; NULL: there is no such line. */
static void check_line(struct carded *carded, const struct scorecard *card, const char *start,
	const char *expected)
{
	const char *line = card_line(carded, card, start);

	if (!expected)
		assert_null(line);
	else if (!line || strcmp(line, expected) != 0)
		fail_msg("'%s%s', not '%s%s'", start, line ? line : " is missing", start, expected);
}

/* ---- the head ---- */

static void the_title_says_who_and_when(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	check_line(&carded, &card, "Acme", "  vendor  2026-06-30");
	card.tier = "preferred";
	check_line(&carded, &card, "Acme", "  vendor, preferred  2026-06-30");
	card.criticality = "critical";
	check_line(&carded, &card, "Acme", "  vendor, preferred, critical  2026-06-30");
	card.standing = STANDING_NONE;
	card.phase = PHASE_NONE;
	check_line(
		&carded, &card, "Ourselves, for Acme", "  vendor, preferred, critical  2026-06-30");
	card_close(&carded);
}

static void each_standing_has_a_head(void **state)
{
	static const struct {
		enum standing standing;
		const char *head;
	} heads[] = {{STANDING_EXIT, "EXIT: consider leaving"},
		{STANDING_TALK, "TALK: have the conversation"}, {STANDING_KEEP, "KEEP: carry on"},
		{STANDING_GROW, "GROW: do more together"}};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.low = 52.25;
	for (size_t i = 0; i < COUNT_OF(heads); i++) {
		card.standing = heads[i].standing;
		check_line(&carded, &card, heads[i].head, "   60.0 (52.3–60.0)   grade C, firm");
	}
	card.firm = false;
	check_line(&carded, &card, "GROW",
		": do more together   60.0 (52.3–60.0)   grade C, not firm");
	card_close(&carded);
}

static void only_an_unsteady_phase_is_told(void **state)
{
	static const struct {
		enum phase phase;
		const char *said;
	} phases[] = {{PHASE_STEADY, ""}, {PHASE_GROWING, ", growing"},
		{PHASE_ONBOARDING, ", onboarding"}, {PHASE_WINDING_DOWN, ", winding-down"}};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(phases); i++) {
		card.phase = phases[i].phase;
		check_line(&carded, &card, "KEEP: carry on   60.0 (60.0–60.0)   grade C, firm",
			phases[i].said);
	}
	card_close(&carded);
}

/* R2: what rests on few events may lower a grade. */
static void a_grade_below_its_score_says_why(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.grade = "D";
	check_line(&carded, &card, "KEEP: carry on   60.0 (60.0–60.0)   grade D",
		" for few events, firm");
	card.score = 54.9;
	check_line(&carded, &card, "KEEP: carry on   54.9 (60.0–60.0)   grade D", ", firm");
	card_close(&carded);
}

static void without_a_grade_it_says_what_is_possible(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.standing = STANDING_GATHER;
	card.grade = "-";
	card.graded = false;
	card.floor = 1.4;
	card.ceiling = 92.9;
	check_line(&carded, &card, "GATHER: record more first",
		"   60.0 so far, 1.4–92.9 possible   grade -");
	card.score = NAN;
	check_line(&carded, &card, "GATHER: record more first", "   no score   grade -");
	card_close(&carded);
}

static void what_ended_says_when_and_asks_for_nothing(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.ended = day("2026-05-31");
	card.standing = STANDING_NONE;
	card.reason = NULL;
	card.phase = PHASE_ENDED;
	check_line(&carded, &card, "ENDED 2026-05-31", "   60.0 (60.0–60.0)   grade C, firm");
	check_line(&carded, &card, "Acme", "  vendor  2026-06-30");
	check_line(&carded, &card, "  why", NULL);
	check_line(&carded, &card, "  flips", NULL);
	card_close(&carded);
}

/* ---- days to come, ourselves, the past ---- */

static void days_to_come_are_counted(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);
	struct card_date dates[] = {{.date = card.as_of, .what = "plan review"},
		{.date = card.as_of + 1, .what = "send notice"}};

	(void)state;
	check_line(&carded, &card, "  next", NULL);
	card.next = (struct array){dates, 1};
	check_line(&carded, &card, "  next   ", "2026-06-30 plan review, today");
	card.next.n = 2;
	check_line(&carded, &card, "  next   ",
		"2026-06-30 plan review, today; 2026-07-01 send notice, 1 day");
	dates[1].date += 32;
	dates[1].cost = (struct money){31200000, currency_find("USD", 3)};
	check_line(&carded, &card, "  next   ",
		"2026-06-30 plan review, today; 2026-08-02 send notice, 33 days;"
		" missing it costs 312000.00 USD");
	card_close(&carded);
}

static void the_mirror_is_shown_when_there_is_a_score(void **state)
{
	struct card_mirror mirror = {.score = 80.1, .low = 54.5, .high = 87.9, .grade = "B"};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.mirror = NULL;
	check_line(&carded, &card, "  us", NULL);
	card.mirror = &mirror;
	check_line(&carded, &card, "  us     ", "80.1 (54.5–87.9) grade B");
	mirror.grade = "-";
	check_line(&carded, &card, "  us     ", "80.1 (54.5–87.9) grade -");
	mirror.score = NAN;
	check_line(&carded, &card, "  us", NULL);
	card_close(&carded);
}

static void the_trend_is_a_line_of_eight_heights(void **state)
{
	static const double scores[] = {
		0, 12.4, 12.5, 24.9, 25, 37.5, 50, 62.5, 75, 87.4, 87.5, 99.9, 100};
	struct card_point points[COUNT_OF(scores) + 1];
	struct card_style style = {.columns = 80, .ascii = true};
	struct buffer text = {0};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(scores); i++)
		points[i] =
			(struct card_point){day("2020-01-01") + (int32_t)i, scores[i], "A", true};
	points[COUNT_OF(scores)] = (struct card_point){day("2026-03-31"), 70, "-", false};
	check_line(&carded, &card, "  trend", NULL);
	card.trend = (struct array)LIST(points);
	check_line(&carded, &card, "  trend  ", "▁▁▂▂▃▄▅▆▇▇███· 2020-01-01 to 2026-03-31");
	scorecard_put_text(&text, &card, &style);
	assert_non_null(strstr(buffer_keep(&text, &carded.arena),
		"\n  trend  1122345677888. 2020-01-01 to 2026-03-31\n"));
	card_close(&carded);
}

/* As many cells as fit, further ones below them. */
static void a_long_trend_is_broken_into_lines(void **state)
{
	struct card_style style = {.columns = 40, .ascii = true};
	struct card_point points[70];
	struct buffer text = {0};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(points); i++)
		points[i] = (struct card_point){
			day("2020-01-01") + (int32_t)i, i < 31 ? 0 : 100, "A", true};
	card.trend = (struct array)LIST(points);
	scorecard_put_text(&text, &card, &style);
	assert_non_null(strstr(buffer_keep(&text, &carded.arena),
		"\n  trend  1111111111111111111111111111111"
		"\n         8888888888888888888888888888888"
		"\n         88888888 2020-01-01 to"
		"\n         2020-03-10\n"));
	card_close(&carded);
}

static void robustness_names_the_grades_that_came_up(void **state)
{
	struct named_share grades[] = {{"A", 0}, {"B", 0.004}, {"C", 0.005}, {"D", 0.991}};
	struct card_flip flips[] = {{"goal:a", 84, "B", true, STANDING_KEEP}};
	struct card_robustness robust = {
		.draws = 10000, .grades = LIST(grades), .least = 33, .most = 66.5};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	check_line(&carded, &card, "  robust", NULL);
	card.robustness = &robust;
	check_line(&carded, &card, "  robust ",
		"B below 1 %, C 1 %, D 99 % of 10000 draws; 33.0–66.5 under any weights;"
		" no one record");
	robust.records = (struct array)LIST(flips);
	check_line(&carded, &card, "  robust ",
		"B below 1 %, C 1 %, D 99 % of 10000 draws; 33.0–66.5 under any weights;"
		" grade B without goal:a (84.0)");
	card_close(&carded);
}

/* ---- criteria ---- */

#define UNMEASURED(why)                        \
	{                                      \
		.status = (why), .points = NAN \
	}

static void check_criterion(struct card_criterion criterion, const char *expected)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	criterion.criterion = "value";
	criterion.weight = 0.2;
	card.criteria = (struct array){&criterion, 1};
	check_line(&carded, &card, "  value        20%", expected);
	card_close(&carded);
}

/* Below talk_below. */
static void a_low_criterion_names_what_costs_it_most(void **state)
{
	struct card_measure costliest = {.measure = "b", .points = 49.5};

	(void)state;
	check_criterion(
		(struct card_criterion){
			.score = 54.9, .low = 40, .high = 65.5, .costliest = &costliest},
		"  54.9          ├──●─┤┊  ┊     40–66   b 50");
	check_criterion(
		(struct card_criterion){
			.score = 55, .low = 40, .high = 65.5, .costliest = &costliest},
		"  55.0          ├──●─┤┊  ┊     40–66");
}

static void without_an_interval_there_is_a_dot_alone(void **state)
{
	(void)state;
	check_criterion((struct card_criterion){.score = 100, .low = 100, .high = 100},
		" 100.0          ┊  ┊  ┊  ┊  ●");
	check_criterion((struct card_criterion){.score = 0, .low = 0, .high = 100},
		"   0.0  ●───────────────────┤  0–100");
}

static void an_unmeasured_criterion_says_why(void **state)
{
	struct card_measure free[] = {UNMEASURED(MEASURE_NOT_APPLICABLE)};
	struct card_measure young[] = {
		UNMEASURED(MEASURE_NOT_APPLICABLE), UNMEASURED(MEASURE_TOO_YOUNG)};
	struct card_measure none[] = {UNMEASURED(MEASURE_TOO_YOUNG), UNMEASURED(MEASURE_NO_DATA)};

	(void)state;
	check_criterion((struct card_criterion){.score = NAN, .measures = LIST(free)},
		"    -  does not apply");
	check_criterion((struct card_criterion){.score = NAN, .measures = LIST(young)},
		"    -  too young to tell");
	check_criterion(
		(struct card_criterion){.score = NAN, .measures = LIST(none)}, "    -  no data");
}

/* ---- the foot ---- */

static void the_foot_says_what_the_score_rests_on(void **state)
{
	struct card_dispute disputes[] = {{.record = "incident:a"}, {.record = "goal:b"}};
	const char *upheld[] = {"rating:#1", "\n"};
	struct card_calibration calibrated = {"abc"};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	check_line(&carded, &card, "coverage 100 %", "; no raters");
	card.raters = 1;
	check_line(&carded, &card, "coverage 100 %", "; 1 rater, uncalibrated");
	card.raters = 2;
	card.calibration = &calibrated;
	card.disputes = (struct array)LIST(disputes);
	check_line(&carded, &card, "coverage 100 %",
		"; 2 raters, calibrated; disputed: incident:a, goal:b");
	card.upheld = (struct array)LIST(upheld);
	check_line(&carded, &card, "coverage 100 %",
		"; 2 raters, calibrated; disputed: incident:a, goal:b; taken out: rating:#1, \\x0A");
	card.upheld.n = 0;
	card.floor = 63;
	card.ceiling = 76;
	card.coverage = 0.9;
	card.disputes.n = 0;
	card.raters = 0;
	check_line(&carded, &card, "coverage 90 %", "; no raters");
	card.coverage = 0.8999;
	check_line(&carded, &card, "coverage 90 %", ", floor 63.0, ceiling 76.0; no raters");
	card_close(&carded);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_title_says_who_and_when),
		TEST(each_standing_has_a_head),
		TEST(only_an_unsteady_phase_is_told),
		TEST(a_grade_below_its_score_says_why),
		TEST(without_a_grade_it_says_what_is_possible),
		TEST(what_ended_says_when_and_asks_for_nothing),
		TEST(days_to_come_are_counted),
		TEST(the_mirror_is_shown_when_there_is_a_score),
		TEST(the_trend_is_a_line_of_eight_heights),
		TEST(a_long_trend_is_broken_into_lines),
		TEST(robustness_names_the_grades_that_came_up),
		TEST(a_low_criterion_names_what_costs_it_most),
		TEST(without_an_interval_there_is_a_dot_alone),
		TEST(an_unmeasured_criterion_says_why),
		TEST(the_foot_says_what_the_score_rests_on),
	};

	return cmocka_run_group_tests_name("card text", tests, NULL, NULL);
}
