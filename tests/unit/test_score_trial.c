/* Leaving out of random partners, against taking what is left anew; as of 2026-06-30. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/random.h"
#include "scored.h"

#define FILES 150
#define RATERS 5
#define NOBODY RATERS

/* ---- random partners ---- */

static unsigned below(struct random *random, unsigned n)
{
	return (unsigned)(random_share(random) * n);
}

static void put_day(struct buffer *text, struct random *random, const char *key)
{
	buffer_printf(text, ", %s: ", key);
	date_put(text, day("2026-06-30") - (int32_t)below(random, 500));
}

/* Of a rater who is left out nothing is written, but as many numbers are drawn. */
static void put_rating(struct buffer *text, struct random *random, unsigned left_out)
{
	static const char *const criteria[] = {"a", "b", "c"};
	unsigned by = below(random, RATERS);
	size_t start = text->length;

	buffer_printf(text, "  - {by: r%u", by);
	put_day(text, random, "date");
	buffer_puts(text, below(random, 6) ? ", scores: {d: 1" : ", of: us, scores: {d: 1");
	for (size_t i = 0; i < COUNT_OF(criteria); i++)
		if (below(random, 3))
			buffer_printf(text, ", %s: %g", criteria[i], 1 + below(random, 9) / 2.0);
	buffer_puts(text, below(random, 3) ? "}}\n" : "}, evidence: [x]}\n");
	if (by == left_out)
		text->length = start;
}

static void put_milestone(struct buffer *text, struct random *random, unsigned left_out)
{
	bool roadmap = below(random, 3) == 0;

	(void)left_out;
	buffer_printf(text, "  - {title: t%s", roadmap ? ", kind: roadmap" : "");
	put_day(text, random, roadmap ? "promised" : "due");
	if (below(random, 3))
		put_day(text, random, "delivered");
	buffer_puts(text, below(random, 3) ? "}\n" : ", penalty: 5 EUR}\n");
}

static void put_incident(struct buffer *text, struct random *random, unsigned left_out)
{
	static const char *const more[] = {"", ", cause: us", ", cause: both, effort: minimal",
		", cause: partner, ownership: partly", ", credit: 5 EUR", ", availability: prompt"};

	(void)left_out;
	buffer_printf(text, "  - {severity: %u", 1 + below(random, 4));
	put_day(text, random, "opened");
	if (below(random, 3))
		put_day(text, random, "resolved");
	buffer_printf(text, "%s}\n", more[below(random, COUNT_OF(more))]);
}

static void put_goal(struct buffer *text, struct random *random, unsigned left_out)
{
	(void)left_out;
	buffer_printf(text, "  - {%starget: 10, due: 2026-09-01, weight: %u",
		text->data[text->length - 2] == ':' ? "id: g0, " : "", below(random, 4));
	put_day(text, random, "start");
	put_day(text, random, below(random, 2) ? "shared" : "note");
	buffer_printf(
		text, ", observations: [{date: 2026-06-01, value: %u}]}\n", below(random, 12));
}

static void put_touchpoint(struct buffer *text, struct random *random, unsigned left_out)
{
	static const char *const initiators[] = {"partner", "partner", "partner", "us"};
	static const char *const more[] = {"", "", "", ", kind: review", ", goals: [g0]"};

	(void)left_out;
	buffer_printf(
		text, "  - {initiated_by: %s", initiators[below(random, COUNT_OF(initiators))]);
	put_day(text, random, "date");
	buffer_printf(text, "%s}\n", more[below(random, COUNT_OF(more))]);
}

static void put_cost(struct buffer *text, struct random *random, unsigned left_out)
{
	static const char *const currencies[] = {"EUR", "EUR", "USD"};
	const char *currency = currencies[below(random, COUNT_OF(currencies))];

	(void)left_out;
	buffer_printf(text, "  - {kind: other, forecast: %u %s, actual: %u %s",
		1 + below(random, 90), currency, below(random, 90), currency);
	put_day(text, random, "from");
	buffer_puts(text, "}\n");
}

static void put_exchange(struct buffer *text, struct random *random, unsigned left_out)
{
	(void)left_out;
	buffer_printf(text, "  - {direction: %s", below(random, 3) ? "given" : "received");
	put_day(text, random, "date");
	buffer_printf(
		text, below(random, 9) ? ", value: %u EUR" : ", count: %u", below(random, 20));
	buffer_puts(text, "}\n");
}

static void put_invoice(struct buffer *text, struct random *random, unsigned left_out)
{
	(void)left_out;
	buffer_puts(text, "  - {note: n");
	put_day(text, random, "due");
	put_day(text, random, "paid");
	buffer_puts(text, "}\n");
}

static void put_metric(struct buffer *text, struct random *random, const char *id)
{
	unsigned n = below(random, 5);

	buffer_printf(text, "  - {id: %s, observations: [", id);
	for (unsigned i = 0; i < n; i++) {
		buffer_printf(text, "%s{value: %u", i ? ", " : "", below(random, 100));
		put_day(text, random, "date");
		buffer_putc(text, '}');
	}
	buffer_puts(text, "]}\n");
}

static void put_list(struct buffer *text, struct random *random, const char *key, unsigned most,
	void (*put)(struct buffer *text, struct random *random, unsigned left_out),
	unsigned left_out)
{
	size_t start = text->length, first;
	unsigned n = below(random, most + 1);

	buffer_printf(text, "%s:\n", key);
	first = text->length;
	for (unsigned i = 0; i < n; i++)
		put(text, random, left_out);
	if (text->length == first)
		text->length = start;
}

/* r0 is one of theirs, whose votes for them do not count. */
#define SINCE "since: 2020-01-01\ncontract: {start: 2024-01-01, "
#define BEGINNING                                                                       \
	"end: 2025-12-31, renewal: auto,"                                               \
	" service_levels: [{severity: 1, acknowledge: 2d, resolve: 30d}, {severity: 2," \
	" resolve: 10d}]}\npeople: [{id: r0, name: N, side: partner}, {id: r1, name: M}]\n"

/* The same partner for the same number, with or without one of the raters. */
static struct buffer write_partner(uint64_t number, unsigned left_out)
{
	struct buffer text = {0};
	struct random random;

	random_seed(&random, 1, number);
	/* of some, it is the first touchpoint that says when they began */
	buffer_printf(&text, "cadence: %s\n", number % 2 ? "1mo" : "2w");
	buffer_puts(&text, number % 3 ? SINCE : "contract: {");
	buffer_puts(&text, BEGINNING);
	put_list(&text, &random, "milestones", 4, put_milestone, 0);
	put_list(&text, &random, "incidents", 3, put_incident, 0);
	put_list(&text, &random, "goals", 3, put_goal, 0);
	put_list(&text, &random, "touchpoints", number % 4 ? 4 : 40, put_touchpoint, 0);
	put_list(&text, &random, "costs", 5, put_cost, 0);
	put_list(&text, &random, "exchanges", 9, put_exchange, 0);
	put_list(&text, &random, "invoices", 2, put_invoice, 0);
	buffer_puts(&text, "metrics:\n");
	put_metric(&text, &random, "m");
	put_metric(&text, &random, "n");
	put_metric(&text, &random, "o");
	put_list(&text, &random, "ratings", 12, put_rating, left_out);
	buffer_putc(&text, '\0');
	return text;
}

#define METRIC(id, aggregate) \
	"{measure: 'metric:" id "', aggregate: " aggregate ", scale: [[0, 0], [100, 100]]}"
#define POLICY                                                                              \
	"min_coverage: 30%\nhalf_life: 2mo\ncriteria:\n"                                    \
	"- {id: a, weight: 3, measures: [{measure: panel}, {measure: milestones-on-time},"  \
	" {measure: milestone-slip}, {measure: here-and-now}, {measure: paid-on-time}]}\n"  \
	"- {id: b, weight: 2, measures: [{measure: panel}, {measure: incident-response},"   \
	" {measure: incident-resolution}, {measure: incident-conduct},"                     \
	" {measure: fault-share}, {measure: remedies-settled}]}\n"                          \
	"- {id: c, weight: 2, measures: [{measure: panel, weight: 2},"                      \
	" {measure: goal-attainment}, {measure: goals-shared}, {measure: goals-revisited}," \
	" {measure: touchpoint-cadence}, {measure: steady-attention},"                      \
	" {measure: cost-predictability}, {measure: reciprocity}]}\n"                       \
	"- {id: m, weight: 1, measures: [" METRIC("m", "mean") ", " METRIC(                 \
		"n", "last") ", " METRIC("o", "recency") "]}\n"

static void take_partner(
	struct scene *scene, struct score *score, uint64_t number, unsigned left_out)
{
	struct buffer text = write_partner(number, left_out);
	const struct measure_row row = {
		.records = text.data,
		.policy = number % 5 ? POLICY : POLICY "unevidenced_weight: 0%\n",
		.us = number % 4 == 3,
	};

	take_score(scene, score, &row);
	buffer_free(&text);
}

/* ---- exactly the same ---- */

static void assert_exact(double got, double expected)
{
	if (!(fabs(got - expected) <= 1e-12 * fmax(1, fabs(expected))) &&
		!(isnan(got) && isnan(expected)))
		fail_msg("%.17g, not %.17g", got, expected);
}

static void assert_exact_measure(
	const struct scored_measure *one, const struct scored_measure *other)
{
	assert_int_equal(one->taken.status, other->taken.status);
	if (one->taken.status == MEASURE_MEASURED)
		assert_int_equal(one->taken.n, other->taken.n);
	assert_exact(one->taken.value, other->taken.value);
	assert_exact(one->points, other->points);
	if (one->taken.status == MEASURE_MEASURED)
		assert_exact(one->taken.factor, other->taken.factor);
}

static void assert_exact_score(const struct score *one, const struct score *other)
{
	assert_int_equal(one->n, other->n);
	for (size_t i = 0; i < one->n; i++) {
		assert_int_equal(one->criteria[i].n, other->criteria[i].n);
		for (size_t k = 0; k < one->criteria[i].n; k++)
			assert_exact_measure(
				&one->criteria[i].measures[k], &other->criteria[i].measures[k]);
	}
	assert_exact(one->score / 100, other->score / 100);
	assert_exact(one->floor / 100, other->floor / 100);
	assert_exact(one->ceiling / 100, other->ceiling / 100);
	assert_exact(one->coverage, other->coverage);
	assert_string_equal(one->grade, other->grade);
}

/* ---- the tests ---- */

static const struct rater *find_rater(const struct scene *scene, unsigned number)
{
	for (size_t i = 0; i < scene->view.n_raters; i++)
		if (scene->view.raters[i].id[1] == (char)('0' + number))
			return &scene->view.raters[i];
	return NULL;
}

/* Returns how many raters were left out. */
static size_t try_raters(struct trial *trial, const struct scene *scene, uint64_t number)
{
	size_t tried = 0;

	for (unsigned i = 0; i < RATERS; i++) {
		const struct rater *rater = find_rater(scene, i);
		struct scene scene_without;
		struct score expected;

		if (!rater)
			continue;
		take_partner(&scene_without, &expected, number, i);
		assert_exact_score(trial_without_rater(trial, rater), &expected);
		scene_close(&scene_without);
		tried++;
	}
	return tried;
}

/* Returns how many uses of the measure were left out. */
static size_t try_records(struct trial *trial, struct scene *scene, const struct measurement *taken)
{
	for (size_t i = 0; i < taken->n_used; i++) {
		struct view view = scene->view;
		struct score expected;

		view.without = taken->used[i].head;
		score_take(&expected, &scene->arena, &view, false);
		assert_exact_score(trial_without_record(trial, &taken->used[i]), &expected);
	}
	return taken->n_used;
}

/* One trial for all, so that what was left out last must be back. */
static void what_is_left_is_what_is_taken_anew(void **state)
{
	size_t raters = 0, records = 0;

	(void)state;
	for (uint64_t number = 0; number < FILES; number++) {
		struct scene scene;
		struct score score;
		struct trial trial;

		take_partner(&scene, &score, number, NOBODY);
		trial_init(&trial, &scene.arena, &score, &scene.view);
		for (size_t i = 0; i < score.n; i++) {
			for (size_t k = 0; k < score.criteria[i].n; k++)
				records += try_records(
					&trial, &scene, &score.criteria[i].measures[k].taken);
			trial_without_criterion(&trial, i);
			raters += try_raters(&trial, &scene, number);
		}
		scene_close(&scene);
	}
	assert_true(raters > 4 * FILES && records > 10 * FILES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_left_is_what_is_taken_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
