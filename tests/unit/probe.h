/*
 * A record with every kind of field that a file can hold, known to nobody but the tests: rows
 * of a table are all that a new field needs.
 */
#ifndef UNIT_PROBE_H
#define UNIT_PROBE_H

#include "partner/schema.h"

struct inner {
	struct head head;
	struct text_field id;
	struct whole_field size;
};

/* One field of each kind that a file can hold. */
struct probe {
	struct head head;
	struct text_field text, partner_id, id;
	struct word_field word;
	struct whole_field whole;
	struct number_field number, atleast, share;
	struct weight_field weight;
	struct flag_field flag;
	struct date_field date;
	struct time_field time;
	struct duration_field duration;
	struct money_field money;
	struct price_field price;
	LIST_OF(struct text_field) texts;
	LIST_OF(struct text_field) ids;
	LIST_OF(struct word_field) words;
	LIST_OF(struct date_field) dates;
	LIST_OF(struct score_entry) scores;
	LIST_OF(struct scale_knot) scale;
	struct inner one;
	LIST_OF(struct inner) many;
};

extern const struct record probe_record;

#endif
