#include "help.h"

#include <string.h>

#include "partner/utf8.h"

#define INDENT 2
#define DOC_COLUMN 26 /* where the sentences about options start */

void help_put_wrapped(
	struct buffer *buffer, const char *words, size_t at, size_t indent, size_t columns)
{
	size_t start = at; /* column at which nothing is on the line yet */

	while (*words) {
		size_t length = strcspn(words, " ");
		size_t width = utf8_width(words, length);

		if (at > start && at + 1 + width > columns) {
			buffer_putc(buffer, '\n');
			buffer_fill(buffer, ' ', indent);
			at = start = indent;
		} else if (at > start) {
			buffer_putc(buffer, ' ');
			at++;
		}
		buffer_add(buffer, words, length);
		at += width;
		words += length;
		words += strspn(words, " ");
	}
	buffer_putc(buffer, '\n');
}

/* `--output=FILE`, `-z`, `--schema[=TYPE]` */
static void put_spelling(struct buffer *buffer, const struct option *row)
{
	if (row->name)
		buffer_printf(buffer, "--%s", row->name);
	else
		buffer_printf(buffer, "-%c", row->letter);
	if (option_takes_argument(row))
		buffer_printf(buffer, row->optional ? "[=%s]" : "=%s", row->argument);
}

void help_put_usage(struct buffer *buffer, const struct command *command, size_t columns)
{
	struct buffer words = {0};
	const struct option *row = NULL;
	size_t start = buffer->length;

	while ((row = option_next(command, row)) != NULL && row != common_options) {
		buffer_putc(&words, '[');
		put_spelling(&words, row);
		buffer_puts(&words, "] ");
	}
	buffer_printf(&words, "[OPTION…] %s", command->operands);
	buffer_putc(&words, '\0');
	buffer_printf(buffer, "usage: partner-%s ", command->name);
	start = buffer->length - start;
	help_put_wrapped(buffer, words.data, start, start, columns);
	buffer_free(&words);
}

/* ` (auto, always, never; default auto)` */
static void put_choices(struct buffer *buffer, const struct option *row)
{
	const char *between = " (";

	for (size_t i = 0; row->choices && row->choices[i]; i++) {
		buffer_printf(buffer, "%s%s", between, row->choices[i]);
		between = ", ";
	}
	if (row->preset)
		buffer_printf(buffer, "%sdefault %s", row->choices ? "; " : between, row->preset);
	if (row->choices || row->preset)
		buffer_putc(buffer, ')');
}

static void put_option(struct buffer *buffer, const struct option *row, size_t columns)
{
	struct buffer words = {0};
	size_t start = buffer->length;
	size_t at;

	buffer_fill(buffer, ' ', INDENT);
	if (row->letter && row->name)
		buffer_printf(buffer, "-%c, ", row->letter);
	else if (row->name)
		buffer_fill(buffer, ' ', 4);
	put_spelling(buffer, row);
	at = buffer->length - start;
	if (at + INDENT > DOC_COLUMN) {
		buffer_putc(buffer, '\n');
		at = 0;
	}
	buffer_fill(buffer, ' ', DOC_COLUMN - at);
	buffer_puts(&words, row->doc);
	put_choices(&words, row);
	buffer_putc(&words, '\0');
	help_put_wrapped(buffer, words.data, DOC_COLUMN, DOC_COLUMN, columns);
	buffer_free(&words);
}

static void put_options(struct buffer *buffer, const struct command *command, size_t columns)
{
	const struct option *row = NULL;

	buffer_puts(buffer, "\nOptions:\n");
	while ((row = option_next(command, row)) != NULL) {
		if (row == common_options && option_next(command, NULL) != row)
			buffer_puts(buffer, "\nOptions of every command:\n");
		put_option(buffer, row, columns);
	}
}

/* A name in a column, then what is said of it. */
static void put_entry(struct buffer *buffer, const char *name, const char *doc, size_t columns)
{
	size_t width = utf8_width(name, strlen(name));
	size_t column = 12;

	buffer_fill(buffer, ' ', INDENT);
	buffer_puts(buffer, name);
	buffer_fill(buffer, ' ', column - INDENT - width);
	help_put_wrapped(buffer, doc, column, column, columns);
}

static void put_formats(struct buffer *buffer, const struct command *command, size_t columns)
{
	buffer_puts(buffer, "\nFormats, the first by default:\n");
	for (const char *const *name = command->formats; *name; name++)
		put_entry(buffer, *name, format_find(*name)->doc, columns);
}

static void put_examples(struct buffer *buffer, const struct command *command, size_t columns)
{
	const char *const *example = command->examples;

	if (!example || !*example)
		return;
	buffer_puts(buffer, "\nExamples:\n");
	for (; *example; example += 2) {
		buffer_printf(buffer, "  %s\n", example[0]);
		buffer_fill(buffer, ' ', 6);
		help_put_wrapped(buffer, example[1], 6, 6, columns);
	}
}

static void put_statuses(struct buffer *buffer, const struct command *command, size_t columns)
{
	buffer_puts(buffer, "\nExit status:\n");
	for (enum status status = STATUS_FINE; status <= STATUS_BUG; status++) {
		const char digit[] = {(char)('0' + status), '\0'};

		put_entry(buffer, digit, status_doc(command, status), columns);
	}
}

void help_put(struct buffer *buffer, const struct command *command, size_t columns)
{
	help_put_usage(buffer, command, columns);
	buffer_putc(buffer, '\n');
	help_put_wrapped(buffer, command->summary, 0, 0, columns);
	put_options(buffer, command, columns);
	put_formats(buffer, command, columns);
	put_examples(buffer, command, columns);
	put_statuses(buffer, command, columns);
	buffer_printf(buffer, "\nMore: man partner-%s\n", command->name);
}
