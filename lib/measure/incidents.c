#include <math.h>

#include "take.h"

#define DAY_SECONDS 86400

/* How much an incident weighs by its severity, 1 the worst. */
static double severity_weight(const struct incident *incident)
{
	static const double weights[] = {4, 2, 1, 0.5};

	return weights[incident_severity(incident) - 1];
}

/* The last second that the instant may stand for. */
static int64_t latest(struct instant instant)
{
	return instant.coarse ? instant.seconds + DAY_SECONDS - 1 : instant.seconds;
}

/* NULL: nothing was agreed for incidents as severe. */
static const struct duration_field *find_level(
	const struct view *view, const struct incident *incident, bool resolve)
{
	int i = incident_severity(incident) - 1;

	if (resolve)
		return view->resolve[i] ? &view->resolve[i]->resolve : NULL;
	return view->acknowledge[i] ? &view->acknowledge[i]->acknowledge : NULL;
}

enum promptness { UNKNOWN, MET, MISSED };

/* Surely met, surely missed, or not to be told from times that only name a day (R37). */
static enum promptness compare_times(struct instant opened, struct duration level,
	struct instant done, const struct calendar *calendar)
{
	struct instant earliest = {opened.seconds, false}, last = {latest(opened), false};

	if (latest(done) <= instant_add(earliest, level, calendar).seconds)
		return MET;
	return done.seconds > instant_add(last, level, calendar).seconds ? MISSED : UNKNOWN;
}

/* Nothing done by the end of D: missed once the level has surely passed. */
static enum promptness compare_open(
	const struct view *view, struct instant opened, struct duration level)
{
	struct instant last = {latest(opened), false};
	int64_t end_of_day = ((int64_t)view->as_of + 1) * DAY_SECONDS;

	return end_of_day > instant_add(last, level, &view->calendar).seconds ? MISSED : UNKNOWN;
}

static enum promptness judge(const struct view *view, const struct incident *incident, bool resolve)
{
	const struct duration_field *level = find_level(view, incident, resolve);
	struct time_field done = resolve ? incident->resolved : incident->acknowledged;
	struct instant opened = incident->opened.time;

	if (!level)
		return UNKNOWN;
	if (view_time_by(view, done))
		return compare_times(opened, level->duration, done.time, &view->calendar);
	if (view_time_by(view, incident->resolved))
		return UNKNOWN; /* acknowledged, but nobody wrote down when */
	return compare_open(view, opened, level->duration);
}

bool incident_missed_level(const struct view *view, const struct incident *incident)
{
	return judge(view, incident, false) == MISSED || judge(view, incident, true) == MISSED;
}

/* R37, R38. */
static void take_promptness(
	const struct question *question, bool resolve, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};
	int any = 0;

	use_room(question, result, view->partner->incidents.list.n);
	EACH (struct incident, incident, view->partner->incidents) {
		enum promptness promptness;

		if (!incident_in_window(view, incident) || incident_actor(incident) != view->side)
			continue;
		result->hinge = any++ ? NULL : &incident->head;
		promptness = judge(view, incident, resolve);
		if (promptness == UNKNOWN)
			continue;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &incident_record,
				.head = &incident->head,
				.value = promptness == MET,
				.weight = severity_weight(incident),
				.word = promptness == MET ? "in time" : "missed"});
	}
	if (!view->partner->contract.service_levels.list.n)
		any = 0;
	tally_finish(&tally, any ? MEASURE_NO_DATA : MEASURE_NOT_APPLICABLE, result);
}

void take_incident_response(const struct question *question, struct measurement *result)
{
	take_promptness(question, false, result);
}

void take_incident_resolution(const struct question *question, struct measurement *result)
{
	take_promptness(question, true, result);
}

/* ---- conduct and fault ---- */

static void add_field(struct word_field field, double *sum, int *n)
{
	static const double values[] = {1, 0.5, 0}; /* best, middle, worst */

	if (!HAS(field))
		return;
	*sum += values[field.value];
	(*n)++;
}

/* Mean over the fields given; NaN when there is none (R39). */
static double conduct(const struct view *view, const struct incident *incident)
{
	double sum = 0;
	int n = 0;

	(void)view;
	add_field(incident->ownership, &sum, &n);
	add_field(incident->effort, &sum, &n);
	add_field(incident->availability, &sum, &n);
	return n ? sum / n : NAN;
}

/* This side's share of the blame; NaN when nobody knows (R40). */
static double blame(const struct view *view, const struct incident *incident)
{
	enum cause own = view->side == SIDE_US ? CAUSE_US : CAUSE_PARTNER;
	enum cause cause = incident_cause(incident);

	if (cause == CAUSE_UNKNOWN)
		return NAN;
	if (cause == CAUSE_BOTH)
		return 0.5;
	return cause == own ? 1 : 0;
}

/* The mean of `part` over all incidents, or over those in which this side had to act. */
static void take_part(const struct question *question, bool own,
	double (*part)(const struct view *view, const struct incident *incident),
	struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};
	int any = 0;

	use_room(question, result, view->partner->incidents.list.n);
	EACH (struct incident, incident, view->partner->incidents) {
		double value;

		if (!incident_in_window(view, incident) ||
			(own && incident_actor(incident) != view->side))
			continue;
		result->hinge = any++ ? NULL : &incident->head;
		value = part(view, incident);
		if (isnan(value))
			continue;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &incident_record,
				.head = &incident->head,
				.value = value,
				.weight = severity_weight(incident),
				.word = NULL});
	}
	tally_finish(&tally, any ? MEASURE_NO_DATA : MEASURE_NOT_APPLICABLE, result);
}

void take_incident_conduct(const struct question *question, struct measurement *result)
{
	take_part(question, true, conduct, result);
}

void take_fault_share(const struct question *question, struct measurement *result)
{
	take_part(question, false, blame, result);
}
