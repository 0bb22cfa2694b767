/* What would change a standing: found by the rules that gave it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "tree.h"

static void put_way(struct buffer *text, const struct card_way *way)
{
	const char *const *without = way->without.items;

	buffer_puts(text, standing_words[way->standing]);
	if (!isnan(way->points))
		buffer_printf(text, " %+.1f", way->points);
	if (way->grade)
		buffer_printf(text, " grade %s", way->grade);
	for (size_t i = 0; i < way->without.n; i++)
		buffer_printf(text, " -%s", without[i]);
	if (way->critical)
		buffer_puts(text, " critical");
	if (way->warnings)
		buffer_printf(text, " %d>%d", (int)way->warnings->from, (int)way->warnings->to);
	if (way->improving)
		buffer_puts(text, " improving");
}

/* The ways, each `standing ±points grade A -SIGN critical from>to improving`. */
static const char *ways_of(struct carded *carded, const struct array *ways)
{
	struct buffer text = {0};

	for (size_t i = 0; i < ways->n; i++) {
		buffer_puts(&text, i ? ", " : "");
		put_way(&text, CARD_ITEM(struct card_way, *ways, i));
	}
	return buffer_keep(&text, &carded->arena);
}

static void check_change(
	const struct card_text *text, enum standing standing, const char *better, const char *worse)
{
	struct carded carded;

	card_open(&carded, text);
	assert_int_equal(carded.card->standing, standing);
	assert_non_null(carded.card->change);
	assert_string_equal(ways_of(&carded, &carded.card->change->better), better);
	assert_string_equal(ways_of(&carded, &carded.card->change->worse), worse);
	card_close(&carded);
}

#define CASE(text, settings)                                                         \
	&(struct card_text)                                                          \
	{                                                                            \
		.records = (text), .policy = ONE_FIGURE "standing: {" settings "}\n" \
	}
#define PLAIN(text)                                     \
	&(struct card_text)                             \
	{                                               \
		.records = (text), .policy = ONE_FIGURE \
	}

/* Three warnings: one-sided-goals, leads-only, silent-after-fire. */
#define WARNED                                                                             \
	"goals:\n- {id: g, kind: leads, for: us, shared: 2026-06-01, start: 2026-06-01}\n" \
	"- {id: h, kind: leads, for: us, shared: 2026-06-01, start: 2026-06-01}\n"         \
	"incidents: [{id: z, severity: 1, opened: 2026-01-01, resolved: 2026-01-02}]\n"

#define DEFLECTED                                                           \
	"incidents:\n- {id: b, opened: 2026-01-02, ownership: deflected}\n" \
	"- {id: c, opened: 2026-06-01, ownership: deflected}\n"

/* Two figures in the course of the year, and a talk between them. */
#define SINCE_TALK(then, now)                                                \
	"problem: Less work.\n"                                              \
	"metrics: [{id: all, observations: [{date: 2026-01-01, value: " then \
	"}, {date: 2026-06-01, value: " now "}]}]\n"                         \
	"conversations: [{date: 2026-01-31, kind: recovery}]\n"

/* ---- growing ---- */

static void growing_ends_in_the_standing_that_the_rules_give(void **state)
{
	(void)state;
	check_change(
		PLAIN(FIGURE("96.3")), STANDING_GROW, "", "keep -11.4, talk critical, keep 0>1");
	check_change(CASE(FIGURE("96.3"), "talk_warnings: 1"), STANDING_GROW, "",
		"keep -11.4, talk critical, talk 0>1");
	check_change(CASE(FIGURE("96.3"), "talk_below: 90"), STANDING_GROW, "",
		"talk -6.4, talk critical, keep 0>1");
	check_change(
		CASE(FIGURE("85"), ""), STANDING_GROW, "", "keep -0.1, talk critical, keep 0>1");
}

/* ---- keeping ---- */

static void keeping_lacks_a_grade_or_has_warnings(void **state)
{
	(void)state;
	check_change(PLAIN(FIGURE("70")), STANDING_KEEP, "grow +15.0 grade A",
		"talk -15.1, talk critical, talk 0>5");
	check_change(PLAIN(FIGURE("90") WARNED), STANDING_KEEP, "grow 3>0",
		"talk -35.1, talk critical, talk 3>5");
	check_change(PLAIN(FIGURE("70") WARNED), STANDING_KEEP, "grow +15.0 grade A 3>0",
		"talk -15.1, talk critical, talk 3>5");
}

/* No score is below 0. */
static void what_cannot_be_lost_ends_nothing(void **state)
{
	(void)state;
	check_change(CASE(FIGURE("70"), "talk_below: 0, exit_below: 0"), STANDING_KEEP,
		"grow +15.0 grade A", "talk critical, talk 0>5");
	check_change(CASE(FIGURE("0"), "talk_below: 0, exit_below: 0"), STANDING_KEEP,
		"grow +85.0 grade A", "talk critical, talk 0>5");
	check_change(CASE(FIGURE("70"), "talk_below: 0.1, exit_below: 0"), STANDING_KEEP,
		"grow +15.0 grade A", "talk -70.0, talk critical, talk 0>5");
}

/* Scores are printed to one decimal, and compared as printed. */
static void edges_between_printed_scores_are_rounded_up(void **state)
{
	(void)state;
	check_change(CASE(FIGURE("54.9"), "talk_below: 54.95"), STANDING_TALK, "keep +0.1", "");
	check_change(CASE(FIGURE("55.3"), "talk_below: 54.95"), STANDING_KEEP, "grow +29.7 grade A",
		"talk -0.4, talk critical, talk 0>5");
}

/* R2: the score of 90 earns an A, the single incident none. */
static void few_events_may_hold_the_grade_down(void **state)
{
	static const char records[] =
		FIGURE("80") "incidents: [{id: a, opened: 2026-01-01, ownership: owned}]\n";
	static const char policy[] =
		"min_coverage: 1%\n"
		"criteria: [{id: all, weight: 1, measures: [{measure: incident-conduct},"
		" {measure: 'metric:all', scale: [[0, 0], [100, 100]]}]}]\n";

	(void)state;
	check_change(&(struct card_text){.records = records, .policy = policy}, STANDING_KEEP,
		"grow grade A", "talk -35.1, talk critical, talk 0>5");
}

/* ---- talking ---- */

static void talking_lacks_points(void **state)
{
	(void)state;
	check_change(PLAIN(FIGURE("40.7")), STANDING_TALK, "keep +14.3", "");
	check_change(CASE(FIGURE("88"), "talk_below: 90"), STANDING_TALK, "grow +2.0", "");
	check_change(CASE(FIGURE("80"), "talk_below: 90"), STANDING_TALK, "grow +10.0", "");
	check_change(CASE(FIGURE("80") WARNED, "talk_below: 90"), STANDING_TALK, "keep +10.0", "");
}

static void talking_has_signs_in_the_way(void **state)
{
	(void)state;
	check_change(PLAIN(FIGURE("90") DEFLECTED), STANDING_TALK, "grow -blame-shifting", "");
	check_change(PLAIN(FIGURE("60") DEFLECTED), STANDING_TALK, "keep -blame-shifting", "");
	check_change(PLAIN("criticality: critical\n" FIGURE("40.7") DEFLECTED), STANDING_TALK,
		"keep +14.3 -blame-shifting -captive", "");
}

static void talking_has_warnings_in_the_way(void **state)
{
	(void)state;
	check_change(CASE(FIGURE("90") WARNED, "talk_warnings: 3"), STANDING_TALK, "keep 3>2", "");
	check_change(CASE(FIGURE("90") WARNED, "talk_warnings: 1"), STANDING_TALK, "grow 3>0", "");
	check_change(CASE(FIGURE("60") WARNED, "talk_warnings: 1"), STANDING_TALK, "keep 3>0", "");
}

/* With a talk that has had no effect, leaving is near. */
static void after_a_talk_in_vain_points_are_all_that_is_left(void **state)
{
	(void)state;
	check_change(PLAIN(SINCE_TALK("30", "45")), STANDING_TALK, "keep +10.0", "exit -5.1");
	check_change(PLAIN(SINCE_TALK("30", "60")), STANDING_KEEP, "grow +25.0 grade A",
		"talk -5.1, talk critical, talk 0>5");
}

/* ---- leaving ---- */

static void leaving_ends_with_the_talk_or_its_cause(void **state)
{
	static const char once[] = "signs: [{sign: blame-shifting, level: critical, count: 1}]\n";
	struct card_text text = {.records = SINCE_TALK("30", "22.6"), .policy = ONE_FIGURE};
	struct arena arena = {0};

	(void)state;
	check_change(&text, STANDING_EXIT, "talk improving, talk +17.4", "");
	text.records = SINCE_TALK("30", "22.6") DEFLECTED;
	check_change(&text, STANDING_EXIT, "talk improving, talk +17.4 -blame-shifting", "");
	text.records = SINCE_TALK("90", "60") DEFLECTED;
	text.policy = arena_printf(&arena, "%s%s", ONE_FIGURE, once);
	check_change(&text, STANDING_EXIT, "talk improving, keep -blame-shifting", "");
	arena_free(&arena);
}

/* ---- ourselves, and what has no standing to change ---- */

static void of_ourselves_only_points_count(void **state)
{
	static const char never[] = ONE_FIGURE "standing: {talk_below: 0, exit_below: 0}\n";
	struct card_text text = {
		.records = FIGURE("90"), .policy = ONE_FIGURE, .kind = "self", .us = true};

	(void)state;
	check_change(&text, STANDING_GROW, "", "keep -5.1");
	text.records = FIGURE("70");
	check_change(&text, STANDING_KEEP, "grow +15.0 grade A", "talk -15.1");
	text.policy = never;
	check_change(&text, STANDING_KEEP, "grow +15.0 grade A", "");
}

static void assert_no_change(const struct card_text *text, enum standing standing)
{
	struct carded carded;

	card_open(&carded, text);
	assert_int_equal(carded.card->standing, standing);
	assert_null(carded.card->change);
	card_close(&carded);
}

static void without_a_standing_nothing_changes(void **state)
{
	(void)state;
	assert_no_change(&(struct card_text){.records = ""}, STANDING_GATHER);
	assert_no_change(&(struct card_text){.records = "", .us = true}, STANDING_NONE);
	assert_no_change(PLAIN("ended: 2026-06-01\n" FIGURE("60")), STANDING_NONE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(growing_ends_in_the_standing_that_the_rules_give),
		TEST(keeping_lacks_a_grade_or_has_warnings),
		TEST(what_cannot_be_lost_ends_nothing),
		TEST(edges_between_printed_scores_are_rounded_up),
		TEST(few_events_may_hold_the_grade_down),
		TEST(talking_lacks_points),
		TEST(talking_has_signs_in_the_way),
		TEST(talking_has_warnings_in_the_way),
		TEST(after_a_talk_in_vain_points_are_all_that_is_left),
		TEST(leaving_ends_with_the_talk_or_its_cause),
		TEST(of_ourselves_only_points_count),
		TEST(without_a_standing_nothing_changes),
	};

	return cmocka_run_group_tests_name("scorecard change", tests, NULL, NULL);
}
