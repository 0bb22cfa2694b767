/* The effects as they are printed: what is below adds up to what is above (D14). */
#include <math.h>

#include "change_parts.h"
#include "partner/footing.h"

static bool is_noise(double x)
{
	return fabs(x) < FOOTING_NOISE;
}

/* ---- records ---- */

static struct array foot_records(struct arena *arena, struct array shifts, double printed)
{
	struct change_record *rows = arena_array(arena, shifts.n, sizeof(*rows));
	double *effects = arena_array(arena, shifts.n, sizeof(double));
	size_t n = 0;

	RESULT_EACH (struct change_record, shift, shifts) {
		rows[n] = *shift;
		effects[n++] = shift->effect;
	}
	if (n && !isnan(effects[0]))
		footing_round(effects, n, printed, effects);
	for (size_t i = 0; i < n; i++)
		rows[i].effect = effects[i];
	return (struct array){rows, n};
}

/* Records are behind time and data; where that is all, they foot to the measure as printed. */
static double printed_of_records(const struct measure_effect *effect, double printed)
{
	double others = effect->effects[STEP_POLICY] + effect->effects[STEP_CALIBRATION];

	return is_noise(others)
		? printed
		: footing_tenth(effect->effects[STEP_TIME] + effect->effects[STEP_DATA]);
}

/* ---- measures ---- */

static double whole_effect(const struct measure_effect *effect)
{
	double sum = 0;

	for (int i = 0; i < STEPS; i++)
		sum += effect->effects[i];
	return sum;
}

/*
 * What the measures foot to: the value effect and, of the weight effect, what they share. That
 * is as printed unless there is also a weight effect that they have no part in.
 */
static double printed_of_measures(
	const struct criterion_effect *effect, const struct change_criterion *printed)
{
	if (is_noise(effect->shared))
		return printed->value_effect;
	if (is_noise(effect->weight - effect->shared))
		return footing_tenth(printed->value_effect + printed->weight_effect);
	return footing_tenth(printed->value_effect + effect->shared);
}

static struct array foot_measures(struct arena *arena, const struct criterion_effect *effect,
	const struct array *shifts, double printed)
{
	struct change_measure *rows = arena_array(arena, effect->n, sizeof(*rows));
	double *effects = arena_array(arena, effect->n, sizeof(double));

	for (size_t i = 0; i < effect->n; i++)
		effects[i] = whole_effect(&effect->measures[i]);
	footing_round(effects, effect->n, printed, effects);
	for (size_t i = 0; i < effect->n; i++) {
		const struct measure_effect *measure = &effect->measures[i];

		rows[i] = (struct change_measure){
			.measure = measure->measure,
			.effect = effects[i],
			.from = measure->from,
			.to = measure->to,
			.records = foot_records(
				arena, shifts[i], printed_of_records(measure, effects[i])),
		};
	}
	return (struct array){rows, effect->n};
}

/* ---- criteria ---- */

static void name_criterion(struct change_criterion *row, const struct criterion_effect *effect)
{
	row->criterion = effect->criterion;
	row->from = effect->from;
	row->to = effect->to;
}

static struct array foot_criteria(
	struct arena *arena, const struct contrast *contrast, double delta)
{
	const struct attribution *attribution = &contrast->attribution;
	size_t n = attribution->n;
	struct change_criterion *rows = arena_array(arena, n, sizeof(*rows));
	double *effects = arena_array(arena, 2 * n, sizeof(double));

	for (size_t i = 0; i < n; i++) {
		effects[2 * i] = attribution->criteria[i].value;
		effects[2 * i + 1] = attribution->criteria[i].weight;
	}
	footing_round(effects, 2 * n, delta, effects);
	for (size_t i = 0; i < n; i++) {
		const struct criterion_effect *effect = &attribution->criteria[i];

		name_criterion(&rows[i], effect);
		rows[i].value_effect = effects[2 * i];
		rows[i].weight_effect = effects[2 * i + 1];
		rows[i].measures = foot_measures(
			arena, effect, contrast->shifts[i], printed_of_measures(effect, &rows[i]));
	}
	return (struct array){rows, n};
}

/* ---- all ---- */

static const struct change_causes *foot_causes(
	struct arena *arena, const struct attribution *attribution, double delta)
{
	struct change_causes *causes = ARENA_NEW(arena, struct change_causes);
	double parts[STEPS];

	footing_round(attribution->parts, STEPS, delta, parts);
	*causes = (struct change_causes){
		.policy = parts[STEP_POLICY],
		.calibration = parts[STEP_CALIBRATION],
		.time = parts[STEP_TIME],
		.data = parts[STEP_DATA],
	};
	return causes;
}

void change_put_effects(struct change *change, const struct contrast *contrast)
{
	change->delta = NAN;
	if (!contrast_scored(contrast))
		return;
	change->delta = footing_tenth(contrast->cards[1]->score - contrast->cards[0]->score);
	if (contrast->causes)
		change->causes =
			foot_causes(contrast->arena, &contrast->attribution, change->delta);
	change->criteria = foot_criteria(contrast->arena, contrast, change->delta);
}
