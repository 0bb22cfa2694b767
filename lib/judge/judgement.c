#include "judgement.h"

#include <math.h>
#include <string.h>

/* Points a quarter by which a score must rise or fall to be more than steady. */
#define STEEP 2.5

const char *const phase_words[] = {
	[PHASE_ONBOARDING] = "onboarding",
	[PHASE_GROWING] = "growing",
	[PHASE_STEADY] = "steady",
	[PHASE_WINDING_DOWN] = "winding-down",
	[PHASE_ENDED] = "ended",
	NULL,
};

const struct scored_measure *judge_panel_measure(const struct scored_criterion *criterion)
{
	for (size_t i = 0; i < criterion->n; i++)
		if (criterion->measures[i].info->reads & READS_RATINGS)
			return &criterion->measures[i];
	return NULL;
}

const struct scored_measure *judge_costliest(const struct scored_criterion *criteria, size_t n)
{
	const struct scored_measure *worst = NULL;
	double most = 0;

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < criteria[i].n; k++) {
			const struct scored_measure *measure = &criteria[i].measures[k];
			double cost = measure->pull * (100 - measure->points);

			if (cost > most) {
				most = cost;
				worst = measure;
			}
		}
	}
	return worst;
}

size_t judge_grade_rank(const struct rules *rules, const char *grade)
{
	size_t rank = 0;

	EACH (struct grade_band, band, rules->grades) {
		if (strcmp(band->grade.text, grade) == 0)
			break;
		rank++;
	}
	return rank;
}

static enum phase phase_of(const struct view *view, double slope)
{
	if (view->ended)
		return PHASE_ENDED;
	if (view_onboarding(view))
		return PHASE_ONBOARDING;
	if (slope >= STEEP)
		return PHASE_GROWING;
	return slope <= -STEEP ? PHASE_WINDING_DOWN : PHASE_STEADY;
}

/* Our own conduct, measured the same way. */
static const struct score *take_mirror(
	struct arena *arena, const struct view *view, struct quantiles quantiles)
{
	struct score *mirror = ARENA_NEW(arena, struct score);
	struct view ours;

	view_move(&ours, view, view->as_of, SIDE_US);
	score_take(mirror, arena, &ours, true);
	score_ranges(mirror, arena, &ours, quantiles);
	return mirror;
}

/* The last quarters, and what they say about where it goes (R18). */
static void look_back(struct judgement *judgement)
{
	const struct view *view = judgement->view;
	struct score_point *quarters = judgement->quarters;

	for (int i = 0; i < SLOPE_QUARTERS; i++)
		quarters[i] = score_on(view, score_quarter(view, i + 1));
	judgement->n_quarters = SLOPE_QUARTERS;
	judgement->slope =
		score_slope(view, quarters, SLOPE_QUARTERS, &judgement->score, judgement->arena);
	judgement->phase = phase_of(view, judgement->slope);
}

struct score_point judge_on(const struct judgement *judgement, int32_t day)
{
	for (size_t i = 0; i < judgement->n_quarters; i++)
		if (judgement->quarters[i].as_of == day)
			return judgement->quarters[i];
	return score_on(judgement->view, day);
}

void judge(struct judgement *judgement, struct arena *arena, const struct view *view, bool effects)
{
	struct quantiles quantiles = quantiles_of(view);

	*judgement = (struct judgement){
		.arena = arena,
		.view = view,
		.slope = NAN,
		.phase = PHASE_NONE,
		.verdict = {.standing = STANDING_NONE},
	};
	score_take(&judgement->score, arena, view, true);
	score_ranges(&judgement->score, arena, view, quantiles);
	if (effects)
		score_effects(&judgement->effects, arena, &judgement->score, view);
	clock_read(&judgement->clock, &view->partner->contract, view->as_of, &view->calendar);
	if (view->side == SIDE_US && !view->self)
		return;
	if (!view->self)
		judgement->mirror = take_mirror(arena, view, quantiles);
	look_back(judgement);
	if (view->ended)
		return;
	if (!view->self)
		signs_raise(judgement);
	judgement->circumstances.talk = standing_talk(arena, view);
	judgement->verdict = standing_explain(judgement);
}
