/*
 * The tables of a scorecard's facts. Rows stand in the order in which JSON prints them: by name.
 */
#include "partner/card_facts.h"

#include "partner/partner.h"

const char *const card_event_words[] = {
	[EVENT_SEND_BY] = "send-by",
	[EVENT_NOTICE_OPENS] = "notice-opens",
	[EVENT_TERM_END] = "term-end",
	[EVENT_PLAN_REVIEW] = "plan-review",
	[EVENT_CONVERSATION_REVIEW] = "conversation-review",
	[EVENT_REENTRY] = "reentry",
	NULL,
};

const char *const card_substitute_words[] = {
	SUBSTITUTABILITY_WORDS, [SUBSTITUTE_NONE] = "none", NULL};

static const char *const basis_words[] = {"contract", "costs", NULL};

static const struct field event_rows[] = {
	R_DATE("date", struct card_event, date, "the day"),
	R_DATE("key", struct card_event, key,
		"day it is known by: the term's end, the day of the conversation; null: it is the next one"),
	R_CHOICE("kind", struct card_event, kind, card_event_words, "what the day is"),
	R_LINE("line", struct card_event, line, "line in that file"),
	R_STRING("path", struct card_event, path, "file it stands in"),
	R_STRING(
		"ref", struct card_event, ref, "what it is a day of: contract, plan, a talk, exit"),
};
static const struct record event_record =
	RECORD("event", struct card_event, event_rows, NULL, "a day worth a line in a calendar");

/* ---- our own conduct ---- */

static const struct field count_rows[] = {
	R_COUNT("k", struct card_count, k, "how many"),
	R_COUNT("n", struct card_count, n, "of how many"),
};
static const struct record count_record =
	RECORD("count", struct card_count, count_rows, NULL, "how many of how many");

static const struct field severity_rows[] = {
	R_COUNT("k", struct card_severity, k, "those that we caused"),
	R_COUNT("n", struct card_severity, n, "all incidents in the window"),
	R_COUNT("severity", struct card_severity, severity, "1, the worst, to 4"),
};
static const struct record severity_record = RECORD("severity", struct card_severity, severity_rows,
	NULL, "incidents of one severity in the window");

static const struct field opinion_rows[] = {
	R_STRING("criterion", struct card_opinion, criterion, "id of the criterion"),
	R_COUNT("n", struct card_opinion, n, "raters that count"),
	R_REAL("sum", struct card_opinion, sum, 1,
		"of the points that they gave us, each rater's newest in the window"),
};
static const struct record opinion_record = RECORD("rating", struct card_opinion, opinion_rows,
	NULL, "what people think of us in one criterion");

static const struct field conduct_rows[] = {
	R_OBJECT("feedback", struct card_conduct, feedback, struct card_count, &count_record,
		"what they told us in the window: unanswered for 60 days, of all"),
	R_COUNT("given", struct card_conduct, given, "exchanges of 24 months in which we gave"),
	R_OBJECTS("incidents", struct card_conduct, incidents, &severity_record,
		"incidents in the window, by severity; those that occur"),
	R_OBJECT("milestones", struct card_conduct, milestones, struct card_count, &count_record,
		"our milestones settled in the window: on time, of all"),
	R_OBJECTS("ratings", struct card_conduct, ratings, &opinion_record,
		"ratings of us, in the policy's order; those that there are"),
	R_COUNT("received", struct card_conduct, received,
		"exchanges of 24 months in which they gave"),
	R_OBJECT("remedies", struct card_conduct, remedies, struct card_count, &count_record,
		"what we owed them: unsettled for more than 30 days, of all"),
};
static const struct record conduct_record = RECORD(
	"conduct", struct card_conduct, conduct_rows, NULL, "how we look as a partner, as counts");

/* ---- money ---- */

static const struct field life_rows[] = {
	R_STRING("currency", struct card_life, currency, "its currency"),
	R_MONEY("expected", struct card_life, expected, "what is expected"),
	R_MONEY("high", struct card_life, high, "if all goes badly"),
	R_MONEY("low", struct card_life, low, "if all goes well"),
	R_MONEY("npv", struct card_life, npv,
		"present value of what is expected; null without a discount rate"),
};
static const struct record life_record =
	RECORD("cost", struct card_life, life_rows, NULL, "cost until the end of service");

static const struct field converted_rows[] = {
	R_MONEY("cost_of_missing", struct card_converted, cost_of_missing,
		"the same as there; null without a rate"),
	R_MONEY("spend", struct card_converted, spend, "the same as there; null without a rate"),
};
static const struct record converted_record = RECORD("converted", struct card_converted,
	converted_rows, NULL, "amounts in the policy's currency");

/* ---- all ---- */

static const struct field facts_rows[] = {
	R_DATE("alternative_tested", struct card_facts, alternative_tested,
		"newest test of an alternative"),
	R_OBJECT("converted", struct card_facts, converted, struct card_converted,
		&converted_record,
		"amounts in the policy's currency, at its last rates; null when it has none"),
	R_MONEY("cost_of_missing", struct card_facts, cost_of_missing,
		"what one more term costs when the notice is missed"),
	R_OBJECTS("cost_to_end_of_life", struct card_facts, cost_to_end_of_life, &life_record,
		"what the partner costs until a planned exit, by currency; none without a contract"),
	R_COUNT("critical_functions", struct card_facts, critical_functions,
		"what the partner does for us without which we could not work"),
	R_REAL("days_left", struct card_facts, days_left, 0,
		"days until send_by, below 0 once it is past"),
	R_OBJECTS("events", struct card_facts, events, &event_record,
		"days worth a line in a calendar, by date"),
	R_OBJECT("mirror", struct card_facts, mirror, struct card_conduct, &conduct_record,
		"how we look as a partner, as counts"),
	R_TRUTH("missed", struct card_facts, missed, "notice was not sent in time"),
	R_DATE("next_term_end", struct card_facts, next_term_end,
		"end to which the contract renews when notice is not sent"),
	R_DATE("notice_earliest", struct card_facts, notice_earliest,
		"first day on which notice may be given"),
	R_STRING("owner", struct card_facts, owner, "id of who looks after the partnership"),
	R_STRING("owner_name", struct card_facts, owner_name, "name of the owner"),
	R_DATE("praised", struct card_facts, praised, "last day on which they were praised"),
	R_WORD("renewal", struct card_facts, renewal, renewal_words,
		"what happens at the end of the term; null without a contract"),
	R_DATE("send_by", struct card_facts, send_by,
		"last day to send notice; null when none is to be sent"),
	R_MONEY("spend", struct card_facts, spend, "what the partner costs a year; null: unknown"),
	R_WORD("spend_basis", struct card_facts, spend_basis, basis_words,
		"whether that is what the contract or what the costs say"),
	R_WORD("substitutability", struct card_facts, substitutability, card_substitute_words,
		"of the easiest alternative; none: nobody could take over"),
};
const struct record card_facts_record = RECORD(
	"facts", struct card_facts, facts_rows, NULL, "what a report needs beyond the judgement");
