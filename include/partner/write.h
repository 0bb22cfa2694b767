/**
 * Printing any record as JSON, by walking the rows of its table.
 *
 * Keys are sorted and all of them are there. Results print as outputs are described in
 * partner-score(1) and its sisters. Fields read from YAML print their value, null unless they
 * are sound: words, dates, times, durations, money and prices as they are written, shares as
 * fractions, weights as they were written (20% as a string), lists as arrays, the scores of a
 * rating as an object, a scale as an array of pairs.
 */
#ifndef PARTNER_WRITE_H
#define PARTNER_WRITE_H

#include "partner/buffer.h"
#include "partner/json.h"
#include "partner/schema.h"

/** Appends `object`, a struct of the record's table, as one line without its end. */
void write_json_record(struct buffer *buffer, const struct record *record, const void *object);

/** The same and a newline. */
void write_json_line(struct buffer *buffer, const struct record *record, const void *object);

/** An object within other JSON. */
void write_json_object(struct json_writer *json, const struct record *record, const void *object);

/** The value of one member of `object`, without its key. */
void write_json_member(struct json_writer *json, const struct field *field, const void *object);

#endif
