/**
 * Messages to standard error: `partner-score: cannot open 'x.yaml': No such file or directory`.
 * What a file or a partner may have written is escaped, and each call is one write, so that
 * lines of several threads or processes do not mix.
 */
#ifndef CMD_COMPLAIN_H
#define CMD_COMPLAIN_H

#include "partner/buffer.h"

/** Sets the program's name, which is kept, not copied; call it once, before the others. */
void complain_name(const char *name);

/** Prints one line: the program's name, then the text. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2), nonnull(1)));

/** The same, then `: ` and the system's words for `error` (an errno). */
void complain_errno(int error, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));

/** Writes ready lines as they are, and empties the buffer. */
void complain_lines(struct buffer *lines);

#endif
