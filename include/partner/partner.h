/**
 * The partner file (format partner/1): what one YAML document says about one partnership.
 * Every member is optional but `partner`, `name` and `kind`; see partner(5), which is made
 * from the tables behind these structs, for what each one means.
 */
#ifndef PARTNER_PARTNER_H
#define PARTNER_PARTNER_H

#include "partner/contract.h"
#include "partner/costs.h"
#include "partner/events.h"
#include "partner/exit_record.h"
#include "partner/goals.h"
#include "partner/panel.h"
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
extern const char *const outcome_words[];
extern const char *const exchange_kind_words[];

/** The tier, approved when the file does not say. */
enum tier partner_tier(const struct partner *partner);

/** Our own organisation, scored like any partner. */
bool partner_is_self(const struct partner *partner);

/**
 * Completes `partner`'s people with those of `shared`: a person named in both keeps the
 * fields of the partner file and takes the rest from the shared one; the others follow in
 * order. Afterwards partner->people is the whole list.
 */
void partner_merge_people(
	struct arena *arena, struct partner *partner, const struct people_file *shared);

#endif
