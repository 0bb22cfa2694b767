/*
 * Places in a text, counted as an editor counts: "\r\n", "\n" and "\r" end a line, nothing
 * else does; columns are code points. Private to lib/format.
 */
#ifndef FORMAT_POSITION_H
#define FORMAT_POSITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/diag.h"

struct point {
	size_t byte;
	size_t index; /* code points before it */
	uint32_t line, column;
};

/* The first character. */
extern const struct point point_start;

/* The place of a byte; the text must be valid UTF-8 up to it. */
struct point point_at_byte(const char *text, size_t length, size_t byte);

/* Moves to the place of a code point, or the end; ahead it does so from where it is. */
void point_seek(struct point *point, const char *text, size_t length, size_t index);

/* The place of a code point, or the end. */
struct point point_at_index(const char *text, size_t length, size_t index);

struct span point_span(struct point point);

/* The text has a U+0085, U+2028 or U+2029, which YAML 1.1 counts as a line break. */
bool has_odd_breaks(const char *text, size_t length);

#endif
