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

static const struct person *find_rater(const struct view *view, const struct rating *rating)
{
	return partner_person(view->partner, NULL, rating->by.text);
}

/* Nobody's judgement of their own side counts, unless the file is about ourselves. */
static bool rates_own_side(const struct view *view, const struct person *person,
	const struct rating *rating)
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
	const struct score_entry *entry)
{
	struct panel_vote vote = {.rating = rating, .raw = entry->points.value};
	double age = view->as_of - rating->date.date;

	vote.person = find_rater(view, rating);
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

static struct panel_vote *vote_of(struct panel_vote *votes, size_t n, const char *rater)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(votes[i].rating->by.text, rater))
			return &votes[i];
	return NULL;
}

size_t panel_votes(const struct view *view, const char *criterion, struct arena *arena,
	struct panel_vote **votes)
{
	size_t n = 0;

	*votes = arena_array(arena, view->partner->ratings.list.n, sizeof(struct panel_vote));
	EACH (struct rating, rating, view->partner->ratings) {
		const struct score_entry *entry;
		struct panel_vote *vote;

		if (!takes_part(view, rating))
			continue;
		entry = find_score(rating, criterion);
		if (!entry)
			continue;
		vote = vote_of(*votes, n, rating->by.text);
		if (!vote)
			(*votes)[n++] = make_vote(view, rating, entry);
		else if (rating->date.date >= vote->rating->date.date)
			*vote = make_vote(view, rating, entry);
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
