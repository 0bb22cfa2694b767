#include "partner/view.h"

#include <stdlib.h>
#include <string.h>

static int compare_dates(const void *left, const void *right)
{
	int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

	return (a > b) - (a < b);
}

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
	qsort(days, n, sizeof(int32_t), compare_dates);
	return (struct calendar){days, n};
}

/* A dispute counts once it is settled; until then it is only shown (R25). */
static void read_disputes(struct view *view, struct arena *arena)
{
	const struct partner *partner = view->partner;
	struct finder finder = {partner, arena, NULL};

	if (!partner->disputes.list.n)
		return;
	view->upheld = arena_array(arena, partner->disputes.list.n, sizeof(struct head *));
	EACH (struct dispute, dispute, partner->disputes) {
		const struct head *record;

		if (!view_by(view, dispute->settled) || !HAS(dispute->upheld) ||
			!dispute->upheld.value || !HAS(dispute->record))
			continue;
		record = finder_find(&finder, dispute->record.text);
		if (record)
			view->upheld[view->n_upheld++] = record;
	}
}

/* Who rated, found once, so that panels need not look for names. */
struct rater_table {
	struct rater *raters;
	uint32_t *slots; /* place in raters + 1, 0: free */
	size_t mask, n;
};

static uint32_t rater_place(struct rater_table *table, const struct text_field *by,
	const struct id_index *people, const struct calibration_file *calibration)
{
	size_t at = (size_t)hash_bytes(by->text, by->length) & table->mask;

	for (; table->slots[at]; at = (at + 1) & table->mask)
		if (!strcmp(table->raters[table->slots[at] - 1].id, by->text))
			return table->slots[at] - 1;
	table->raters[table->n] =
		(struct rater){by->text, (const struct person *)index_find(people, by->text),
			calibration_offset(calibration, by->text)};
	table->slots[at] = (uint32_t)++table->n;
	return table->slots[at] - 1;
}

static void read_raters(struct view *view, struct arena *arena)
{
	const struct partner *partner = view->partner;
	size_t ratings = partner->ratings.list.n, slots = slots_for(ratings), i = 0;
	struct rater_table table = {.mask = slots - 1};
	struct id_index people;
	uint32_t *rater_of;

	if (!ratings)
		return;
	table.raters = arena_array(arena, ratings, sizeof(struct rater));
	table.slots = arena_array(arena, slots, sizeof(uint32_t));
	rater_of = arena_array(arena, ratings, sizeof(uint32_t));
	index_init(&people, arena, &person_record, &partner->people.list, NULL, NULL);
	EACH (struct rating, rating, partner->ratings) {
		if (HAS(rating->by))
			rater_of[i] = rater_place(&table, &rating->by, &people, view->calibration);
		i++;
	}
	view->raters = table.raters;
	view->n_raters = table.n;
	view->rater_of = rater_of;
}

/* What depends on the day: how far it has come, and what was settled by then. */
static void set_day(struct view *view, struct arena *arena, int32_t as_of)
{
	const struct partner *partner = view->partner;

	view->ended = HAS(partner->ended) && partner->ended.date <= as_of;
	view->as_of = view->ended ? partner->ended.date : as_of;
	view->before = view_back(view, view->rules->window.duration);
	view->upheld = NULL;
	view->n_upheld = 0;
	read_disputes(view, arena);
}

void view_init(struct view *view, struct arena *arena, const struct partner *partner,
	const struct rules *rules, const struct calibration_file *calibration, int32_t as_of,
	enum side side)
{
	*view = (struct view){
		.partner = partner, .rules = rules, .calibration = calibration, .side = side};
	view->self = partner_is_self(partner);
	view->calendar = read_holidays(arena, rules, partner);
	read_raters(view, arena);
	set_day(view, arena, as_of);
}

void view_move(struct view *view, struct arena *arena, const struct view *from, int32_t as_of,
	enum side side)
{
	*view = *from;
	view->side = side;
	set_day(view, arena, as_of);
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

static bool revisits(const struct touchpoint *touchpoint, const char *id)
{
	EACH (struct text_field, goal, touchpoint->goals)
		if (!strcmp(goal->text, id))
			return true;
	return false;
}

int32_t goal_reviewed(const struct view *view, const struct goal *goal)
{
	int32_t newest = DATE_NONE;

	EACH (struct date_field, reviewed, goal->reviewed)
		if (view_by(view, *reviewed) && reviewed->date > newest)
			newest = reviewed->date;
	if (!HAS(goal->id))
		return newest;
	EACH (struct touchpoint, touchpoint, view->partner->touchpoints)
		if (view_by(view, touchpoint->date) && touchpoint->date.date > newest &&
			touchpoint->goals.list.n && view_counts(view, &touchpoint->head) &&
			revisits(touchpoint, goal->id.text))
			newest = touchpoint->date.date;
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

bool milestone_open(const struct view *view, const struct milestone *milestone)
{
	return view_counts(view, &milestone->head) &&
		(!HAS(milestone->promised) || milestone->promised.date <= view->as_of) &&
		!view_by(view, milestone->delivered) && !view_by(view, milestone->cancelled);
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

/* ---- ratings ---- */

enum side rating_of(const struct view *view, const struct rating *rating)
{
	return (enum side)WORD_OR(rating->of, default_side(view));
}
