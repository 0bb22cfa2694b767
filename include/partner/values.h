/**
 * Values of fields, whatever table they are of: as bytes to compare, and as YAML to read.
 */
#ifndef PARTNER_VALUES_H
#define PARTNER_VALUES_H

#include <stdbool.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/schema.h"

/** A scalar as it is written; NULL unless it is sound, and a text, a word, a date or a whole. */
const char *scalar_text(
	struct arena *arena, const struct field *field, enum field_kind kind, const void *leaf);

/**
 * Appends all values of a record, but not their places: equal bytes, equal records. Records
 * in lists and points in maps have no order, and an empty list of records is as none. False,
 * and no use, when something in it is faulty or was refused.
 */
bool record_values(struct buffer *buffer, const struct record *record, const void *object);

/** The same for one field of `object`; nothing is appended for an absent one. */
bool field_values(struct buffer *buffer, const struct field *field, const void *object);

/**
 * Appends a sound value of `field` as YAML on one line: texts in quotes where they need them,
 * numbers with as few digits as give them back, shares in percent, lists in brackets.
 */
void value_put_yaml(struct buffer *buffer, const struct field *field, const void *value);

/** The same for a record with its sound fields: `{date: 2026-03-31, value: 4}`. */
void record_put_yaml(struct buffer *buffer, const struct record *record, const void *object);

#endif
