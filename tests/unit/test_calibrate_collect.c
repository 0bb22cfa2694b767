/* Which ratings of a document are collected. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "calibrated.h"

/* How many ratings of one document are collected. */
struct counted {
	const char *says;
	const char *text; /* below its id and name */
	int64_t ratings;
};

static const struct counted counted[] = {
	{"every criterion is a rating",
		"kind: vendor\nratings: [{date: 2026-05-01, by: a, scores: {support: 3, cost: 4}}]\n",
		2},
	{"the latest counts", VENDOR RATES("a", "3") RATES("a", "4"), 1},
	{"both sides are rated",
		"kind: vendor\nratings:\n"
		"- {date: 2026-05-01, by: a, scores: {support: 3}}\n"
		"- {date: 2026-05-01, by: a, of: us, scores: {support: 3}}\n",
		2},
	{"a criterion that the policy does not name counts nowhere",
		"kind: vendor\nratings: [{date: 2026-05-01, by: a, scores: {suport: 3}}]\n", 0},
	{"nor does what is older than the window",
		"kind: vendor\nratings: [{date: 2025-06-30, by: a, scores: {support: 3}}]\n", 0},
	{"nor what has not happened yet",
		"kind: vendor\nratings: [{date: 2026-07-01, by: a, scores: {support: 3}}]\n", 0},
	{"the window of an ended partnership ends with it",
		"kind: vendor\nended: 2025-01-31\n"
		"ratings: [{date: 2024-05-01, by: a, scores: {support: 3}}]\n",
		1},
	{"nobody's judgement of their own side counts",
		"kind: vendor\npeople: [{id: a, side: partner}]\nratings:\n" RATES("a", "3"), 0},
	{"their judgement of us does",
		"kind: vendor\npeople: [{id: a, side: partner}]\n"
		"ratings: [{date: 2026-05-01, by: a, of: us, scores: {support: 3}}]\n",
		1},
	{"what an upheld dispute took out does not",
		VENDOR RATES("a", "3") RATES(
			"b", "3") "disputes: [{record: 'rating:#1', by: partner, on: 2026-05-02, "
				  "settled: 2026-05-03, upheld: true}]\n",
		1},
	{"a file about ourselves has one side",
		"kind: self\nratings:\n" RATES("a",
			"3") "- {date: 2026-05-01, by: a, of: partner, scores: {support: 3}}\n",
		1},
};

static void collects_what_counts(void **state)
{
	size_t failed = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(counted); i++) {
		struct calibrated portfolio;

		calibrated_open(&portfolio, NULL);
		calibrated_add(&portfolio, "acme", counted[i].text);
		calibrated_solve(&portfolio);
		if (portfolio.result.ratings != counted[i].ratings) {
			print_error("%s: %d\n", counted[i].says, (int)portfolio.result.ratings);
			failed++;
		}
		calibrated_close(&portfolio);
	}
	assert_int_equal(failed, 0);
}

static void takes_the_latest_rating(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add(&portfolio, "acme",
		"kind: vendor\nratings:\n"
		"- {date: 2026-05-02, by: a, scores: {support: 2}}\n"
		"- {date: 2026-05-02, by: a, scores: {support: 3}}\n"
		"- {date: 2026-05-01, by: a, scores: {support: 5}}\n"
		"- {date: 2026-05-01, by: b, scores: {support: 3}}\n");
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.ratings, 2);
	assert_true(rater_of(&portfolio, "a")->offset == 0);
	assert_true(portfolio.result.sigma == 0);
	calibrated_close(&portfolio);
}

static void takes_the_rules_of_each_partner(void **state)
{
	static const char policy[] =
		"policy: p\noverrides:\n"
		"- kind: channel\n  window: 24mo\n"
		"  criteria: [{id: leads, weight: 1, measures: [{measure: panel}]}]\n";
	static const char ratings[] =
		"ratings: [{date: 2025-01-01, by: a, scores: {support: 3, leads: 4}}]\n";
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, policy);
	calibrated_add(
		&portfolio, "acme", arena_printf(&portfolio.arena, "kind: vendor\n%s", ratings));
	calibrated_add(
		&portfolio, "bolt", arena_printf(&portfolio.arena, "kind: channel\n%s", ratings));
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.ratings, 1);
	assert_string_equal(agreement_of(&portfolio, 0)->criterion, "leads");
	calibrated_close(&portfolio);
}

static void counts_a_document_once(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	for (uint32_t i = 0; i < 4; i++) {
		collect_partner(portfolio.collection, "acme", i == 3 ? "b.yaml" : "a.yaml", i / 2);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", "a", 3);
	}
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.ratings, 3);
	assert_int_equal(portfolio.result.cells, 3);
	calibrated_close(&portfolio);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(collects_what_counts),
		cmocka_unit_test(takes_the_latest_rating),
		cmocka_unit_test(takes_the_rules_of_each_partner),
		cmocka_unit_test(counts_a_document_once),
	};

	return cmocka_run_group_tests_name("calibrate_collect", tests, NULL, NULL);
}
