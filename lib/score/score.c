#include "partner/score.h"

#include <math.h>

#include "combine.h"
#include "trial.h"

double score_round(double points)
{
	return floor(10 * points + 0.5 + 1e-6) / 10;
}

const char *score_grade(const struct rules *rules, double rounded)
{
	const char *grade = "-";

	EACH (struct grade_band, band, rules->grades) {
		grade = band->grade.text;
		if (rounded >= band->from.value)
			break;
	}
	return grade;
}

/* A criterion that names kinds of partners holds for those only (R48). */
static bool applies(const struct criterion *criterion, const struct partner *partner)
{
	EACH (struct word_field, kind, criterion->kinds)
		if (kind->value == WORD_OR(partner->kind, -1))
			return true;
	return criterion->kinds.list.n == 0;
}

static void take_measure(struct scored_measure *measure, const struct policy_measure *how,
	const struct criterion *criterion, const struct view *view, struct arena *used)
{
	measure->how = how;
	measure->info = how->info;
	measure->weight = HAS(how->weight) ? how->weight.value : 1;
	trial_take(measure, criterion, view, used);
}

static void take_criterion(struct scored_criterion *scored, const struct criterion *criterion,
	struct arena *arena, const struct view *view, bool records)
{
	scored->criterion = criterion;
	scored->weight = criterion->weight.value;
	scored->measures =
		arena_array(arena, criterion->measures.list.n, sizeof(struct scored_measure));
	EACH (struct policy_measure, how, criterion->measures)
		take_measure(&scored->measures[scored->n++], how, criterion, view,
			records ? arena : NULL);
}

void score_take(struct score *score, struct arena *arena, const struct view *view, bool records)
{
	const struct rules *rules = view->rules;

	*score = (struct score){.rules = rules};
	score->criteria =
		arena_array(arena, rules->criteria.list.n, sizeof(struct scored_criterion));
	EACH (struct criterion, criterion, rules->criteria)
		if (applies(criterion, view->partner))
			take_criterion(
				&score->criteria[score->n++], criterion, arena, view, records);
	combine_normalise(score);
	combine(score);
}
