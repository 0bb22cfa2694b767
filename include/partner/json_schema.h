/**
 * JSON Schema (draft-07) of a record's table: for the files that people write, so that their
 * editors know the fields, and for what the commands print, so that others can rely on it.
 */
#ifndef PARTNER_JSON_SCHEMA_H
#define PARTNER_JSON_SCHEMA_H

#include "partner/buffer.h"
#include "partner/schema.h"

/**
 * Appends the schema of `record`, indented, keys sorted, with a newline at its end. `id` is
 * its $id. Records within records stand once each under `definitions`.
 *
 * For a table of fields it takes what decoding takes: other keys are faults; a text may be
 * any scalar, since a YAML reader makes numbers and flags of bare ones; numbers may be in
 * quotes; dates are texts; points of a rating come in halves. What a schema cannot say (days
 * that exist, currencies that do, references) is left to partner-check.
 *
 * For a table of results every key is required, and others may follow in later versions.
 */
void json_schema_put(
	struct buffer *buffer, const struct record *record, const char *id, const char *title);

#endif
