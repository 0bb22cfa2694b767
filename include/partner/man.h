/**
 * The reference of a record's table as mdoc(7), for manual pages.
 */
#ifndef PARTNER_MAN_H
#define PARTNER_MAN_H

#include "partner/buffer.h"
#include "partner/schema.h"

/**
 * Appends one subsection (.Ss) for `record` and one for each record below it, after the one
 * that names it: every field with its kind, bounds, choices, whether it is required or the
 * key of its list, and what it means. To be placed within a section (.Sh). Lines are
 * ASCII, and as short as mdoc wants them: below 80 bytes.
 */
void man_put_fields(struct buffer *buffer, const struct record *record);

/**
 * Appends `text`, which must not be empty, as lines of running text: sentences, the first
 * letter in upper case, a full stop at the end unless there is one, and nothing in it taken
 * for a request or an escape.
 */
void man_put_sentence(struct buffer *buffer, const char *text);

/** Appends a blank and a word as an argument of a macro, nothing in it taken for a macro. */
void man_put_argument(struct buffer *buffer, const char *word);

#endif
