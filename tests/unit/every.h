/*
 * A record with a value of every kind that a result can hold, known to nobody but the tests.
 */
#ifndef UNIT_EVERY_H
#define UNIT_EVERY_H

#include "partner/schema.h"

/* One of each kind, and itself again. */
struct every {
	int choice, later; /* of red, green, blue; `later` of the last two */
	int64_t count;
	struct array counts;
	int32_t date;
	struct money money;
	const struct every *object;
	struct array objects;
	double real;
	struct array reals;
	struct array shares;
	const char *string;
	struct array strings;
	bool truth;
	const char *word;
	int hidden; /* not printed */
};

extern const struct record every_record;

#endif
