/*
 * What man pages say of a command, in mdoc(7), from its tables.
 */
#include "docs.h"

#include <string.h>

#include "partner/man.h"

/* A line of a display, as it is to be typed. */
static void put_literal(struct buffer *buffer, const char *line)
{
	if (*line == '.' || *line == '\'')
		buffer_puts(buffer, "\\&");
	for (; *line; line++) {
		if (*line == '\\')
			buffer_puts(buffer, "\\e");
		else if (*line == '-')
			buffer_puts(buffer, "\\-");
		else
			buffer_putc(buffer, *line);
	}
	buffer_putc(buffer, '\n');
}

/* Fl -format Ns = Ns Ar FORMAT */
static void put_long(struct buffer *buffer, const struct option *row)
{
	buffer_printf(buffer, "Fl -%s", row->name);
	if (!option_takes_argument(row))
		return;
	buffer_puts(buffer, row->optional ? " Ns Oo = Ns Ar" : " Ns = Ns Ar");
	man_put_argument(buffer, row->argument);
	if (row->optional)
		buffer_puts(buffer, " Oc");
}

static void put_letter(struct buffer *buffer, const struct option *row)
{
	buffer_printf(buffer, "Fl %c", row->letter);
	if (row->name || !option_takes_argument(row))
		return;
	buffer_puts(buffer, " Ar");
	man_put_argument(buffer, row->argument);
}

/* `[FILE…]` as `.Op Ar FILE ...` */
static void put_operand(struct buffer *buffer, const char *word, size_t length)
{
	static const char ellipsis[] = "…";
	const size_t size = sizeof(ellipsis) - 1;
	bool optional = length > 2 && word[0] == '[' && word[length - 1] == ']';
	bool several;

	if (optional) {
		word++;
		length -= 2;
	}
	several = length > size && memcmp(word + length - size, ellipsis, size) == 0;
	if (several)
		length -= size;
	buffer_printf(buffer, ".%sAr %.*s%s\n", optional ? "Op " : "", (int)length, word,
		several ? " ..." : "");
}

static bool put_name(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)argument;
	if (!command)
		return false;
	buffer_printf(buffer, ".Nm partner-%s\n.Nd %s\n", command->name, command->summary);
	return true;
}

static bool put_synopsis(struct buffer *buffer, const struct command *command, const char *argument)
{
	const struct option *row = NULL;
	const char *word;

	(void)argument;
	if (!command)
		return false;
	buffer_puts(buffer, ".Nm\n");
	while ((row = option_next(command, row)) != NULL) {
		buffer_puts(buffer, ".Op ");
		if (row->name)
			put_long(buffer, row);
		else
			put_letter(buffer, row);
		buffer_putc(buffer, '\n');
	}
	for (word = command->operands; *word; word += strspn(word, " ")) {
		size_t length = strcspn(word, " ");

		put_operand(buffer, word, length);
		word += length;
	}
	return true;
}

static void put_choices(struct buffer *buffer, const struct option *row)
{
	const char *const *choice = row->choices;

	for (; choice && *choice; choice++) {
		bool last = !choice[1];

		if (choice == row->choices)
			buffer_puts(buffer, "One of\n");
		else if (last)
			buffer_puts(buffer, "or\n");
		buffer_printf(buffer, ".Cm %s%s\n", *choice, last ? " ." : choice[2] ? " ," : "");
	}
	if (row->preset)
		buffer_printf(buffer, "The default is\n.Cm %s .\n", row->preset);
	if (row->optional && row->set)
		buffer_printf(
			buffer, "Without\n.Ar %s\nit is\n.Cm %s .\n", row->argument, row->set);
}

static void put_option(struct buffer *buffer, const struct option *row)
{
	buffer_puts(buffer, ".It ");
	if (row->letter)
		put_letter(buffer, row);
	if (row->letter && row->name)
		buffer_puts(buffer, " , ");
	if (row->name)
		put_long(buffer, row);
	buffer_putc(buffer, '\n');
	man_put_sentence(buffer, row->doc);
	put_choices(buffer, row);
}

static bool put_options(struct buffer *buffer, const struct command *command, const char *argument)
{
	const struct option *row = NULL;

	(void)argument;
	if (!command)
		return false;
	buffer_puts(buffer, MDOC_LIST);
	while ((row = option_next(command, row)) != NULL) {
		if (row == common_options && option_next(command, NULL) != row)
			buffer_puts(buffer,
				MDOC_LIST_END ".Pp\n"
					      "Every command has these as well:\n" MDOC_LIST);
		put_option(buffer, row);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

/* Chosen for output files in .json, .jsonl or .ndjson. */
static void put_extensions(struct buffer *buffer, const struct format *format)
{
	for (size_t i = 0; format->extensions[i]; i++) {
		bool last = !format->extensions[i + 1];

		if (i == 0)
			buffer_puts(buffer, "Chosen for output files in\n");
		else if (last)
			buffer_puts(buffer, "or\n");
		buffer_printf(buffer, ".Pa .%s%s\n", format->extensions[i],
			last                                ? " ."
				: format->extensions[i + 2] ? " ,"
							    : "");
	}
}

static bool put_formats(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)argument;
	if (!command)
		return false;
	buffer_puts(buffer, MDOC_LIST);
	for (const char *const *name = command->formats; *name; name++) {
		const struct format *format = format_find(*name);

		buffer_printf(buffer, ".It Cm %s\n", format->name);
		man_put_sentence(buffer, format->doc);
		if (name == command->formats)
			buffer_puts(buffer, "This is the default.\n");
		put_extensions(buffer, format);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

static bool put_examples(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)argument;
	if (!command || !command->examples)
		return false;
	for (const char *const *example = command->examples; *example; example += 2) {
		if (example != command->examples)
			buffer_puts(buffer, ".Pp\n");
		man_put_sentence(buffer, example[1]);
		buffer_puts(buffer, ".Bd -literal -offset indent\n");
		put_literal(buffer, example[0]);
		buffer_puts(buffer, ".Ed\n");
	}
	return true;
}

static bool put_exit(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)argument;
	if (!command)
		return false;
	buffer_puts(buffer, MDOC_LIST);
	for (enum status status = STATUS_FINE; status <= STATUS_BUG; status++) {
		buffer_printf(buffer, ".It %d\n", (int)status);
		man_put_sentence(buffer, status_doc(command, status));
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

/* All commands, for the page of the driver. */
static bool put_commands(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)command;
	(void)argument;
	buffer_puts(buffer, MDOC_LIST);
	for (const struct command *const *one = docs_commands; *one; one++) {
		buffer_printf(buffer, ".It Xr partner-%s 1\n", (*one)->name);
		man_put_sentence(buffer, (*one)->summary);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

const struct docs_mark docs_command_marks[] = {
	{"NAME", put_name},
	{"SYNOPSIS", put_synopsis},
	{"OPTIONS", put_options},
	{"FORMATS", put_formats},
	{"EXAMPLES", put_examples},
	{"EXIT", put_exit},
	{"COMMANDS", put_commands},
	{NULL, NULL},
};
