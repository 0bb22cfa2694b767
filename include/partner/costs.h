/**
 * Paper of a partnership: costs, invoices, documents, and whom the partner relies on.
 */
#ifndef PARTNER_COSTS_H
#define PARTNER_COSTS_H

#include "partner/schema.h"

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

#endif
