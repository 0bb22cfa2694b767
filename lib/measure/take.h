/*
 * What the families of measures share. Private to lib/measure.
 */
#ifndef MEASURE_TAKE_H
#define MEASURE_TAKE_H

#include "partner/measure.h"

/* One function a row; see measure.c. */
void take_goal_attainment(const struct question *question, struct measurement *result);
void take_goals_shared(const struct question *question, struct measurement *result);
void take_goals_revisited(const struct question *question, struct measurement *result);
void take_milestones_on_time(const struct question *question, struct measurement *result);
void take_milestone_slip(const struct question *question, struct measurement *result);
void take_here_and_now(const struct question *question, struct measurement *result);
void take_incident_response(const struct question *question, struct measurement *result);
void take_incident_resolution(const struct question *question, struct measurement *result);
void take_incident_conduct(const struct question *question, struct measurement *result);
void take_fault_share(const struct question *question, struct measurement *result);
void take_touchpoint_cadence(const struct question *question, struct measurement *result);
void take_steady_attention(const struct question *question, struct measurement *result);
void take_voice(const struct question *question, struct measurement *result);
void take_reciprocity(const struct question *question, struct measurement *result);
void take_cost_predictability(const struct question *question, struct measurement *result);
void take_remedies_settled(const struct question *question, struct measurement *result);
void take_paid_on_time(const struct question *question, struct measurement *result);
void take_panel(const struct question *question, struct measurement *result);
void take_metric(const struct question *question, struct measurement *result);

/* What is to be done without a record, see measure_info.spare. */
bool spare_review(const struct view *view, const struct head *head, const struct used_record *used,
	struct measurement *taken);
bool spare_cadence(const struct view *view, const struct head *head, const struct used_record *used,
	struct measurement *taken);
bool spare_attention(const struct view *view, const struct head *head,
	const struct used_record *used, struct measurement *taken);
bool spare_exchange(const struct view *view, const struct head *head,
	const struct used_record *used, struct measurement *taken);

/* The ends of the scale that people rate on. */
#define LEAST_POINTS 1
#define MOST_POINTS 5

/* The ranges of rows whose values are not exact; of measured values, at a confidence above 0. */
struct interval range_share(const struct question *question, const struct measurement *measurement);
struct interval range_attention(
	const struct question *question, const struct measurement *measurement);
struct interval range_panel(const struct question *question, const struct measurement *measurement);

/*
 * A weighted mean in the making. Every record adds its own value and weight; the mean, the
 * number of records and of those that are fully good fall out at the end.
 */
struct tally {
	double sum;     /* Σ weight × value */
	double weight;  /* Σ weight */
	double squares; /* Σ weight² */
	int64_t n;
	double k; /* how many had value 1 */
};

/* Adds a record and lists it as used, with its value in a word (NULL: the value itself). */
void tally_record(struct tally *tally, const struct question *question, struct measurement *result,
	const struct used_record *used);

/*
 * Sets value, mean, n, k, weight and effective_n; `empty` is the status when no record was
 * added, and would be without the last one.
 */
void tally_finish(const struct tally *tally, enum measure_status empty, struct measurement *result);

/* Lists a record as used, when the question asks for that. */
void use_record(const struct question *question, struct measurement *result,
	const struct record *record, const struct head *head, double value, const char *word);

/* The record listed last; NULL when none are listed. */
struct used_record *last_used(const struct measurement *result);

/* The first day with a touchpoint, DATE_NONE without any; `alone` is the head of the only one of
 * that day, NULL when there are more. */
int32_t first_touchpoint(const struct view *view, const struct head **alone);

/* The most records the lists of a partner could make a measure use: room for all. */
void use_room(const struct question *question, struct measurement *result, size_t most);

#endif
