#include <math.h>
#include <string.h>

#include "take.h"

/*
 * The points that a rating gives to a criterion. People rate in the same order again and again,
 * so that first it is looked for in `*place`, where it was found last.
 */
static const struct score_entry *find_score(
	const struct rating *rating, const char *criterion, size_t *place)
{
	const struct score_entry *scores = LIST_ITEMS(struct score_entry, rating->scores);
	size_t n = rating->scores.list.n;

	if (*place < n && !strcmp(scores[*place].criterion.text, criterion))
		return &scores[*place];
	for (size_t i = 0; i < n; i++) {
		if (strcmp(scores[i].criterion.text, criterion) != 0)
			continue;
		*place = i;
		return &scores[i];
	}
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
	return fmax(1, view->as_of - view_back(view, view->rules->half_life.duration));
}

static double clamp_points(double points)
{
	return fmin(fmax(points, LEAST_POINTS), MOST_POINTS);
}

static bool takes_part(const struct view *view, const struct rating *rating)
{
	return view_by(view, rating->date) && view_in_window(view, rating->date.date) &&
		HAS(rating->by) && view_counts(view, &rating->head) &&
		rating_of(view, rating) == view->side;
}

static bool is_newer(const struct rating *rating, const struct rating *than)
{
	return !than || rating->date.date >= than->date.date;
}

/* Of one rater the two newest: what counts, and what would if that were not there. */
static void keep_newest(
	struct panel_vote *vote, const struct rating *rating, const struct score_entry *entry)
{
	if (is_newer(rating, vote->rating)) {
		vote->earlier = vote->rating;
		vote->earlier_raw = vote->raw;
		vote->rating = rating;
		vote->raw = entry->points.value;
	} else if (is_newer(rating, vote->earlier)) {
		vote->earlier = rating;
		vote->earlier_raw = entry->points.value;
	}
}

static const struct rater *rater_of(const struct view *view, const struct rating *rating)
{
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);

	return &view->raters[view->rater_of[rating - ratings]];
}

static void read_vote(const struct view *view, struct panel_vote *vote)
{
	const struct rating *rating = vote->rating;
	const struct rater *rater = rater_of(view, rating);

	vote->person = rater->person;
	vote->adjusted = vote->raw - rater->offset;
	vote->evidence = rating->evidence.list.n > 0;
	vote->own = rates_own_side(view, vote->person, rating);
}

/* What a vote is worth on its day. */
static double worth(const struct view *view, const struct panel_vote *vote)
{
	if (vote->own)
		return 0;
	return vote->evidence ? 1 : view->rules->unevidenced_weight.value;
}

static double age_of(const struct view *view, const struct panel_vote *vote)
{
	return view->as_of - vote->rating->date.date;
}

/* The age of the newest that counts; 0 without one. */
static double youngest_age(const struct view *view, const struct panel_vote *votes, size_t n)
{
	double youngest = INFINITY;

	for (size_t i = 0; i < n; i++)
		if (worth(view, &votes[i]) > 0)
			youngest = fmin(youngest, age_of(view, &votes[i]));
	return isfinite(youngest) ? youngest : 0;
}

/* Only ratios matter, and after a thousand half-lives nothing would be left to take them of. */
static void weigh(const struct view *view, double half, double youngest, struct panel_vote *vote)
{
	double age = age_of(view, vote);

	vote->weight = worth(view, vote) * exp2((youngest - age) / half);
	vote->shown_weight = worth(view, vote) * exp2(-age / half);
}

size_t panel_votes(const struct view *view, const char *criterion, struct arena *arena,
	struct panel_vote **votes)
{
	uint32_t *vote_of = arena_array(arena, view->n_raters, sizeof(uint32_t)); /* place + 1 */
	size_t n = 0, place = 0;
	double youngest, half;

	*votes = arena_array(arena, view->n_raters, sizeof(struct panel_vote));
	EACH (struct rating, rating, view->partner->ratings) {
		const struct score_entry *entry =
			takes_part(view, rating) ? find_score(rating, criterion, &place) : NULL;
		size_t rater;

		if (!entry)
			continue;
		rater = (size_t)(rater_of(view, rating) - view->raters);
		if (!vote_of[rater])
			vote_of[rater] = (uint32_t)++n;
		keep_newest(&(*votes)[vote_of[rater] - 1], rating, entry);
	}
	for (size_t i = 0; i < n; i++)
		read_vote(view, &(*votes)[i]);
	youngest = youngest_age(view, *votes, n);
	half = n ? half_life(view) : 1;
	for (size_t i = 0; i < n; i++)
		weigh(view, half, youngest, &(*votes)[i]);
	return n;
}

/* Beside what it counts as, what was given: that is what stands in the file. */
static const char *vote_word(const struct question *question, const struct panel_vote *vote)
{
	if (!question->arena || !question->view->calibration)
		return NULL;
	return arena_printf(question->arena, "%.2f, given %g", vote->adjusted, vote->raw);
}

/* Opinion without evidence weighs less against facts. */
static double doubt(const struct view *view, const struct panel_vote *vote)
{
	return vote->evidence ? 0 : 1 - view->rules->unevidenced_weight.value;
}

static struct used_record use_vote(const struct view *view, const struct panel_vote *vote)
{
	return (struct used_record){
		.record = &rating_record,
		.head = &vote->rating->head,
		.value = vote->adjusted,
		.weight = vote->weight,
		.doubt = doubt(view, vote),
	};
}

/* The same rater's rating before; NULL when there is none that counts. */
static const struct used_record *use_earlier(
	const struct question *question, const struct panel_vote *vote, double youngest)
{
	struct panel_vote earlier = {.rating = vote->earlier, .raw = vote->earlier_raw};
	struct used_record *used;

	if (!question->arena || !vote->earlier)
		return NULL;
	read_vote(question->view, &earlier);
	weigh(question->view, half_life(question->view), youngest, &earlier);
	if (earlier.weight <= 0)
		return NULL;
	used = ARENA_NEW(question->arena, struct used_record);
	*used = use_vote(question->view, &earlier);
	return used;
}

static void tally_vote(struct tally *tally, const struct question *question,
	const struct panel_vote *vote, double youngest, struct measurement *result)
{
	struct used_record used = use_vote(question->view, vote);

	used.word = vote_word(question, vote);
	used.instead = use_earlier(question, vote, youngest);
	tally_record(tally, question, result, &used);
}

/* R11. */
void take_panel(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct arena scratch = {0};
	struct arena *arena = question->arena ? question->arena : &scratch;
	struct tally tally = {0};
	struct panel_vote *votes;
	size_t n = panel_votes(view, question->criterion, arena, &votes);
	double youngest = youngest_age(view, votes, n), evidence = 0;

	use_room(question, result, n);
	for (size_t i = 0; i < n; i++) {
		if (votes[i].weight <= 0)
			continue;
		tally_vote(&tally, question, &votes[i], youngest, result);
		evidence += votes[i].evidence ? 1 : view->rules->unevidenced_weight.value;
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
	if (result->status == MEASURE_MEASURED) {
		result->value = clamp_points(result->mean);
		result->factor = evidence / (double)tally.n;
	}
	if (question->arena) {
		result->votes = votes;
		result->n_votes = n;
	}
	arena_free(&scratch);
}

/* R11. Around the mean before it was moved onto the scale. */
struct interval range_panel(const struct question *question, const struct measurement *measurement)
{
	struct rating_noise noise = calibration_noise(question->view->calibration);
	double half = question->quantiles.t * noise.sigma / sqrt(measurement->effective_n);

	return (struct interval){
		clamp_points(measurement->mean - half), clamp_points(measurement->mean + half)};
}
