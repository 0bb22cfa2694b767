/* Untrusted text in Markdown, as GitHub and GitLab extend it. */
#include <stdbool.h>
#include <string.h>

#include "partner/escape.h"
#include "partner/utf8.h"

/* Both link a commit by so many of its hexadecimal digits. */
#define COMMIT_DIGITS 7

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_hex(char byte)
{
	return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/* ---- what a byte could mean where it stands ---- */

/* A text, the place in it, and what of it was seen before. */
struct reader {
	const char *text;
	size_t length;
	size_t at;
	size_t digits; /* hexadecimal, in a row, since the last one in an element of its own */
	bool lettered; /* the word so far has a letter */
	bool within;   /* a line, so that the text begins none */
};

/* The byte that follows; a blank at the end. */
static char next_byte(const struct reader *reader)
{
	return reader->at + 1 < reader->length ? reader->text[reader->at + 1] : ' ';
}

static bool ends_clause(char byte)
{
	return byte == ' ' || byte == ',' || byte == ';';
}

static bool ends_www(const struct reader *reader)
{
	const char *end = reader->text + reader->at;

	for (size_t i = 1; i <= 3; i++)
		if (i > reader->at || (end[-(ptrdiff_t)i] | 0x20) != 'w')
			return false;
	return true;
}

/*
 * Signs of mentions, labels, mathematics, emoji, addresses and keys of issues. They are looked
 * for in the finished text, after references were resolved: only an element of its own parts a
 * sign from what follows.
 */
static bool is_sign(const struct reader *reader)
{
	char byte = reader->text[reader->at];

	if (strchr("@#~$[{", byte))
		return true;
	if (strchr("!%^&:", byte))
		return !ends_clause(next_byte(reader));
	if (byte == '.')
		return ends_www(reader);
	if (byte == '-')
		return reader->lettered && is_digit(next_byte(reader));
	return reader->digits == COMMIT_DIGITS;
}

/* `12.` and `12)` begin a list; what follows on digits at the end of a text is not known. */
static bool begins_list(const struct reader *reader)
{
	size_t end = reader->at;

	while (end < reader->length && is_digit(reader->text[end]))
		end++;
	return end == reader->length || reader->text[end] == '.' || reader->text[end] == ')';
}

/* What Markdown itself reads, and what begins or ends a line with a meaning. */
static bool is_markup(const struct reader *reader)
{
	char byte = reader->text[reader->at];

	if (strchr("&<>\\`*_|]", byte))
		return true;
	if (reader->at == 0 && !reader->within)
		return is_digit(byte) ? begins_list(reader) : !is_letter(byte);
	return byte == ' ' && reader->at + 1 == reader->length;
}

/* ---- writing it ---- */

static void put_reference(struct buffer *buffer, char byte)
{
	if (byte == '&')
		buffer_puts(buffer, "&amp;");
	else if (byte == '<')
		buffer_puts(buffer, "&lt;");
	else if (byte == '>')
		buffer_puts(buffer, "&gt;");
	else
		buffer_printf(buffer, "&#%d;", byte);
}

static void put_printable(struct buffer *buffer, struct reader *reader)
{
	char byte = reader->text[reader->at];
	bool sign;

	reader->digits = is_hex(byte) ? reader->digits + 1 : 0;
	sign = is_sign(reader);
	if (sign)
		buffer_puts(buffer, "<span>");
	if (is_markup(reader) || (sign && !is_hex(byte)))
		put_reference(buffer, byte);
	else
		buffer_putc(buffer, byte);
	if (sign) {
		buffer_puts(buffer, "</span>");
		reader->digits = 0;
	}
	reader->lettered = is_letter(byte) || (reader->lettered && (is_digit(byte) || byte == '_'));
}

static bool is_printable(char byte)
{
	return byte >= ' ' && byte <= '~';
}

static void put_all(struct buffer *buffer, struct reader *reader)
{
	size_t bytes = 1;

	for (; reader->at < reader->length; reader->at += bytes) {
		const char *text = reader->text + reader->at;

		bytes = 1;
		if (is_printable(*text)) {
			put_printable(buffer, reader);
			continue;
		}
		utf8_decode(text, reader->length - reader->at, &bytes);
		utf8_put_safe(buffer, text, bytes);
		reader->digits = 0;
		reader->lettered = false;
	}
}

void escape_put_markdown(struct buffer *buffer, const char *text, size_t length)
{
	put_all(buffer, &(struct reader){.text = text, .length = length});
}

void escape_puts_markdown(struct buffer *buffer, const char *text)
{
	escape_put_markdown(buffer, text, strlen(text));
}

void escape_puts_markdown_within(struct buffer *buffer, const char *text)
{
	put_all(buffer, &(struct reader){.text = text, .length = strlen(text), .within = true});
}

/* Within code nothing is read but its end, and in a table that of the cell. */
void escape_puts_markdown_code(struct buffer *buffer, const char *text)
{
	if (!*text)
		return;
	buffer_putc(buffer, '`');
	while (*text) {
		size_t plain = strcspn(text, "`|");

		utf8_put_safe(buffer, text, plain);
		text += plain;
		if (*text)
			buffer_printf(buffer, "\\x%02X", (unsigned)*text++);
	}
	buffer_putc(buffer, '`');
}
