#include <math.h>
#include <string.h>

#include "take.h"

/* The ends of the scale that people rate on. */
#define LEAST_POINTS 1
#define MOST_POINTS 5

static const struct score_entry *find_score(const struct rating *rating, const char *criterion)
{
	EACH (struct score_entry, entry, rating->scores)
		if (!strcmp(entry->criterion.text, criterion))
			return entry;
	return NULL;
}

/* Nobody's judgement of their own side counts, unless the file is about ourselves. */
static bool rates_own_side(
	const struct view *view, const struct person *person, const struct rating *rating)
{
	return !view->self && person && rating_of(view, rating) == SIDE_PARTNER &&
		WORD_OR(person->side, SIDE_US) == SIDE_PARTNER;
}

/* How old a rating is when it weighs half; in days. */
static double half_life(const struct view *view)
{
	return view->as_of - view_back(view, view->rules->half_life.duration);
}

static struct panel_vote make_vote(const struct view *view, const struct rating *rating,
	const struct rater *rater, double points)
{
	struct panel_vote vote = {.rating = rating, .person = rater->person, .raw = points};
	double age = view->as_of - rating->date.date;

	vote.adjusted = vote.raw - rater->offset;
	vote.evidence = rating->evidence.list.n > 0;
	if (!rates_own_side(view, vote.person, rating)) {
		vote.weight = vote.evidence ? 1 : view->rules->unevidenced_weight.value;
		vote.weight *= exp2(-age / fmax(1, half_life(view)));
	}
	return vote;
}

static bool takes_part(
	const struct view *view, const struct rating *rating, const struct rater *rater)
{
	return view_by(view, rating->date) && view_in_window(view, rating->date.date) &&
		HAS(rating->by) && rater != view->without_rater &&
		view_counts(view, &rating->head) && rating_of(view, rating) == view->side;
}

size_t panel_votes(const struct view *view, const char *criterion, struct arena *arena,
	struct panel_vote **votes)
{
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	uint32_t *vote_of = arena_array(arena, view->n_raters, sizeof(uint32_t)); /* place + 1 */
	size_t n = 0;

	*votes = arena_array(arena, view->n_raters, sizeof(struct panel_vote));
	EACH (struct rating, rating, view->partner->ratings) {
		uint32_t place = view->rater_of[rating - ratings];
		const struct rater *rater = &view->raters[place];
		const struct score_entry *entry =
			takes_part(view, rating, rater) ? find_score(rating, criterion) : NULL;
		struct panel_vote *vote;

		if (!entry)
			continue;
		if (!vote_of[place])
			vote_of[place] = (uint32_t)++n;
		vote = &(*votes)[vote_of[place] - 1];
		if (!vote->rating || rating->date.date >= vote->rating->date.date)
			*vote = make_vote(view, rating, rater, entry->points.value);
	}
	return n;
}

static double clamp_points(double points)
{
	return fmin(fmax(points, LEAST_POINTS), MOST_POINTS);
}

/* Beside what it counts as, what was given: that is what stands in the file. */
static const char *vote_word(const struct question *question, const struct panel_vote *vote)
{
	if (!question->arena || !question->view->calibration)
		return NULL;
	return arena_printf(question->arena, "%.2f, given %g", vote->adjusted, vote->raw);
}

/* R11. Opinion without evidence weighs less against facts: that is the factor. */
void take_panel(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct arena scratch = {0};
	struct arena *arena = question->arena ? question->arena : &scratch;
	struct tally tally = {0};
	struct panel_vote *votes;
	size_t n = panel_votes(view, question->criterion, arena, &votes);
	double evidence = 0;

	use_room(question, result, n);
	for (size_t i = 0; i < n; i++) {
		const struct panel_vote *vote = &votes[i];

		if (vote->weight <= 0)
			continue;
		tally_add(&tally, vote->adjusted, vote->weight);
		evidence += vote->evidence ? 1 : view->rules->unevidenced_weight.value;
		use_record(question, result, &rating_record, &vote->rating->head, vote->adjusted,
			vote_word(question, vote));
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
	if (result->status == MEASURE_MEASURED) {
		result->value = clamp_points(result->value);
		result->factor = evidence / (double)tally.n;
	}
	arena_free(&scratch);
}

/*
 * The mean before it was clamped: only at the ends of the scale it may have been another. There
 * the votes are counted once more.
 */
static double unclamped_mean(const struct question *question, const struct measurement *measurement)
{
	struct arena scratch = {0};
	struct tally tally = {0};
	struct panel_vote *votes;
	size_t n;

	if (measurement->value > LEAST_POINTS && measurement->value < MOST_POINTS)
		return measurement->value;
	n = panel_votes(question->view, question->criterion, &scratch, &votes);
	for (size_t i = 0; i < n; i++)
		tally_add(&tally, votes[i].adjusted, votes[i].weight);
	arena_free(&scratch);
	return tally.sum / tally.weight;
}

/* R11. */
struct interval range_panel(const struct question *question, const struct measurement *measurement)
{
	struct rating_noise noise = calibration_noise(question->view->calibration);
	double mean = unclamped_mean(question, measurement);
	double half = question->quantiles.t * noise.sigma / sqrt(measurement->effective_n);

	return (struct interval){clamp_points(mean - half), clamp_points(mean + half)};
}
