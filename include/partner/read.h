/**
 * Reading records back from the JSON that write.h made of them, by the same tables.
 */
#ifndef PARTNER_READ_H
#define PARTNER_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/schema.h"

/** Why a line is no such record. */
struct read_fault {
	const char *message; /**< lower case, no full stop; lives in the arena */
	unsigned column;     /**< from 1, in code points, when it is not JSON; else 0 */
};

/**
 * Fills in `object`, a zeroed struct of the record's size, from a line of JSON. Members that
 * are missing or null become NULL, NaN, DATE_NONE, CHOICE_NONE, currency 0 or an array without
 * items as their kind says, counts and truths 0, as do items of a list of strings that are null;
 * members that are not printed stay zero. Keys that the table does not know are passed over, so
 * that lines of later versions can be read.
 *
 * False with the fault, and some of `object` filled in, when the line is not JSON, a constant
 * (type, schema) is missing or another one, or a value is not of its kind. Strings live in the
 * arena.
 */
bool read_json_record(struct arena *arena, const struct record *record, const char *line,
	size_t length, void *object, struct read_fault *fault);

#endif
