/*
 * What must be true of pages, calendars and tables for the fuzz targets, whatever is told in them.
 */
#ifndef FUZZ_WRITTEN_H
#define FUZZ_WRITTEN_H

#include <strings.h>

#include "fuzz.h"

/* Harmless text in which nothing runs. */
static inline void promise_page(const struct buffer *text)
{
	promise_harmless(text);
	for (size_t i = 0; i + 7 <= text->length; i++)
		PROMISE(strncasecmp(text->data + i, "<script", 7) != 0);
}

/* Lines of at most 75 octets, each with both of its ends. */
static inline void promise_calendar(const struct buffer *text)
{
	size_t length = 0;

	PROMISE(utf8_valid(text->data, text->length) == text->length);
	for (size_t i = 0; i < text->length; i++) {
		unsigned char byte = (unsigned char)text->data[i];

		if (byte == '\r') {
			PROMISE(i + 1 < text->length && text->data[i + 1] == '\n' && length <= 75);
			length = 0;
			i++;
		} else {
			PROMISE(byte >= 0x20 && byte != 0x7f);
			length++;
		}
	}
	PROMISE(!length);
}

/* Rows of so many cells each; when `safe`, none is a formula. Returns how many rows. */
static inline size_t promise_rows(const struct buffer *text, size_t cells, bool safe)
{
	size_t commas = 0, rows = 0;
	bool quoted = false, begins = true;

	PROMISE(utf8_valid(text->data, text->length) == text->length);
	for (size_t i = 0; i < text->length; i++) {
		unsigned char byte = (unsigned char)text->data[i];

		PROMISE((byte >= 0x20 && byte != 0x7f) || strchr("\t\r\n", byte));
		PROMISE(!safe || !begins || !strchr("=+@\t", byte));
		quoted ^= byte == '"';
		begins = (begins && byte == '"') || (!quoted && (byte == ',' || byte == '\n'));
		commas += !quoted && byte == ',';
		if (quoted || byte != '\n')
			continue;
		PROMISE(text->data[i - 1] == '\r' && commas + 1 == cells);
		commas = 0;
		rows++;
	}
	PROMISE(!quoted && !commas);
	return rows;
}

#endif
