/* The score on other days, and where it goes (R18). */
#include <math.h>

#include "partner/score.h"
#include "partner/slope.h"

/* Mean length of a quarter in days: 365.25 / 4. */
#define QUARTER 91.3125

/* A score that covers so much more or less than today's rests on other things. */
#define COVERAGE_APART 0.20
#define ROUNDING 1e-9

#define FEWEST_POINTS 3

/* All that the score needs dies at once: a card looks back many times. */
struct score_point score_on(const struct view *view, int32_t as_of)
{
	struct arena scratch = {0};
	struct score_point point = {.as_of = as_of};
	struct score score;
	struct view then;

	view_move(&then, view, as_of, view->side);
	score_take(&score, &scratch, &then, false);
	point.score = score_round(score.score);
	point.coverage = score.coverage;
	point.grade = score.grade;
	arena_free(&scratch);
	return point;
}

int32_t score_quarter(const struct view *view, int back)
{
	int32_t date = view->as_of;

	for (; back > 0; back--)
		date = date_quarter_end_before(date);
	return date;
}

static bool compares(
	const struct view *view, const struct score_point *point, const struct score *today)
{
	int32_t since = view_since(view);

	return grade_given(point->grade) && (since == DATE_NONE || point->as_of >= since) &&
		fabs(point->coverage - today->coverage) <= COVERAGE_APART + ROUNDING;
}

double score_slope(const struct view *view, const struct score_point *points, size_t n,
	const struct score *today, struct arena *scratch)
{
	struct slope_point *kept = arena_array(scratch, n + 1, sizeof(struct slope_point));
	size_t kept_n = 0;

	if (score_graded(today))
		kept[kept_n++] = (struct slope_point){0, score_round(today->score)};
	for (size_t i = 0; i < n; i++)
		if (compares(view, &points[i], today))
			kept[kept_n++] = (struct slope_point){
				(points[i].as_of - view->as_of) / QUARTER, points[i].score};
	if (kept_n < FEWEST_POINTS)
		return NAN;
	return score_round(slope_theil_sen(kept, kept_n, scratch));
}
