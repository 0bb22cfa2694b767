#include <math.h>

#include "take.h"

/* Days late are counted up to here, so that one forgotten milestone is not everything. */
#define MOST_LATE 180
/* From this age on, an open roadmap promise weighs against what was delivered. */
#define OLD_PROMISE 12 /* months */
/* How long a debtor may take. */
#define REMEDY_DAYS 30

static bool is_roadmap(const struct milestone *milestone)
{
	return WORD_OR(milestone->kind, MILESTONE_DELIVERY) == MILESTONE_ROADMAP;
}

/*
 * When a milestone with a due date was settled: on the earlier of due and delivery. Due
 * today and not delivered: not yet. DATE_NONE also when it was called off in time.
 */
static int32_t settled_on(const struct view *view, const struct milestone *milestone, int32_t due)
{
	bool delivered = view_by(view, milestone->delivered);

	if (delivered)
		return milestone->delivered.date < due ? milestone->delivered.date : due;
	if (view_by(view, milestone->cancelled) && milestone->cancelled.date <= due)
		return DATE_NONE;
	return due < view->as_of ? due : DATE_NONE;
}

/* Settled before W, but the wait reached into it. */
static bool lasted_into_window(const struct view *view, const struct milestone *milestone)
{
	if (view_by(view, milestone->delivered))
		return milestone->delivered.date > view->before;
	return !view_by(view, milestone->cancelled) || milestone->cancelled.date > view->before;
}

bool milestone_settled(
	const struct view *view, const struct milestone *milestone, struct milestone_fact *fact)
{
	int32_t due = milestone_due(view, milestone), settled, end;

	if (due == DATE_NONE || is_roadmap(milestone) || !milestone_exists(view, milestone))
		return false;
	settled = settled_on(view, milestone, due);
	if (settled == DATE_NONE ||
		!(view_in_window(view, settled) || lasted_into_window(view, milestone)))
		return false;
	end = view->as_of;
	if (view_by(view, milestone->delivered))
		end = milestone->delivered.date;
	else if (view_by(view, milestone->cancelled))
		end = milestone->cancelled.date;
	fact->on_time = view_by(view, milestone->delivered) && end <= due;
	fact->days_late = end <= due ? 0 : end - due > MOST_LATE ? MOST_LATE : end - due;
	return true;
}

/* R7. What was settled: by how many days it slipped, or whether it was on time. */
static void take_settled(const struct question *question, bool slip, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};
	struct milestone_fact fact;

	use_room(question, result, view->partner->milestones.list.n);
	EACH (struct milestone, milestone, view->partner->milestones) {
		const char *word;

		if (milestone_by(view, milestone) != view->side ||
			!milestone_settled(view, milestone, &fact))
			continue;
		word = fact.on_time ? "on time" : "late";
		tally_record(&tally, question, result,
			&(struct used_record){.record = &milestone_record,
				.head = &milestone->head,
				.value = slip ? fact.days_late : fact.on_time,
				.weight = 1,
				.word = slip ? NULL : word});
	}
	tally_finish(&tally, MEASURE_NOT_APPLICABLE, result);
}

void take_milestones_on_time(const struct question *question, struct measurement *result)
{
	take_settled(question, false, result);
}

void take_milestone_slip(const struct question *question, struct measurement *result)
{
	take_settled(question, true, result);
}

/* Still open after a year, or given up in W when it was a year old. */
static bool is_old_promise(const struct view *view, const struct milestone *milestone)
{
	int32_t until = view->as_of;

	if (!is_roadmap(milestone) || !view_by(view, milestone->promised) ||
		view_by(view, milestone->delivered))
		return false;
	if (view_by(view, milestone->cancelled)) {
		if (!view_in_window(view, milestone->cancelled.date))
			return false;
		until = milestone->cancelled.date;
	}
	return milestone->promised.date <= date_add_months(until, -OLD_PROMISE);
}

/* R41. */
void take_here_and_now(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};
	int promised = 0;

	use_room(question, result, view->partner->milestones.list.n);
	EACH (struct milestone, milestone, view->partner->milestones) {
		bool delivered = view_by(view, milestone->delivered) &&
			view_in_window(view, milestone->delivered.date);

		if (milestone_by(view, milestone) != view->side ||
			!milestone_exists(view, milestone))
			continue;
		if (is_roadmap(milestone) && HAS(milestone->promised))
			result->hinge = promised++ ? NULL : &milestone->head;
		if (!delivered && !is_old_promise(view, milestone))
			continue;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &milestone_record,
				.head = &milestone->head,
				.value = delivered,
				.weight = 1,
				.word = delivered ? "delivered" : "still a promise"});
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
	if (!promised) {
		result->status = MEASURE_NOT_APPLICABLE;
		result->value = NAN;
	}
}

/* ---- remedies ---- */

static bool late_by(const struct view *view, const struct milestone *milestone, int32_t due)
{
	if (view_by(view, milestone->delivered))
		return milestone->delivered.date > due;
	if (view_by(view, milestone->cancelled) && milestone->cancelled.date <= due)
		return false;
	return due < view->as_of;
}

struct remedy milestone_remedy(const struct view *view, const struct milestone *milestone)
{
	enum side by = milestone_by(view, milestone);
	int32_t due = milestone_due(view, milestone);
	struct remedy remedy = {DATE_NONE, by, milestone->claimed, milestone->settled};

	if (due == DATE_NONE || !milestone_exists(view, milestone))
		return remedy;
	if (HAS(milestone->penalty) && late_by(view, milestone, due)) {
		remedy.due = due + 1;
	} else if (HAS(milestone->reward) && view_by(view, milestone->delivered) &&
		milestone->delivered.date <= due) {
		remedy.due = milestone->delivered.date;
		remedy.debtor = side_other(by);
	}
	return remedy;
}

struct remedy incident_remedy(const struct view *view, const struct incident *incident)
{
	struct remedy remedy = {
		DATE_NONE, incident_actor(incident), incident->claimed, incident->settled};

	if (HAS(incident->credit) && view_counts(view, &incident->head) &&
		view_time_by(view, incident->opened) && view_time_by(view, incident->resolved))
		remedy.due = instant_date(incident->resolved.time);
	return remedy;
}

/* Within its days, or too early to tell; what was only claimed is as good as settled. */
static bool remedy_counts(const struct view *view, const struct remedy *remedy)
{
	return remedy->due != DATE_NONE && remedy->debtor == view->side &&
		view_in_window(view, remedy->due) &&
		(view_by(view, remedy->claimed) || view_by(view, remedy->settled) ||
			view->as_of > remedy->due + REMEDY_DAYS);
}

static bool remedy_in_time(const struct view *view, const struct remedy *remedy)
{
	int32_t last = remedy->due + REMEDY_DAYS;

	if (view_by(view, remedy->settled))
		return remedy->settled.date <= last;
	return view_by(view, remedy->claimed) && remedy->claimed.date <= last;
}

static const char *remedy_word(const struct view *view, const struct remedy *remedy)
{
	bool late = view_by(view, remedy->settled) || view_by(view, remedy->claimed);

	return late ? "settled late" : "not settled";
}

static void tally_remedy(const struct question *question, const struct remedy *remedy,
	const struct record *record, const struct head *head, struct tally *tally,
	struct measurement *result)
{
	bool in_time;

	if (!remedy_counts(question->view, remedy))
		return;
	in_time = remedy_in_time(question->view, remedy);
	tally_record(tally, question, result,
		&(struct used_record){.record = record,
			.head = head,
			.value = in_time,
			.weight = 1,
			.word = in_time ? "settled" : remedy_word(question->view, remedy)});
}

/* R17. */
void take_remedies_settled(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	const struct partner *partner = view->partner;
	struct tally tally = {0};

	use_room(question, result, partner->milestones.list.n + partner->incidents.list.n);
	EACH (struct milestone, milestone, partner->milestones) {
		struct remedy remedy = milestone_remedy(view, milestone);

		tally_remedy(
			question, &remedy, &milestone_record, &milestone->head, &tally, result);
	}
	EACH (struct incident, incident, partner->incidents) {
		struct remedy remedy = incident_remedy(view, incident);

		tally_remedy(question, &remedy, &incident_record, &incident->head, &tally, result);
	}
	tally_finish(&tally, MEASURE_NOT_APPLICABLE, result);
}
