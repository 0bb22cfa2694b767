/* What a card says in words, for others to quote: the same as in its block, in one line. */
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

/* NULL: nothing is said. */
static void check_phrase(struct carded *carded, const struct scorecard *card,
	enum card_phrase phrase, const char *expected)
{
	const char *said = scorecard_phrase(&carded->arena, card, phrase);

	if (!expected)
		assert_null(said);
	else if (!said || strcmp(said, expected) != 0)
		fail_msg("'%s', not '%s'", said ? said : "nothing", expected);
}

static void the_head_is_the_standing_or_the_end(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	check_phrase(&carded, &card, CARD_HEAD, "KEEP: carry on");
	card.standing = STANDING_EXIT;
	check_phrase(&carded, &card, CARD_HEAD, "EXIT: consider leaving");
	card.standing = STANDING_NONE;
	check_phrase(&carded, &card, CARD_HEAD, NULL);
	card.ended = day("2026-05-31");
	check_phrase(&carded, &card, CARD_HEAD, "ENDED 2026-05-31");
	card.ended = DATE_NONE;
	card.phase = PHASE_ENDED;
	check_phrase(&carded, &card, CARD_HEAD, "ENDED");
	card_close(&carded);
}

static void the_reason_is_made_harmless(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	check_phrase(&carded, &card, CARD_WHY, "no reason to change");
	card.reason = "so\033[31m\037it is\n";
	check_phrase(&carded, &card, CARD_WHY, "so\\x1B[31m\\x1Fit is\\x0A");
	card.reason = NULL;
	check_phrase(&carded, &card, CARD_WHY, NULL);
	card_close(&carded);
}

static void flips_are_told_in_plain_blanks(void **state)
{
	static const struct card_flip flips[] = {{.without = "rater:a\037b",
		.score = 45,
		.grade = "D",
		.graded = true,
		.standing = STANDING_TALK}};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.change = NULL;
	card.flips = (struct array)LIST(flips);
	card.tolerance = 0.1;
	check_phrase(&carded, &card, CARD_FLIPS,
		"talk and grade D without rater:a\\x1Fb (45.0); another grade with weights shifted"
		" by 10 %");
	card.graded = false;
	check_phrase(&carded, &card, CARD_FLIPS, "a grade, once more of it applies");
	card.ended = card.as_of;
	check_phrase(&carded, &card, CARD_FLIPS, NULL);
	card_close(&carded);
}

static void dates_are_told_with_what_they_cost(void **state)
{
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);
	struct card_date dates[] = {
		{.date = card.as_of, .what = "plan review"},
		{.date = card.as_of + 9,
			.what = "send notice",
			.cost = {.minor = 120000, .currency = currency_find("EUR", 3)}},
	};

	(void)state;
	check_phrase(&carded, &card, CARD_NEXT, NULL);
	card.next = (struct array)LIST(dates);
	check_phrase(&carded, &card, CARD_NEXT,
		"2026-06-30 plan review, today; 2026-07-09 send notice, 9 days; missing it costs"
		" 1200.00 EUR");
	card_close(&carded);
}

static void our_own_score_is_told_with_its_interval(void **state)
{
	static const struct card_mirror mirror = {
		.score = 64.5, .low = 50, .high = 71.25, .coverage = 0.5, .grade = "C"};
	static const struct card_mirror nothing = {.score = NAN, .grade = "-"};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.mirror = &mirror;
	check_phrase(&carded, &card, CARD_US, "64.5 (50.0–71.3) grade C");
	card.mirror = &nothing;
	check_phrase(&carded, &card, CARD_US, NULL);
	card.mirror = NULL;
	check_phrase(&carded, &card, CARD_US, NULL);
	card_close(&carded);
}

static void coverage_stands_with_raters_and_disputes(void **state)
{
	static const struct card_dispute disputes[] = {
		{.record = "incident:a"}, {.record = "incident:b"}};
	static const char *const upheld[] = {"incident:c"};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	check_phrase(&carded, &card, CARD_COVERAGE, "coverage 100 %; no raters");
	card.coverage = 0.5;
	card.floor = 30;
	card.ceiling = 80;
	card.raters = 2;
	card.disputes = (struct array)LIST(disputes);
	card.upheld = (struct array)LIST(upheld);
	check_phrase(&carded, &card, CARD_COVERAGE,
		"coverage 50 %, floor 30.0, ceiling 80.0; 2 raters, uncalibrated; disputed:"
		" incident:a, incident:b; taken out: incident:c");
	card.score = NAN;
	check_phrase(&carded, &card, CARD_COVERAGE, NULL);
	card_close(&carded);
}

static void what_is_muted_is_told_until_when(void **state)
{
	struct card_sign signs[] = {
		{.sign = "a", .level = SIGN_CRITICAL, .text = "x", .muted = DATE_NONE},
		{.sign = "b", .level = SIGN_NOTE, .text = "x", .muted = day("2026-12-31")},
		{.sign = "c", .level = SIGN_NOTE, .text = "x", .muted = day("2027-01-31")}};
	struct carded carded;
	struct scorecard card = card_open_plain(&carded);

	(void)state;
	card.signs = (struct array){signs, 1};
	check_phrase(&carded, &card, CARD_MUTED, NULL);
	card.signs = (struct array)LIST(signs);
	check_phrase(&carded, &card, CARD_MUTED, "muted: b until 2026-12-31, c until 2027-01-31");
	card_close(&carded);
}

/* ---- the block has them ---- */

/* The line of the block that begins with a label is the phrase. */
static void check_in_block(struct carded *carded, enum card_phrase phrase, const char *label)
{
	const char *said = scorecard_phrase(&carded->arena, carded->card, phrase);

	assert_non_null(said);
	assert_string_equal(
		card_line(carded, carded->card, label), said + (*label != ' ') * strlen(label));
}

static void the_block_has_the_same_lines(void **state)
{
	static const char records[] =
		"since: 2020-01-01\n"
		"contract: {start: 2025-01-01, end: 2026-12-31, renewal: auto,"
		" value: 1200.00 EUR, notice: {period: 30d}}\n"
		"ratings:\n"
		"- {date: 2026-05-01, by: ann, scores: {support: 2, value: 4}}\n"
		"- {date: 2026-05-01, by: ann, of: us, scores: {support: 3}}\n"
		"exceptions: [{mute: no-problem, by: ann, until: 2026-12-31,"
		" reason: Known}]\n";
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = records, .policy = "min_coverage: 1%\n"});
	check_in_block(&carded, CARD_WHY, "  why    ");
	check_in_block(&carded, CARD_FLIPS, "  flips  ");
	check_in_block(&carded, CARD_NEXT, "  next   ");
	check_in_block(&carded, CARD_US, "  us     ");
	check_in_block(&carded, CARD_COVERAGE, "coverage ");
	check_in_block(&carded, CARD_MUTED, "muted: ");
	card_close(&carded);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_head_is_the_standing_or_the_end),
		TEST(the_reason_is_made_harmless),
		TEST(flips_are_told_in_plain_blanks),
		TEST(dates_are_told_with_what_they_cost),
		TEST(our_own_score_is_told_with_its_interval),
		TEST(coverage_stands_with_raters_and_disputes),
		TEST(what_is_muted_is_told_until_when),
		TEST(the_block_has_the_same_lines),
	};

	return cmocka_run_group_tests_name("card phrases", tests, NULL, NULL);
}
