/**
 * Text for terminals and scripts: tables with aligned columns, and wrapped lines. Widths are
 * those of what is seen (partner/utf8.h), and whatever is printed is made harmless first.
 */
#ifndef PARTNER_TABLE_H
#define PARTNER_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"

struct table_column {
	const char *title; /**< NULL in all columns: no line of titles */
	bool right;        /**< aligned at its right end */
	size_t gap;        /**< blanks before it; of the first one: the table's indentation */
};

/** A table is ready when all zeros but for the arena and its columns. */
struct table {
	struct arena *arena;
	const struct table_column *columns;
	size_t n;           /**< columns */
	const char **cells; /**< row by row */
	size_t used;
	size_t capacity;
};

/**
 * Adds the next cell, row by row. NULL is printed as `-`, so that each column is one token.
 * The string must live until the table is printed.
 */
void table_add(struct table *table, const char *cell);

/** Appends the table; its last row must be whole. No line ends in blanks. */
void table_put(struct buffer *buffer, const struct table *table);

/** A blank at which lines are not broken, between what is to be read together. */
#define TEXT_GLUE "\037"

/**
 * Appends words, breaking lines at blanks so that none has more than `columns` columns but
 * where a single word is longer: that one is not cut. The line already has `at` columns, and
 * may be broken before the first word; further lines begin with `indent` blanks. Blanks at a
 * break are left out, others stay. No newline at the end. Returns how many columns the last
 * line has, to go on from there.
 */
size_t text_wrap(struct buffer *buffer, const char *text, size_t at, size_t indent, size_t columns);

/** Appends a line that was put together apart, broken where it is too long; frees it. */
void text_put_line(struct buffer *buffer, struct buffer *line, size_t indent, size_t columns);

/** Appends a cell of a row of bars: `level` 1 is the lowest, TEXT_BAR_MOST the highest, 0 none. */
#define TEXT_BAR_MOST 8
void text_put_bar(struct buffer *buffer, int level, bool ascii);

#endif
