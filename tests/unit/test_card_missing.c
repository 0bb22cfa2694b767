/* The line `flips` of a card without a grade: which records would give it one. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "tree.h"

#define LIST(array)                      \
	{                                \
		(array), COUNT_OF(array) \
	}

/* The line of a card with these criteria. */
static void check_missing(const struct card_criterion *criteria, size_t n, const char *expected)
{
	struct carded carded;
	struct scorecard card;

	card_open(&carded, &(struct card_text){.records = ""});
	card = *carded.card;
	assert_string_equal(card.grade, "-");
	card.criteria.items = memcpy(
		arena_array(&carded.arena, n, sizeof(*criteria)), criteria, n * sizeof(*criteria));
	card.criteria.n = n;
	assert_string_equal(card_line(&carded, &card, "  flips  "), expected);
	card_close(&carded);
}

#define CHECK(criteria, expected) check_missing((criteria), COUNT_OF(criteria), (expected))

#define NONE(what, part)                                                                    \
	{                                                                                   \
		.needs = (what), .status = MEASURE_NO_DATA, .weight = (part), .points = NAN \
	}
#define HAVE(id, part)                                                                      \
	{                                                                                   \
		.measure = (id), .status = MEASURE_MEASURED, .weight = (part), .points = 50 \
	}
#define FREE(id, part)                                                                             \
	{                                                                                          \
		.measure = (id), .status = MEASURE_NOT_APPLICABLE, .weight = (part), .points = NAN \
	}
#define YOUNG(id, part)                                                                       \
	{                                                                                     \
		.measure = (id), .status = MEASURE_TOO_YOUNG, .weight = (part), .points = NAN \
	}

static void kinds_of_records_are_named_by_their_weight(void **state)
{
	struct card_measure two[] = {NONE("incidents", 0.25), NONE("ratings", 0.75)};
	struct card_criterion criteria[] = {{.criterion = "a", .weight = 1, .measures = LIST(two)}};

	(void)state;
	CHECK(criteria, "a grade, once recorded: ratings 75 %, incidents 25 % of the weight");
}

static void measures_of_one_kind_are_one(void **state)
{
	struct card_measure goals[] = {
		NONE("goals", 0.5), NONE("goals", 0.25), NONE("ratings", 0.25)};
	struct card_measure more[] = {NONE("goals", 1)};
	struct card_criterion criteria[] = {
		{.criterion = "a", .weight = 0.4, .measures = LIST(goals)},
		{.criterion = "b", .weight = 0.6, .measures = LIST(more)}};

	(void)state;
	CHECK(criteria, "a grade, once recorded: goals 90 %, ratings 10 % of the weight");
}

static void thirds_add_up_to_a_hundred(void **state)
{
	struct card_measure thirds[] = {
		NONE("ratings", 1 / 3.), NONE("feedback", 1 / 3.), NONE("incidents", 1 / 3.)};
	struct card_criterion criteria[] = {
		{.criterion = "a", .weight = 1, .measures = LIST(thirds)}};

	(void)state;
	CHECK(criteria,
		"a grade, once recorded: feedback 34 %, incidents 33 %, ratings 33 % of the weight");
}

/* The greater remainder is rounded up, though the lesser one belongs to more. */
static void the_largest_remainder_is_rounded_up(void **state)
{
	struct card_measure parts[] = {
		NONE("ratings", 0.504), NONE("feedback", 0.248), NONE("incidents", 0.248)};
	struct card_criterion criteria[] = {
		{.criterion = "a", .weight = 1, .measures = LIST(parts)}};

	(void)state;
	CHECK(criteria,
		"a grade, once recorded: ratings 50 %, feedback 25 %, incidents 25 % of the weight");
}

/* 66.67 % are missing, 67 by the print of the coverage. */
static void they_add_up_to_what_is_not_measured(void **state)
{
	struct card_measure thirds[] = {
		HAVE("panel", 1 / 3.), NONE("feedback", 1 / 3.), NONE("incidents", 1 / 3.)};
	struct card_criterion criteria[] = {
		{.criterion = "a", .weight = 1, .coverage = 1 / 3., .measures = LIST(thirds)}};

	(void)state;
	CHECK(criteria, "a grade, once recorded: feedback 34 %, incidents 33 % of the weight");
}

static void what_does_not_apply_has_no_weight(void **state)
{
	struct card_measure some[] = {
		FREE("incident-conduct", 0.6), NONE("ratings", 0.3), NONE("feedback", 0.1)};
	struct card_measure none[] = {FREE("incident-conduct", 0.5), YOUNG("reciprocity", 0.5)};
	struct card_criterion criteria[] = {
		{.criterion = "a", .weight = 0.2, .measures = LIST(some)},
		{.criterion = "b", .weight = 0.8, .coverage = NAN, .measures = LIST(none)}};

	(void)state;
	CHECK(criteria, "a grade, once recorded: ratings 75 %, feedback 25 % of the weight");
}

static void where_nothing_applies_no_record_would_help(void **state)
{
	struct card_measure none[] = {FREE("incident-conduct", 0.5), YOUNG("reciprocity", 0.5)};
	struct card_criterion criteria[] = {
		{.criterion = "b", .weight = 1, .coverage = NAN, .measures = LIST(none)}};

	(void)state;
	CHECK(criteria, "a grade, once more of it applies");
}

/* Whatever is missing, the printed numbers add up to it. */
static void parts_of_any_size_add_up(void **state)
{
	struct card_measure parts[] = {NONE("ratings", 0), NONE("feedback", 0),
		NONE("incidents", 0), NONE("goals", 0), HAVE("reciprocity", 0)};
	struct card_criterion criterion = {.criterion = "a", .weight = 1, .measures = LIST(parts)};
	struct carded carded;
	struct scorecard card;

	(void)state;
	card_open(&carded, &(struct card_text){.records = ""});
	card = *carded.card;
	card.criteria = (struct array){&criterion, 1};
	for (int i = 1; i <= 200; i++) {
		double cuts[] = {
			i % 7 + 0.3, i % 11 + 0.2, i % 13 + 0.7, i % 17 + 0.1, i % 5 + 0.93};
		double all = cuts[0] + cuts[1] + cuts[2] + cuts[3] + cuts[4];
		int sum = 0;

		for (size_t k = 0; k < COUNT_OF(parts); k++)
			parts[k].weight = cuts[k] / all;
		for (const char *at = card_line(&carded, &card, "  flips  "); *at; at++)
			if (*at >= '0' && *at <= '9' && at[-1] == ' ')
				sum += (int)strtol(at, NULL, 10);
		assert_int_equal(sum, (int)floor(100 * (1 - cuts[4] / all) + 0.5));
	}
	card_close(&carded);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(kinds_of_records_are_named_by_their_weight),
		TEST(measures_of_one_kind_are_one),
		TEST(thirds_add_up_to_a_hundred),
		TEST(the_largest_remainder_is_rounded_up),
		TEST(they_add_up_to_what_is_not_measured),
		TEST(what_does_not_apply_has_no_weight),
		TEST(where_nothing_applies_no_record_would_help),
		TEST(parts_of_any_size_add_up),
	};

	return cmocka_run_group_tests_name("card missing", tests, NULL, NULL);
}
