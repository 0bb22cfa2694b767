/* UTF-8: validity, decoding, and the escaping of untrusted text. */
#include "partner/utf8.h"

#include <stdbool.h>
#include <string.h>

#define REPLACEMENT 0xFFFDU

/* Whether `byte` may follow `lead`: neither overlong, nor a surrogate, nor above U+10FFFF. */
static bool is_second(unsigned char lead, unsigned char byte)
{
	switch (lead) {
	case 0xE0:
		return byte >= 0xA0 && byte <= 0xBF;
	case 0xED:
		return byte >= 0x80 && byte <= 0x9F;
	case 0xF0:
		return byte >= 0x90 && byte <= 0xBF;
	case 0xF4:
		return byte >= 0x80 && byte <= 0x8F;
	default:
		return byte >= 0x80 && byte <= 0xBF;
	}
}

/* Bytes of the well-formed sequence at `text` (Unicode Standard, table 3-7), 0 for none. */
static size_t sequence_length(const char *text, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)text;
	unsigned char lead = bytes[0];
	size_t wanted = 2;

	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	if (lead >= 0xE0)
		wanted++;
	if (lead >= 0xF0)
		wanted++;
	if (length < wanted || !is_second(lead, bytes[1]))
		return 0;
	for (size_t i = 2; i < wanted; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
	}
	return wanted;
}

/* Whether eight bytes are all in 0x01…0x7F. */
static bool eight_are_ascii(const char *text)
{
	uint64_t word;

	memcpy(&word, text, sizeof(word));
	/* The subtraction sets the high bit of the first byte that is 0. */
	return !(((word - UINT64_C(0x0101010101010101)) | word) & UINT64_C(0x8080808080808080));
}

size_t utf8_valid(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		size_t bytes;

		if (length - at >= 8 && eight_are_ascii(text + at)) {
			at += 8;
			continue;
		}
		bytes = text[at] ? sequence_length(text + at, length - at) : 0;
		if (bytes == 0)
			return at;
		at += bytes;
	}
	return length;
}

uint32_t utf8_decode(const char *text, size_t length, size_t *bytes)
{
	static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	size_t n = sequence_length(text, length);
	uint32_t code;

	if (n == 0) {
		*bytes = 1;
		return REPLACEMENT;
	}
	code = (unsigned char)text[0] & lead_bits[n];
	for (size_t i = 1; i < n; i++)
		code = code << 6 | ((unsigned char)text[i] & 0x3F);
	*bytes = n;
	return code;
}

size_t utf8_count(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

size_t utf8_width(const char *text, size_t length)
{
	size_t width = 0, bytes;

	for (size_t at = 0; at < length; at += bytes)
		width += utf8_columns(utf8_decode(text + at, length - at, &bytes));
	return width;
}

/* How a piece of text is to be shown. */
enum display {
	DISPLAY_AS_IS,
	DISPLAY_BYTE, /* \xNN */
	DISPLAY_CODE, /* \u{NNNN} */
};

/* Marks, embeddings, overrides and isolates: what turns the order of characters around. */
static bool is_bidirectional(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F ||
		(code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool utf8_is_harmless(uint32_t code)
{
	return code >= 0xA0 && code != 0x2028 && code != 0x2029 && !is_bidirectional(code);
}

static enum display display_of(uint32_t code, size_t bytes)
{
	if (code < 0x20 || code == 0x7F || (code == REPLACEMENT && bytes == 1))
		return DISPLAY_BYTE;
	return code < 0x80 || utf8_is_harmless(code) ? DISPLAY_AS_IS : DISPLAY_CODE;
}

/* Bytes at the start of `text` that are printable ASCII. */
static size_t plain_length(const char *text, size_t length)
{
	size_t n = 0;

	while (n < length && text[n] >= 0x20 && text[n] < 0x7F)
		n++;
	return n;
}

/* Appends the one piece at the start of `text`; returns its length. */
static size_t put_piece(struct buffer *buffer, const char *text, size_t length)
{
	size_t bytes;
	uint32_t code = utf8_decode(text, length, &bytes);

	switch (display_of(code, bytes)) {
	case DISPLAY_BYTE:
		buffer_printf(buffer, "\\x%02X", (unsigned char)text[0]);
		break;
	case DISPLAY_CODE:
		buffer_printf(buffer, "\\u{%04X}", (unsigned)code);
		break;
	case DISPLAY_AS_IS:
		buffer_add(buffer, text, bytes);
		break;
	}
	return bytes;
}

void utf8_put_safe(struct buffer *buffer, const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		size_t plain = plain_length(text + at, length - at);

		buffer_add(buffer, text + at, plain);
		at += plain;
		if (at < length)
			at += put_piece(buffer, text + at, length - at);
	}
}

void utf8_puts_safe(struct buffer *buffer, const char *text)
{
	utf8_put_safe(buffer, text, strlen(text));
}

static size_t shown_width(uint32_t code, enum display display)
{
	switch (display) {
	case DISPLAY_BYTE:
		return strlen("\\xNN");
	case DISPLAY_CODE:
		return strlen("\\u{NNNN}");
	case DISPLAY_AS_IS:
		break;
	}
	return utf8_columns(code);
}

size_t utf8_safe_width(const char *text, size_t length)
{
	size_t width = 0, bytes;

	for (size_t at = 0; at < length; at += bytes) {
		uint32_t code = utf8_decode(text + at, length - at, &bytes);

		width += shown_width(code, display_of(code, bytes));
	}
	return width;
}
