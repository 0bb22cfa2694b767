#include "partner/view.h"

#include "partner/search.h"
#include "view_read.h"

/* Business days are counted by the policy's holidays and the file's own. */
static struct calendar read_holidays(
	struct arena *arena, const struct rules *rules, const struct partner *partner)
{
	size_t most = rules->exit.holidays.list.n + partner->exit.holidays.list.n, n = 0;
	int32_t *days = arena_array(arena, most, sizeof(int32_t));

	EACH (struct date_field, day, rules->exit.holidays)
		days[n++] = day->date;
	EACH (struct date_field, day, partner->exit.holidays)
		days[n++] = day->date;
	return (struct calendar){days, calendar_clean(days, n)};
}

/* What depends on the day. */
static void set_day(struct view *view, int32_t as_of)
{
	const struct partner *partner = view->partner;

	view->ended = HAS(partner->ended) && partner->ended.date <= as_of;
	view->as_of = view->ended ? partner->ended.date : as_of;
	view->before = view_back(view, view->rules->window.duration);
}

void view_init(struct view *view, struct arena *arena, const struct partner *partner,
	const struct rules *rules, const struct calibration_file *calibration, int32_t as_of,
	enum side side)
{
	*view = (struct view){
		.partner = partner, .rules = rules, .calibration = calibration, .side = side};
	view->self = partner_is_self(partner);
	view->calendar = read_holidays(arena, rules, partner);
	view_read_disputes(view, arena);
	view_read_raters(view, arena);
	view_read_revisits(view, arena);
	view_read_levels(view);
	set_day(view, as_of);
}

void view_move(struct view *view, const struct view *from, int32_t as_of, enum side side)
{
	*view = *from;
	view->side = side;
	set_day(view, as_of);
}

/* Of several disputes of one record, the first that was settled. */
bool view_upheld(const struct view *view, const struct head *head)
{
	struct search search = {.end = view->n_upheld};

	while (search_on(&search))
		search_halve(&search, (uintptr_t)view->upheld[search.at].head < (uintptr_t)head);
	return search.at < view->n_upheld && view->upheld[search.at].head == head &&
		view->upheld[search.at].settled <= view->as_of;
}

int32_t view_back(const struct view *view, struct duration duration)
{
	return date_sub(view->as_of, duration, &view->calendar);
}

int32_t view_months_back(const struct view *view, int months)
{
	return date_add_months(view->as_of, -months);
}

int32_t view_since(const struct view *view)
{
	const struct partner *partner = view->partner;

	if (HAS(partner->since))
		return partner->since.date;
	return HAS(partner->contract.start) ? partner->contract.start.date : DATE_NONE;
}

bool view_onboarding(const struct view *view)
{
	int32_t since = view_since(view);

	return since != DATE_NONE &&
		view->as_of < date_add(since, view->rules->grace.duration, &view->calendar);
}

/* Between reviews of a plan, when it does not say. */
static const struct duration plan_review_every = {12, DURATION_MONTHS};

int32_t view_plan_review(const struct view *view)
{
	const struct plan *plan = &view->partner->plan;
	int32_t newest = view_by(view, plan->agreed) ? plan->agreed.date : DATE_NONE;

	EACH (struct date_field, reviewed, plan->reviewed)
		if (view_by(view, *reviewed) && reviewed->date > newest)
			newest = reviewed->date;
	if (newest == DATE_NONE)
		return DATE_NONE;
	return date_add(newest,
		HAS(plan->review_every) ? plan->review_every.duration : plan_review_every,
		&view->calendar);
}

/* ---- goals ---- */

int32_t goal_start(const struct view *view, const struct goal *goal)
{
	int32_t since = view_since(view), first = DATE_NONE;

	if (HAS(goal->start))
		return goal->start.date;
	if (HAS(goal->shared))
		return goal->shared.date;
	if (since != DATE_NONE)
		return since;
	EACH (struct observation, observation, goal->observations)
		if (HAS(observation->date) &&
			(first == DATE_NONE || observation->date.date < first))
			first = observation->date.date;
	return first;
}

/* A goal that nothing dates has always been there (R72). */
static bool goal_started(const struct view *view, const struct goal *goal)
{
	int32_t start = goal_start(view, goal);

	return view_counts(view, &goal->head) && (start == DATE_NONE || start <= view->as_of);
}

bool goal_active_in_window(const struct view *view, const struct goal *goal)
{
	return goal_started(view, goal) && (!HAS(goal->due) || goal->due.date > view->before);
}

bool goal_active_now(const struct view *view, const struct goal *goal)
{
	return goal_started(view, goal) && (!HAS(goal->due) || goal->due.date >= view->as_of);
}

/* The newest touchpoint by D that revisited the goal; they stand by goal, the newest first. */
static int32_t newest_revisit(const struct view *view, uint32_t goal)
{
	struct search search = {.end = view->n_revisits};

	while (search_on(&search))
		search_halve(&search, view->revisits[search.at].goal < goal);
	for (; search.at < view->n_revisits && view->revisits[search.at].goal == goal;
		search.at++) {
		const struct touchpoint *touchpoint = view->revisits[search.at].touchpoint;

		if (view_by(view, touchpoint->date) && view_counts(view, &touchpoint->head))
			return touchpoint->date.date;
	}
	return DATE_NONE;
}

int32_t goal_reviewed(const struct view *view, const struct goal *goal)
{
	const struct goal *goals = LIST_ITEMS(struct goal, view->partner->goals);
	int32_t newest = newest_revisit(view, (uint32_t)(goal - goals));

	EACH (struct date_field, reviewed, goal->reviewed)
		if (view_by(view, *reviewed) && reviewed->date > newest)
			newest = reviewed->date;
	return newest;
}

/* ---- milestones ---- */

/* Where a side is not named: our own file speaks of us, any other of the partner. */
static int default_side(const struct view *view)
{
	return view->self ? SIDE_US : SIDE_PARTNER;
}

enum side milestone_by(const struct view *view, const struct milestone *milestone)
{
	return (enum side)WORD_OR(milestone->by, default_side(view));
}

/* The last move by D that `counts`, else the due date of the file. */
static int32_t moved_due(const struct view *view, const struct milestone *milestone, bool any)
{
	enum side own = milestone_by(view, milestone);
	int32_t due = HAS(milestone->due) ? milestone->due.date : DATE_NONE;
	int32_t latest = DATE_NONE;

	EACH (struct move, move, milestone->moved) {
		bool asked_by_other = WORD_OR(move->asked_by, own) != (int)own;

		if (!view_by(view, move->on) || !HAS(move->to) || !(any || asked_by_other) ||
			move->on.date < latest)
			continue;
		latest = move->on.date;
		due = move->to.date;
	}
	return due;
}

int32_t milestone_due(const struct view *view, const struct milestone *milestone)
{
	return moved_due(view, milestone, false);
}

int32_t milestone_current_due(const struct view *view, const struct milestone *milestone)
{
	return moved_due(view, milestone, true);
}

bool milestone_exists(const struct view *view, const struct milestone *milestone)
{
	return view_counts(view, &milestone->head) &&
		(!HAS(milestone->promised) || milestone->promised.date <= view->as_of);
}

bool milestone_open(const struct view *view, const struct milestone *milestone)
{
	return milestone_exists(view, milestone) && !view_by(view, milestone->delivered) &&
		!view_by(view, milestone->cancelled);
}

/* ---- incidents ---- */

int incident_severity(const struct incident *incident)
{
	return HAS(incident->severity) ? (int)incident->severity.value : 3;
}

enum cause incident_cause(const struct incident *incident)
{
	return (enum cause)WORD_OR(incident->cause, CAUSE_UNKNOWN);
}

bool incident_in_window(const struct view *view, const struct incident *incident)
{
	if (!view_time_by(view, incident->opened) || !view_counts(view, &incident->head))
		return false;
	return instant_date(incident->opened.time) > view->before ||
		!view_time_by(view, incident->resolved);
}

enum side incident_actor(const struct incident *incident)
{
	return incident_cause(incident) == CAUSE_US ? SIDE_US : SIDE_PARTNER;
}

/* ---- costs ---- */

/*
 * The contract's start comes before `since`: a line starts with the contract that it is paid
 * under (R44), and a partnership may be older than that.
 */
int32_t cost_start(const struct view *view, const struct cost *cost)
{
	if (HAS(cost->from))
		return cost->from.date;
	if (HAS(view->partner->contract.start))
		return view->partner->contract.start.date;
	return HAS(view->partner->since) ? view->partner->since.date : DATE_NONE;
}

int32_t cost_end(const struct cost *cost, int32_t start)
{
	if (HAS(cost->to))
		return cost->to.date;
	return WORD_OR(cost->per, COST_ONCE) == COST_ONCE ? start : DATE_MAX;
}

struct cost_share cost_share(
	const struct view *view, const struct cost *cost, int32_t after, int32_t until)
{
	static const int a_year[] = {
		[COST_PER_MONTH] = 12, [COST_PER_QUARTER] = 4, [COST_PER_YEAR] = 1};
	int32_t start = cost_start(view, cost), end = cost_end(cost, start), first, last;
	int per = WORD_OR(cost->per, COST_ONCE);

	first = start > after ? start : after + 1;
	last = end < until ? end : until;
	if (start == DATE_NONE || last < first)
		return (struct cost_share){0, 1, 1};
	if (per == COST_ONCE)
		return (struct cost_share){last - first + 1, end - start + 1, 1};
	return (struct cost_share){(int64_t)(last - first + 1) * a_year[per], 365, a_year[per]};
}

/* ---- ratings ---- */

enum side rating_of(const struct view *view, const struct rating *rating)
{
	return (enum side)WORD_OR(rating->of, default_side(view));
}

/* ---- feedback ---- */

bool feedback_is_theirs(const struct view *view, const struct feedback *feedback)
{
	return view_by(view, feedback->date) && view_counts(view, &feedback->head) &&
		WORD_OR(feedback->from, SIDE_US) == SIDE_PARTNER;
}
