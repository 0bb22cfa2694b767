#include "figures.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void put_figures(struct buffer *records, struct buffer *policy, const char *grades,
	const struct figure *figures, size_t n)
{
	buffer_printf(policy, "min_coverage: 1%%\n%scriteria:\n", grades);
	buffer_printf(records, "metrics: [{id: none}");
	for (size_t i = 0; i < n; i++) {
		buffer_printf(policy,
			"- {id: %s, weight: %s, measures: [{measure: 'metric:%s',"
			" scale: [[0, 0], [100, 100]]}]}\n",
			figures[i].id, figures[i].weight, figures[i].id);
		if (!isnan(figures[i].points))
			buffer_printf(records,
				", {id: %s, observations: [{date: 2026-06-01, value: %.15g}]}",
				figures[i].id, figures[i].points);
	}
	buffer_printf(records, "]\n%c", '\0');
	buffer_putc(policy, '\0');
}

void open_figures(struct figures_of *of, const char *grades, const struct figure *figures, size_t n)
{
	struct buffer records = {0}, policy = {0};
	struct measure_row row = {0};

	put_figures(&records, &policy, grades, figures, n);
	row.records = records.data;
	row.policy = policy.data;
	scene_open(&of->scene, &row);
	buffer_free(&records);
	buffer_free(&policy);
	score_take(&of->score, &of->scene.arena, &of->scene.view, true);
	score_ranges(&of->score, &of->scene.arena, &of->scene.view, quantiles_of(&of->scene.view));
}

void take_robustness(struct figures_of *of, const char *partner)
{
	robustness_take(&of->robustness, &of->scene.arena, &of->score, partner);
}

double share(const struct figures_of *of, const char *grade)
{
	for (size_t i = 0; i < of->robustness.n_grades; i++)
		if (!strcmp(of->robustness.grades[i].name, grade))
			return of->robustness.grades[i].share;
	fail_msg("no grade '%s'", grade);
	return NAN;
}

void assert_within(double got, double expected, double tolerance)
{
	if (!(fabs(got - expected) <= tolerance))
		fail_msg("%.15g, not %.15g", got, expected);
}
