/**
 * The partner file (format partner/1): what one YAML document says about one partnership.
 * Every member is optional but `partner`, `name` and `kind`; see partner(5), which is made
 * from the tables behind these structs, for what each one means.
 */
#ifndef PARTNER_PARTNER_H
#define PARTNER_PARTNER_H

#include "partner/exit_record.h"
#include "partner/schema.h"

enum partner_kind {
	KIND_VENDOR,
	KIND_SERVICES,
	KIND_CHANNEL,
	KIND_TECHNOLOGY,
	KIND_SELF,
	PARTNER_KINDS
};
enum tier { TIER_STRATEGIC, TIER_PREFERRED, TIER_APPROVED, TIER_TRIAL, TIERS };
enum criticality { CRITICALITY_CRITICAL, CRITICALITY_IMPORTANT, CRITICALITY_ROUTINE };

/** Also the values of `of`, `by`, `initiated_by`, `asked_by`. */
enum side { SIDE_US, SIDE_PARTNER };

enum role {
	ROLE_EXECUTIVE,
	ROLE_PROCUREMENT,
	ROLE_OPERATIONS,
	ROLE_ENGINEERING,
	ROLE_SALES,
	ROLE_MARKETING,
	ROLE_SUPPORT,
	ROLE_CUSTOMER_SUCCESS,
	ROLE_FINANCE,
	ROLE_LEGAL
};

struct person {
	struct head head;
	struct text_field id;
	struct text_field name;
	struct word_field side; /* enum side; absent: us */
	struct word_field role;
	struct text_field email;
	struct text_field phone;
	struct whole_field escalation;
	struct flag_field sponsor;
	struct text_field interest;
	struct date_field left;
	struct text_field note;
};

struct plan {
	struct head head;
	struct date_field agreed;
	struct duration_field review_every;
	LIST_OF(struct date_field) reviewed;
	struct text_field link;
	struct text_field note;
};

enum renewal { RENEWAL_AUTO, RENEWAL_MANUAL, RENEWAL_EVERGREEN };
enum value_per { VALUE_PER_MONTH, VALUE_PER_QUARTER, VALUE_PER_YEAR, VALUE_PER_TERM };

struct notice {
	struct head head;
	struct duration_field period;
	struct duration_field opens;
	struct text_field method;
	struct duration_field delivery;
	struct text_field address;
	struct date_field given;
	struct text_field note;
};

struct prepaid {
	struct head head;
	struct date_field from;
	struct date_field to;
	struct money_field amount;
	struct text_field note;
};

struct fee_step {
	struct head head;
	struct date_field until;
	struct money_field amount;
	struct text_field note;
};

struct termination {
	struct head head;
	struct flag_field convenience;
	struct number_field refund;
	struct number_field refund_for_cause;
	struct money_field fee;
	struct number_field fee_share;
	LIST_OF(struct fee_step) fee_table;
	struct text_field note;
};

struct transition {
	struct head head;
	struct duration_field period;
	struct whole_field included_days;
	struct money_field day_rate;
	struct text_field note;
};

struct service_level {
	struct head head;
	struct whole_field severity;
	struct duration_field acknowledge;
	struct duration_field resolve;
	struct text_field note;
};

struct credits {
	struct head head;
	struct number_field rate;
	struct number_field cap;
	struct text_field note;
};

struct contract {
	struct head head;
	struct date_field start;
	struct date_field end;
	struct word_field renewal;
	struct duration_field renewal_term;
	LIST_OF(struct date_field) earlier_ends;
	struct notice notice;
	struct money_field value;
	struct word_field per; /* enum value_per; absent: year */
	LIST_OF(struct prepaid) prepaid;
	struct money_field commitment;
	struct money_field spent;
	struct termination termination;
	struct transition transition;
	struct duration_field retrieval;
	LIST_OF(struct service_level) service_levels;
	struct credits credits;
	LIST_OF(struct text_field) signed_by;
	struct text_field link;
	struct text_field note;
};

enum goal_kind {
	GOAL_OUTCOME,
	GOAL_REVENUE,
	GOAL_LEADS,
	GOAL_ADOPTION,
	GOAL_QUALITY,
	GOAL_TRAINING,
	GOAL_MARKETING,
	GOAL_SALES
};
enum goal_for { FOR_US, FOR_PARTNER, FOR_BOTH };
enum pace { PACE_LINEAR, PACE_AT_END };

struct observation {
	struct head head;
	struct date_field date;
	struct number_field value;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

struct goal {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct word_field kind;
	struct word_field for_whom; /* enum goal_for; absent: both */
	struct date_field shared;
	struct flag_field stretch;
	struct word_field pace;
	struct date_field start;
	struct date_field due;
	struct number_field baseline;
	struct number_field target;
	struct text_field unit;
	struct number_field weight;
	LIST_OF(struct date_field) reviewed;
	LIST_OF(struct observation) observations;
	struct text_field note;
};

enum milestone_kind { MILESTONE_DELIVERY, MILESTONE_ROADMAP };

struct move {
	struct head head;
	struct date_field on;
	struct date_field to;
	struct word_field asked_by; /* enum side; absent: the milestone's own side */
	struct text_field note;
};

struct milestone {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct word_field by; /* enum side; absent: partner (kind self: us) */
	struct word_field kind;
	struct date_field promised;
	struct date_field due;
	LIST_OF(struct move) moved;
	struct date_field delivered;
	struct date_field cancelled;
	struct money_field penalty;
	struct money_field reward;
	struct date_field claimed;
	struct date_field settled;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

enum cause { CAUSE_PARTNER, CAUSE_US, CAUSE_BOTH, CAUSE_THIRD_PARTY, CAUSE_UNKNOWN };
enum ownership { OWNERSHIP_OWNED, OWNERSHIP_PARTLY, OWNERSHIP_DEFLECTED };
enum effort { EFFORT_SURGED, EFFORT_NORMAL, EFFORT_MINIMAL };
enum availability { AVAILABILITY_IMMEDIATE, AVAILABILITY_PROMPT, AVAILABILITY_DECLINED };

struct incident {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct whole_field severity; /* 1 worst to 4; absent: 3 */
	struct word_field cause;     /* absent: unknown */
	struct time_field opened;
	struct time_field acknowledged;
	struct time_field resolved;
	struct word_field ownership;
	struct word_field effort;
	struct word_field availability;
	struct date_field debriefed;
	struct money_field credit;
	struct date_field claimed;
	struct date_field settled;
	struct whole_field customers;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

enum touchpoint_kind {
	TOUCHPOINT_REVIEW,
	TOUCHPOINT_CALL,
	TOUCHPOINT_VISIT,
	TOUCHPOINT_EMAIL,
	TOUCHPOINT_ESCALATION,
	TOUCHPOINT_NEGOTIATION,
	TOUCHPOINT_TRAINING,
	TOUCHPOINT_SOCIAL
};

struct touchpoint {
	struct head head;
	struct date_field date;
	struct word_field kind;
	struct word_field initiated_by;
	LIST_OF(struct text_field) people;
	LIST_OF(struct text_field) goals;
	struct text_field note;
};

enum direction { DIRECTION_GIVEN, DIRECTION_RECEIVED };

struct exchange {
	struct head head;
	struct date_field date;
	struct word_field direction;
	struct word_field kind;
	struct number_field count;
	struct money_field value;
	struct text_field note;
};

enum cost_kind {
	COST_SUBSCRIPTION,
	COST_SERVICES,
	COST_STAFF,
	COST_INTEGRATION,
	COST_MIGRATION,
	COST_EXIT,
	COST_OTHER
};
enum cost_per { COST_ONCE, COST_PER_MONTH, COST_PER_QUARTER, COST_PER_YEAR };

struct cost {
	struct head head;
	struct word_field kind;
	struct date_field from;
	struct date_field to;
	struct money_field forecast;
	struct money_field actual;
	struct word_field per; /* enum cost_per; absent: once */
	struct text_field note;
};

struct feedback {
	struct head head;
	struct date_field date;
	struct word_field from; /* enum side */
	struct word_field about;
	struct text_field text;
	struct date_field answered;
	struct text_field note;
};

enum conversation_kind { TALK_DEFINE_RELATIONSHIP, TALK_RECOVERY, TALK_EXIT, TALK_PRAISE };
enum outcome { OUTCOME_IMPROVING, OUTCOME_UNCHANGED, OUTCOME_WORSE };

struct conversation {
	struct head head;
	struct date_field date;
	struct word_field kind;
	LIST_OF(struct text_field) said;
	struct text_field agreed;
	struct date_field review;
	struct word_field outcome;
	struct text_field note;
};

struct rating {
	struct head head;
	struct date_field date;
	struct text_field by;
	struct word_field of; /* enum side; absent: partner (kind self: us) */
	LIST_OF(struct score_entry) scores;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

/** A KPI of the user's own; scored by a policy measure `metric:<id>`. */
struct metric {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct text_field unit;
	LIST_OF(struct observation) observations;
	struct text_field note;
};

struct dispute {
	struct head head;
	struct text_field record;
	struct word_field by; /* enum side */
	struct date_field on;
	struct text_field reason;
	struct date_field settled;
	struct flag_field upheld;
	struct text_field note;
};

struct exception {
	struct head head;
	struct text_field mute;
	struct text_field reason;
	struct text_field by;
	struct date_field until;
	struct text_field note;
};

enum document_kind {
	DOCUMENT_ATTESTATION,
	DOCUMENT_INSURANCE,
	DOCUMENT_NDA,
	DOCUMENT_DATA_PROCESSING,
	DOCUMENT_AUDIT,
	DOCUMENT_LICENCE,
	DOCUMENT_OTHER
};

struct document {
	struct head head;
	struct text_field id;
	struct word_field kind;
	struct text_field title;
	struct date_field issued;
	struct date_field expires;
	LIST_OF(struct date_field) reviewed;
	struct text_field by;
	struct text_field link;
	struct text_field note;
};

struct invoice {
	struct head head;
	struct text_field id;
	struct date_field date;
	struct date_field due;
	struct money_field amount;
	struct date_field paid;
	struct flag_field disputed;
	struct text_field note;
};

struct reliance {
	struct head head;
	struct text_field name;
	struct text_field for_what;
	struct text_field location;
	struct flag_field critical;
	struct date_field from;
	struct date_field to;
	struct text_field note;
};

struct partner {
	struct head head;
	struct text_field id; /* key `partner` */
	struct text_field name;
	struct word_field kind;
	struct word_field tier; /* absent: approved */
	struct word_field criticality;
	struct date_field since;
	struct date_field ended;
	struct text_field problem;
	struct text_field owner;
	LIST_OF(struct text_field) tags;
	struct duration_field cadence;
	LIST_OF(struct person) people;
	struct plan plan;
	struct contract contract;
	LIST_OF(struct goal) goals;
	LIST_OF(struct milestone) milestones;
	LIST_OF(struct incident) incidents;
	LIST_OF(struct touchpoint) touchpoints;
	LIST_OF(struct exchange) exchanges;
	LIST_OF(struct cost) costs;
	LIST_OF(struct feedback) feedback;
	LIST_OF(struct conversation) conversations;
	LIST_OF(struct rating) ratings;
	LIST_OF(struct metric) metrics;
	LIST_OF(struct dispute) disputes;
	LIST_OF(struct exception) exceptions;
	LIST_OF(struct document) documents;
	LIST_OF(struct invoice) invoices;
	LIST_OF(struct reliance) relies_on;
	struct exit_record exit;
	struct text_field note;
};

/** people.yaml (format people/1): our own people once, for all partners. */
struct people_file {
	struct head head;
	LIST_OF(struct person) people;
	struct text_field note;
};

extern const struct record partner_record;
extern const struct record people_record;

/* The records of a partner's lists, for naming one of them. */
extern const struct record person_record;
extern const struct record goal_record;
extern const struct record milestone_record;
extern const struct record incident_record;
extern const struct record touchpoint_record;
extern const struct record exchange_record;
extern const struct record cost_record;
extern const struct record feedback_record;
extern const struct record conversation_record;
extern const struct record rating_record;
extern const struct record metric_record;
extern const struct record dispute_record;
extern const struct record exception_record;
extern const struct record document_record;
extern const struct record invoice_record;
extern const struct record reliance_record;

/* Words, in the order of their enums, closed by NULL. */
extern const char *const partner_kind_words[];
extern const char *const tier_words[];
extern const char *const criticality_words[];
extern const char *const side_words[];
extern const char *const role_words[];
extern const char *const renewal_words[];
extern const char *const value_per_words[];
extern const char *const conversation_kind_words[];
extern const char *const exchange_kind_words[];

/** The tier, approved when the file does not say. */
enum tier partner_tier(const struct partner *partner);

/** Our own organisation, scored like any partner. */
bool partner_is_self(const struct partner *partner);

/** The person with this id among `partner`'s own, then among `shared` (may be NULL). */
const struct person *partner_person(const struct partner *partner,
	const struct people_file *shared, const char *id);

/**
 * Completes `partner`'s people with those of `shared`: a person named in both keeps the
 * fields of the partner file and takes the rest from the shared one; the others follow in
 * order. Afterwards partner->people is the whole list.
 */
void partner_merge_people(struct arena *arena, struct partner *partner,
	const struct people_file *shared);

#endif
