/* Score against dependence. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

static void put_part(struct buffer *text, double part)
{
	if (isnan(part))
		buffer_puts(text, " -");
	else
		buffer_printf(text, " %g", part);
}

/* A line for each: id, score, rank of spend, criticality, substitutability, dependence, where. */
static const char *dots_of(struct filed *filed)
{
	double line;
	struct array dots = report_quadrant(&filed->portfolio, &line);
	const struct report_dot *dot = dots.items;
	struct buffer text = {0};

	for (size_t i = 0; i < dots.n; i++, dot++) {
		buffer_puts(&text, dot->partner);
		put_part(&text, dot->score);
		put_part(&text, dot->spend_rank);
		put_part(&text, dot->criticality);
		put_part(&text, dot->substitutability);
		put_part(&text, dot->dependence);
		buffer_printf(&text, " %s\n",
			dot->quadrant == CHOICE_NONE ? "nowhere" : quadrant_words[dot->quadrant]);
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_dots(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(dots_of(filed), expected);
	filed_close(filed);
}

/* What dependence follows from; NULL: unknown. */
struct dependence {
	const char *spend, *criticality, *substitutability;
};

static void add(struct filed *filed, const char *id, double score, struct dependence of)
{
	struct scorecard *card = filed_card(filed, id, score);
	struct card_facts *facts = filed_facts(filed, card);

	card->criticality = of.criticality ? of.criticality : "routine";
	facts->substitutability = of.substitutability;
	if (of.spend)
		facts->spend = filed_money(of.spend);
	filed_add(filed, card);
}

static void dependence_is_the_mean_of_what_is_known(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "all", 60, (struct dependence){"2.00 EUR", "critical", "difficult"});
	add(&filed, "no-way", 60, (struct dependence){"1.00 EUR", "important", NULL});
	add(&filed, "no-spend", 60, (struct dependence){NULL, "important", "easy"});
	add(&filed, "nothing", 60, (struct dependence){NULL, NULL, NULL});
	check_dots(&filed,
		"all 60 0.75 1 0.5 75 backbone\n"
		"no-way 60 0.25 0.6 - 42.5 dependable\n"
		"no-spend 60 - 0.6 0.1 35 dependable\n"
		"nothing 60 - 0.2 - 20 dependable\n");
}

static void a_card_without_facts_still_has_its_criticality(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 60);
	card->criticality = "critical";
	filed_add(&filed, card);
	check_dots(&filed, "acme 60 - 1 - 100 backbone\n");
}

static void every_degree_of_criticality(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", 60, (struct dependence){.criticality = "critical"});
	add(&filed, "b", 60, (struct dependence){.criticality = "important"});
	add(&filed, "c", 60, (struct dependence){.criticality = "routine"});
	add(&filed, "d", 60, (struct dependence){.criticality = NULL});
	check_dots(&filed,
		"a 60 - 1 - 100 backbone\n"
		"b 60 - 0.6 - 60 backbone\n"
		"c 60 - 0.2 - 20 dependable\n"
		"d 60 - 0.2 - 20 dependable\n");
}

/* What nobody has said is no part of the mean, and where nothing is said there is no place. */
static void criticality_that_is_not_told_is_unknown(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	card->criticality = NULL;
	filed_facts(&filed, card)->substitutability = "easy";
	filed_add(&filed, card);
	card = filed_card(&filed, "b", 60);
	card->criticality = NULL;
	filed_add(&filed, card);
	check_dots(&filed,
		"a 60 - - 0.1 10 dependable\n"
		"b 60 - - - - nowhere\n");
}

static void every_degree_of_substitutability(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", 60, (struct dependence){.substitutability = "easy"});
	add(&filed, "b", 60, (struct dependence){.substitutability = "difficult"});
	add(&filed, "c", 60, (struct dependence){.substitutability = "highly-complex"});
	add(&filed, "d", 60, (struct dependence){.substitutability = "impossible"});
	add(&filed, "e", 60, (struct dependence){.substitutability = "none"});
	check_dots(&filed,
		"a 60 - 0.2 0.1 15 dependable\n"
		"b 60 - 0.2 0.5 35 dependable\n"
		"c 60 - 0.2 0.8 50 backbone\n"
		"d 60 - 0.2 1 60 backbone\n"
		"e 60 - 0.2 1 60 backbone\n");
}

static void equal_spends_share_the_middle_rank(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", 60, (struct dependence){.spend = "3.00 EUR"});
	add(&filed, "b", 60, (struct dependence){.spend = "2.00 EUR"});
	add(&filed, "c", 60, (struct dependence){.spend = "2.00 EUR"});
	add(&filed, "d", 60, (struct dependence){.spend = "0.00 EUR"});
	check_dots(&filed,
		"a 60 0.875 0.2 - 53.8 backbone\n"
		"b 60 0.5 0.2 - 35 dependable\n"
		"c 60 0.5 0.2 - 35 dependable\n"
		"d 60 0.125 0.2 - 16.3 dependable\n");
}

/* One yen is no less than two euros, as far as anybody knows; and a single one has no rank. */
static void each_currency_has_its_own_ranks(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "e", 60, (struct dependence){.spend = "9.00 EUR"});
	add(&filed, "a", 60, (struct dependence){.spend = "5 JPY"});
	add(&filed, "b", 60, (struct dependence){.spend = "4.00 USD"});
	add(&filed, "d", 60, (struct dependence){.spend = "3.00 EUR"});
	add(&filed, "c", 60, (struct dependence){.spend = "2 JPY"});
	check_dots(&filed,
		"e 60 0.75 0.2 - 47.5 dependable\n"
		"a 60 0.75 0.2 - 47.5 dependable\n"
		"b 60 - 0.2 - 20 dependable\n"
		"d 60 0.25 0.2 - 22.5 dependable\n"
		"c 60 0.25 0.2 - 22.5 dependable\n");
}

static void add_converted(struct filed *filed, const char *id, const char *spend, const char *eur)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_facts *facts = filed_facts(filed, card);
	struct card_converted *converted = ARENA_NEW(&filed->arena, struct card_converted);

	card->criticality = "routine";
	filed_policy(filed, card)->currency = "EUR";
	facts->spend = filed_money(spend);
	converted->spend = filed_money(eur);
	facts->converted = converted;
	filed_add(filed, card);
}

static void converted_spends_have_ranks_together(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_converted(&filed, "a", "100 JPY", "1.00 EUR");
	add_converted(&filed, "b", "2.00 EUR", "2.00 EUR");
	add_converted(&filed, "c", "3.00 USD", "1.50 EUR");
	check_dots(&filed,
		"b 60 0.833333 0.2 - 51.7 backbone\n"
		"c 60 0.5 0.2 - 35 dependable\n"
		"a 60 0.166667 0.2 - 18.3 dependable\n");
}

static void all_four_quadrants(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", 20, (struct dependence){.criticality = "critical"});
	add(&filed, "b", 80, (struct dependence){.criticality = "critical"});
	add(&filed, "c", 20, (struct dependence){.criticality = "routine"});
	add(&filed, "d", 80, (struct dependence){.criticality = "routine"});
	check_dots(&filed,
		"a 20 - 1 - 100 exposed\n"
		"b 80 - 1 - 100 backbone\n"
		"c 20 - 0.2 - 20 replaceable\n"
		"d 80 - 0.2 - 20 dependable\n");
}

static void on_a_line_is_above_and_right_of_it(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "on-both", 55, (struct dependence){NULL, "routine", "highly-complex"});
	add(&filed, "on-middle", 54.9, (struct dependence){NULL, "routine", "highly-complex"});
	add(&filed, "on-talk", 55, (struct dependence){NULL, "routine", "difficult"});
	check_dots(&filed,
		"on-middle 54.9 - 0.2 0.8 50 exposed\n"
		"on-both 55 - 0.2 0.8 50 backbone\n"
		"on-talk 55 - 0.2 0.5 35 dependable\n");
}

/* 100 × (1/6 + 1 + 0.1) ÷ 3 = 42.22… */
static void dependence_has_one_decimal(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "a", 60, (struct dependence){"1.00 EUR", "critical", "easy"});
	add(&filed, "b", 60, (struct dependence){.spend = "2.00 EUR"});
	add(&filed, "c", 60, (struct dependence){.spend = "3.00 EUR"});
	check_dots(&filed,
		"a 60 0.166667 1 0.1 42.2 dependable\n"
		"c 60 0.833333 0.2 - 51.7 backbone\n"
		"b 60 0.5 0.2 - 35 dependable\n");
}

static void ungraded_partners_have_no_place(void **state)
{
	struct filed filed;
	struct scorecard *thin;

	(void)state;
	filed_open(&filed);
	add(&filed, "none", NAN, (struct dependence){.criticality = "critical"});
	thin = filed_card(&filed, "thin", 60); /* a score of too little */
	thin->grade = "-";
	filed_add(&filed, thin);
	check_dots(&filed,
		"none - - 1 - 100 nowhere\n"
		"thin - - - - - nowhere\n");
}

static void the_interval_goes_with_the_score(void **state)
{
	struct filed filed;
	struct array dots;
	double line;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "acme", 60, NULL);
	filed_done(&filed);
	dots = report_quadrant(&filed.portfolio, &line);
	assert_int_equal(dots.n, 1);
	assert_true(((const struct report_dot *)dots.items)->low == 55);
	assert_true(((const struct report_dot *)dots.items)->high == 65);
	assert_string_equal(((const struct report_dot *)dots.items)->name, "ACME");
	assert_ptr_equal(
		((const struct report_dot *)dots.items)->member, filed_member(&filed, "acme"));
	filed_close(&filed);
}

static void those_that_matter_most_come_first(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add(&filed, "small", 60, (struct dependence){.spend = "1.00 EUR"});
	add(&filed, "large", 60, (struct dependence){.spend = "2.00 EUR"});
	add(&filed, "some", 60, (struct dependence){.criticality = "important"});
	add(&filed, "most", 60, (struct dependence){.criticality = "critical"});
	check_dots(&filed,
		"most 60 - 1 - 100 backbone\n"
		"some 60 - 0.6 - 60 backbone\n"
		"large 60 0.75 0.2 - 47.5 dependable\n"
		"small 60 0.25 0.2 - 22.5 dependable\n");
}

static void partnerships_that_have_ended_do_not_count(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "gone", 60);
	card->ended = card->as_of;
	filed_facts(&filed, card)->spend = filed_money("5.00 EUR");
	filed_add(&filed, card);
	add(&filed, "acme", 60, (struct dependence){.spend = "2.00 EUR"});
	check_dots(&filed, "acme 60 - 0.2 - 20 dependable\n");
}

static void every_quadrant_has_its_advice(void **state)
{
	(void)state;
	assert_string_equal(
		quadrant_advice[QUADRANT_EXPOSED], "Exposed: repair, or build a way out");
	assert_string_equal(quadrant_advice[QUADRANT_BACKBONE], "Backbone: invest");
	assert_string_equal(quadrant_advice[QUADRANT_REPLACEABLE], "Replaceable: let go");
	assert_string_equal(quadrant_advice[QUADRANT_DEPENDABLE], "Dependable: keep it simple");
	assert_null(quadrant_advice[QUADRANT_DEPENDABLE + 1]);
	assert_null(quadrant_words[QUADRANT_DEPENDABLE + 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dependence_is_the_mean_of_what_is_known),
		cmocka_unit_test(a_card_without_facts_still_has_its_criticality),
		cmocka_unit_test(every_degree_of_criticality),
		cmocka_unit_test(criticality_that_is_not_told_is_unknown),
		cmocka_unit_test(every_degree_of_substitutability),
		cmocka_unit_test(equal_spends_share_the_middle_rank),
		cmocka_unit_test(each_currency_has_its_own_ranks),
		cmocka_unit_test(converted_spends_have_ranks_together),
		cmocka_unit_test(all_four_quadrants),
		cmocka_unit_test(on_a_line_is_above_and_right_of_it),
		cmocka_unit_test(dependence_has_one_decimal),
		cmocka_unit_test(ungraded_partners_have_no_place),
		cmocka_unit_test(the_interval_goes_with_the_score),
		cmocka_unit_test(those_that_matter_most_come_first),
		cmocka_unit_test(partnerships_that_have_ended_do_not_count),
		cmocka_unit_test(every_quadrant_has_its_advice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
