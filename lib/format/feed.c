#include "feed.h"

#include <string.h>

#include "eight.h"
#include "partner/utf8.h"

/* How far libyaml looks ahead of the character that it is at, and more. */
#define PADDING 8

/* Whether eight bytes are all ends of lines or in 0x20…0x7E. */
static bool eight_are_plain(const char *text)
{
	uint64_t word = eight_at(text), control = ~eight_from(0x20, word);

	return !eight_any(
		word | eight_from(0x7F, word) | (eight_others_than('\n', word) & control));
}

static bool is_plain(char byte)
{
	return (byte >= 0x20 && byte <= 0x7E) || byte == '\n' || byte == '\r' || byte == '\t';
}

size_t feed_plain_length(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		if (length - at >= 8 && eight_are_plain(text + at))
			at += 8;
		else if (is_plain(text[at]))
			at++;
		else
			return at;
	}
	return length;
}

/* What libyaml's reader lets through besides: the printable characters of YAML 1.1. */
static bool is_printable(uint32_t code)
{
	return code == 0x85 || (code >= 0xA0 && code != 0xFFFE && code != 0xFFFF);
}

static bool all_printable(const char *text, size_t length, size_t plain)
{
	size_t bytes;

	for (size_t at = plain; at < length; at += feed_plain_length(text + at, length - at)) {
		if (!is_printable(utf8_decode(text + at, length - at, &bytes)))
			return false;
		at += bytes;
	}
	return true;
}

/*
 * The reader of libyaml decodes each character, looks whether it may stand there, and encodes
 * it again into the buffer that the scanner reads: an eighth of all its time. Where every
 * character may, the text is what would come out; so it becomes what is left to scan, with
 * nothing behind it, closed by the NUL that the scanner ends at. The reader's own buffer stays
 * for libyaml to free.
 */
static void feed_scanner(
	yaml_parser_t *parser, struct arena *arena, const char *text, size_t length)
{
	unsigned char *copy = arena_take(arena, length + PADDING);

	if (length)
		memcpy(copy, text, length);
	memset(copy + length, '\0', PADDING);
	parser->buffer.pointer = copy;
	parser->buffer.last = copy + length + 1;
	parser->unread = length + 1; /* characters: not more than bytes */
	parser->eof = 1;
}

void feed_parser(
	yaml_parser_t *parser, struct arena *arena, const char *text, size_t length, size_t plain)
{
	yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(parser, (const unsigned char *)text, length);
	if (all_printable(text, length, plain))
		feed_scanner(parser, arena, text, length);
}
