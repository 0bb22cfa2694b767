/**
 * The `exit` record of a partner file: what is known about leaving. See partner-exit-plan.
 */
#ifndef PARTNER_EXIT_RECORD_H
#define PARTNER_EXIT_RECORD_H

#include "partner/schema.h"

enum exit_reason {
	EXIT_PERFORMANCE,
	EXIT_ALIGNMENT,
	EXIT_COST,
	EXIT_INSOLVENCY,
	EXIT_STRATEGY,
	EXIT_BREACH,
	EXIT_END_OF_LIFE,
	EXIT_REGULATION
};
extern const char *const exit_reason_words[]; /**< closed by NULL */

struct exit_trigger {
	struct head head;
	struct text_field when;
	struct text_field metric;
	struct number_field below;
	struct number_field above;
	struct text_field note;
};

struct exit_function {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct flag_field critical;
	struct duration_field rto;
	struct duration_field rpo;
	struct text_field note;
};

enum alternative_kind {
	ALTERNATIVE_REPLACEMENT,
	ALTERNATIVE_IN_HOUSE,
	ALTERNATIVE_REINTEGRATION,
	ALTERNATIVE_NONE
};
enum substitutability {
	SUBSTITUTE_EASY,
	SUBSTITUTE_DIFFICULT,
	SUBSTITUTE_HIGHLY_COMPLEX,
	SUBSTITUTE_IMPOSSIBLE,
	SUBSTITUTE_NONE /**< of a card's facts alone: nobody could take over */
};
/** Their words in a file; those of a card's facts begin with these. */
#define SUBSTITUTABILITY_WORDS                                            \
	[SUBSTITUTE_EASY] = "easy", [SUBSTITUTE_DIFFICULT] = "difficult", \
	[SUBSTITUTE_HIGHLY_COMPLEX] = "highly-complex", [SUBSTITUTE_IMPOSSIBLE] = "impossible"

struct exit_alternative {
	struct head head;
	struct text_field name;
	struct word_field kind;
	struct word_field substitutability;
	struct text_field why;
	struct duration_field lead;
	struct date_field tested;
	struct money_field cost;
	struct money_field running; /* per month */
	struct text_field note;
};

/** False of kind none, which says that there is no alternative. */
bool alternative_exists(const struct exit_alternative *alternative);

struct exit_data {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct text_field format;
	struct text_field location;
	struct text_field owner;
	struct number_field volume_gb;
	struct flag_field legal_hold;
	struct date_field verified;
	struct date_field deleted;
	struct text_field certificate;
	struct text_field note;
};

enum access_kind {
	ACCESS_CREDENTIAL,
	ACCESS_INTEGRATION,
	ACCESS_ACCOUNT,
	ACCESS_DEVICE,
	ACCESS_BADGE
};

struct exit_access {
	struct head head;
	struct text_field id;
	struct word_field holder; /* enum side */
	struct word_field kind;
	struct text_field owner;
	struct text_field note;
};

struct exit_customer {
	struct head head;
	struct text_field id;
	struct text_field name;
	struct date_field renewal;
	struct date_field moved;
	struct text_field note;
};

struct exit_knowledge {
	struct head head;
	struct text_field topic;
	struct text_field holder;
	struct text_field successor;
	struct text_field note;
};

struct exit_staff {
	struct head head;
	struct whole_field count;
	struct date_field last_day;
	struct money_field transfer_fee;
	struct text_field note;
};

struct exit_egress {
	struct head head;
	struct number_field free_gb;
	struct price_field rate;
	struct date_field requested;
	struct text_field note;
};

struct exit_task {
	struct head head;
	struct text_field id;
	struct text_field title;
	LIST_OF(struct text_field) after;
	struct duration_field takes;
	struct text_field owner;
	struct date_field done;
	struct date_field fixed;
	struct text_field note;
};

struct exit_reentry {
	struct head head;
	LIST_OF(struct text_field) conditions;
	struct duration_field review;
	struct text_field note;
};

struct exit_record {
	struct head head;
	struct word_field reason;
	LIST_OF(struct exit_trigger) triggers;
	LIST_OF(struct exit_function) functions;
	LIST_OF(struct exit_alternative) alternatives;
	LIST_OF(struct exit_data) data;
	LIST_OF(struct exit_access) access;
	LIST_OF(struct exit_customer) customers;
	LIST_OF(struct exit_knowledge) knowledge;
	struct exit_staff staff;
	struct money_field monthly_overlap;
	struct exit_egress egress;
	struct money_field decommission;
	LIST_OF(struct exit_task) tasks;
	LIST_OF(struct text_field) drop;
	struct exit_reentry reentry;
	struct date_field approved;
	struct date_field tested;
	LIST_OF(struct date_field) holidays;
	struct text_field note;
};

extern const struct record exit_record_record;

#endif
