/* The partner file itself, its people, its plan, and what is asked about a partner. */
#include "partner/partner.h"

#include "tables.h"

const char *const partner_kind_words[] = {
	[KIND_VENDOR] = "vendor",
	[KIND_SERVICES] = "services",
	[KIND_CHANNEL] = "channel",
	[KIND_TECHNOLOGY] = "technology",
	[KIND_SELF] = "self",
	[PARTNER_KINDS] = NULL,
};

const char *const tier_words[] = {
	[TIER_STRATEGIC] = "strategic",
	[TIER_PREFERRED] = "preferred",
	[TIER_APPROVED] = "approved",
	[TIER_TRIAL] = "trial",
	[TIERS] = NULL,
};

const char *const criticality_words[] = {
	[CRITICALITY_CRITICAL] = "critical",
	[CRITICALITY_IMPORTANT] = "important",
	[CRITICALITY_ROUTINE] = "routine",
	NULL,
};

const char *const side_words[] = {[SIDE_US] = "us", [SIDE_PARTNER] = "partner", NULL};

const char *const role_words[] = {
	[ROLE_EXECUTIVE] = "executive",
	[ROLE_PROCUREMENT] = "procurement",
	[ROLE_OPERATIONS] = "operations",
	[ROLE_ENGINEERING] = "engineering",
	[ROLE_SALES] = "sales",
	[ROLE_MARKETING] = "marketing",
	[ROLE_SUPPORT] = "support",
	[ROLE_CUSTOMER_SUCCESS] = "customer-success",
	[ROLE_FINANCE] = "finance",
	[ROLE_LEGAL] = "legal",
	NULL,
};

static const struct field person_fields[] = {
	F_ID("id", struct person, id, "short name of the person, used wherever a person is named"),
	F_TEXT("name", struct person, name, "full name as people write it"),
	F_WORD("side", struct person, side, side_words,
		"whom the person works for; us when it is not said"),
	F_WORD("role", struct person, role, role_words, "what the person does for the partnership"),
	F_TEXT("email", struct person, email, "address to write to"),
	F_TEXT("phone", struct person, phone, "number to call, best with the country code"),
	F_WHOLE("escalation", struct person, escalation, 1, NO_LIMIT,
		"place in the order of escalation, 1 is called first"),
	F_FLAG("sponsor", struct person, sponsor,
		"true for whoever answers for the partnership at the top"),
	F_TEXT("interest", struct person, interest,
		"an interest in the outcome that the person has declared, in a few words"),
	F_DATE("left", struct person, left, "first day on which the person was no longer there"),
	F_TEXT("note", struct person, note, "anything else worth knowing about the person"),
};
const struct record person_record = RECORD(
	"person", struct person, person_fields, "id", "somebody on our side or on the partner's");

static const struct field plan_fields[] = {
	F_DATE("agreed", struct plan, agreed, "day on which both sides agreed to the plan"),
	F_DURATION("review_every", struct plan, review_every,
		"how often the plan is to be reviewed; 12mo when it is not said"),
	F_DATES("reviewed", struct plan, reviewed, "days on which the plan was reviewed together"),
	F_TEXT("link", struct plan, link, "where the plan can be read"),
	F_TEXT("note", struct plan, note, "anything else worth knowing about the plan"),
};
static const struct record plan_record =
	RECORD("plan", struct plan, plan_fields, NULL, "the plan that both sides agreed to");

static const struct field people_fields[] = {
	F_RECORDS("people", struct people_file, people, struct person, &person_record,
		"our own people, once for all partner files"),
	F_TEXT("note", struct people_file, note, "anything worth knowing about this list"),
};
const struct record people_record = RECORD("people", struct people_file, people_fields, NULL,
	"our own people, once for all partner files");

static const struct field partner_fields[] = {
	F_PARTNER_ID_REQUIRED("partner", struct partner, id,
		"short name of the partner, the same as the file's name without .yaml"),
	F_TEXT_REQUIRED("name", struct partner, name, "name of the partner as people write it"),
	F_WORD_REQUIRED("kind", struct partner, kind, partner_kind_words,
		"what the partner is to us; self is our own organisation"),
	F_WORD("tier", struct partner, tier, tier_words,
		"how much the partnership means to us; approved when it is not said"),
	F_WORD("criticality", struct partner, criticality, criticality_words,
		"how much would stop if the partner failed tomorrow"),
	F_DATE("since", struct partner, since, "day on which the partnership began"),
	F_DATE("ended", struct partner, ended,
		"day on which the partnership ended; write it only when it has"),
	F_TEXT("problem", struct partner, problem, "the problem that this partnership solves"),
	F_ID("owner", struct partner, owner, "id of our person who answers for the partnership"),
	F_TEXTS("tags", struct partner, tags, "words of your own to find the partner by"),
	F_DURATION("cadence", struct partner, cadence, "how often we want to be in touch"),
	F_RECORDS("people", struct partner, people, struct person, &person_record,
		"the people on both sides"),
	F_RECORD("plan", struct partner, plan, struct plan, &plan_record,
		"the plan that both sides agreed to"),
	F_RECORD("contract", struct partner, contract, struct contract, &contract_record,
		"the terms that both sides signed"),
	F_RECORDS("goals", struct partner, goals, struct goal, &goal_record,
		"what the partnership is to achieve, measured by numbers"),
	F_RECORDS("milestones", struct partner, milestones, struct milestone, &milestone_record,
		"what either side promised to deliver by a day"),
	F_RECORDS("incidents", struct partner, incidents, struct incident, &incident_record,
		"what went wrong, and how either side behaved when it did"),
	F_RECORDS("touchpoints", struct partner, touchpoints, struct touchpoint, &touchpoint_record,
		"each time the two sides were in touch"),
	F_RECORDS("exchanges", struct partner, exchanges, struct exchange, &exchange_record,
		"what one side gave the other: leads, referrals, training"),
	F_RECORDS("costs", struct partner, costs, struct cost, &cost_record,
		"what the partnership costs, forecast and actual"),
	F_RECORDS("feedback", struct partner, feedback, struct feedback, &feedback_record,
		"what one side told the other, and when it was answered"),
	F_RECORDS("conversations", struct partner, conversations, struct conversation,
		&conversation_record, "open talks about the relationship itself"),
	F_RECORDS("ratings", struct partner, ratings, struct rating, &rating_record,
		"what people judged, criterion by criterion"),
	F_RECORDS("metrics", struct partner, metrics, struct metric, &metric_record,
		"figures of your own, scored by a policy measure metric:ID"),
	F_RECORDS("disputes", struct partner, disputes, struct dispute, &dispute_record,
		"records that a side holds to be wrong"),
	F_RECORDS("exceptions", struct partner, exceptions, struct exception, &exception_record,
		"findings to keep quiet about until a day"),
	F_RECORDS("documents", struct partner, documents, struct document, &document_record,
		"attestations, insurances, agreements and when they expire"),
	F_RECORDS("invoices", struct partner, invoices, struct invoice, &invoice_record,
		"what the partner billed us, and when we paid"),
	F_RECORDS("relies_on", struct partner, relies_on, struct reliance, &reliance_record,
		"whom the partner in turn depends on to serve us"),
	F_RECORD("exit", struct partner, exit, struct exit_record, &exit_record_record,
		"what is known about leaving; see partner-exit-plan(1)"),
	F_TEXT("note", struct partner, note, "anything else worth knowing about the partner"),
};
const struct record partner_record =
	RECORD("partner", struct partner, partner_fields, NULL, "one partnership");

enum tier partner_tier(const struct partner *partner)
{
	return (enum tier)WORD_OR(partner->tier, TIER_APPROVED);
}

bool partner_is_self(const struct partner *partner)
{
	return HAS(partner->kind) && partner->kind.value == KIND_SELF;
}
