/* Portfolios: what is kept of a card. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"

/* Adds the card, and closes the portfolio; its member. */
static const struct member *only_member(struct filed *filed, const struct scorecard *card)
{
	filed_add(filed, card);
	filed_done(filed);
	assert_int_equal(filed->portfolio.all.n, 1);
	return filed->portfolio.all.items[0];
}

static void the_head_is_kept(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct member *member;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 60);
	card->tier = "strategic";
	card->contract = &(struct card_contract){
		.start = day("2025-01-01"), .end = day("2026-12-31"), .send_by = DATE_NONE};
	card->mirror = &(struct card_mirror){68, 60, 75, 0.5, "C"};
	card->calibration = &(struct card_calibration){"digest"};
	member = only_member(&filed, card);
	assert_string_equal(member->name, "ACME");
	assert_string_equal(member->kind, "vendor");
	assert_string_equal(member->tier, "strategic");
	assert_null(member->criticality);
	assert_string_equal(member->path, "partners/acme.yaml");
	assert_int_equal(member->line, 1);
	assert_string_equal(member->reason, "nothing calls for a change");
	assert_string_equal(member->calibration, "digest");
	assert_true(member->low == 55 && member->high == 65 && member->coverage == 0.9);
	assert_day(member->term_end, "2026-12-31");
	assert_true(member->mirror->score == 68);
	assert_string_equal(member->mirror->grade, "C");
	filed_close(&filed);
}

static void a_grade_has_its_rank(void **state)
{
	static const struct {
		double score;
		const char *grade;
		size_t rank;
	} rows[] = {{90, "A", 0}, {70, "B", 1}, {0, "F", 4}, {NAN, "-", 5}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct filed filed;
		const struct member *member;

		filed_open(&filed);
		member = only_member(&filed, filed_card(&filed, "a", rows[i].score));
		assert_string_equal(member->grade, rows[i].grade);
		assert_int_equal(member->rank, rows[i].rank);
		assert_int_equal(member->graded, !isnan(rows[i].score));
		filed_close(&filed);
	}
}

static void criteria_are_kept_in_order(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct member *member;
	const char *const *criteria;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_criterion(&filed, card, "support", 61.2);
	filed_criterion(&filed, card, "cost", NAN);
	member = only_member(&filed, card);
	criteria = member->criteria.items;
	assert_int_equal(member->criteria.n, 2);
	assert_string_equal(criteria[0], "support");
	assert_true(member->points[0] == 61.2);
	assert_string_equal(criteria[1], "cost");
	assert_true(isnan(member->points[1]));
	filed_close(&filed);
}

static void parts_are_dropped_when_no_section_needs_them(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct member *member;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_criterion(&filed, card, "support", 61.2);
	filed_sign(&filed, card, "notice-due", SIGN_CRITICAL);
	filed_vote(&filed, card, "support", "dana");
	member = only_member(&filed, card);
	assert_int_equal(member->criteria.n + member->signs.n + member->raters.n, 3);
	portfolio_drop_parts(&filed.portfolio);
	assert_int_equal(member->criteria.n + member->signs.n + member->raters.n, 0);
	assert_int_equal(member->heard[SIGN_CRITICAL], 1);
	filed_close(&filed);
}

static void signs_are_kept_in_the_catalogues_order(void **state)
{
	static const char *const expected[] = {
		"blame-shifting", "hidden-truth", "notice-due", "from-later", "another"};
	struct filed filed;
	struct scorecard *card;
	const struct member *member;
	const struct member_sign *signs;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_sign(&filed, card, "from-later", SIGN_CRITICAL);
	filed_sign(&filed, card, "hidden-truth", SIGN_NOTE);
	filed_sign(&filed, card, "notice-due", SIGN_CRITICAL)->newest = day("2026-06-01");
	filed_sign(&filed, card, "another", SIGN_WARNING);
	filed_sign(&filed, card, "blame-shifting", SIGN_CRITICAL)->muted = day("2026-12-31");
	member = only_member(&filed, card);
	signs = member->signs.items;
	assert_int_equal(member->signs.n, COUNT_OF(expected));
	for (size_t i = 0; i < COUNT_OF(expected); i++)
		assert_string_equal(signs[i].sign, expected[i]);
	assert_true(signs[0].muted);
	assert_day(signs[2].newest, "2026-06-01");
	assert_string_equal(member->texts[0], "text of notice-due");
	assert_string_equal(member->texts[1], "text of from-later");
	assert_int_equal(member->heard[SIGN_CRITICAL], 2);
	assert_int_equal(member->heard[SIGN_WARNING], 1);
	assert_int_equal(member->heard[SIGN_NOTE], 1);
	assert_int_equal(member->muted, 1);
	filed_close(&filed);
}

static void raters_are_counted_where_they_count(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct member *member;
	const struct member_rater *raters;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_vote(&filed, card, "support", "unheard")->weight = 0;
	filed_vote(&filed, card, "support", "zoe");
	filed_vote(&filed, card, "support", "ann");
	filed_vote(&filed, card, "cost", "zoe");
	filed_vote(&filed, card, "cost", "ann")->weight = 0;
	member = only_member(&filed, card);
	raters = member->raters.items;
	assert_int_equal(member->raters.n, 2);
	assert_string_equal(raters[0].rater, "zoe");
	assert_int_equal(raters[0].n, 2);
	assert_string_equal(raters[1].rater, "ann");
	assert_int_equal(raters[1].n, 1);
	filed_close(&filed);
}

/* Facts of which each part is told apart. */
static void put_facts(struct filed *filed, struct scorecard *card)
{
	static const struct card_severity incidents[] = {{1, 2, 3}, {4, 0, 1}};
	static const struct card_opinion ratings[] = {{"support", 7.5, 2}};
	static const struct card_count milestones = {4, 5}, remedies = {0, 6}, feedback = {7, 8};
	static const struct card_conduct conduct = {
		&milestones, {incidents, 2}, &remedies, &feedback, 9, 10, {ratings, 1}};
	struct card_facts *facts = filed_facts(filed, card);
	struct card_life *life = ARENA_NEW(&filed->arena, struct card_life);

	*life = (struct card_life){"EUR", filed_money("1.00 EUR"), filed_money("2.00 EUR"),
		filed_money("3.00 EUR"), {0}};
	facts->owner = "dana";
	facts->owner_name = "Dana D.";
	facts->spend_basis = "contract";
	facts->renewal = "auto";
	facts->substitutability = "difficult";
	facts->send_by = day("2026-07-31");
	facts->days_left = 31;
	facts->missed = true;
	facts->critical_functions = 3;
	facts->mirror = &conduct;
	facts->cost_to_end_of_life = (struct array){life, 1};
	filed_event(filed, facts, EVENT_SEND_BY, "2026-07-31")->path = card->source->path;
	((struct card_event *)facts->events.items)->ref = "contract";
	filed_event(filed, facts, EVENT_PLAN_REVIEW, "2026-08-31")->key = DATE_NONE;
}

static void assert_conduct(const struct card_conduct *conduct)
{
	const struct card_severity *incidents = conduct->incidents.items;
	const struct card_opinion *ratings = conduct->ratings.items;

	assert_true(conduct->milestones->k == 4 && conduct->milestones->n == 5);
	assert_true(conduct->remedies->k == 0 && conduct->remedies->n == 6);
	assert_true(conduct->feedback->k == 7 && conduct->feedback->n == 8);
	assert_true(conduct->given == 9 && conduct->received == 10);
	assert_int_equal(conduct->incidents.n, 2);
	assert_true(incidents[1].severity == 4 && incidents[1].n == 1);
	assert_string_equal(ratings[0].criterion, "support");
	assert_true(ratings[0].sum == 7.5 && ratings[0].n == 2);
}

static void facts_outlive_their_line(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct member *member;
	const struct card_facts *facts;
	const struct card_event *events;
	const struct card_life *life;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	put_facts(&filed, card);
	filed_add(&filed, card);
	filed_add_score(&filed, "b", 50, NULL);
	filed_done(&filed);
	member = filed_member(&filed, "a");
	facts = member->facts;
	assert_string_equal(facts->owner, "dana");
	assert_string_equal(facts->owner_name, "Dana D.");
	assert_string_equal(facts->spend_basis, "contract");
	assert_string_equal(facts->renewal, "auto");
	assert_string_equal(facts->substitutability, "difficult");
	assert_true(facts->missed && facts->critical_functions == 3 && facts->days_left == 31);
	assert_null(facts->converted);
	assert_conduct(facts->mirror);
	events = facts->events.items;
	assert_ptr_equal(events[0].path, member->path);
	assert_string_equal(events[0].ref, "contract");
	assert_string_equal(events[1].path, "partners/records.yaml");
	assert_int_equal(events[1].kind, EVENT_PLAN_REVIEW);
	assert_int_equal(events[1].key, DATE_NONE);
	life = facts->cost_to_end_of_life.items;
	assert_string_equal(life->currency, "EUR");
	assert_true(life->high.minor == 300 && life->npv.currency == 0);
	assert_null(filed_member(&filed, "b")->facts);
	filed_close(&filed);
}

static void equal_policies_are_one(void **state)
{
	struct filed filed;
	struct scorecard *card;
	const struct card_policy *one;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	card = filed_card(&filed, "b", 60);
	filed_policy(&filed, card)->talk_below = 56;
	filed_add(&filed, card);
	filed_add_score(&filed, "c", 60, NULL);
	card = filed_card(&filed, "d", 60);
	filed_policy(&filed, card)->bands = (struct array){&(struct card_band){"A", 50}, 1};
	filed_add(&filed, card);
	card = filed_card(&filed, "e", 60);
	filed_policy(&filed, card)->exit_below = NAN;
	filed_add(&filed, card);
	card->partner = "f";
	filed_add(&filed, card);
	filed_done(&filed);
	one = filed_member(&filed, "a")->policy;
	assert_ptr_equal(filed_member(&filed, "c")->policy, one);
	assert_ptr_not_equal(filed_member(&filed, "b")->policy, one);
	assert_ptr_not_equal(filed_member(&filed, "d")->policy, one);
	assert_ptr_equal(filed_member(&filed, "e")->policy, filed_member(&filed, "f")->policy);
	assert_true(filed_member(&filed, "b")->policy->talk_below == 56);
	assert_int_equal(one->bands.n, 5);
	filed_close(&filed);
}

/* No content of one text can look like the beginning of the next one. */
static void policies_do_not_run_together(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_policy(&filed, card)->id = "x;1=y";
	filed_policy(&filed, card)->digest = "z";
	filed_add(&filed, card);
	filed_add_score(&filed, "between", 60, NULL);
	card = filed_card(&filed, "b", 60);
	filed_policy(&filed, card)->id = "x";
	filed_policy(&filed, card)->digest = "y;1=z";
	filed_add(&filed, card);
	filed_done(&filed);
	assert_ptr_not_equal(filed_member(&filed, "a")->policy, filed_member(&filed, "b")->policy);
	filed_close(&filed);
}

/* A card that is older than the one just before it can only be its past, whose parts nobody
 * asks for; but not when the newer one is of a day after the report's. */
static void a_past_keeps_what_is_compared(void **state)
{
	static const char *const days[] = {"2026-06-30", "2026-05-31"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		struct filed filed;
		struct scorecard *card;
		const struct member *then;

		filed_open_at(&filed, days[i], "2026-03-31", KEEP_NOTHING);
		card = filed_card(&filed, "a", 60);
		put_facts(&filed, card);
		filed_sign(&filed, card, "captive", SIGN_CRITICAL);
		filed_add(&filed, card);
		card->as_of = day("2026-03-31");
		filed_add(&filed, card);
		filed_done(&filed);
		then = i ? filed_member(&filed, "a") : filed_member(&filed, "a")->past;
		assert_true(then->score == 60 && then->graded && then->rank == 2);
		assert_int_equal(then->signs.n, 1);
		assert_int_equal(then->facts != NULL, i);
		assert_int_equal(then->reason != NULL, i);
		filed_close(&filed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_is_kept),
		cmocka_unit_test(a_grade_has_its_rank),
		cmocka_unit_test(criteria_are_kept_in_order),
		cmocka_unit_test(parts_are_dropped_when_no_section_needs_them),
		cmocka_unit_test(signs_are_kept_in_the_catalogues_order),
		cmocka_unit_test(raters_are_counted_where_they_count),
		cmocka_unit_test(facts_outlive_their_line),
		cmocka_unit_test(a_past_keeps_what_is_compared),
		cmocka_unit_test(equal_policies_are_one),
		cmocka_unit_test(policies_do_not_run_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
