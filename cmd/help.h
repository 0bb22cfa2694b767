/**
 * The --help of a command, from its tables.
 */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "command.h"
#include "partner/buffer.h"

/** Appends `usage: partner-score [--explain] [OPTION…] FILE…`, wrapped, with a newline. */
void help_put_usage(struct buffer *buffer, const struct command *command, size_t columns);

/** Appends all of --help. */
void help_put(struct buffer *buffer, const struct command *command, size_t columns);

/** Appends words, wrapped at `columns`; the text stands at column `at`, further lines at
 * `indent`. Ends in a newline. */
void help_put_wrapped(
	struct buffer *buffer, const char *words, size_t at, size_t indent, size_t columns);

#endif
