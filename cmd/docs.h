/**
 * What the build makes of the tables: man pages from templates, completions for shells.
 */
#ifndef CMD_DOCS_H
#define CMD_DOCS_H

#include <stdbool.h>
#include <stddef.h>

#include "command.h"
#include "partner/buffer.h"

/** All commands, closed by NULL. */
extern const struct command *const docs_commands[];

/**
 * Writes what stands for a mark. `command` is the one the page is about, NULL when it is
 * about none; `argument` is the word after the mark's name, "" when there is none. False
 * when it can do nothing with them.
 */
typedef bool docs_writer(
	struct buffer *buffer, const struct command *command, const char *argument);

/** A line `@NAME@` or `@NAME argument@` of a template, and what writes its contents. */
struct docs_mark {
	const char *name;
	docs_writer *write;
};

/** Marks for what commands are: NAME, SYNOPSIS, OPTIONS …; closed by an empty row. */
extern const struct docs_mark docs_command_marks[];

/** Marks for tables of the library: RULES …; closed by an empty row. */
extern const struct docs_mark docs_reference_marks[];

/** The macros around a list of terms, each with `.It` and a sentence. */
#define MDOC_LIST ".Bl -tag -width Ds\n"
#define MDOC_LIST_END ".El\n"

/** Appends the completions of `shell`: bash, zsh or fish; false for another. */
bool completion_put(struct buffer *buffer, const char *shell);

#endif
