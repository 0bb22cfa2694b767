/* What must hold of any score: of a partner with records of every kind, as of 2026-06-30. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scored.h"

#define BEGINNING                                                              \
	"since: 2020-01-01\ncadence: 1mo\n"                                    \
	"contract:\n  start: 2024-01-01\n  end: 2025-12-31\n  renewal: auto\n" \
	"  service_levels: [{severity: 1, acknowledge: 1h, resolve: 1d},"      \
	" {severity: 2, acknowledge: 4h, resolve: 5d}]\n"

/* Each line is an item; the lists are written in this order and in the opposite one. */
static const char *const lists[][8] = {
	{"goals",
		("{id: g1, start: 2026-01-01, due: 2026-12-31, target: 100, shared: 2026-01-01,"
		 " observations: [{date: 2026-06-01, value: 30}], reviewed: [2026-06-01]}"),
		"{id: g2, for: us, start: 2025-01-01, due: 2026-05-01, target: 5}",
		("{id: g3, for: partner, start: 2025-09-01, due: 2026-09-01, target: 8,"
		 " observations: [{date: 2026-04-01, value: 6}]}")},
	{"milestones", "{id: m1, due: 2026-03-01, delivered: 2026-03-01}",
		("{id: m2, due: 2026-04-01, delivered: 2026-04-21, penalty: 10 EUR,"
		 " settled: 2026-05-30}"),
		"{id: m3, kind: roadmap, promised: 2024-01-01}",
		"{id: m4, by: us, due: 2026-01-01, delivered: 2026-02-01}"},
	{"incidents",
		("{id: i1, severity: 1, opened: 2026-02-01T10:00Z,"
		 " acknowledged: 2026-02-01T10:30Z, resolved: 2026-02-03T10:00Z,"
		 " ownership: partly, credit: 5 EUR, settled: 2026-02-20}"),
		("{id: i2, severity: 2, opened: 2026-05-01T10:00Z, acknowledged: 2026-05-01T15:00Z,"
		 " resolved: 2026-05-02T10:00Z, availability: immediate, cause: both}"),
		"{id: i3, cause: us, opened: 2026-06-01T10:00Z, effort: minimal}"},
	{"touchpoints", "{date: 2024-02-05, initiated_by: partner, kind: call}",
		"{date: 2025-10-06, initiated_by: partner, kind: call}",
		"{date: 2025-11-03, initiated_by: partner, kind: call}",
		"{date: 2025-12-01, initiated_by: partner, kind: call}",
		"{date: 2026-02-02, initiated_by: partner, kind: call}",
		"{date: 2026-05-04, initiated_by: partner, kind: call}",
		"{date: 2026-06-01, initiated_by: us, goals: [g2]}"},
	{"exchanges", "{date: 2026-01-01, direction: given, value: 100 EUR}",
		"{date: 2026-01-02, direction: given, value: 50 EUR}",
		"{date: 2026-01-03, direction: received, value: 40 EUR}",
		"{date: 2026-01-04, direction: received, value: 10 EUR}"},
	{"costs",
		("{kind: subscription, from: 2025-01-01, per: month, forecast: 100 EUR,"
		 " actual: 104 EUR}"),
		"{kind: services, from: 2026-02-01, forecast: 900 EUR, actual: 1000 EUR}"},
	{"feedback", "{date: 2026-01-15, from: us, answered: 2026-02-01}",
		"{date: 2026-05-15, from: partner}"},
	{"ratings",
		("{date: 2026-05-01, by: ann, scores: {value: 4, people: 3.5, support: 2},"
		 " evidence: [a.txt]}"),
		"{date: 2026-04-01, by: bob, scores: {value: 3, technology: 5, delivery: 4}}",
		"{date: 2025-12-01, by: ann, scores: {value: 1, relationship: 4, cost: 3}}",
		"{date: 2026-01-01, by: ann, of: us, scores: {value: 2}}"},
	{"invoices", "{due: 2026-03-01, paid: 2026-03-01}", "{due: 2026-04-01, paid: 2026-04-02}"},
};

static void put_list(struct buffer *text, const char *const *list, bool reversed)
{
	size_t n = 1;

	while (n < COUNT_OF(lists[0]) && list[n])
		n++;
	buffer_printf(text, "%s:\n", list[0]);
	for (size_t i = 1; i < n; i++)
		buffer_printf(text, "  - %s\n", list[reversed ? n - i : i]);
}

/* The partner as a text that the caller frees; `more` is added at its end. */
static struct buffer write_partner(bool reversed, const char *more)
{
	struct buffer text = {0};

	buffer_puts(&text, BEGINNING);
	for (size_t i = 0; i < COUNT_OF(lists); i++)
		put_list(&text, lists[i], reversed);
	buffer_puts(&text, more);
	buffer_putc(&text, '\0');
	return text;
}

static void open_partner(struct scene *scene, bool reversed, const char *more, bool us)
{
	struct buffer text = write_partner(reversed, more);
	struct measure_row row = {.records = text.data, .us = us};

	scene_open(scene, &row);
	buffer_free(&text);
}

/* Fully measured, so that what follows does not hold of nothing. */
static void the_example_is_measured_throughout(void **state)
{
	struct scene scene;
	struct score score;
	double pull = 0, sum = 0;

	(void)state;
	open_partner(&scene, false, "", false);
	score_take(&score, &scene.arena, &scene.view, true);
	for (size_t i = 0; i < score.n; i++) {
		for (size_t k = 0; k < score.criteria[i].n; k++) {
			const struct scored_measure *measure = &score.criteria[i].measures[k];

			pull += measure->pull;
			sum += measure->pull > 0 ? measure->pull * measure->points : 0;
			if (strcmp(measure->info->id, "paid-on-time") != 0)
				assert_int_equal(measure->taken.status, MEASURE_MEASURED);
		}
	}
	assert_close(score.coverage, 1);
	assert_close(pull, 1);
	assert_close(sum, score.score);
	assert_true(score.score > 20 && score.score < 90);
	scene_close(&scene);
}

static void the_order_of_records_changes_nothing(void **state)
{
	(void)state;
	for (int us = 0; us < 2; us++) {
		struct scene forward, backward;
		struct score one, other;

		open_partner(&forward, false, "", us);
		open_partner(&backward, true, "", us);
		score_take(&one, &forward.arena, &forward.view, true);
		score_take(&other, &backward.arena, &backward.view, true);
		assert_same_score(&one, &other);
		scene_close(&forward);
		scene_close(&backward);
	}
}

static void records_that_no_measure_reads_change_nothing(void **state)
{
	static const char more[] =
		"people: [{id: ann, role: legal}, {id: bob}, {id: cy}]\n"
		"tags: [red]\nproblem: none\nowner: cy\nplan: {agreed: 2026-01-01}\n"
		"conversations: [{date: 2026-06-01, kind: recovery}]\n"
		"documents: [{id: d, expires: 2020-01-01}]\n"
		"relies_on: [{name: Cloud}]\n"
		"exceptions: [{mute: no-plan, until: 2027-01-01}]\n"
		"disputes: [{record: 'goal:g1', on: 2026-06-01}]\n"
		"metrics: [{id: up, observations: [{date: 2026-06-01, value: 1}]}]\n";
	struct scene plain, fuller;
	struct score one, other;

	(void)state;
	open_partner(&plain, false, "", false);
	open_partner(&fuller, false, more, false);
	score_take(&one, &plain.arena, &plain.view, true);
	score_take(&other, &fuller.arena, &fuller.view, true);
	assert_same_score(&one, &other);
	scene_close(&plain);
	scene_close(&fuller);
}

static void scale_weights(struct rules *rules, double factor)
{
	struct criterion *criteria = rules->criteria.list.items;

	for (size_t i = 0; i < rules->criteria.list.n; i++) {
		struct policy_measure *measures = criteria[i].measures.list.items;

		criteria[i].weight.value *= factor;
		for (size_t k = 0; k < criteria[i].measures.list.n; k++) {
			double weight = HAS(measures[k].weight) ? measures[k].weight.value : 1;

			measures[k].weight.leaf.state = LEAF_SOUND;
			measures[k].weight.value = weight * factor * (double)(i + 1);
		}
	}
}

/* Of criteria by one factor, of the measures within each by another. */
static void scaling_all_weights_changes_nothing(void **state)
{
	static const double factors[] = {0.001, 3, 700};
	struct scene scene;
	struct score one;

	(void)state;
	open_partner(&scene, false, "", false);
	score_take(&one, &scene.arena, &scene.view, true);
	for (size_t i = 0; i < COUNT_OF(factors); i++) {
		struct scene scaled;
		struct score other;

		open_partner(&scaled, false, "", false);
		scale_weights(&scaled.rules, factors[i]);
		score_take(&other, &scaled.arena, &scaled.view, true);
		assert_same_score(&one, &other);
		scene_close(&scaled);
	}
	scene_close(&scene);
}

/* ---- delay ---- */

/* A record that is the later for each day, in the place of %s. */
static const char *const delays[] = {
	"milestones: [{due: 2026-03-01, delivered: %s}, {kind: roadmap, promised: 2020-01-01}]\n",
	"milestones: [{due: 2025-06-28, delivered: %s}, {due: 2026-03-01, delivered: 2026-03-01}]\n",
	"milestones: [{due: 2026-09-01, delivered: %s}, {due: 2026-03-01, delivered: 2026-03-02}]\n",
	"milestones: [{due: 2025-12-01, penalty: 10 EUR, settled: %s}]\n",
	"incidents: [{severity: 1, opened: 2025-12-10T10:00Z, acknowledged: %sT10:30Z,"
	" resolved: 2026-06-30T10:00Z}]\n",
	"incidents: [{severity: 1, opened: 2025-12-10T10:00Z, acknowledged: 2025-12-10T10:30Z,"
	" resolved: %sT11:00Z}, {severity: 2, opened: 2026-01-01T10:00Z,"
	" resolved: 2026-01-02T10:00Z}]\n",
	"goals: [{start: 2025-09-01, due: 2026-12-01, target: 9, shared: %s}]\n",
	"feedback: [{date: 2025-12-01, from: us, answered: %s},"
	" {date: 2025-07-10, from: us, answered: 2025-07-12}]\n",
};

static double delayed_score(const char *delay, int32_t date)
{
	char text[1000], written[DATE_SIZE];
	struct measure_row row = {.records = text};
	struct scene scene;
	struct score score;
	int length = snprintf(text, sizeof(text), "%s", BEGINNING);

	/* The form is one of the table above, with a single %s. */
	date_format(date, written);
	for (const char *c = delay; *c; c++) {
		if (c[0] == '%' && c[1] == 's') {
			length += snprintf(
				text + length, sizeof(text) - (size_t)length, "%s", written);
			c++;
		} else {
			text[length++] = *c;
		}
	}
	text[length] = '\0';
	scene_open(&scene, &row);
	score_take(&score, &scene.arena, &scene.view, true);
	scene_close(&scene);
	return score.score;
}

/* Day by day, until it has not happened by D at all. */
static void more_delay_never_raises_a_score(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(delays); i++) {
		double before = HUGE_VAL, first = NAN;

		for (int32_t date = day("2025-12-10"); date <= day("2026-07-02"); date++) {
			double score = delayed_score(delays[i], date);

			if (isnan(first))
				first = score;
			if (score > before + 1e-9)
				fail_msg("%s: %d: %.9g after %.9g", delays[i],
					(int)(date - day("2025-12-10")), score, before);
			before = score;
		}
		if (!(before < first))
			fail_msg("%s: delay makes no difference", delays[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_example_is_measured_throughout),
		cmocka_unit_test(the_order_of_records_changes_nothing),
		cmocka_unit_test(records_that_no_measure_reads_change_nothing),
		cmocka_unit_test(scaling_all_weights_changes_nothing),
		cmocka_unit_test(more_delay_never_raises_a_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
