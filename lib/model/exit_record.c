/* The `exit` record: what is known about leaving. */
#include "partner/exit_record.h"

#include "tables.h"

bool alternative_exists(const struct exit_alternative *alternative)
{
	return WORD_OR(alternative->kind, ALTERNATIVE_REPLACEMENT) != ALTERNATIVE_NONE;
}

const char *const exit_reason_words[] = {
	[EXIT_PERFORMANCE] = "performance",
	[EXIT_ALIGNMENT] = "alignment",
	[EXIT_COST] = "cost",
	[EXIT_INSOLVENCY] = "insolvency",
	[EXIT_STRATEGY] = "strategy",
	[EXIT_BREACH] = "breach",
	[EXIT_END_OF_LIFE] = "end-of-life",
	[EXIT_REGULATION] = "regulation",
	NULL,
};

static const char *const alternative_kind_words[] = {
	[ALTERNATIVE_REPLACEMENT] = "replacement",
	[ALTERNATIVE_IN_HOUSE] = "in-house",
	[ALTERNATIVE_REINTEGRATION] = "reintegration",
	[ALTERNATIVE_NONE] = "none",
	NULL,
};

static const char *const substitutability_words[] = {SUBSTITUTABILITY_WORDS, NULL};

static const char *const access_kind_words[] = {
	[ACCESS_CREDENTIAL] = "credential",
	[ACCESS_INTEGRATION] = "integration",
	[ACCESS_ACCOUNT] = "account",
	[ACCESS_DEVICE] = "device",
	[ACCESS_BADGE] = "badge",
	NULL,
};

static const struct field trigger_fields[] = {
	F_TEXT("when", struct exit_trigger, when, "what would make us leave, in a few words"),
	F_ID("metric", struct exit_trigger, metric, "id of the metric that would show it"),
	F_NUMBER("below", struct exit_trigger, below, 0, 0, "it is reached below this value"),
	F_NUMBER("above", struct exit_trigger, above, 0, 0, "it is reached above this value"),
	F_TEXT("note", struct exit_trigger, note, "anything else worth knowing about it"),
};
static const struct record trigger_record = RECORD(
	"trigger", struct exit_trigger, trigger_fields, NULL, "something that would make us leave");

static const struct field function_fields[] = {
	F_ID("id", struct exit_function, id, "short name of the function"),
	F_TEXT("title", struct exit_function, title, "what the partner does for us"),
	F_FLAG("critical", struct exit_function, critical,
		"true when we could not do our work without it"),
	F_DURATION("rto", struct exit_function, rto, "how long we can do without it at most"),
	F_DURATION("rpo", struct exit_function, rpo,
		"how much recent work we can lose at most, as time"),
	F_TEXT("note", struct exit_function, note, "anything else worth knowing about it"),
};
static const struct record function_record = RECORD("function", struct exit_function,
	function_fields, "id", "something that the partner does for us");

static const struct field alternative_fields[] = {
	F_TEXT("name", struct exit_alternative, name, "who or what would take over"),
	F_WORD("kind", struct exit_alternative, kind, alternative_kind_words,
		"how the work would go on; none says that nobody was found"),
	F_WORD("substitutability", struct exit_alternative, substitutability,
		substitutability_words, "how hard the change would be"),
	F_TEXT("why", struct exit_alternative, why, "why it is that hard, or was not chosen"),
	F_DURATION(
		"lead", struct exit_alternative, lead, "how long until it is contracted and ready"),
	F_DATE("tested", struct exit_alternative, tested,
		"day on which somebody last tried it out"),
	F_MONEY("cost", struct exit_alternative, cost, "what the change would cost once"),
	F_MONEY("running", struct exit_alternative, running, "what it would cost each month"),
	F_TEXT("note", struct exit_alternative, note, "anything else worth knowing about it"),
};
static const struct record alternative_record = RECORD("alternative", struct exit_alternative,
	alternative_fields, NULL, "somebody who could take over");

static const struct field data_fields[] = {
	F_ID("id", struct exit_data, id, "short name of the data"),
	F_TEXT("title", struct exit_data, title, "what the data is"),
	F_TEXT("format", struct exit_data, format, "format in which we get it back"),
	F_TEXT("location", struct exit_data, location, "where the partner keeps it"),
	F_ID("owner", struct exit_data, owner, "id of our person who answers for it"),
	F_NUMBER("volume_gb", struct exit_data, volume_gb, 0, NO_LIMIT,
		"how much it is, in gigabytes"),
	F_FLAG("legal_hold", struct exit_data, legal_hold,
		"true when the law forbids to delete it for now"),
	F_DATE("verified", struct exit_data, verified,
		"day on which an export was last found complete and readable"),
	F_DATE("deleted", struct exit_data, deleted, "day on which the partner deleted it"),
	F_TEXT("certificate", struct exit_data, certificate, "what proves the deletion"),
	F_TEXT("note", struct exit_data, note, "anything else worth knowing about the data"),
};
static const struct record data_record =
	RECORD("data", struct exit_data, data_fields, "id", "data of ours that the partner holds");

static const struct field access_fields[] = {
	F_ID("id", struct exit_access, id, "short name of the access"),
	F_WORD("holder", struct exit_access, holder, side_words,
		"who holds it: the partner into our house, or us into theirs"),
	F_WORD("kind", struct exit_access, kind, access_kind_words, "what sort of access it is"),
	F_ID("owner", struct exit_access, owner, "id of the person who will end it"),
	F_TEXT("note", struct exit_access, note, "anything else worth knowing about the access"),
};
static const struct record access_record =
	RECORD("access", struct exit_access, access_fields, "id", "a way in that must be closed");

static const struct field customer_fields[] = {
	F_ID("id", struct exit_customer, id, "short name of the customer"),
	F_TEXT("name", struct exit_customer, name, "name of the customer as people write it"),
	F_DATE("renewal", struct exit_customer, renewal,
		"day on which the customer's own contract renews"),
	F_DATE("moved", struct exit_customer, moved, "day on which the customer was moved"),
	F_TEXT("note", struct exit_customer, note,
		"anything else worth knowing about the customer"),
};
static const struct record customer_record = RECORD("customer", struct exit_customer,
	customer_fields, "id", "a customer who must not notice more than needed");

static const struct field knowledge_fields[] = {
	F_TEXT("topic", struct exit_knowledge, topic, "what somebody knows how to do"),
	F_ID("holder", struct exit_knowledge, holder, "id of the person who knows it"),
	F_ID("successor", struct exit_knowledge, successor, "id of the person who will learn it"),
	F_TEXT("note", struct exit_knowledge, note, "anything else worth knowing about it"),
};
static const struct record knowledge_record = RECORD("knowledge", struct exit_knowledge,
	knowledge_fields, NULL, "something that people know and must hand over");

static const struct field staff_fields[] = {
	F_WHOLE("count", struct exit_staff, count, 0, NO_LIMIT,
		"how many people of the partner work for us"),
	F_DATE("last_day", struct exit_staff, last_day, "last day on which they do"),
	F_MONEY("transfer_fee", struct exit_staff, transfer_fee,
		"what we owe for each person whom we take over"),
	F_TEXT("note", struct exit_staff, note, "anything else worth knowing about them"),
};
static const struct record staff_record = RECORD(
	"staff", struct exit_staff, staff_fields, NULL, "the partner's people who work for us");

static const struct field egress_fields[] = {
	F_NUMBER("free_gb", struct exit_egress, free_gb, 0, NO_LIMIT,
		"gigabytes that may leave at no charge"),
	F_PRICE("rate", struct exit_egress, rate,
		"price of each further gigabyte, such as 0.085 USD"),
	F_DATE("requested", struct exit_egress, requested,
		"day on which we asked for the charge to be waived"),
	F_TEXT("note", struct exit_egress, note, "anything else worth knowing about it"),
};
static const struct record egress_record = RECORD(
	"egress", struct exit_egress, egress_fields, NULL, "what it costs to take our data away");

static const struct field task_fields[] = {
	F_ID("id", struct exit_task, id,
		"short name of the task; the id of a template task changes that task"),
	F_TEXT("title", struct exit_task, title, "what is to be done"),
	F_IDS("after", struct exit_task, after, "ids of the tasks that must be finished before"),
	F_DURATION("takes", struct exit_task, takes, "how long it takes"),
	F_ID("owner", struct exit_task, owner, "id of the person who does it"),
	F_DATE("done", struct exit_task, done, "day on which it was finished"),
	F_DATE("fixed", struct exit_task, fixed, "day before which it cannot start"),
	F_TEXT("note", struct exit_task, note, "anything else worth knowing about the task"),
};
static const struct record task_record =
	RECORD("task", struct exit_task, task_fields, "id", "a step of leaving");

static const struct field reentry_fields[] = {
	F_TEXTS("conditions", struct exit_reentry, conditions,
		"what would have to be true for us to come back"),
	F_DURATION("review", struct exit_reentry, review,
		"how long after the end we look at it again"),
	F_TEXT("note", struct exit_reentry, note, "anything else worth knowing about coming back"),
};
static const struct record reentry_record = RECORD(
	"reentry", struct exit_reentry, reentry_fields, NULL, "on what terms we would come back");

static const struct field exit_fields[] = {
	F_WORD("reason", struct exit_record, reason, exit_reason_words,
		"why we leave; write it only once leaving is decided"),
	F_RECORDS("triggers", struct exit_record, triggers, struct exit_trigger, &trigger_record,
		"what would make us leave"),
	F_RECORDS("functions", struct exit_record, functions, struct exit_function,
		&function_record, "what the partner does for us"),
	F_RECORDS("alternatives", struct exit_record, alternatives, struct exit_alternative,
		&alternative_record, "who could take over, the best one first"),
	F_RECORDS("data", struct exit_record, data, struct exit_data, &data_record,
		"data of ours that the partner holds"),
	F_RECORDS("access", struct exit_record, access, struct exit_access, &access_record,
		"ways into our systems and theirs that must be closed"),
	F_RECORDS("customers", struct exit_record, customers, struct exit_customer,
		&customer_record, "customers whom the change touches"),
	F_RECORDS("knowledge", struct exit_record, knowledge, struct exit_knowledge,
		&knowledge_record, "what must be handed over from person to person"),
	F_RECORD("staff", struct exit_record, staff, struct exit_staff, &staff_record,
		"the partner's people who work for us"),
	F_MONEY("monthly_overlap", struct exit_record, monthly_overlap,
		"what a month with both the old and the new costs on top"),
	F_RECORD("egress", struct exit_record, egress, struct exit_egress, &egress_record,
		"what it costs to take our data away"),
	F_MONEY("decommission", struct exit_record, decommission,
		"what it costs to clear away what is left"),
	F_RECORDS("tasks", struct exit_record, tasks, struct exit_task, &task_record,
		"tasks of our own, and changes to those of the template"),
	F_IDS("drop", struct exit_record, drop, "ids of template tasks that do not apply"),
	F_RECORD("reentry", struct exit_record, reentry, struct exit_reentry, &reentry_record,
		"on what terms we would come back"),
	F_DATE("approved", struct exit_record, approved, "day on which this plan was approved"),
	F_DATE("tested", struct exit_record, tested, "day on which this plan was last rehearsed"),
	F_DATES("holidays", struct exit_record, holidays,
		"days on which nothing is done, besides Saturdays and Sundays"),
	F_TEXT("note", struct exit_record, note, "anything else worth knowing about leaving"),
};
const struct record exit_record_record = RECORD(
	"exit", struct exit_record, exit_fields, NULL, "what is known about leaving the partner");
