/* What was agreed to be reached or delivered: goals, milestones, and metrics of one's own. */
#include "partner/partner.h"

#include "tables.h"

static const char *const goal_kind_words[] = {
	[GOAL_OUTCOME] = "outcome",
	[GOAL_REVENUE] = "revenue",
	[GOAL_LEADS] = "leads",
	[GOAL_ADOPTION] = "adoption",
	[GOAL_QUALITY] = "quality",
	[GOAL_TRAINING] = "training",
	[GOAL_MARKETING] = "marketing",
	[GOAL_SALES] = "sales",
	NULL,
};

static const char *const goal_for_words[] = {
	[FOR_US] = "us",
	[FOR_PARTNER] = "partner",
	[FOR_BOTH] = "both",
	NULL,
};

static const char *const pace_words[] = {
	[PACE_LINEAR] = "linear",
	[PACE_AT_END] = "at-end",
	NULL,
};

static const char *const milestone_kind_words[] = {
	[MILESTONE_DELIVERY] = "delivery",
	[MILESTONE_ROADMAP] = "roadmap",
	NULL,
};

static const struct field observation_fields[] = {
	F_DATE("date", struct observation, date, "day on which the value was observed"),
	F_NUMBER("value", struct observation, value, 0, 0, "the value on that day"),
	F_TEXTS("evidence", struct observation, evidence,
		"what shows it: goal:ID, milestone:ID, incident:ID, a URL or a path"),
	F_TEXT("note", struct observation, note, "anything else worth knowing about this value"),
};
static const struct record observation_record =
	RECORD("observation", struct observation, observation_fields, NULL, "a value on a day");

static const struct field goal_fields[] = {
	F_ID("id", struct goal, id, "short name of the goal, unique in this file"),
	F_TEXT("title", struct goal, title, "what is to be achieved, in a few words"),
	F_WORD("kind", struct goal, kind, goal_kind_words, "what sort of result it is"),
	F_WORD("for", struct goal, for_whom, goal_for_words,
		"who gains when it is reached; both when it is not said"),
	F_DATE("shared", struct goal, shared,
		"day on which the other side was told of the goal and accepted it"),
	F_FLAG("stretch", struct goal, stretch, "true when reaching it takes an unusual effort"),
	F_WORD("pace", struct goal, pace, pace_words,
		"whether it is reached bit by bit (linear, the default) or only at the end"),
	F_DATE("start", struct goal, start, "day from which on progress counts"),
	F_DATE("due", struct goal, due, "day by which it is to be reached"),
	F_NUMBER("baseline", struct goal, baseline, 0, 0,
		"value at the start; 0 when it is not said"),
	F_NUMBER("target", struct goal, target, 0, 0, "value to be reached"),
	F_TEXT("unit", struct goal, unit, "what the values count, such as hours or % of calls"),
	F_NUMBER("weight", struct goal, weight, 0, NO_LIMIT,
		"how much it counts among the goals; 1 when it is not said"),
	F_DATES("reviewed", struct goal, reviewed, "days on which it was revisited together"),
	F_RECORDS("observations", struct goal, observations, struct observation,
		&observation_record, "the values reached so far, each with its day"),
	F_TEXT("note", struct goal, note, "anything else worth knowing about the goal"),
};
const struct record goal_record =
	RECORD("goal", struct goal, goal_fields, "id", "something the partnership is to achieve");

static const struct field move_fields[] = {
	F_DATE("on", struct move, on, "day on which the move was agreed"),
	F_DATE("to", struct move, to, "the new due day"),
	F_WORD("asked_by", struct move, asked_by, side_words,
		"who asked for it; the side that delivers when it is not said"),
	F_TEXT("note", struct move, note, "anything else worth knowing about the move"),
};
static const struct record move_record =
	RECORD("move", struct move, move_fields, NULL, "a due day that was moved");

static const struct field milestone_fields[] = {
	F_ID("id", struct milestone, id, "short name of the milestone, unique in this file"),
	F_TEXT("title", struct milestone, title, "what is to be delivered, in a few words"),
	F_WORD("by", struct milestone, by, side_words,
		"who delivers it; partner when it is not said"),
	F_WORD("kind", struct milestone, kind, milestone_kind_words,
		"a delivery we work with (the default), or a promise about the roadmap"),
	F_DATE("promised", struct milestone, promised, "day on which it was promised"),
	F_DATE("due", struct milestone, due,
		"day by which it was first promised; leave it as it was and add to moved"),
	F_RECORDS("moved", struct milestone, moved, struct move, &move_record,
		"each time the due day was moved"),
	F_DATE("delivered", struct milestone, delivered, "day on which it was delivered"),
	F_DATE("cancelled", struct milestone, cancelled, "day on which it was given up"),
	F_MONEY("penalty", struct milestone, penalty, "what is owed when it is late"),
	F_MONEY("reward", struct milestone, reward, "what is owed when it is on time"),
	F_DATE("claimed", struct milestone, claimed,
		"day on which the penalty or reward was asked for"),
	F_DATE("settled", struct milestone, settled, "day on which the penalty or reward was paid"),
	F_TEXTS("evidence", struct milestone, evidence,
		"what shows it: goal:ID, milestone:ID, incident:ID, a URL or a path"),
	F_TEXT("note", struct milestone, note, "anything else worth knowing about the milestone"),
};
const struct record milestone_record = RECORD("milestone", struct milestone, milestone_fields, "id",
	"something a side promised to deliver by a day");

static const struct field metric_fields[] = {
	F_ID("id", struct metric, id, "short name of the metric; the policy names it metric:ID"),
	F_TEXT("title", struct metric, title, "what is measured, in a few words"),
	F_TEXT("unit", struct metric, unit, "what the values count, such as hours or % of calls"),
	F_RECORDS("observations", struct metric, observations, struct observation,
		&observation_record, "the values so far, each with its day"),
	F_TEXT("note", struct metric, note, "anything else worth knowing about the metric"),
};
const struct record metric_record = RECORD("metric", struct metric, metric_fields, "id",
	"a figure of your own that the policy can score");
