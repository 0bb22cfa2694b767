#include "walk.h"

#include <assert.h>
#include <string.h>

bool is_result(const struct record *record)
{
	return record->n && record->fields[0].kind >= RESULT_STRING;
}

/* The least name above that of `previous`: tables are short, and this is not for hot paths. */
static const struct field *least_above(const struct record *record, const struct field *previous)
{
	const struct field *least = NULL;
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		if (previous && strcmp(field->name, previous->name) <= 0)
			continue;
		if (!least || strcmp(field->name, least->name) < 0)
			least = field;
	}
	return least;
}

const struct field *row_after(const struct record *record, const struct field *previous)
{
	if (!is_result(record))
		return least_above(record, previous);
	const struct field *next = previous ? previous + 1 : record->fields;
	return next < record->fields + record->n ? next : NULL;
}

static bool contains(const struct records *records, const struct record *record)
{
	for (size_t i = 0; i < records->n; i++) {
		if (records->items[i] == record)
			return true;
	}
	return false;
}

void records_below(const struct record *record, struct records *found)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct record *below = record->fields[i].record;
		if (!below || contains(found, below))
			continue;
		assert(found->n < RECORDS_MOST);
		found->items[found->n++] = below;
		records_below(below, found);
	}
}
