/*
 * What is another in two records that were matched. Private to lib/model.
 */
#ifndef MODEL_MATCH_FIELDS_H
#define MODEL_MATCH_FIELDS_H

#include "partner/match.h"

/* Differences so far; ready when all but the arena is zeros. */
struct differences {
	struct arena *arena;
	struct field_change *items;
	size_t n, capacity;
};

/* Adds how one field of two objects differs, if it does. */
void differences_add(struct differences *differences, const struct field *field, const void *from,
	const void *to);

/* All fields in which two records differ. */
struct array differences_of(
	struct arena *arena, const struct record *record, const void *from, const void *to);

/* Whether a field of two objects says the same; what is faulty never does. */
bool same_field(const struct field *field, const void *from, const void *to);

#endif
