/**
 * The command line, read by the option tables of command.h. Nothing here prints or asks the
 * system; a fault is a message without program name and newline, its text not yet escaped.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "command.h"
#include "partner/arena.h"
#include "partner/buffer.h"

/** What the command line asks for. */
enum request {
	REQUEST_RUN,
	REQUEST_HELP,
	REQUEST_VERSION,
	REQUEST_FAULT, /**< nothing: it is wrong */
};

/**
 * Reads `argv` (closed by NULL, the first skipped) into `settings`, presets first, later
 * options over earlier ones. Options and operands may be mixed; `--` ends the options. The
 * operands are those of argv, listed in `arena`; options' arguments point into argv. Ends at
 * the first --help, --version or fault.
 */
enum request options_parse(const struct command *command, char *const *argv, struct arena *arena,
	struct settings *settings, struct operands *operands, struct buffer *fault);

/**
 * Settles what was left open: the format by the extension of the output file, else the first
 * of the command; the output `-` as standard output; the date by SOURCE_DATE_EPOCH (its text,
 * NULL when not set), else by `now`, in seconds since 1970. False with a fault.
 */
bool options_resolve(const struct command *command, const char *source_date_epoch, int64_t now,
	struct settings *settings, struct buffer *fault);

/** Whether to colour, given NO_COLOR and TERM (NULL when not set). */
bool options_color(enum color_when when, const char *no_color, const char *term, bool terminal);

#endif
