#include "partner/measure.h"

#include <math.h>
#include <string.h>

#include "take.h"

const char *const measure_status_words[] = {
	[MEASURE_MEASURED] = "measured",
	[MEASURE_NO_DATA] = "no-data",
	[MEASURE_NOT_APPLICABLE] = "not-applicable",
	[MEASURE_TOO_YOUNG] = "too-young",
	NULL,
};

/* Default scales: value, points. */
static const double attainment_scale[][2] = {{0, 0}, {0.5, 40}, {0.8, 75}, {1, 100}};
static const double share_scale[][2] = {{0, 0}, {1, 100}};
static const double on_time_scale[][2] = {{0.4, 0}, {0.7, 50}, {0.95, 100}};
static const double slip_scale[][2] = {{0, 100}, {30, 60}, {90, 0}};
static const double prompt_scale[][2] = {{0.5, 0}, {0.8, 60}, {1, 100}};
static const double fault_scale[][2] = {{0, 100}, {0.5, 50}, {1, 0}};
static const double cadence_scale[][2] = {{0, 0}, {0.5, 40}, {0.9, 100}};
static const double attention_scale[][2] = {{1, 100}, {2, 70}, {4, 0}};
static const double voice_scale[][2] = {{90, 100}, {365, 0}};
static const double reciprocity_scale[][2] = {{0, 0}, {0.8, 100}};
static const double cost_scale[][2] = {{0, 100}, {0.05, 90}, {0.25, 0}};
static const double paid_scale[][2] = {{0.5, 0}, {0.9, 80}, {1, 100}};
static const double panel_scale[][2] = {{1, 0}, {5, 100}};

#define ID(text) .id = (text), .length = NAME_LENGTH(text)
#define SCALE(knots_) .scale = (knots_), .knots = COUNT_OF(knots_)

static const struct measure_info measures[] = {
	{
		ID("goal-attainment"),
		.unit = "share",
		.reads = READS_GOALS,
		.separable = READS_GOALS,
		.take = take_goal_attainment,
		SCALE(attainment_scale),
		.needs = "goals",
		.reading = "%p of the plan, %n goal%s",
		.doc = "how far the goals that serve the other side have come, against their plan",
	},
	{
		ID("goals-shared"),
		.unit = "share",
		.reads = READS_GOALS,
		.separable = READS_GOALS,
		.take = take_goals_shared,
		SCALE(share_scale),
		.needs = "goals",
		.reading = "%k of %n shared",
		.doc = "active goals that the other side was told of and accepted",
	},
	{
		ID("goals-revisited"),
		.unit = "share",
		.reads = READS_GOALS | READS_TOUCHPOINTS,
		.separable = READS_GOALS,
		.take = take_goals_revisited,
		.spare = spare_review,
		SCALE(share_scale),
		.needs = "goals",
		.reading = "%k of %n reviewed within 100 days",
		.doc = "active goals that were looked at again within the last 100 days",
	},
	{
		ID("milestones-on-time"),
		.unit = "share",
		.reads = READS_MILESTONES,
		.event_share = true,
		.separable = READS_MILESTONES,
		.take = take_milestones_on_time,
		.range = range_share,
		SCALE(on_time_scale),
		.needs = "milestones",
		.reading = "%k of %n on time",
		.doc = "delivery milestones delivered by the date that was first agreed",
	},
	{
		ID("milestone-slip"),
		.unit = "days",
		.reads = READS_MILESTONES,
		.separable = READS_MILESTONES,
		.take = take_milestone_slip,
		SCALE(slip_scale),
		.needs = "milestones",
		.reading = "%v days late on average, %n milestone%s",
		.doc = "days that those milestones were late, each counted up to 180",
	},
	{
		ID("here-and-now"),
		.unit = "share",
		.reads = READS_MILESTONES,
		.separable = READS_MILESTONES,
		.take = take_here_and_now,
		SCALE(share_scale),
		.needs = "milestones",
		.reading = "%k delivered, %r promised over a year ago",
		.doc = "what was delivered, against roadmap promises open for more than a year",
	},
	{
		ID("incident-response"),
		.unit = "share",
		.reads = READS_INCIDENTS,
		.event_share = true,
		.separable = READS_INCIDENTS,
		.take = take_incident_response,
		.range = range_share,
		SCALE(prompt_scale),
		.needs = "incidents",
		.reading = "%k of %n in time",
		.doc = "incidents acknowledged within the contract's level, the severe ones weighing more",
	},
	{
		ID("incident-resolution"),
		.unit = "share",
		.reads = READS_INCIDENTS,
		.event_share = true,
		.separable = READS_INCIDENTS,
		.take = take_incident_resolution,
		.range = range_share,
		SCALE(prompt_scale),
		.needs = "incidents",
		.reading = "%k of %n in time",
		.doc = "incidents resolved within the contract's level, the severe ones weighing more",
	},
	{
		ID("incident-conduct"),
		.unit = "share",
		.reads = READS_INCIDENTS,
		.event_share = true,
		.separable = READS_INCIDENTS,
		.take = take_incident_conduct,
		.range = range_share,
		SCALE(share_scale),
		.needs = "incidents",
		.reading = "%p of the best conduct, %n incident%s",
		.doc = "ownership, effort and availability in incidents, the severe ones weighing more",
	},
	{
		ID("fault-share"),
		.unit = "share",
		.reads = READS_INCIDENTS,
		.event_share = true,
		.separable = READS_INCIDENTS,
		.take = take_fault_share,
		.range = range_share,
		SCALE(fault_scale),
		.needs = "incidents",
		.reading = "%p of the fault, %n incident%s",
		.doc = "share of the incidents that this side caused, the severe ones weighing more",
	},
	{
		ID("touchpoint-cadence"),
		.unit = "share",
		.reads = READS_TOUCHPOINTS,
		.take = take_touchpoint_cadence,
		.spare = spare_cadence,
		SCALE(cadence_scale),
		.needs = "cadence",
		.reading = "in touch on %p of the days, %n touchpoint%s",
		.doc = "days on which the last touchpoint was at most 1.25 times the cadence ago",
	},
	{
		ID("steady-attention"),
		.unit = "ratio",
		.reads = READS_TOUCHPOINTS,
		.take = take_steady_attention,
		.spare = spare_attention,
		.range = range_attention,
		SCALE(attention_scale),
		.needs = "touchpoints",
		.reading = "%k of %n contacts near a renewal, %v times the usual rate",
		.doc = "how much more often this side gets in touch before a term ends than else",
	},
	{
		ID("voice"),
		.unit = "days",
		.reads = READS_FEEDBACK,
		.take = take_voice,
		SCALE(voice_scale),
		.needs = "feedback",
		.reading = "%v days since the other side was heard",
		.doc = "days since the other side's newest feedback that this side answered",
	},
	{
		ID("reciprocity"),
		.unit = "share",
		.reads = READS_EXCHANGES,
		.take = take_reciprocity,
		.spare = spare_exchange,
		SCALE(reciprocity_scale),
		.needs = "exchanges",
		.reading = "gives %p of an even share, %n exchange%s",
		.doc = "what this side gave, against half of all that was exchanged in 24 months",
	},
	{
		ID("cost-predictability"),
		.unit = "share",
		.reads = READS_COSTS,
		.separable = READS_COSTS,
		.take = take_cost_predictability,
		SCALE(cost_scale),
		.needs = "costs",
		.reading = "%p off the forecast, %n line%s",
		.doc = "how far actual costs were from their forecasts, up or down",
	},
	{
		ID("remedies-settled"),
		.unit = "share",
		.reads = READS_MILESTONES | READS_INCIDENTS,
		.separable = READS_MILESTONES | READS_INCIDENTS,
		.take = take_remedies_settled,
		SCALE(share_scale),
		.needs = "milestones",
		.reading = "%k of %n settled within 30 days",
		.doc = "penalties, rewards and credits that this side owed and settled in 30 days",
	},
	{
		ID("paid-on-time"),
		.unit = "share",
		.reads = READS_INVOICES,
		.event_share = true,
		.separable = READS_INVOICES,
		.take = take_paid_on_time,
		.range = range_share,
		SCALE(paid_scale),
		.needs = "invoices",
		.reading = "%k of %n paid in time",
		.doc = "the partner's invoices that we paid by their due date",
	},
	{
		ID("panel"),
		.unit = "points",
		.reads = READS_RATINGS,
		.separable = READS_RATINGS,
		.limits = {LEAST_POINTS, MOST_POINTS},
		.take = take_panel,
		.range = range_panel,
		SCALE(panel_scale),
		.needs = "ratings",
		.reading = "%v of 5, %n rater%s",
		.doc = "the raters' judgement of this criterion, 1 to 5",
	},
	{
		ID("metric:ID"),
		.unit = "value",
		.reads = READS_METRICS,
		.separable = READS_METRICS,
		.take = take_metric,
		.needs = "metrics",
		.reading = "%v, %n observation%s",
		.doc = "a figure of your own, by the aggregate and the scale that the policy gives it",
	},
};

const struct measure_info *measure_catalogue(size_t *n)
{
	*n = COUNT_OF(measures);
	return measures;
}

#define METRIC "metric:"

const struct measure_info *measure_find(const char *id)
{
	size_t last = COUNT_OF(measures) - 1, length = strlen(id);

	for (size_t i = 0; i < last; i++)
		if (measures[i].length == length && !memcmp(measures[i].id, id, length))
			return &measures[i];
	return !strncmp(id, METRIC, strlen(METRIC)) && id[strlen(METRIC)] ? &measures[last] : NULL;
}

unsigned measure_reads(const struct record *record)
{
	static const struct {
		const struct record *record;
		enum reads reads;
	} rows[] = {
		{&goal_record, READS_GOALS},
		{&milestone_record, READS_MILESTONES},
		{&incident_record, READS_INCIDENTS},
		{&touchpoint_record, READS_TOUCHPOINTS},
		{&exchange_record, READS_EXCHANGES},
		{&cost_record, READS_COSTS},
		{&feedback_record, READS_FEEDBACK},
		{&rating_record, READS_RATINGS},
		{&metric_record, READS_METRICS},
		{&invoice_record, READS_INVOICES},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (rows[i].record == record)
			return rows[i].reads;
	return 0;
}

/* R20: outcomes need time; conduct counts from the first day. */
static bool needs_time(const struct measure_info *info)
{
	return info->take == take_goal_attainment || info->take == take_reciprocity ||
		info->take == take_cost_predictability;
}

void measure_take_anyway(const struct measure_info *info, const struct question *question,
	struct measurement *result)
{
	*result = (struct measurement){.value = NAN, .factor = 1};
	info->take(question, result);
}

void measure_take(const struct measure_info *info, const struct question *question,
	struct measurement *result)
{
	if (needs_time(info) && view_onboarding(question->view))
		*result = (struct measurement){
			.status = MEASURE_TOO_YOUNG, .value = NAN, .factor = 1};
	else
		measure_take_anyway(info, question, result);
	if (result->status != MEASURE_MEASURED)
		result->n_used = 0;
	if (result->status == MEASURE_NOT_APPLICABLE)
		result->n = 0;
}
