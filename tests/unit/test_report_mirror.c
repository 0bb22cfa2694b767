/* How we look as a partner, counted over all of them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

/* ---- cards ---- */

/* The counts of our conduct, to be changed until the card is added. */
static struct card_conduct *conduct_of(struct filed *filed, struct scorecard *card)
{
	struct card_conduct *conduct = ARENA_NEW(&filed->arena, struct card_conduct);

	filed_facts(filed, card)->mirror = conduct;
	return conduct;
}

static const struct card_count *count_of(struct filed *filed, int64_t k, int64_t n)
{
	struct card_count *count = ARENA_NEW(&filed->arena, struct card_count);

	*count = (struct card_count){k, n};
	return count;
}

static void add_milestones(struct filed *filed, const char *id, int64_t k, int64_t n)
{
	struct scorecard *card = filed_card(filed, id, 60);

	conduct_of(filed, card)->milestones = count_of(filed, k, n);
	filed_add(filed, card);
}

/* ---- what is shown ---- */

/* A line for each: name, k of n, share, low to high. */
static const char *ratios_of(struct filed *filed)
{
	struct array ratios = report_mirror(&filed->portfolio)->ratios;
	const struct report_ratio *row = ratios.items;
	struct buffer text = {0};

	for (size_t i = 0; i < ratios.n; i++, row++) {
		buffer_printf(&text, "%s %d of %d", row->name, (int)row->k, (int)row->n);
		if (!isnan(row->share))
			buffer_printf(
				&text, " %.4f, %.4f to %.4f", row->share, row->low, row->high);
		assert_int_equal(isnan(row->share), isnan(row->low) && isnan(row->high));
		buffer_putc(&text, '\n');
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_ratios(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(ratios_of(filed), expected);
	filed_close(filed);
}

static const char *ratings_of(struct filed *filed)
{
	struct array ratings = report_mirror(&filed->portfolio)->ratings;
	const struct report_opinion *row = ratings.items;
	struct buffer text = {0};

	for (size_t i = 0; i < ratings.n; i++, row++)
		buffer_printf(&text, "%s%s %g (%d)", i ? ", " : "", row->criterion, row->mean,
			(int)row->n);
	return buffer_keep(&text, &filed->arena);
}

/* ---- shares ---- */

/* 7 of 10 is not the mean of 1 of 2 and 6 of 8. Bounds by hand: z = 1.96. */
static void shares_are_of_all_counts_together(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_milestones(&filed, "a", 1, 2);
	add_milestones(&filed, "b", 6, 8);
	filed_add_score(&filed, "no-facts", 60, NULL);
	check_ratios(&filed,
		"milestones 7 of 10 0.7000, 0.3968 to 0.8922\n"
		"incidents 0 of 0\n"
		"remedies 0 of 0\n"
		"feedback 0 of 0\n");
}

static void none_and_all_have_an_exact_end(void **state)
{
	struct filed filed;
	struct scorecard *card;
	struct card_conduct *conduct;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 60);
	conduct = conduct_of(&filed, card);
	conduct->remedies = count_of(&filed, 0, 5);
	conduct->feedback = count_of(&filed, 5, 5);
	filed_add(&filed, card);
	check_ratios(&filed,
		"milestones 0 of 0\n"
		"incidents 0 of 0\n"
		"remedies 0 of 5 0.0000, 0.0000 to 0.4345\n"
		"feedback 5 of 5 1.0000, 0.5655 to 1.0000\n");
}

static void add_incidents(
	struct filed *filed, const char *id, const struct card_severity *rows, size_t n)
{
	struct scorecard *card = filed_card(filed, id, 60);

	conduct_of(filed, card)->incidents = (struct array){rows, n};
	filed_add(filed, card);
}

static void incidents_of_all_and_of_each_severity(void **state)
{
	static const struct card_severity one[] = {{1, 1, 2}, {3, 0, 4}};
	static const struct card_severity other[] = {{1, 0, 2}, {4, 2, 4}};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_incidents(&filed, "a", one, 2);
	add_incidents(&filed, "b", other, 2);
	check_ratios(&filed,
		"milestones 0 of 0\n"
		"incidents 3 of 12 0.2500, 0.0889 to 0.5323\n"
		"incidents-1 1 of 4 0.2500, 0.0456 to 0.6994\n"
		"incidents-3 0 of 4 0.0000, 0.0000 to 0.4899\n"
		"incidents-4 2 of 4 0.5000, 0.1500 to 0.8500\n"
		"remedies 0 of 0\n"
		"feedback 0 of 0\n");
}

/* As many as a card may have. */
static void the_most_that_can_be_counted_adds_up(void **state)
{
	const struct report_ratio *ratios;
	const int64_t most = 1000000000;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_milestones(&filed, "a", most, most);
	add_milestones(&filed, "b", 0, most);
	add_milestones(&filed, "c", most, most);
	filed_done(&filed);
	ratios = report_mirror(&filed.portfolio)->ratios.items;
	assert_int_equal(ratios[0].k, 2 * most);
	assert_int_equal(ratios[0].n, 3 * most);
	filed_close(&filed);
}

static void partnerships_that_have_ended_do_not_count(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "gone", 60);
	card->ended = card->as_of;
	conduct_of(&filed, card)->milestones = count_of(&filed, 1, 1);
	filed_add(&filed, card);
	add_milestones(&filed, "acme", 1, 2);
	check_ratios(&filed,
		"milestones 1 of 2 0.5000, 0.0945 to 0.9055\n"
		"incidents 0 of 0\n"
		"remedies 0 of 0\n"
		"feedback 0 of 0\n");
}

/* ---- give and take, opinions ---- */

static void add_exchanges(struct filed *filed, const char *id, int64_t given, int64_t received)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_conduct *conduct = conduct_of(filed, card);

	conduct->given = given;
	conduct->received = received;
	filed_add(filed, card);
}

static void exchanges_add_up(void **state)
{
	const struct report_mirror *mirror;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_exchanges(&filed, "a", 3, 1);
	add_exchanges(&filed, "b", 4, 0);
	add_exchanges(&filed, "c", 0, 1000000000);
	filed_done(&filed);
	mirror = report_mirror(&filed.portfolio);
	assert_int_equal(mirror->given, 7);
	assert_int_equal(mirror->received, 1000000001);
	filed_close(&filed);
}

static void add_ratings(struct filed *filed, const char *id, double score,
	const struct card_opinion *rows, size_t n)
{
	struct scorecard *card = filed_card(filed, id, score);

	conduct_of(filed, card)->ratings = (struct array){rows, n};
	filed_add(filed, card);
}

/* In the order of scores, not of the input; (9 + 2.5) ÷ 4, not the mean of 3 and 2.5. */
static void ratings_are_means_of_all_points(void **state)
{
	static const struct card_opinion one[] = {{"trust", 9, 3}, {"respect", 4.5, 1}};
	static const struct card_opinion other[] = {{"honesty", 5, 1}, {"trust", 2.5, 1}};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_ratings(&filed, "z", 60, one, 2);
	add_ratings(&filed, "a", 20, other, 2);
	filed_done(&filed);
	assert_string_equal(ratings_of(&filed), "honesty 5 (1), trust 2.875 (4), respect 4.5 (1)");
	filed_close(&filed);
}

/* Nobody's, and less than 1 each; lines that say more than 5 each are no cards. */
static void points_that_cannot_be_are_left_out(void **state)
{
	static const struct card_opinion odd[] = {
		{"a", 0, 0}, {"b", 1.5, 2}, {"c", 0, 1}, {"d", 1.9, 2}, {"e", 2, 2}, {"f", 10, 2}};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_ratings(&filed, "acme", 60, odd, 6);
	filed_done(&filed);
	assert_string_equal(ratings_of(&filed), "e 1 (2), f 5 (2)");
	filed_close(&filed);
}

static void nobody_is_nothing_but_lists_that_are_known(void **state)
{
	const struct report_mirror *mirror;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	mirror = report_mirror(&filed.portfolio);
	assert_int_equal(mirror->worst.n + mirror->self.n + mirror->ratings.n, 0);
	assert_non_null(mirror->worst.items);
	assert_non_null(mirror->self.items);
	assert_non_null(mirror->ratings.items);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_are_of_all_counts_together),
		cmocka_unit_test(none_and_all_have_an_exact_end),
		cmocka_unit_test(incidents_of_all_and_of_each_severity),
		cmocka_unit_test(the_most_that_can_be_counted_adds_up),
		cmocka_unit_test(partnerships_that_have_ended_do_not_count),
		cmocka_unit_test(exchanges_add_up),
		cmocka_unit_test(ratings_are_means_of_all_points),
		cmocka_unit_test(points_that_cannot_be_are_left_out),
		cmocka_unit_test(nobody_is_nothing_but_lists_that_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
