/* Rules on time: orders that cannot be, and what is still to come. */
#include "rules.h"

/* ---- P201 ---- */

/* One date of a record that must not come before another. */
struct order {
	enum diag_rule rule;
	const struct trail *trail; /* of the list or, for a map, of the map */
	const struct head *head;
	const char *field; /* what comes too early */
};

static void report_order(struct check *check, const struct order *order, bool item,
	const struct leaf *leaf, const char *const *subjects)
{
	if (item)
		report_item(&check->report, order->rule, order->trail, order->head, order->field,
			leaf, NULL, subjects);
	else
		report_field(&check->report, order->rule, order->trail, order->head, order->field,
			leaf, NULL, subjects);
}

/* Both are there, and the first one lies before the second. */
static bool before(const struct date_field *date, const struct date_field *other)
{
	return HAS(*date) && HAS(*other) && date->date < other->date;
}

/* Words for P201, P203, P204: what comes too early, and before what. */
static void report_before(struct check *check, const struct order *order, bool item,
	const struct date_field *date, const char *word, const struct date_field *other,
	const char *other_word)
{
	report_order(check, order, item, &date->leaf,
		SUBJECTS(word, date_text(check->arena, date->date), other_word,
			date_text(check->arena, other->date)));
}

static void check_item_ends(struct check *check)
{
	static const struct trail goals = {NULL, "goals", 0}, costs = {NULL, "costs", 0};
	static const struct trail contract = {NULL, "contract", 0};
	static const struct trail prepaid = {&contract, "prepaid", 0};

	EACH (struct goal, goal, check->partner->goals)
		if (HAS(goal->start) && HAS(goal->due) && goal->due.date <= goal->start.date)
			report_before(check,
				&(struct order){P201_END_BEFORE_START, &goals, &goal->head, "due"},
				true, &goal->due, "due", &goal->start, "start");
	EACH (struct cost, cost, check->partner->costs)
		if (before(&cost->to, &cost->from))
			report_before(check,
				&(struct order){P201_END_BEFORE_START, &costs, &cost->head, "to"},
				true, &cost->to, "to", &cost->from, "from");
	EACH (struct prepaid, period, check->partner->contract.prepaid)
		if (before(&period->to, &period->from))
			report_before(check,
				&(struct order){
					P201_END_BEFORE_START, &prepaid, &period->head, "to"},
				true, &period->to, "to", &period->from, "from");
}

void check_ends(struct check *check)
{
	static const struct trail trail = {NULL, "contract", 0};
	const struct partner *partner = check->partner;
	const struct contract *contract = &partner->contract;

	if (before(&contract->end, &contract->start))
		report_before(check,
			&(struct order){P201_END_BEFORE_START, &trail, &contract->head, "end"},
			false, &contract->end, "end", &contract->start, "start");
	if (before(&partner->ended, &partner->since))
		report_before(check,
			&(struct order){P201_END_BEFORE_START, NULL, &partner->head, "ended"},
			false, &partner->ended, "ended", &partner->since, "since");
	check_item_ends(check);
}

/* ---- P202 ---- */

static const struct trail milestones_trail = {NULL, "milestones", 0};
static const struct trail incidents_trail = {NULL, "incidents", 0};

void check_deliveries(struct check *check)
{
	EACH (struct milestone, milestone, check->partner->milestones)
		if (before(&milestone->delivered, &milestone->promised))
			report_item(&check->report, P202_DELIVERED_EARLY, &milestones_trail,
				&milestone->head, "delivered", &milestone->delivered.leaf, NULL,
				SUBJECTS(date_text(check->arena, milestone->delivered.date),
					date_text(check->arena, milestone->promised.date)));
}

/* ---- P203 ---- */

bool surely_before(const struct time_field *time, const struct time_field *other)
{
	int64_t latest = time->time.seconds + (time->time.coarse ? 86399 : 0);

	return HAS(*time) && HAS(*other) && latest < other->time.seconds;
}

static const char *time_text(struct arena *arena, const struct time_field *time)
{
	return instant_format(time->time, arena_alloc(arena, 24));
}

static void need_times(struct check *check, const struct incident *incident, const char *field,
	const struct time_field *time, const char *word, const struct time_field *other,
	const char *other_word)
{
	if (surely_before(time, other))
		report_item(&check->report, P203_INCIDENT_ORDER, &incidents_trail, &incident->head,
			field, &time->leaf, NULL,
			SUBJECTS(word, time_text(check->arena, time), other_word,
				time_text(check->arena, other)));
}

void check_incident_order(struct check *check)
{
	EACH (struct incident, incident, check->partner->incidents) {
		need_times(check, incident, "acknowledged", &incident->acknowledged,
			"acknowledgement", &incident->opened, "opening");
		need_times(check, incident, "resolved", &incident->resolved, "resolution",
			&incident->opened, "opening");
		need_times(check, incident, "resolved", &incident->resolved, "resolution",
			&incident->acknowledged, "acknowledgement");
	}
}

/* ---- P204 ---- */

static void need_order(struct check *check, const struct trail *list, const struct head *head,
	const char *field, const struct date_field *date, const char *word,
	const struct date_field *other, const char *other_word)
{
	const struct order order = {P204_EVENT_ORDER, list, head, field};

	if (before(date, other))
		report_before(check, &order, true, date, word, other, other_word);
}

static void check_milestone_events(struct check *check, const struct milestone *milestone)
{
	struct trail item = {&milestones_trail, NULL, milestone->head.index};
	struct trail moved = {&item, "moved", 0};

	need_order(check, &milestones_trail, &milestone->head, "settled", &milestone->settled,
		"settlement", &milestone->claimed, "claim");
	EACH (struct move, move, milestone->moved)
		need_order(check, &moved, &move->head, "on", &move->on, "move",
			&milestone->promised, "promise");
}

static void check_incident_events(struct check *check, const struct incident *incident)
{
	struct date_field opened = {incident->opened.leaf, 0};

	if (HAS(incident->opened))
		opened.date = instant_date(incident->opened.time);
	need_order(check, &incidents_trail, &incident->head, "debriefed", &incident->debriefed,
		"debriefing", &opened, "opening");
	need_order(check, &incidents_trail, &incident->head, "settled", &incident->settled,
		"settlement", &incident->claimed, "claim");
}

void check_event_order(struct check *check)
{
	static const struct trail feedback_trail = {NULL, "feedback", 0};
	static const struct trail disputes = {NULL, "disputes", 0};
	const struct partner *partner = check->partner;

	EACH (struct milestone, milestone, partner->milestones)
		check_milestone_events(check, milestone);
	EACH (struct incident, incident, partner->incidents)
		check_incident_events(check, incident);
	EACH (struct feedback, feedback, partner->feedback)
		need_order(check, &feedback_trail, &feedback->head, "answered", &feedback->answered,
			"answer", &feedback->date, "feedback");
	EACH (struct dispute, dispute, partner->disputes)
		need_order(check, &disputes, &dispute->head, "settled", &dispute->settled,
			"settlement", &dispute->on, "dispute");
}

/* ---- P205 ---- */

void check_raters_left(struct check *check)
{
	static const struct trail ratings = {NULL, "ratings", 0};

	EACH (struct rating, rating, check->partner->ratings) {
		const struct person *person = check_person(check, &rating->by);

		if (!person || !HAS(rating->date) || !HAS(person->left) ||
			rating->date.date < person->left.date)
			continue;
		report_item(&check->report, P205_RATER_LEFT, &ratings, &rating->head, "date",
			&rating->date.leaf, NULL,
			SUBJECTS(rating->by.text, date_text(check->arena, person->left.date)));
	}
}
