/**
 * The contract of a partner file: terms, notice, money, service levels.
 */
#ifndef PARTNER_CONTRACT_H
#define PARTNER_CONTRACT_H

#include "partner/schema.h"

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

extern const struct record contract_record;

/** What happens at the end; manual when the file does not say. */
enum renewal contract_renewal(const struct contract *contract);

#endif
