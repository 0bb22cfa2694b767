/**
 * JSON: a writer of tokens straight into a text buffer, and a reader of the lines that the
 * commands wrote.
 *
 * The writer keeps no tree and allocates nothing but the buffer's room. What it prints is
 * RFC 8259 whatever it is given, and harmless on a terminal.
 */
#ifndef PARTNER_JSON_H
#define PARTNER_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/buffer.h"

/** What the writer wrote last: it decides what has to stand before the next token. */
enum json_place {
	JSON_AT_START, /**< nothing, or a whole document */
	JSON_AFTER_OPENING,
	JSON_AFTER_KEY,
	JSON_AFTER_VALUE,
};

/** Ready when all zeros but for `out` and, if wanted, `indent`. */
struct json_writer {
	struct buffer *out;
	unsigned indent; /**< columns a level; 0: all on one line, without blanks */
	unsigned depth;
	enum json_place place;
};

void json_begin_object(struct json_writer *json);
void json_end_object(struct json_writer *json);
void json_begin_array(struct json_writer *json);
void json_end_array(struct json_writer *json);

/** In an object each value follows its key. */
void json_put_key(struct json_writer *json, const char *key);

/** A key that is known to need no escaping, such as a name of a table. */
void json_put_name(struct json_writer *json, const char *name);

/** The same for `length` bytes; and a string of that sort. */
void json_put_label(struct json_writer *json, const char *name, size_t length);
void json_put_word(struct json_writer *json, const char *word, size_t length);

/**
 * A string. Quotes, backslashes, C0 and C1 controls, DEL, line and paragraph separators,
 * bidirectional embeddings, overrides and isolates are escaped; other UTF-8 stays as it is;
 * each byte that is not UTF-8 becomes U+FFFD. NULL is printed as null.
 */
void json_put_string(struct json_writer *json, const char *string);

/** The same for `length` bytes, of which none may be missing. */
void json_put_text(struct json_writer *json, const char *text, size_t length);

/**
 * A string in pieces: between these two the caller appends to the buffer itself, and only
 * what needs no escaping.
 */
void json_begin_text(struct json_writer *json);
void json_end_text(struct json_writer *json);

void json_put_whole(struct json_writer *json, int64_t value);

/**
 * A real number rounded as buffer_put_fixed does, to `decimals` (0 to 9) places, of which
 * zeros at the end are left out but for one: 66.0, 0.2, 0.8333. Never -0.0. NaN and the
 * infinities are printed as null.
 */
void json_put_real(struct json_writer *json, double value, int decimals);

/** A number as exact as it is, without a point when it is whole: 66, 0.0039. NaN is null. */
void json_put_number(struct json_writer *json, double value);

void json_put_truth(struct json_writer *json, bool value);
void json_put_null(struct json_writer *json);

/** What a line of JSON turned out to be. */
enum json_outcome {
	JSON_LINE_READ,
	JSON_LINE_MALFORMED, /**< not JSON, or a key twice in an object */
	JSON_LINE_FOREIGN,   /**< JSON, but no record of ours */
};

/** Where a record came from: enough to choose partners by it and to read their files
 * again, or to know a finding again. */
struct json_source {
	const char *type;     /**< scorecard */
	const char *schema;   /**< partner.scorecard/1; NULL when there is none, here and below */
	const char *partner;  /**< its id */
	const char *kind;     /**< of partner: vendor */
	const char *side;     /**< whose: `partner`, `us` */
	const char *path;     /**< the file it was made from */
	const char *revision; /**< the git revision of that file */
	const char *fingerprint; /**< of a finding: what it is recognised by */
	uint32_t line;           /**< where the partner's document begins in it, 0 when unknown */
	unsigned column; /**< of the fault in a malformed line, in code points from 1; else 0 */
};

/**
 * Reads type, partner, its kind, side, source and fingerprint of a JSON line, with or without
 * its newline. Strings are copied into the arena; other keys are passed over. When the line
 * cannot be used, `*fault` says why (a static string), and only the column is set.
 */
enum json_outcome json_line_source(struct arena *arena, const char *line, size_t length,
	struct json_source *out, const char **fault);

#endif
