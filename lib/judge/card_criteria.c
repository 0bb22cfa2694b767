/* What a card says about criteria, measures and the records behind them. */
#include <math.h>

#include "card_parts.h"

/* `first` is the place of its first record among all that the score used. */
static struct array make_records(
	const struct judgement *judgement, const struct measurement *taken, size_t first)
{
	struct card_record *records =
		arena_array(judgement->arena, taken->n_used + 1, sizeof(struct card_record));
	const double *points = judgement->effects.points;

	for (size_t i = 0; i < taken->n_used; i++) {
		const struct used_record *used = &taken->used[i];

		records[i] = (struct card_record){
			.ref = record_reference(judgement->arena, used->record, used->named_by),
			.path = used->head->path,
			.line = used->head->leaf.at.line,
			.value = used->value,
			.effect = effect_of(&judgement->effects, used->head),
			.points = points ? points[first + i] : (double)NAN,
			.word = used->word,
		};
	}
	return (struct array){records, taken->n_used};
}

static const char *make_reading(
	const struct judgement *judgement, const struct scored_measure *measure)
{
	struct buffer text = {0};

	measure_put_reading(&text, measure->info, &measure->taken);
	return buffer_keep(&text, judgement->arena);
}

/* JSON has no number for what has no bound. */
static double bounded(double value)
{
	return isinf(value) ? NAN : value;
}

static struct card_measure make_measure(
	const struct judgement *judgement, const struct scored_measure *measure, size_t first)
{
	const struct measurement *taken = &measure->taken;

	return (struct card_measure){
		.measure = measure->how->measure.text,
		.status = (int)taken->status,
		.unit = measure->info->unit,
		.value = taken->value,
		.low = bounded(measure->value_range.low),
		.high = bounded(measure->value_range.high),
		.n = taken->n,
		.points = score_round(measure->points),
		.points_low = score_round(measure->points_range.low),
		.points_high = score_round(measure->points_range.high),
		.weight = measure->share,
		.pull = measure->pull,
		.reading = make_reading(judgement, measure),
		.needs = measure->info->needs,
		.records = make_records(judgement, taken, first),
	};
}

struct array card_make_criteria(const struct judgement *judgement)
{
	const struct score *score = &judgement->score;
	struct card_criterion *criteria =
		arena_array(judgement->arena, score->n, sizeof(struct card_criterion));
	size_t used = 0;

	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *scored = &score->criteria[i];
		const struct scored_measure *worst = judge_costliest(scored, 1);
		struct card_measure *measures =
			arena_array(judgement->arena, scored->n, sizeof(struct card_measure));

		for (size_t k = 0; k < scored->n; k++) {
			measures[k] = make_measure(judgement, &scored->measures[k], used);
			used += scored->measures[k].taken.n_used;
		}
		criteria[i] = (struct card_criterion){
			.criterion = scored->criterion->id.text,
			.weight = scored->weight,
			.score = score_round(scored->score),
			.low = score_round(scored->range.low),
			.high = score_round(scored->range.high),
			.coverage = scored->coverage,
			.measures = {measures, scored->n},
			.costliest = worst ? &measures[worst - scored->measures] : NULL,
		};
	}
	return (struct array){criteria, score->n};
}
