#include "options.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "partner/date.h"
#include "partner/nearest.h"
#include "partner/result.h"
#include "partner/scalar.h"
#include "partner/utf8.h"

#define NAMES_MOST 64 /* options of one command, choices of one option */

struct reader {
	const struct command *command;
	char *const *next; /* word of argv */
	struct settings *settings;
	struct buffer *fault;
	struct arena *arena;
	size_t words; /* of argv: no option is given more often */
};

/* An option as it was written: "--format" of "--format=json", "-O" of "-jO". */
struct given {
	const struct option *row;
	const char *dashes;
	const char *word;
	int length;
};

static const struct option *find_long(
	const struct command *command, const char *word, size_t length)
{
	const struct option *row = NULL;

	while ((row = option_next(command, row)) != NULL) {
		if (row->name && strlen(row->name) == length &&
			memcmp(row->name, word, length) == 0)
			return row;
	}
	return NULL;
}

static const struct option *find_letter(const struct command *command, char letter)
{
	const struct option *row = NULL;

	while ((row = option_next(command, row)) != NULL) {
		if (row->letter == letter)
			return row;
	}
	return NULL;
}

static const char *nearest_option(const struct command *command, const char *word, size_t length)
{
	const char *names[NAMES_MOST];
	const struct option *row = NULL;
	size_t n = 0;

	while ((row = option_next(command, row)) != NULL) {
		assert(n < NAMES_MOST);
		if (row->name)
			names[n++] = row->name;
	}
	return nearest_word(word, length, names, n);
}

/* `-explain` is read as letters; a word of some length is rather meant as one. */
static enum request unknown_option(const struct reader *reader, const char *dashes,
	const char *word, size_t length, const char *meant)
{
	const char *nearest = nearest_option(reader->command, meant, strcspn(meant, "="));

	buffer_printf(reader->fault, "unknown option '%s%.*s'", dashes, (int)length, word);
	if (nearest && (strlen(meant) > 2 || dashes[1] == '-'))
		buffer_printf(reader->fault, "; did you mean '--%s'", nearest);
	return REQUEST_FAULT;
}

static bool refuse(const struct reader *reader, const struct given *given, const char *text,
	enum scalar_verdict verdict, const char *hint)
{
	buffer_printf(reader->fault, "%s '%s' of '%s%.*s'; %s",
		verdict == SCALAR_RANGE ? "out of range value" : "invalid value", text,
		given->dashes, given->length, given->word, hint);
	return false;
}

static bool refuse_choice(const struct reader *reader, const struct given *given, const char *text,
	const char *const *choices)
{
	const char *nearest;
	size_t n = 0;

	while (choices[n])
		n++;
	nearest = nearest_word(text, strlen(text), choices, n);
	buffer_printf(reader->fault, "unknown value '%s' of '%s%.*s'; ", text, given->dashes,
		given->length, given->word);
	if (nearest)
		buffer_printf(reader->fault, "did you mean '%s', ", nearest);
	buffer_puts(reader->fault, nearest ? "one of " : "write one of ");
	for (size_t i = 0; i < n; i++)
		buffer_printf(reader->fault, "%s%s", i ? ", " : "", choices[i]);
	return false;
}

static void put(
	const struct reader *reader, const struct option *row, const void *value, size_t size)
{
	memcpy((char *)reader->settings + row->offset, value, size);
}

static void put_text(const struct reader *reader, const struct option *row, const char *text)
{
	put(reader, row, &text, sizeof(text));
}

static bool take_choice(const struct reader *reader, const struct given *given, const char *text)
{
	const struct option *row = given->row;
	const char *const *choices = option_choices(reader->command, row);
	int place = 0;

	while (choices[place] && strcmp(choices[place], text) != 0)
		place++;
	if (!choices[place])
		return refuse_choice(reader, given, text, choices);
	if (row->kind == OPTION_CHOICE) {
		put_text(reader, row, choices[place]);
	} else {
		place += row->base;
		put(reader, row, &place, sizeof(place));
	}
	return true;
}

static bool take_date(const struct reader *reader, const struct given *given, const char *text)
{
	const char *hint;
	int32_t date;
	enum scalar_verdict verdict = date_parse(text, strlen(text), &date, &hint);

	if (verdict != SCALAR_OK)
		return refuse(reader, given, text, verdict, hint);
	put(reader, given->row, &date, sizeof(date));
	return true;
}

/* In range, or a fault that says the range. */
static bool refuse_number(const struct reader *reader, const struct given *given, const char *text,
	enum scalar_verdict verdict)
{
	struct buffer hint = {0};

	buffer_printf(&hint, "write a %s from %d to %d",
		given->row->kind == OPTION_WHOLE ? "whole number" : "number", given->row->least,
		given->row->most);
	buffer_putc(&hint, '\0');
	refuse(reader, given, text, verdict, hint.data);
	buffer_free(&hint);
	return false;
}

static bool take_number(const struct reader *reader, const struct given *given, const char *text)
{
	const struct option *row = given->row;
	const char *hint;
	double value;
	enum scalar_verdict verdict = number_parse(text, strlen(text), &value, &hint);
	int whole;

	if (verdict == SCALAR_OK && (value < row->least || value > row->most))
		verdict = SCALAR_RANGE;
	if (verdict == SCALAR_OK && row->kind == OPTION_WHOLE && value != floor(value))
		verdict = SCALAR_INVALID;
	if (verdict != SCALAR_OK)
		return refuse_number(reader, given, text, verdict);
	whole = (int)value;
	if (row->kind == OPTION_WHOLE)
		put(reader, row, &whole, sizeof(whole));
	else
		put(reader, row, &value, sizeof(value));
	return true;
}

static bool take_shard(const struct reader *reader, const struct given *given, const char *text)
{
	char number[8], of[8]; /* digits and a NUL */
	struct shard shard = {0};
	int end = 0;

	if (sscanf(text, "%7[0-9]/%7[0-9]%n", number, of, &end) == 2 && text[end] == '\0') {
		shard.number = (unsigned)strtoul(number, NULL, 10);
		shard.of = (unsigned)strtoul(of, NULL, 10);
	}
	if (shard.number == 0 || shard.number > shard.of)
		return refuse(reader, given, text, SCALAR_INVALID,
			"write the number of a part and how many parts there are, as in 1/4");
	put(reader, given->row, &shard, sizeof(shard));
	return true;
}

static void add_text(const struct reader *reader, const struct option *row, const char *text)
{
	struct texts texts;

	memcpy(&texts, (const char *)reader->settings + row->offset, sizeof(texts));
	if (!texts.items)
		texts.items = arena_array(reader->arena, reader->words, sizeof(*texts.items));
	texts.items[texts.n++] = text;
	put(reader, row, &texts, sizeof(texts));
}

static bool missing_argument(const struct reader *reader, const struct given *given)
{
	buffer_printf(reader->fault, "missing %s after '%s%.*s'", given->row->argument,
		given->dashes, given->length, given->word);
	return false;
}

/* An argument for a row that takes one. */
static bool take(const struct reader *reader, const struct given *given, const char *text)
{
	switch (given->row->kind) {
	case OPTION_CHOICE:
	case OPTION_CHOOSE:
		return take_choice(reader, given, text);
	case OPTION_DATE:
		return take_date(reader, given, text);
	case OPTION_WHOLE:
	case OPTION_NUMBER:
		return take_number(reader, given, text);
	case OPTION_SHARD:
		return take_shard(reader, given, text);
	case OPTION_TEXTS:
		add_text(reader, given->row, text);
		return true;
	case OPTION_COMMIT:
		if (*text == '-')
			return refuse(reader, given, text, SCALAR_INVALID,
				"a revision does not start with a dash");
		/* fall through */
	case OPTION_FILE:
		if (*text == '\0')
			return missing_argument(reader, given);
		break;
	default:
		break;
	}
	put_text(reader, given->row, text);
	return true;
}

static enum request do_without(const struct reader *reader, const struct option *row)
{
	const bool yes = true;

	switch (row->kind) {
	case OPTION_HELP:
		return REQUEST_HELP;
	case OPTION_VERSION:
		return REQUEST_VERSION;
	case OPTION_FLAG:
		put(reader, row, &yes, sizeof(yes));
		break;
	default:
		put_text(reader, row, row->set);
		break;
	}
	return REQUEST_RUN;
}

/* `attached` is the argument written in the same word, NULL when there is none. */
static enum request read_option(
	struct reader *reader, const struct given *given, const char *attached)
{
	const struct option *row = given->row;

	reader->settings->standalone |= row->standalone;
	if (!option_takes_argument(row) || (row->optional && !attached))
		return do_without(reader, row);
	if (!attached && *reader->next)
		attached = *reader->next++;
	if (!attached)
		missing_argument(reader, given);
	return attached && take(reader, given, attached) ? REQUEST_RUN : REQUEST_FAULT;
}

static enum request read_long(struct reader *reader, const char *word)
{
	size_t length = strcspn(word, "=");
	const char *attached = word[length] ? word + length + 1 : NULL;
	const struct option *row = find_long(reader->command, word, length);
	struct given given = {row, "--", word, (int)length};

	if (!row)
		return unknown_option(reader, "--", word, length, word);
	if (attached && !option_takes_argument(row)) {
		buffer_printf(reader->fault, "option '--%s' takes no argument", row->name);
		return REQUEST_FAULT;
	}
	return read_option(reader, &given, attached);
}

static enum request unknown_letter(const struct reader *reader, const char *at, const char *word)
{
	size_t length;

	utf8_decode(at, strlen(at), &length);
	return unknown_option(reader, "-", at, length, word);
}

/* One word of letters, of which the last may take the rest of it, or the next word. */
static enum request read_letters(struct reader *reader, const char *word)
{
	enum request request = REQUEST_RUN;

	for (const char *at = word; *at && request == REQUEST_RUN; at++) {
		const struct option *row = find_letter(reader->command, *at);
		struct given given = {row, "-", at, 1};

		if (!row)
			return unknown_letter(reader, at, word);
		if (option_takes_argument(row))
			return read_option(reader, &given, at[1] ? at + 1 : NULL);
		request = read_option(reader, &given, NULL);
	}
	return request;
}

static void take_presets(struct reader *reader)
{
	const struct option *row = NULL;

	while ((row = option_next(reader->command, row)) != NULL) {
		struct given given = {row, "--", row->name, 0};
		bool taken = !row->preset || take(reader, &given, row->preset);

		assert(taken);
		(void)taken;
	}
}

static size_t count_words(char *const *words)
{
	size_t n = 0;

	while (words[n])
		n++;
	return n;
}

enum request options_parse(const struct command *command, char *const *argv, struct arena *arena,
	struct settings *settings, struct operands *operands, struct buffer *fault)
{
	struct reader reader = {command, argv, settings, fault, arena, count_words(argv)};
	bool ended = false; /* by "--" */

	*settings = (struct settings){.as_of = DATE_NONE,
		.from = DATE_NONE,
		.to = DATE_NONE,
		.start = DATE_NONE,
		.by = DATE_NONE,
		.past = DATE_NONE,
		.reason = CHOICE_NONE,
		.fail_under = NAN};
	operands->items = arena_array(arena, reader.words + 1, sizeof(*operands->items));
	operands->n = 0;
	take_presets(&reader);
	if (*reader.next)
		reader.next++;
	while (*reader.next) {
		char *word = *reader.next++;
		enum request request = REQUEST_RUN;

		if (ended || word[0] != '-' || word[1] == '\0')
			operands->items[operands->n++] = word;
		else if (strcmp(word, "--") == 0)
			ended = true;
		else if (word[1] == '-')
			request = read_long(&reader, word + 2);
		else
			request = read_letters(&reader, word + 1);
		if (request != REQUEST_RUN)
			return request;
	}
	return REQUEST_RUN;
}
