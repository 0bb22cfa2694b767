/* Untrusted text in XML, HTML and URIs. */
#include "partner/escape.h"

#include <stdbool.h>
#include <string.h>

#include "partner/utf8.h"

/* NULL when the byte means nothing in XML. */
static const char *reference_of(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\t': /* as they are, attributes would turn both into blanks */
		return "&#9;";
	case '\n':
		return "&#10;";
	default:
		return NULL;
	}
}

/* U+FFFE and U+FFFF are UTF-8, but no characters of XML 1.0. */
static bool is_no_character(uint32_t code)
{
	return code == 0xFFFE || code == 0xFFFF;
}

void escape_put_xml(struct buffer *buffer, const char *text, size_t length)
{
	size_t bytes;

	for (size_t at = 0; at < length; at += bytes) {
		uint32_t code = utf8_decode(text + at, length - at, &bytes);
		const char *reference = reference_of(text[at]);

		if (reference)
			buffer_puts(buffer, reference);
		else if (is_no_character(code))
			buffer_printf(buffer, "\\u{%04X}", (unsigned)code);
		else
			utf8_put_safe(buffer, text + at, bytes);
	}
}

void escape_puts_xml(struct buffer *buffer, const char *text)
{
	escape_put_xml(buffer, text, strlen(text));
}

static bool is_unreserved(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		(byte >= '0' && byte <= '9') || (byte && strchr("-._~", byte));
}

void escape_puts_uri(struct buffer *buffer, const char *path)
{
	for (; *path; path++) {
		if (is_unreserved(*path) || *path == '/')
			buffer_putc(buffer, *path);
		else
			buffer_printf(buffer, "%%%02X", (unsigned char)*path);
	}
}
