/* Tables of records as mdoc. */
#include "partner/man.h"

#include <math.h>
#include <string.h>

#include "partner/utf8.h"
#include "walk.h"

#define LINE_MOST 78

/* ---- escaping ---- */

/* Appends text in which nothing is special; whatever is beyond ASCII gets its code point. */
static void put_escaped(struct buffer *out, const char *text, size_t length)
{
	size_t bytes;
	for (size_t at = 0; at < length; at += bytes) {
		uint32_t code = utf8_decode(text + at, length - at, &bytes);
		if (code == '\\')
			buffer_puts(out, "\\e");
		else if (code == '"')
			buffer_puts(out, "\\(dq");
		else if (code < 0x80)
			buffer_putc(out, (char)code);
		else
			buffer_printf(out, "\\[u%04X]", (unsigned)code);
	}
}

/* A word that is printable and without blanks, ready to stand in the middle of a text line. */
static void put_word(struct buffer *out, const char *word, size_t length)
{
	struct buffer safe = {0};
	utf8_put_safe(&safe, word, length);
	put_escaped(out, safe.data, safe.length);
	buffer_free(&safe);
}

/* Macros have two or three letters, the first in upper case; delimiters are single marks. */
static bool may_be_macro(const char *word, size_t length)
{
	bool usual = (word[0] >= 'a' && word[0] <= 'z') || (word[0] >= '0' && word[0] <= '9');
	return length <= 3 && !usual;
}

void man_put_argument(struct buffer *buffer, const char *word)
{
	size_t length = strlen(word);
	buffer_putc(buffer, ' ');
	if (may_be_macro(word, length))
		buffer_puts(buffer, "\\&");
	for (size_t run; length; word += run, length -= run) {
		run = strcspn(word, "- ");
		put_word(buffer, word, run);
		if (run == length)
			return;
		/* A hyphen that can be copied and typed; a blank that does not end the argument. */
		buffer_puts(buffer, word[run] == '-' ? "\\-" : "\\ ");
		run++;
	}
}

/* ---- running text ---- */

static bool ends_sentence(char byte)
{
	return byte == '.' || byte == '?' || byte == '!';
}

static bool is_upper(char byte)
{
	return byte >= 'A' && byte <= 'Z';
}

/* A line that begins with a point or an apostrophe would be a request. */
static void put_text_word(struct buffer *out, const char *word, size_t length)
{
	if (word[0] == '.' || word[0] == '\'')
		buffer_puts(out, "\\&");
	put_word(out, word, length);
}

/* Puts a word after a blank, which becomes the line's end when the word does not fit. */
static size_t fill_word(struct buffer *out, size_t line, const char *word, size_t length)
{
	size_t blank = out->length;
	buffer_putc(out, ' ');
	put_text_word(out, word, length);
	if (out->length - line <= LINE_MOST)
		return line;
	out->data[blank] = '\n';
	return blank + 1;
}

static void capitalise(char *letter)
{
	if (*letter >= 'a' && *letter <= 'z')
		*letter = (char)(*letter - 'a' + 'A');
}

void man_put_sentence(struct buffer *buffer, const char *text)
{
	size_t line = buffer->length;
	size_t length = strcspn(text, " ");
	put_text_word(buffer, text, length);
	capitalise(buffer->data + line);
	for (;;) {
		char last = text[length - 1];
		text += length + strspn(text + length, " ");
		if (!*text) {
			buffer_puts(buffer, ends_sentence(last) ? "\n" : ".\n");
			return;
		}
		length = strcspn(text, " ");
		if (ends_sentence(last) && is_upper(text[0])) {
			buffer_putc(buffer, '\n');
			line = buffer->length;
			put_text_word(buffer, text, length);
		} else {
			line = fill_word(buffer, line, text, length);
		}
	}
}

/* ---- fields ---- */

static bool has_bounds(const struct field *field)
{
	return field->least != 0 || field->most != 0;
}

static void put_bounds(struct buffer *out, const struct field *field)
{
	if (isfinite(field->most))
		buffer_printf(out, ", %.15g to %.15g", field->least, field->most);
	else
		buffer_printf(out, ", at least %.15g", field->least);
}

/* The line that names a field: `.It Cm severity Pq whole number, 1 to 4`. */
static void put_head(struct buffer *out, const struct record *record, const struct field *field)
{
	buffer_puts(out, ".It Cm");
	man_put_argument(out, field->name);
	buffer_puts(out, " Pq ");
	buffer_puts(out, kind_word(field->kind));
	if (has_bounds(field))
		put_bounds(out, field);
	if (field->required)
		buffer_puts(out, ", required");
	if (record->key && !strcmp(record->key, field->name))
		buffer_puts(out, ", unique");
	if (field->constant) {
		buffer_puts(out, ", always Cm");
		man_put_argument(out, field->constant);
	}
	if (field->record) {
		buffer_puts(out, ", see Sx");
		man_put_argument(out, field->record->name);
	}
	buffer_putc(out, '\n');
}

static void put_choices(struct buffer *out, const char *const *choices)
{
	buffer_puts(out, choices[1] ? "One of\n" : "Always\n");
	for (; *choices; choices++) {
		buffer_puts(out, ".Cm");
		man_put_argument(out, *choices);
		if (!choices[1])
			buffer_puts(out, " .\n");
		else
			buffer_puts(out, choices[2] ? " ,\n" : "\nor\n");
	}
}

static void put_record(struct buffer *out, const struct record *record)
{
	buffer_puts(out, ".Ss");
	man_put_argument(out, record->name);
	buffer_putc(out, '\n');
	man_put_sentence(out, record->doc);
	buffer_puts(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < record->n; i++) {
		put_head(out, record, &record->fields[i]);
		man_put_sentence(out, record->fields[i].doc);
		if (record->fields[i].choices)
			put_choices(out, record->fields[i].choices);
	}
	buffer_puts(out, ".El\n");
}

void man_put_fields(struct buffer *buffer, const struct record *record)
{
	struct records below = {.n = 0};
	records_below(record, &below);
	put_record(buffer, record);
	for (size_t i = 0; i < below.n; i++) {
		if (below.items[i] != record)
			put_record(buffer, below.items[i]);
	}
}
