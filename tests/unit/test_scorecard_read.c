/* Cards read back from the lines that they were printed as are drawn as the first ones were. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "measured.h"
#include "partner/check.h"
#include "partner/write.h"
#include "tree.h"

static const struct scorecard *read_back(struct arena *arena, const struct scorecard *card)
{
	struct read_fault fault = {0};
	struct buffer line = {0};
	const struct scorecard *back;

	write_json_line(&line, &scorecard_record, card);
	back = scorecard_read(arena, line.data, line.length, &fault);
	if (!back)
		fail_msg("%s", fault.message);
	buffer_free(&line);
	return back;
}

/* ---- what was drawn is drawn again ---- */

static const char *drawn(
	struct arena *arena, const struct scorecard *card, const struct card_style *style)
{
	struct buffer buffer = {0};

	scorecard_put_text(&buffer, card, style);
	scorecard_put_table_head(&buffer, card->rules, style);
	scorecard_put_table_line(&buffer, card, style);
	return buffer_keep(&buffer, arena);
}

static void assert_drawn_again(const struct scorecard *card)
{
	static const struct card_style styles[] = {
		{.columns = 80}, {.columns = 40}, {.columns = 200, .ascii = true, .color = true}};
	struct arena arena = {0};
	const struct scorecard *back = read_back(&arena, card);

	for (size_t i = 0; i < COUNT_OF(styles); i++)
		assert_string_equal(
			drawn(&arena, back, &styles[i]), drawn(&arena, card, &styles[i]));
	arena_free(&arena);
}

static size_t draw_sides(const struct source *source, const char *as_of)
{
	const struct card_request request = {
		.as_of = day(as_of), .effects = true, .robustness = true, .trend = 8};
	enum side sides[2];
	size_t n = scorecard_sides(source, true, true, sides);

	for (size_t i = 0; i < n; i++)
		assert_drawn_again(scorecard_make(source, &request, sides[i]));
	return n;
}

static void the_examples_are_drawn_again(void **state)
{
	static const char *const days[] = {
		"2024-12-31", "2025-09-30", "2026-03-01", "2026-06-30", "2026-11-22"};
	static char folder[] = "examples/partners";
	char *const operands[] = {folder};
	const struct source_options options = {
		.operands = operands, .n = 1, .validate = check_policy};
	struct sources *sources = sources_open(&options);
	struct source source;
	size_t n = 0;

	(void)state;
	while (sources_next(sources, &source))
		for (size_t i = 0; i < COUNT_OF(days); i++)
			n += draw_sides(&source, days[i]);
	assert_true(n >= 70);
	sources_close(sources);
}

/* ---- files with little, and with what the examples do not have ---- */

/* Opinion with and without evidence, a muted sign, an open and an upheld dispute. */
#define LIVELY                                                                                    \
	"since: 2020-01-01\ntier: strategic\ncriticality: critical\nplan: {agreed: 2026-01-01}\n" \
	"contract: {start: 2025-01-01, end: 2026-12-31, renewal: auto, value: 1200.00 EUR,"       \
	" notice: {period: 30d}}\n"                                                               \
	"ratings:\n"                                                                              \
	"- {date: 2026-05-01, by: ann,"                                                           \
	" scores: {value: 2, delivery: 2, support: 2, people: 3, technology: 1, cost: 2}}\n"      \
	"- {date: 2025-09-01, by: bob, evidence: ['incident:one'],"                               \
	" scores: {value: 3, delivery: 3, support: 4, people: 3}}\n"                              \
	"- {date: 2025-09-01, by: ann, of: us, scores: {value: 3, support: 3}}\n"                 \
	"milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-09},"                          \
	" {id: m2, due: 2026-04-01, delivered: 2026-04-01}]\n"                                    \
	"incidents:\n"                                                                            \
	"- {id: one, opened: 2026-05-01T08:00Z, severity: 1, cause: partner, title: Down}\n"      \
	"- {id: two, opened: 2026-05-02T08:00Z, severity: 2, cause: partner, title: Down}\n"      \
	"disputes:\n"                                                                             \
	"- {record: 'incident:one', by: partner, on: 2026-05-03, reason: Not us}\n"               \
	"- {record: 'incident:two', by: partner, on: 2026-05-03, reason: Not us,"                 \
	" settled: 2026-05-09, upheld: true}\n"                                                   \
	"exceptions: [{mute: no-problem, by: ann, until: 2026-12-31, reason: Known}]\n"

#define COVERED "min_coverage: 10%\n"

/* Grades that are not in the order of their names, and edges that are no whole numbers. */
#define MEDALS                                                                                     \
	"grades: [{grade: silver, from: 72.25}, {grade: gold, from: 50}, {grade: tin, from: 0}]\n" \
	"standing: {talk_below: 66.5, exit_below: 41.25}\nunevidenced_weight: 40%\n"               \
	"currency: EUR\n"

static void check_drawn_again(const char *records, const char *kind, const char *policy, bool us)
{
	const struct card_request request = {.effects = true, .robustness = true, .trend = 4};
	struct carded carded;

	card_open(&carded,
		&(struct card_text){.records = records,
			.kind = kind,
			.policy = policy,
			.request = request,
			.us = us});
	assert_drawn_again(carded.card);
	card_close(&carded);
}

static void other_files_are_drawn_again(void **state)
{
	static const char *const records[] = {
		"", "problem: Less work.\n", FIGURE("60"), LIVELY, "ended: 2026-03-31\n" LIVELY};
	static const char *const policies[] = {NULL, COVERED MEDALS, ONE_FIGURE MEDALS};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(records); i++)
		for (size_t k = 0; k < COUNT_OF(policies); k++) {
			check_drawn_again(records[i], NULL, policies[k], false);
			check_drawn_again(records[i], NULL, policies[k], true);
			check_drawn_again(records[i], "self", policies[k], true);
		}
}

/* ---- what is not printed ---- */

/* The card of LIVELY by MEDALS, and what was read of it. */
static const struct scorecard *open_lively(struct carded *carded)
{
	card_open(carded,
		&(struct card_text){.records = LIVELY,
			.policy = COVERED MEDALS,
			.request = {.robustness = true, .trend = 4}});
	return read_back(&carded->arena, carded->card);
}

static const struct card_measure *measure_at(const struct scorecard *card, size_t i, size_t k)
{
	return CARD_ITEM(struct card_measure,
		CARD_ITEM(struct card_criterion, card->criteria, i)->measures, k);
}

/* Half of the votes have no evidence: the panel pulls the less. */
static void measures_pull_as_they_did(void **state)
{
	struct carded carded;
	const struct scorecard *back = open_lively(&carded);
	double sum = 0;
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < back->criteria.n; i++)
		for (size_t k = 0;
			k < CARD_ITEM(struct card_criterion, back->criteria, i)->measures.n; k++) {
			const struct card_measure *measure = measure_at(back, i, k);

			sum += measure->pull;
			n += measure->pull > 0;
			assert_float_equal(
				measure->pull, measure_at(carded.card, i, k)->pull, 3e-4);
			assert_string_equal(measure->needs, measure_at(carded.card, i, k)->needs);
		}
	assert_true(n > 4);
	assert_float_equal(sum, 1, 1e-9);
	card_close(&carded);
}

static void the_costliest_measures_are_the_same(void **state)
{
	struct carded carded;
	const struct scorecard *back = open_lively(&carded);
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < back->criteria.n; i++) {
		const struct card_criterion *was =
			CARD_ITEM(struct card_criterion, carded.card->criteria, i);
		const struct card_criterion *is =
			CARD_ITEM(struct card_criterion, back->criteria, i);

		assert_int_equal(!was->costliest, !is->costliest);
		if (!is->costliest)
			continue;
		assert_string_equal(is->costliest->measure, was->costliest->measure);
		n++;
	}
	assert_true(n > 3);
	card_close(&carded);
}

static void signs_raters_and_grades_are_the_same(void **state)
{
	struct carded carded;
	const struct scorecard *back = open_lively(&carded), *card = carded.card;
	const struct named_share *shares = back->robustness->grades.items;

	(void)state;
	assert_int_equal(back->raters, 2);
	assert_true(back->graded);
	assert_int_equal(back->signs.n, card->signs.n);
	for (size_t i = 0; i < card->signs.n; i++) {
		const struct card_sign *sign = CARD_ITEM(struct card_sign, back->signs, i);

		assert_int_equal(sign->newest, CARD_ITEM(struct card_sign, card->signs, i)->newest);
	}
	assert_string_equal(shares[0].name, "silver");
	assert_string_equal(shares[1].name, "gold");
	assert_string_equal(shares[2].name, "tin");
	card_close(&carded);
}

/* ---- the policy ---- */

static void the_rules_that_hold_are_printed(void **state)
{
	struct carded carded;
	const struct scorecard *back = open_lively(&carded);
	const struct card_policy *policy = back->policy;
	const struct grade_band *bands = LIST_ITEMS(struct grade_band, back->rules->grades);

	(void)state;
	assert_string_equal(policy->currency, "EUR");
	assert_true(policy->exit_below == 41.25 && policy->talk_below == 66.5);
	assert_true(policy->unevidenced_weight == 0.4);
	assert_int_equal(policy->bands.n, 3);
	assert_string_equal(CARD_ITEM(struct card_band, policy->bands, 0)->grade, "silver");
	assert_true(CARD_ITEM(struct card_band, policy->bands, 0)->from == 72.25);
	assert_int_equal(back->rules->grades.list.n, 3);
	assert_string_equal(bands[1].grade.text, "gold");
	assert_true(bands[1].from.value == 50);
	assert_true(back->rules->standing.talk_below.value == 66.5);
	assert_string_equal(score_grade(back->rules, 72.2), "gold");
	assert_string_equal(score_grade(back->rules, 72.3), "silver");
	card_close(&carded);
}

static void the_last_day_is_printed(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = "ended: 2026-03-31\n" FIGURE("60")});
	assert_int_equal(read_back(&carded.arena, carded.card)->ended, day("2026-03-31"));
	card_close(&carded);
	card_open(&carded, &(struct card_text){.records = FIGURE("60")});
	assert_int_equal(read_back(&carded.arena, carded.card)->ended, DATE_NONE);
	card_close(&carded);
}

/* ---- lines of earlier versions ---- */

/* The card as a version printed it that knew neither bands nor last days. */
static const struct scorecard *read_earlier(struct carded *carded)
{
	struct card_policy policy = {.id = carded->card->policy->id,
		.exit_below = NAN,
		.talk_below = NAN,
		.unevidenced_weight = NAN};
	struct scorecard card = *carded->card;

	card.policy = &policy;
	card.ended = DATE_NONE;
	return read_back(&carded->arena, &card);
}

static void without_bands_there_are_no_edges(void **state)
{
	struct carded carded;
	const struct scorecard *back;

	(void)state;
	card_open(
		&carded, &(struct card_text){.records = FIGURE("60"), .policy = ONE_FIGURE MEDALS});
	back = read_earlier(&carded);
	assert_int_equal(back->rules->grades.list.n, 0);
	assert_string_equal(card_row(&carded, back, true),
		"talk     gold  60.0  60-60 ............o........  0  0     - -          acme\n");
	assert_string_equal(card_line(&carded, back, "TALK: have the conversation"),
		"   60.0 (60.0–60.0)   grade gold, firm");
	assert_string_equal(
		card_line(&carded, back, "  all         100%"), "  60.0              ●");
	card_close(&carded);
}

static void without_its_last_day_it_has_ended_all_the_same(void **state)
{
	struct carded carded;
	const struct scorecard *back;

	(void)state;
	card_open(&carded,
		&(struct card_text){
			.records = "ended: 2026-06-15\n" FIGURE("60"), .policy = ONE_FIGURE});
	back = read_earlier(&carded);
	assert_string_equal(
		card_line(&carded, back, "ENDED"), "   60.0 (60.0–60.0)   grade C, firm");
	assert_null(card_line(&carded, back, "  flips"));
	card_close(&carded);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_are_drawn_again),
		TEST(other_files_are_drawn_again),
		TEST(measures_pull_as_they_did),
		TEST(the_costliest_measures_are_the_same),
		TEST(signs_raters_and_grades_are_the_same),
		TEST(the_rules_that_hold_are_printed),
		TEST(the_last_day_is_printed),
		TEST(without_bands_there_are_no_edges),
		TEST(without_its_last_day_it_has_ended_all_the_same),
	};

	return cmocka_run_group_tests_name("scorecard read", tests, NULL, NULL);
}
