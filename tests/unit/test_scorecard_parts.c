/* What a card says about voices and records: flips, robustness, ratings, disputes, effects. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "measured.h"
#include "partner/robustness.h"
#include "partner/sha256.h"
#include "tree.h"

/* Three criteria of equal weight: 90, 50 by raters who disagree, 40. */
#define THREE                                                                                    \
	"criteria:\n"                                                                            \
	"- {id: z, weight: 1, measures: [{measure: 'metric:z', scale: [[0, 0], [100, 100]]}]}\n" \
	"- {id: x, weight: 1, measures: [{measure: panel}]}\n"                                   \
	"- {id: y, weight: 1, measures: [{measure: 'metric:y', scale: [[0, 0], [100, 100]]}]}\n"

#define THREE_RECORDS                                                        \
	"problem: Less work.\nmetrics:\n"                                    \
	"- {id: y, observations: [{date: 2026-06-01, value: 40}]}\n"         \
	"- {id: z, observations: [{date: 2026-06-01, value: 90}]}\n"         \
	"ratings:\n"                                                         \
	"- {date: 2026-06-01, by: zoe, evidence: [a.txt], scores: {x: 5}}\n" \
	"- {date: 2026-06-01, by: ann, evidence: [a.txt], scores: {x: 1}}\n"

static const char *flips_of(struct carded *carded, struct array flips)
{
	struct buffer text = {0};

	for (size_t i = 0; i < flips.n; i++) {
		const struct card_flip *flip = CARD_ITEM(struct card_flip, flips, i);

		buffer_printf(&text, "%s%s %.1f %s %s", i ? ", " : "", flip->without, flip->score,
			flip->grade,
			flip->standing == STANDING_NONE ? "none" : standing_words[flip->standing]);
	}
	return buffer_keep(&text, &carded->arena);
}

/* R49: raters as they first appear, criteria as in the policy; x alone would change nothing. */
static void flips_are_raters_then_criteria(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = THREE_RECORDS, .policy = THREE});
	assert_true(carded.card->score == 60);
	assert_int_equal(carded.card->standing, STANDING_KEEP);
	assert_string_equal(flips_of(&carded, carded.card->flips),
		"rater:zoe 43.3 D talk, rater:ann 76.7 B keep, criterion:z 45.0 D talk,"
		" criterion:y 70.0 B keep");
	card_close(&carded);
}

static void our_own_side_flips_in_grade_alone(void **state)
{
	static const char records[] = "ratings:\n"
				      "- {date: 2026-06-01, by: zoe, of: us, scores: {x: 5}}\n"
				      "- {date: 2026-06-01, by: bob, scores: {x: 1}}\n"
				      "- {date: 2026-06-01, by: ann, of: us, scores: {x: 2}}\n";
	struct carded carded;

	(void)state;
	card_open(&carded,
		&(struct card_text){.records = records,
			.policy = "criteria: [{id: x, weight: 1, measures: [{measure: panel}]}]\n",
			.us = true});
	assert_true(carded.card->score == 62.5);
	assert_string_equal(flips_of(&carded, carded.card->flips),
		"rater:zoe 25.0 F none, rater:ann 100.0 A none, criterion:x nan - none");
	card_close(&carded);
}

/* ---- robustness ---- */

static void robustness_is_there_when_asked_for(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = THREE_RECORDS, .policy = THREE});
	assert_null(carded.card->robustness);
	card_close(&carded);
}

static void robustness_tells_chances_bounds_and_records(void **state)
{
	static const char *const grades[] = {"A", "B", "C", "D", "F"};
	struct carded carded;
	const struct card_robustness *robustness;
	double sum = 0;

	(void)state;
	card_open(&carded,
		&(struct card_text){.records = THREE_RECORDS,
			.policy = THREE,
			.request = {.robustness = true}});
	robustness = carded.card->robustness;
	assert_non_null(robustness);
	assert_int_equal(robustness->draws, ROBUSTNESS_DRAWS);
	assert_int_equal(robustness->seed, ROBUSTNESS_SEED);
	assert_true(robustness->least == 40 && robustness->most == 90);
	assert_int_equal(robustness->grades.n, COUNT_OF(grades));
	for (size_t i = 0; i < COUNT_OF(grades); i++) {
		const struct named_share *grade =
			CARD_ITEM(struct named_share, robustness->grades, i);

		assert_string_equal(grade->name, grades[i]);
		sum += grade->share;
	}
	assert_true(fabs(sum - 1) < 1e-9);
	assert_string_equal(flips_of(&carded, robustness->records),
		"metric:z 45.0 D talk, rating:#1 43.3 D talk, rating:#2 76.7 B keep,"
		" metric:y 70.0 B keep");
	card_close(&carded);
}

/* ---- effects ---- */

static double effect_of_rating(const struct scorecard *card)
{
	const struct card_criterion *x = CARD_ITEM(struct card_criterion, card->criteria, 1);
	const struct card_measure *panel = x->measures.items;
	const struct card_record *rating = panel->records.items;

	assert_string_equal(rating->ref, "rating:#1");
	assert_int_equal(rating->line, 9);
	return rating->effect;
}

static void effects_are_there_when_asked_for(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = THREE_RECORDS, .policy = THREE});
	assert_true(isnan(effect_of_rating(carded.card)));
	card_close(&carded);
	card_open(&carded,
		&(struct card_text){
			.records = THREE_RECORDS, .policy = THREE, .request = {.effects = true}});
	assert_true(fabs(effect_of_rating(carded.card) - (60 - 130 / 3.)) < 1e-9);
	card_close(&carded);
}

/* ---- what costs most ---- */

/* Of what is measured: 0.4 × 70 against 0.6 × 50; the last one is not. */
static void a_criterion_names_the_measure_that_costs_most(void **state)
{
	static const char records[] =
		"metrics:\n- {id: a, observations: [{date: 2026-06-01, value: 30}]}\n"
		"- {id: b, observations: [{date: 2026-06-01, value: 50}]}\n"
		"- {id: d, observations: [{date: 2026-06-01, value: 100}]}\n";
	static const char policy[] =
		"min_coverage: 1%\ncriteria:\n- {id: one, weight: 1, measures: ["
		"{measure: 'metric:a', weight: 4, scale: [[0, 0], [100, 100]]},"
		"{measure: 'metric:b', weight: 6, scale: [[0, 0], [100, 100]]},"
		"{measure: 'metric:c', weight: 9, scale: [[0, 0], [100, 100]]}]}\n"
		"- {id: two, weight: 1, measures: ["
		"{measure: 'metric:d', scale: [[0, 0], [100, 100]]}]}\n";
	struct carded carded;
	const struct card_criterion *criteria;

	(void)state;
	card_open(&carded, &(struct card_text){.records = records, .policy = policy});
	criteria = carded.card->criteria.items;
	assert_ptr_equal(
		criteria[0].costliest, CARD_ITEM(struct card_measure, criteria[0].measures, 1));
	assert_string_equal(criteria[0].costliest->measure, "metric:b");
	assert_null(criteria[1].costliest);
	card_close(&carded);
}

/* ---- ratings ---- */

static const char *panel_of(struct carded *carded)
{
	struct buffer text = {0};

	for (size_t i = 0; i < carded->card->panel.n; i++) {
		const struct card_vote *vote = CARD_ITEM(struct card_vote, carded->card->panel, i);

		buffer_printf(&text, "%s%s:%s %g %g %g%s", i ? ", " : "", vote->criterion,
			vote->rater, vote->raw, vote->adjusted, vote->weight,
			vote->evidence ? " evidence" : "");
	}
	return buffer_keep(&text, &carded->arena);
}

static const char rated[] =
	"people: [{id: kim, name: Kim, side: partner}, {id: ann, name: Ann, role: finance}]\n"
	"ratings:\n"
	"- {date: 2026-06-30, by: ann, scores: {people: 4, cost: 2}}\n"
	"- {date: 2026-06-30, by: bob, evidence: [a.txt], scores: {people: 3}}\n"
	"- {date: 2026-06-30, by: kim, scores: {people: 5}}\n";

static void without_a_calibration_ratings_are_as_given(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = rated});
	assert_null(carded.card->calibration->digest);
	assert_string_equal(panel_of(&carded),
		"people:ann 4 4 0.5, people:bob 3 3 1 evidence, people:kim 5 5 0, cost:ann 2 2 0.5");
	assert_int_equal(carded.card->raters, 2);
	assert_string_equal(CARD_ITEM(struct card_vote, carded.card->panel, 0)->role, "finance");
	assert_null(CARD_ITEM(struct card_vote, carded.card->panel, 1)->role);
	card_close(&carded);
}

static void a_calibration_adjusts_and_is_named(void **state)
{
	static const char offsets[] =
		"raters: [{rater: ann, offset: 0.5}, {rater: kim, offset: -1}]\n";
	static const char file[] =
		"type: calibration\n"
		"raters: [{rater: ann, offset: 0.5}, {rater: kim, offset: -1}]\n";
	struct carded carded;
	char digest[SHA256_HEX];

	(void)state;
	card_open(&carded, &(struct card_text){.records = rated, .calibration = offsets});
	assert_string_equal(
		carded.card->calibration->digest, sha256_of(file, sizeof(file) - 1, digest));
	assert_string_equal(panel_of(&carded),
		"people:ann 4 3.5 0.5, people:bob 3 3 1 evidence, people:kim 5 6 0,"
		" cost:ann 2 1.5 0.5");
	card_close(&carded);
}

static void a_rating_where_no_panel_is_asked_counts_nowhere(void **state)
{
	static const char records[] =
		"metrics: [{id: all, observations: [{date: 2026-06-01, value: 60}]}]\n"
		"ratings: [{date: 2026-06-01, by: ann, evidence: [a.txt], scores: {all: 5}}]\n";
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = records, .policy = ONE_FIGURE});
	assert_true(carded.card->score == 60);
	assert_string_equal(panel_of(&carded), "all:ann 5 5 0 evidence");
	assert_int_equal(carded.card->raters, 0);
	card_close(&carded);
}

/* ---- disputes ---- */

static void check_disputes(const char *as_of, size_t n, double score)
{
	static const char records[] =
		"problem: Less work.\nratings:\n"
		"- {date: 2026-01-01, by: ann, evidence: [a.txt], scores: {x: 5}}\n"
		"- {date: 2026-01-01, by: bob, evidence: [a.txt], scores: {x: 1}}\n"
		"disputes: [{record: 'rating:#2', by: partner, on: 2026-03-01, reason: No.,"
		" settled: 2026-04-01, upheld: true}]\n";
	struct carded carded;

	card_open(&carded,
		&(struct card_text){.records = records,
			.policy = "criteria: [{id: x, weight: 1, measures: [{measure: panel}]}]\n",
			.as_of = as_of});
	assert_int_equal(carded.card->disputes.n, n);
	assert_true(carded.card->score == score);
	assert_int_equal(carded.card->upheld.n, score == 100);
	if (carded.card->upheld.n)
		assert_string_equal(*CARD_ITEM(char *, carded.card->upheld, 0), "rating:#2");
	if (n) {
		const struct card_dispute *dispute = carded.card->disputes.items;

		assert_string_equal(dispute->record, "rating:#2");
		assert_string_equal(dispute->by, "partner");
		assert_string_equal(dispute->reason, "No.");
		assert_int_equal(dispute->on, day("2026-03-01"));
	}
	card_close(&carded);
}

/* R25. */
static void a_dispute_is_open_from_its_day_until_it_is_settled(void **state)
{
	(void)state;
	check_disputes("2026-02-28", 0, 50);
	check_disputes("2026-03-01", 1, 50);
	check_disputes("2026-03-31", 1, 50);
	check_disputes("2026-04-01", 0, 100);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(flips_are_raters_then_criteria),
		TEST(our_own_side_flips_in_grade_alone),
		TEST(robustness_is_there_when_asked_for),
		TEST(robustness_tells_chances_bounds_and_records),
		TEST(effects_are_there_when_asked_for),
		TEST(a_criterion_names_the_measure_that_costs_most),
		TEST(without_a_calibration_ratings_are_as_given),
		TEST(a_calibration_adjusts_and_is_named),
		TEST(a_rating_where_no_panel_is_asked_counts_nowhere),
		TEST(a_dispute_is_open_from_its_day_until_it_is_settled),
	};

	return cmocka_run_group_tests_name("scorecard parts", tests, NULL, NULL);
}
