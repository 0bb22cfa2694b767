/**
 * Judgement of a partnership: ratings, disputes of a record, exceptions from a finding.
 */
#ifndef PARTNER_PANEL_H
#define PARTNER_PANEL_H

#include "partner/schema.h"

struct rating {
	struct head head;
	struct date_field date;
	struct text_field by;
	struct word_field of; /* enum side; absent: partner (kind self: us) */
	LIST_OF(struct score_entry) scores;
	LIST_OF(struct text_field) evidence;
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

/** It says what it mutes, why, on whose word and until when; else it mutes nothing. */
bool exception_complete(const struct exception *exception);

#endif
