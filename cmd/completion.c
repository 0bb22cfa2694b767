/*
 * Completions of bash, zsh and fish, from the tables: one file a shell for all commands.
 * What depends on no table is in completion_frames.h.
 */
#include "docs.h"

#include <string.h>

#include "completion_frames.h"

/* Text within single quotes: a quote in it becomes `quote`, bytes of `escaped` get a `\`. */
static void put_quoted(
	struct buffer *buffer, const char *text, const char *escaped, const char *quote)
{
	for (; *text; text++) {
		if (strchr(escaped, *text))
			buffer_putc(buffer, '\\');
		if (*text == '\'')
			buffer_puts(buffer, quote);
		else
			buffer_putc(buffer, *text);
	}
}

static void put_words(struct buffer *buffer, const char *const *words)
{
	for (size_t i = 0; words && words[i]; i++)
		buffer_printf(buffer, "%s%s", i ? " " : "", words[i]);
}

/* All commands, each with a word before it, between blanks. */
static void put_commands(struct buffer *buffer, const char *prefix)
{
	for (size_t i = 0; docs_commands[i]; i++)
		buffer_printf(buffer, "%s%s%s", i ? " " : "", prefix, docs_commands[i]->name);
}

static void put_bash_options(struct buffer *buffer, const struct command *command)
{
	const struct option *row = NULL;

	buffer_printf(buffer, "\t%s) words='", command->name);
	while ((row = option_next(command, row)) != NULL) {
		bool attached = option_takes_argument(row) && !row->optional;

		if (row != option_next(command, NULL))
			buffer_putc(buffer, ' ');
		if (row->name)
			buffer_printf(buffer, "--%s%s", row->name, attached ? "=" : "");
		else
			buffer_printf(buffer, "-%c", row->letter);
	}
	buffer_puts(buffer, "' ;;\n");
}

/* What a word before the argument can be: `'score --format' | 'score --format=' | 'score -O'`. */
static void put_bash_pattern(struct buffer *buffer, const char *name, const struct option *row)
{
	if (row->name)
		buffer_printf(buffer, "'%s --%s='", name, row->name);
	if (row->name && !row->optional)
		buffer_printf(buffer, " | '%s --%s'", name, row->name);
	if (row->letter && !row->optional)
		buffer_printf(buffer, "%s'%s -%c'", row->name ? " | " : "", name, row->letter);
}

/* A case for each option that takes an argument; no words: a file, or any text. */
static void put_bash_arguments(struct buffer *buffer, const struct command *command)
{
	const struct option *row = NULL;

	while ((row = option_next(command, row)) != NULL) {
		if (!option_takes_argument(row))
			continue;
		buffer_putc(buffer, '\t');
		put_bash_pattern(buffer, command->name, row);
		buffer_puts(buffer, ") words='");
		put_words(buffer, option_choices(command, row));
		buffer_puts(buffer, "' ;;\n");
	}
}

static void put_bash(struct buffer *buffer)
{
	buffer_puts(buffer, bash_head);
	put_commands(buffer, "");
	buffer_puts(buffer, bash_options);
	for (const struct command *const *command = docs_commands; *command; command++)
		put_bash_options(buffer, *command);
	buffer_puts(buffer, bash_arguments);
	for (const struct command *const *command = docs_commands; *command; command++)
		put_bash_arguments(buffer, *command);
	buffer_puts(buffer, bash_tail);
	put_commands(buffer, "partner-");
	buffer_putc(buffer, '\n');
}

static void put_zsh_quoted(struct buffer *buffer, const char *text)
{
	put_quoted(buffer, text, "[]\\", "'\\''");
}

/* The part of a specification that says what may be the argument. */
static void put_zsh_argument(
	struct buffer *buffer, const struct command *command, const struct option *row)
{
	const char *const *choices = option_choices(command, row);

	buffer_printf(buffer, "%s%s:", row->optional ? "::" : ":", row->argument);
	if (choices) {
		buffer_putc(buffer, '(');
		put_words(buffer, choices);
		buffer_putc(buffer, ')');
	} else {
		buffer_puts(buffer, row->kind == OPTION_FILE ? "_files" : " ");
	}
}

/* '(-o --output)'{-o+,--output=}'[write to this file]:FILE:_files' */
static void put_zsh_option(
	struct buffer *buffer, const struct command *command, const struct option *row)
{
	bool takes = option_takes_argument(row);
	const char *ending = !takes ? "" : row->optional ? "=-" : "=";

	buffer_puts(buffer, "\t\t\t");
	if (row->name && row->letter)
		buffer_printf(buffer, "'(-%c --%s)'{-%c%s,--%s%s}'", row->letter, row->name,
			row->letter, takes ? "+" : "", row->name, ending);
	else if (row->name)
		buffer_printf(buffer, "'--%s%s", row->name, ending);
	else
		buffer_printf(buffer, "'-%c%s", row->letter, takes ? "+" : "");
	buffer_putc(buffer, '[');
	put_zsh_quoted(buffer, row->doc);
	buffer_putc(buffer, ']');
	if (takes)
		put_zsh_argument(buffer, command, row);
	buffer_puts(buffer, "' \\\n");
}

static void put_zsh_command(struct buffer *buffer, const struct command *command)
{
	const struct option *row = NULL;

	buffer_printf(buffer, "\t%s)\n\t\t_arguments -s -S \\\n", command->name);
	while ((row = option_next(command, row)) != NULL)
		put_zsh_option(buffer, command, row);
	buffer_puts(buffer, "\t\t\t'*:file:_files'\n\t\t;;\n");
}

static void put_zsh(struct buffer *buffer)
{
	buffer_puts(buffer, "#compdef partner ");
	put_commands(buffer, "partner-");
	buffer_puts(buffer, zsh_head);
	for (const struct command *const *command = docs_commands; *command; command++)
		put_zsh_command(buffer, *command);
	buffer_puts(buffer, zsh_commands);
	for (const struct command *const *command = docs_commands; *command; command++) {
		buffer_printf(buffer, "\t\t'%s:", (*command)->name);
		put_zsh_quoted(buffer, (*command)->summary);
		buffer_puts(buffer, "'\n");
	}
	buffer_puts(buffer, zsh_tail);
}

static void put_fish_quoted(struct buffer *buffer, const char *text)
{
	buffer_putc(buffer, '\'');
	put_quoted(buffer, text, "'\\", "'");
	buffer_putc(buffer, '\'');
}

/* What of a line follows the command or its condition. */
static void put_fish_option(
	struct buffer *buffer, const struct command *command, const struct option *row)
{
	if (row->letter)
		buffer_printf(buffer, " -s %c", row->letter);
	if (row->name)
		buffer_printf(buffer, " -l %s", row->name);
	if (row->kind == OPTION_FILE)
		buffer_puts(buffer, " -r -F");
	else if (option_takes_argument(row))
		buffer_puts(buffer, row->optional ? " -f" : " -x");
	if (option_choices(command, row)) {
		buffer_puts(buffer, " -a '");
		put_words(buffer, option_choices(command, row));
		buffer_putc(buffer, '\'');
	}
	buffer_puts(buffer, " -d ");
	put_fish_quoted(buffer, row->doc);
	buffer_putc(buffer, '\n');
}

static void put_fish_command(struct buffer *buffer, const struct command *command)
{
	const struct option *row = NULL;

	buffer_printf(
		buffer, "\ncomplete -c partner -n __fish_use_subcommand -a %s -d ", command->name);
	put_fish_quoted(buffer, command->summary);
	buffer_printf(buffer, "\ncomplete -c partner -n '__fish_seen_subcommand_from %s' -F\n",
		command->name);
	while ((row = option_next(command, row)) != NULL) {
		buffer_printf(buffer, "complete -c partner-%s", command->name);
		put_fish_option(buffer, command, row);
		buffer_printf(buffer, "complete -c partner -n '__fish_seen_subcommand_from %s'",
			command->name);
		put_fish_option(buffer, command, row);
	}
}

static void put_fish(struct buffer *buffer)
{
	buffer_puts(buffer, fish_head);
	put_commands(buffer, "");
	buffer_puts(buffer, "'\n");
	for (const struct command *const *command = docs_commands; *command; command++)
		put_fish_command(buffer, *command);
}

bool completion_put(struct buffer *buffer, const char *shell)
{
	static const struct {
		const char *name;
		void (*put)(struct buffer *buffer);
	} shells[] = {{"bash", put_bash}, {"zsh", put_zsh}, {"fish", put_fish}};

	for (size_t i = 0; i < sizeof(shells) / sizeof(*shells); i++) {
		if (strcmp(shells[i].name, shell) == 0) {
			shells[i].put(buffer);
			return true;
		}
	}
	return false;
}
