/* What each change of a record did, by undoing it alone. */
#include <math.h>

#include "shifts_parts.h"

static int change_word(enum match_kind kind)
{
	static const int words[] = {
		[MATCH_ADDED] = RECORD_ADDED,
		[MATCH_CHANGED] = RECORD_CHANGED,
		[MATCH_REMOVED] = RECORD_REMOVED,
	};

	return words[kind];
}

/* An ended partnership has an earlier day; with its end undone the day asked for holds again. */
static int32_t day_asked_for(const struct shifts_request *request)
{
	int32_t from = request->views[STEP_DATA]->as_of, to = request->views[STEPS]->as_of;

	return from > to ? from : to;
}

/* It may be of the kind or the tier, which choose the rules. */
static bool is_of_partner(const struct match_change *change)
{
	return !change->record;
}

static void take_undone(const struct slots *slots, const struct shifts_request *request,
	const struct match_change *change, double *points)
{
	const struct view *after = request->views[STEPS];
	struct arena scratch = {0};
	const struct partner *partner =
		match_undo(&scratch, request->views[STEP_DATA]->partner, after->partner, change);
	const struct calibration_file *calibration = after->calibration;
	const struct rules *rules = after->rules;
	enum side side = after->side;
	struct rules undone;
	struct score score;
	struct view view;

	if (request->policy && is_of_partner(change)) {
		policy_rules_for(&scratch, &request->policy->policy, partner, &undone);
		calibration = policy_calibration(request->policy, &undone);
		rules = &undone;
		side = partner_is_self(partner) ? SIDE_US : SIDE_PARTNER;
	}
	view_init(&view, &scratch, partner, rules, calibration, day_asked_for(request), side);
	score_take(&score, &scratch, &view, false);
	slots_points(slots, slots_of(slots, &scratch, &score), &score, points);
	arena_free(&scratch);
}

static void add_change(struct shifts *shifts, const struct slots *slots,
	const struct match_change *change, const double *after, const double *undone)
{
	struct shift shift = {
		.record = {.ref = change->ref,
			.change = change_word(change->kind),
			.path = change->path,
			.line = change->line},
	};

	for (size_t i = 0; i < slots->n; i++) {
		shift.slot = i;
		shift.raw = after[i] - undone[i];
		if (shift.raw != 0 && !(isnan(after[i]) && isnan(undone[i])))
			shifts_add(shifts, &shift);
	}
}

void shifts_of_data(
	struct shifts *shifts, const struct slots *slots, const struct shifts_request *request)
{
	const struct score *score = request->scores[STEPS];
	const struct matching *matching = request->matching;
	struct arena scratch = {0};
	double *after = arena_array(&scratch, slots->n, sizeof(double));
	double *undone = arena_array(&scratch, slots->n, sizeof(double));

	slots_points(slots, slots_of(slots, &scratch, score), score, after);
	for (size_t i = 0; matching->n <= SHIFTS_MOST && i < matching->n; i++) {
		take_undone(slots, request, &matching->changes[i], undone);
		add_change(shifts, slots, &matching->changes[i], after, undone);
	}
	arena_free(&scratch);
}
