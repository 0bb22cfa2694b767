/*
 * Walking tables: their rows in order of name, and the records that a record is made of.
 * Private to lib/schema.
 */
#ifndef SCHEMA_WALK_H
#define SCHEMA_WALK_H

#include "partner/schema.h"

/* More records than one table reaches. */
#define RECORDS_MOST 128

/* Records, each once. */
struct records {
	const struct record *items[RECORDS_MOST];
	size_t n;
};

/* Whether the table is one of results: its rows are then sorted, and none is required. */
bool is_result(const struct record *record);

/* The row whose name follows that of `previous` (NULL: the first one); NULL at the end. */
const struct field *row_after(const struct record *record, const struct field *previous);

/* Appends the records that the rows of `record` name, and theirs, each after who names it. */
void records_below(const struct record *record, struct records *found);

#endif
