/**
 * Text for terminals and scripts: wrapped lines, and bars. Widths are those of what is seen
 * (partner/utf8.h), and whatever is printed is made harmless first.
 */
#ifndef PARTNER_TEXT_H
#define PARTNER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/buffer.h"

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
