/* What happened: incidents, touchpoints, exchanges, feedback and conversations. */
#include "partner/partner.h"

#include "tables.h"

static const char *const cause_words[] = {
	[CAUSE_PARTNER] = "partner",
	[CAUSE_US] = "us",
	[CAUSE_BOTH] = "both",
	[CAUSE_THIRD_PARTY] = "third-party",
	[CAUSE_UNKNOWN] = "unknown",
	NULL,
};

static const char *const ownership_words[] = {
	[OWNERSHIP_OWNED] = "owned",
	[OWNERSHIP_PARTLY] = "partly",
	[OWNERSHIP_DEFLECTED] = "deflected",
	NULL,
};

static const char *const effort_words[] = {
	[EFFORT_SURGED] = "surged",
	[EFFORT_NORMAL] = "normal",
	[EFFORT_MINIMAL] = "minimal",
	NULL,
};

static const char *const availability_words[] = {
	[AVAILABILITY_IMMEDIATE] = "immediate",
	[AVAILABILITY_PROMPT] = "prompt",
	[AVAILABILITY_DECLINED] = "declined",
	NULL,
};

static const char *const touchpoint_kind_words[] = {
	[TOUCHPOINT_REVIEW] = "review",
	[TOUCHPOINT_CALL] = "call",
	[TOUCHPOINT_VISIT] = "visit",
	[TOUCHPOINT_EMAIL] = "email",
	[TOUCHPOINT_ESCALATION] = "escalation",
	[TOUCHPOINT_NEGOTIATION] = "negotiation",
	[TOUCHPOINT_TRAINING] = "training",
	[TOUCHPOINT_SOCIAL] = "social",
	NULL,
};

static const char *const direction_words[] = {
	[DIRECTION_GIVEN] = "given",
	[DIRECTION_RECEIVED] = "received",
	NULL,
};

const char *const exchange_kind_words[] = {
	"lead",
	"referral",
	"revenue",
	"training",
	"marketing",
	"funding",
	"introduction",
	"feature",
	NULL,
};

static const char *const feedback_about_words[] = {"us", "partner", "customers", "product", NULL};

const char *const conversation_kind_words[] = {
	[TALK_DEFINE_RELATIONSHIP] = "define-relationship",
	[TALK_RECOVERY] = "recovery",
	[TALK_EXIT] = "exit",
	[TALK_PRAISE] = "praise",
	NULL,
};

const char *const outcome_words[] = {
	[OUTCOME_IMPROVING] = "improving",
	[OUTCOME_UNCHANGED] = "unchanged",
	[OUTCOME_WORSE] = "worse",
	NULL,
};

static const struct field incident_fields[] = {
	F_ID("id", struct incident, id, "name of the incident, such as its ticket's number"),
	F_TEXT("title", struct incident, title, "what went wrong, in a few words"),
	F_WHOLE("severity", struct incident, severity, 1, 4,
		"how bad it was, from 1 (worst) to 4; 3 when it is not said"),
	F_WORD("cause", struct incident, cause, cause_words,
		"who caused it; unknown when it is not said"),
	F_TIME("opened", struct incident, opened, "when the side that had to act was told"),
	F_TIME("acknowledged", struct incident, acknowledged, "when that side first answered"),
	F_TIME("resolved", struct incident, resolved, "when it was over"),
	F_WORD("ownership", struct incident, ownership, ownership_words,
		"whether that side took it on or pointed at somebody else"),
	F_WORD("effort", struct incident, effort, effort_words,
		"how much that side put into ending it"),
	F_WORD("availability", struct incident, availability, availability_words,
		"whether its people were there when they were needed"),
	F_DATE("debriefed", struct incident, debriefed,
		"day on which both sides talked about what it meant for the relationship"),
	F_MONEY("credit", struct incident, credit, "service credit that is owed for it"),
	F_DATE("claimed", struct incident, claimed, "day on which the credit was asked for"),
	F_DATE("settled", struct incident, settled, "day on which the credit was given"),
	F_WHOLE("customers", struct incident, customers, 0, NO_LIMIT,
		"how many of our customers felt it"),
	F_TEXTS("evidence", struct incident, evidence,
		"what shows it: goal:ID, milestone:ID, incident:ID, a URL or a path"),
	F_TEXT("note", struct incident, note, "anything else worth knowing about the incident"),
};
const struct record incident_record =
	RECORD("incident", struct incident, incident_fields, "id", "something that went wrong");

static const struct field touchpoint_fields[] = {
	F_DATE("date", struct touchpoint, date, "day on which the two sides were in touch"),
	F_WORD("kind", struct touchpoint, kind, touchpoint_kind_words,
		"what it was; a review is one that both had agreed on"),
	F_WORD("initiated_by", struct touchpoint, initiated_by, side_words,
		"who asked for it or called"),
	F_IDS("people", struct touchpoint, people, "ids of the people who took part"),
	F_IDS("goals", struct touchpoint, goals, "ids of the goals that were revisited"),
	F_TEXT("note", struct touchpoint, note, "anything else worth knowing about it"),
};
const struct record touchpoint_record = RECORD("touchpoint", struct touchpoint, touchpoint_fields,
	NULL, "one time the two sides were in touch");

static const struct field exchange_fields[] = {
	F_DATE("date", struct exchange, date, "day on which it changed hands"),
	F_WORD("direction", struct exchange, direction, direction_words,
		"given by us to the partner, or received from the partner"),
	F_WORD("kind", struct exchange, kind, exchange_kind_words, "what was given"),
	F_NUMBER("count", struct exchange, count, 0, NO_LIMIT,
		"how many of them; 1 when it is not said"),
	F_MONEY("value", struct exchange, value, "what it was worth"),
	F_TEXT("note", struct exchange, note, "anything else worth knowing about it"),
};
const struct record exchange_record = RECORD("exchange", struct exchange, exchange_fields, NULL,
	"something that one side gave the other");

static const struct field feedback_fields[] = {
	F_DATE("date", struct feedback, date, "day on which it was said"),
	F_WORD("from", struct feedback, from, side_words, "who said it"),
	F_WORD("about", struct feedback, about, feedback_about_words, "what it was about"),
	F_TEXT("text", struct feedback, text, "what was said"),
	F_DATE("answered", struct feedback, answered, "day on which the other side answered"),
	F_TEXT("note", struct feedback, note, "anything else worth knowing about it"),
};
const struct record feedback_record = RECORD("feedback", struct feedback, feedback_fields, NULL,
	"something that one side told the other");

static const struct field conversation_fields[] = {
	F_DATE("date", struct conversation, date, "day of the conversation"),
	F_WORD("kind", struct conversation, kind, conversation_kind_words,
		"what it was for: to define the relationship, to recover, to leave, or to praise"),
	F_TEXTS("said", struct conversation, said,
		"what was put on the table: names of warning signs, or words of your own"),
	F_TEXT("agreed", struct conversation, agreed, "what both sides agreed to do"),
	F_DATE("review", struct conversation, review,
		"day on which both sides look at what came of it"),
	F_WORD("outcome", struct conversation, outcome, outcome_words,
		"how things went since, as seen on the day of the review"),
	F_TEXT("note", struct conversation, note, "anything else worth knowing about it"),
};
const struct record conversation_record = RECORD("conversation", struct conversation,
	conversation_fields, NULL, "an open talk about the relationship itself");
