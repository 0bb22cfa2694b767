#include <math.h>
#include <string.h>

#include "take.h"

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
	const struct person *person, double points)
{
	struct panel_vote vote = {.rating = rating, .person = person, .raw = points};
	double age = view->as_of - rating->date.date;

	vote.adjusted = vote.raw;
	vote.evidence = rating->evidence.list.n > 0;
	if (!rates_own_side(view, vote.person, rating)) {
		vote.weight = vote.evidence ? 1 : view->rules->unevidenced_weight.value;
		vote.weight *= exp2(-age / fmax(1, half_life(view)));
	}
	return vote;
}

static bool takes_part(const struct view *view, const struct rating *rating)
{
	return view_by(view, rating->date) && view_in_window(view, rating->date.date) &&
		HAS(rating->by) && view_counts(view, &rating->head) &&
		rating_of(view, rating) == view->side;
}

size_t panel_votes(const struct view *view, const char *criterion, struct arena *arena,
	struct panel_vote **votes)
{
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	uint32_t *vote_of = arena_array(arena, view->n_raters, sizeof(uint32_t)); /* place + 1 */
	size_t n = 0;

	*votes = arena_array(arena, view->n_raters, sizeof(struct panel_vote));
	EACH (struct rating, rating, view->partner->ratings) {
		uint32_t rater = view->rater_of[rating - ratings];
		const struct score_entry *entry =
			takes_part(view, rating) ? find_score(rating, criterion) : NULL;
		struct panel_vote *vote;

		if (!entry)
			continue;
		if (!vote_of[rater])
			vote_of[rater] = (uint32_t)++n;
		vote = &(*votes)[vote_of[rater] - 1];
		if (!vote->rating || rating->date.date >= vote->rating->date.date)
			*vote = make_vote(
				view, rating, view->raters[rater].person, entry->points.value);
	}
	return n;
}

static double clamp_points(double points)
{
	return points < 1 ? 1 : points > 5 ? 5 : points;
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
			NULL);
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
	if (result->status == MEASURE_MEASURED) {
		result->value = clamp_points(result->value);
		result->factor = evidence / (double)tally.n;
	}
	arena_free(&scratch);
}
