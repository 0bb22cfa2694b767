/* What a card says as a whole: sides, standings and their reasons, what ended. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "measured.h"
#include "tree.h"

#define SCORES(points)                                                                         \
	"{value: " points ", delivery: " points ", support: " points ", relationship: " points \
	", people: " points ", technology: " points ", cost: " points "}"

/* Rated the same, both ways, in every quarter of the last year; no problem is written down. */
#define BOTH_WAYS                                                                                \
	"since: 2020-01-01\nplan: {agreed: 2026-01-01}\n"                                        \
	"contract: {start: 2025-01-01, end: 2026-12-31, renewal: auto, notice: {period: 30d}}\n" \
	"ratings:\n"                                                                             \
	"- {date: 2025-09-01, by: ann, scores: " SCORES(                                         \
		"4") "}\n"                                                                       \
		     "- {date: 2025-09-01, by: ann, of: us, scores: " SCORES("3") "}\n"

/* ---- sides ---- */

static void the_partner_is_judged(void **state)
{
	struct carded carded;
	const struct scorecard *card;

	(void)state;
	card_open(&carded, &(struct card_text){.records = BOTH_WAYS});
	card = carded.card;
	assert_int_equal(card->side, SIDE_PARTNER);
	assert_int_equal(card->standing, STANDING_KEEP);
	assert_string_equal(card->reason, "no reason to change");
	assert_int_equal(card->phase, PHASE_STEADY);
	assert_true(card->slope == 0);
	assert_true(card->signs.n > 0 && card->next.n == 2);
	assert_non_null(card->mirror);
	assert_true(card->mirror->score == 50 && card->mirror->coverage > 0.5);
	assert_string_equal(card->mirror->grade, "D");
	assert_true(card->mirror->low < 50 && card->mirror->high > 50);
	card_close(&carded);
}

/* R22. */
static void our_own_side_is_only_scored(void **state)
{
	struct carded carded;
	const struct scorecard *card;

	(void)state;
	card_open(&carded, &(struct card_text){.records = BOTH_WAYS, .us = true});
	card = carded.card;
	assert_int_equal(card->side, SIDE_US);
	assert_true(card->score == 50);
	assert_string_equal(card->grade, "D");
	assert_int_equal(card->standing, STANDING_NONE);
	assert_null(card->reason);
	assert_int_equal(card->phase, PHASE_NONE);
	assert_null(card->mirror);
	assert_true(isnan(card->slope));
	assert_int_equal(card->signs.n + card->reason_refs.n + card->next.n, 0);
	card_close(&carded);
}

/* R22, R72: written from our side, about ourselves. */
static void our_own_organisation_has_a_standing_and_no_signs(void **state)
{
	static const char ratings[] =
		"since: 2020-01-01\n"
		"ratings: [{date: 2025-09-01, by: ann, scores: " SCORES("4") "}]\n";
	struct carded carded;
	const struct scorecard *card;

	(void)state;
	card_open(&carded, &(struct card_text){.records = ratings, .kind = "self", .us = true});
	card = carded.card;
	assert_int_equal(card->side, SIDE_US);
	assert_true(card->score == 75);
	assert_int_equal(card->standing, STANDING_KEEP);
	assert_int_equal(card->phase, PHASE_STEADY);
	assert_true(card->slope == 0);
	assert_int_equal(card->signs.n, 0);
	assert_null(card->mirror);
	card_close(&carded);
}

/* R22: of our own organisation there is one card. */
static void sides_are_those_that_there_are(void **state)
{
	enum side sides[2];
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = ""});
	assert_int_equal(scorecard_sides(&carded.source, true, true, sides), 2);
	assert_int_equal(sides[0], SIDE_PARTNER);
	assert_int_equal(sides[1], SIDE_US);
	assert_int_equal(scorecard_sides(&carded.source, true, false, sides), 1);
	assert_int_equal(sides[0], SIDE_PARTNER);
	assert_int_equal(scorecard_sides(&carded.source, false, true, sides), 1);
	assert_int_equal(sides[0], SIDE_US);
	card_close(&carded);
	card_open(&carded, &(struct card_text){.records = "", .kind = "self", .us = true});
	assert_int_equal(scorecard_sides(&carded.source, true, true, sides), 1);
	assert_int_equal(sides[0], SIDE_US);
	assert_int_equal(scorecard_sides(&carded.source, false, true, sides), 0);
	card_close(&carded);
}

/* ---- the end ---- */

/* What is rated afterwards is not looked at any more. */
#define ENDING                                                                           \
	"ended: 2026-03-31\n" BOTH_WAYS "- {date: 2026-05-01, by: ann, scores: " SCORES( \
		"1") "}\n"                                                               \
		     "conversations: [{date: 2026-02-01, kind: recovery, review: 2026-12-01}]\n"

static void what_ended_is_seen_on_its_last_day(void **state)
{
	struct carded carded;
	const struct scorecard *card;

	(void)state;
	card_open(&carded, &(struct card_text){.records = ENDING});
	card = carded.card;
	assert_int_equal(card->as_of, day("2026-06-30"));
	assert_int_equal(card->ended, day("2026-03-31"));
	assert_int_equal(card->phase, PHASE_ENDED);
	assert_true(card->score == 75);
	assert_int_equal(card->standing, STANDING_NONE);
	assert_null(card->reason);
	assert_null(card->contract);
	assert_int_equal(card->signs.n + card->next.n + card->reason_refs.n, 0);
	assert_non_null(card->mirror);
	card_close(&carded);
}

static void until_the_day_before_it_goes_on(void **state)
{
	static const struct {
		const char *as_of;
		bool ended;
	} rows[] = {{"2026-03-30", false}, {"2026-03-31", true}};
	struct carded carded;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		card_open(&carded, &(struct card_text){.records = ENDING, .as_of = rows[i].as_of});
		assert_int_equal(carded.card->ended != DATE_NONE, rows[i].ended);
		assert_int_equal(carded.card->standing == STANDING_NONE, rows[i].ended);
		assert_int_equal(carded.card->contract == NULL, rows[i].ended);
		assert_int_equal(carded.card->signs.n == 0, rows[i].ended);
		card_close(&carded);
	}
}

/* ---- too little ---- */

#define TWO_FIGURES                                                                           \
	"criteria: [{id: one, weight: 49, measures: [{measure: 'metric:all', scale: [[0, 0]," \
	" [100, 100]]}]}, {id: two, weight: %s, measures: [{measure: 'metric:b',"             \
	" scale: [[0, 0], [100, 100]]}]}]\n"

static void open_covered(struct carded *carded, const char *rest)
{
	struct arena arena = {0};

	card_open(carded,
		&(struct card_text){
			.records = FIGURE("80"),
			.policy = arena_printf(&arena, TWO_FIGURES, rest),
			.request = {.robustness = true},
		});
	arena_free(&arena);
}

static void below_the_minimum_there_is_no_grade(void **state)
{
	struct carded carded;

	(void)state;
	open_covered(&carded, "51");
	assert_true(carded.card->coverage == 0.49 && carded.card->score == 80);
	assert_int_equal(carded.card->standing, STANDING_GATHER);
	assert_string_equal(carded.card->grade, "-");
	assert_string_equal(carded.card->reason, "49 % of the weight measured, 50 % are needed");
	assert_true(isnan(carded.card->tolerance));
	assert_false(carded.card->firm);
	assert_int_equal(carded.card->reason_refs.n, 0);
	assert_null(carded.card->robustness);
	card_close(&carded);
}

/* As printed anywhere else: 49.67 %, for which a whole number would not do. */
static void near_the_minimum_decimals_say_why(void **state)
{
	struct carded carded;

	(void)state;
	open_covered(&carded, "49.65");
	assert_true(carded.card->coverage == 0.4967);
	assert_int_equal(carded.card->standing, STANDING_GATHER);
	assert_string_equal(carded.card->reason, "49.67 % of the weight measured, 50 % are needed");
	card_close(&carded);
}

static const char *sign_text(const struct scorecard *card, const char *id)
{
	for (size_t i = 0; i < card->signs.n; i++)
		if (strcmp(CARD_ITEM(struct card_sign, card->signs, i)->sign, id) == 0)
			return CARD_ITEM(struct card_sign, card->signs, i)->text;
	return "";
}

/* 285 of 1000, which a double holds as just less. */
static void a_coverage_reads_the_same_everywhere(void **state)
{
	struct carded carded;

	(void)state;
	open_covered(&carded, "122.92982456140351");
	assert_true(carded.card->coverage == 0.285);
	assert_string_equal(carded.card->reason, "29 % of the weight measured, 50 % are needed");
	assert_string_equal(sign_text(carded.card, "thin-evidence"), "coverage 29 %");
	assert_non_null(strstr(card_text(&carded, carded.card, false), "\ncoverage 29 %,"));
	card_close(&carded);
}

static void evidence_just_too_thin_has_decimals(void **state)
{
	struct carded carded;

	(void)state;
	open_covered(&carded, "16.6");
	assert_true(carded.card->coverage == 0.747);
	assert_string_equal(sign_text(carded.card, "thin-evidence"), "coverage 74.70 %");
	card_close(&carded);
}

static void at_the_minimum_there_is_one(void **state)
{
	struct carded carded;

	(void)state;
	open_covered(&carded, "49");
	assert_true(carded.card->coverage == 0.5 && carded.card->score == 80);
	assert_int_equal(carded.card->standing, STANDING_KEEP);
	assert_string_equal(carded.card->grade, "B");
	assert_true(carded.card->tolerance == 1 && carded.card->firm);
	assert_non_null(carded.card->robustness);
	card_close(&carded);
}

/* ---- the records behind the reason ---- */

static void check_refs(const struct card_text *text, enum standing standing, const char *expected)
{
	struct carded carded;
	struct buffer refs = {0};

	card_open(&carded, text);
	assert_int_equal(carded.card->standing, standing);
	for (size_t i = 0; i < carded.card->reason_refs.n; i++) {
		const struct card_reference *ref =
			CARD_ITEM(struct card_reference, carded.card->reason_refs, i);

		assert_string_equal(ref->path, "acme.yaml");
		buffer_printf(&refs, "%s%s:%d", i ? " " : "", ref->ref, (int)ref->line);
	}
	assert_string_equal(buffer_keep(&refs, &carded.arena), expected);
	card_close(&carded);
}

static void a_low_score_cites_what_costs_it_most(void **state)
{
	static const char records[] = "problem: Less work.\nincidents:\n"
				      "- {id: a, opened: 2026-01-01, ownership: owned}\n"
				      "- {id: b, opened: 2026-01-02, ownership: owned}\n"
				      "ratings:\n"
				      "- {date: 2026-06-01, by: ann, scores: {x: 3}}\n"
				      "- {date: 2026-06-01, by: bob, scores: {x: 1}}\n"
				      "- {date: 2026-06-01, by: cid, scores: {x: 1}}\n"
				      "- {date: 2026-06-01, by: dan, scores: {x: 2}}\n"
				      "- {date: 2026-06-01, by: eve, scores: {x: 1}}\n"
				      "- {date: 2026-06-01, by: fay, scores: {x: 1}}\n";
	static const char policy[] =
		"criteria: [{id: w, weight: 1, measures: "
		"[{measure: incident-conduct}]}, {id: x, weight: 3, measures: [{measure: panel}]}]\n";

	(void)state;
	check_refs(&(struct card_text){.records = records, .policy = policy}, STANDING_TALK,
		"rating:#1:9 rating:#2:10 rating:#3:11 rating:#4:12 rating:#5:13");
}

#define DEFLECTED                                                       \
	"incidents:\n- {id: a, opened: 2026-01-01, ownership: owned}\n" \
	"- {id: b, opened: 2026-01-02, ownership: deflected}\n"         \
	"- {id: c, opened: 2026-06-01, ownership: deflected}\n"

static void a_critical_sign_cites_its_own(void **state)
{
	(void)state;
	check_refs(&(struct card_text){.records = FIGURE("90") DEFLECTED, .policy = ONE_FIGURE},
		STANDING_TALK, "incident:b:8 incident:c:9");
}

static void warnings_cite_the_first_record_of_each(void **state)
{
	static const char records[] = FIGURE(
		"90") "goals:\n- {id: g, kind: leads, for: us, shared: 2026-06-01, start: 2026-06-01}\n"
		      "- {id: h, kind: leads, for: us, shared: 2026-06-01, start: 2026-06-01}\n"
		      "incidents: [{id: z, severity: 1, opened: 2026-01-01, resolved: 2026-01-02}]\n";

	(void)state;
	check_refs(&(struct card_text){.records = records,
			   .policy = ONE_FIGURE "standing: {talk_warnings: 3}\n"},
		STANDING_TALK, "goal:g:7 incident:z:9 goal:g:7");
}

static void leaving_cites_the_talk_and_what_came_after(void **state)
{
	static const char records[] =
		FIGURE("90") DEFLECTED "conversations: [{date: 2025-12-01, kind: recovery},\n"
				       "  {date: 2026-01-31, kind: recovery}]\n";

	(void)state;
	check_refs(&(struct card_text){.records = records,
			   .policy = ONE_FIGURE
			   "signs: [{sign: blame-shifting, level: critical, count: 1}]\n"},
		STANDING_EXIT, "conversation:#2:11 incident:b:8 incident:c:9");
}

static void nothing_to_do_cites_nothing(void **state)
{
	(void)state;
	check_refs(&(struct card_text){.records = FIGURE("70"), .policy = ONE_FIGURE},
		STANDING_KEEP, "");
	check_refs(&(struct card_text){.records = FIGURE("85"), .policy = ONE_FIGURE},
		STANDING_GROW, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_partner_is_judged),
		TEST(our_own_side_is_only_scored),
		TEST(our_own_organisation_has_a_standing_and_no_signs),
		TEST(sides_are_those_that_there_are),
		TEST(what_ended_is_seen_on_its_last_day),
		TEST(until_the_day_before_it_goes_on),
		TEST(below_the_minimum_there_is_no_grade),
		TEST(near_the_minimum_decimals_say_why),
		TEST(a_coverage_reads_the_same_everywhere),
		TEST(evidence_just_too_thin_has_decimals),
		TEST(at_the_minimum_there_is_one),
		TEST(a_low_score_cites_what_costs_it_most),
		TEST(a_critical_sign_cites_its_own),
		TEST(warnings_cite_the_first_record_of_each),
		TEST(leaving_cites_the_talk_and_what_came_after),
		TEST(nothing_to_do_cites_nothing),
	};

	return cmocka_run_group_tests_name("scorecard", tests, NULL, NULL);
}
