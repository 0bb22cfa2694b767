/* JSON tokens, written straight into a buffer. */
#include "partner/json.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eight.h"
#include "partner/utf8.h"

/* Magnitudes that buffer_put_fixed prints are below this. */
#define FIXED_LIMIT 9e15

/* Whole doubles below this are exact. */
#define WHOLE_LIMIT 9007199254740992.0

static void break_line(struct json_writer *json)
{
	if (!json->indent)
		return;
	buffer_putc(json->out, '\n');
	buffer_fill(json->out, ' ', (size_t)json->indent * json->depth);
}

/* What stands before a key, or before a value that has none. */
static void separate(struct json_writer *json)
{
	if (json->place == JSON_AT_START || json->place == JSON_AFTER_KEY)
		return;
	if (json->place == JSON_AFTER_VALUE)
		buffer_putc(json->out, ',');
	break_line(json);
}

static void end_value(struct json_writer *json)
{
	json->place = json->depth ? JSON_AFTER_VALUE : JSON_AT_START;
}

static void put_word(struct json_writer *json, const char *word, size_t length)
{
	separate(json);
	buffer_add(json->out, word, length);
	end_value(json);
}

static void begin(struct json_writer *json, char bracket)
{
	separate(json);
	buffer_putc(json->out, bracket);
	json->depth++;
	json->place = JSON_AFTER_OPENING;
}

static void end(struct json_writer *json, char bracket)
{
	assert(json->depth && json->place != JSON_AFTER_KEY);
	json->depth--;
	if (json->place == JSON_AFTER_VALUE)
		break_line(json);
	buffer_putc(json->out, bracket);
	end_value(json);
}

void json_begin_object(struct json_writer *json)
{
	begin(json, '{');
}

void json_end_object(struct json_writer *json)
{
	end(json, '}');
}

void json_begin_array(struct json_writer *json)
{
	begin(json, '[');
}

void json_end_array(struct json_writer *json)
{
	end(json, ']');
}

/* A bit for each byte: printable ASCII but for the quote and the backslash. */
static const uint32_t plain_bytes[8] = {0, 0xFFFFFFFB, 0xEFFFFFFF, 0x7FFFFFFF};

static bool is_plain(char byte)
{
	unsigned char place = (unsigned char)byte;
	return plain_bytes[place / 32] >> place % 32 & 1;
}

static bool eight_are_plain(const char *text)
{
	uint64_t word = eight_at(text);
	uint64_t plain = eight_from(0x20, word);
	plain &= eight_others_than('"', word) & eight_others_than('\\', word);
	return !eight_any(word | eight_from(0x7F, word) | ~plain);
}

/* Bytes at the start of `text` that are printable ASCII and need no escape. */
static size_t plain_length(const char *text, size_t length)
{
	size_t n = 0;
	while (length - n >= sizeof(uint64_t) && eight_are_plain(text + n))
		n += sizeof(uint64_t);
	while (n < length && is_plain(text[n]))
		n++;
	return n;
}

static void put_escape(struct buffer *out, uint32_t code)
{
	static const char controls[] = "\b\f\n\r\t\"\\";
	static const char letters[] = "bfnrt\"\\";
	const char *control = code ? strchr(controls, (int)code) : NULL;
	if (control && code < 0x80) {
		buffer_putc(out, '\\');
		buffer_putc(out, letters[control - controls]);
	} else {
		buffer_printf(out, "\\u%04x", (unsigned)code);
	}
}

/* Appends text that is not plain throughout, without its quotes. */
static void put_escaped(struct buffer *out, const char *text, size_t length)
{
	size_t from = 0;
	size_t at = 0;
	while ((at += plain_length(text + at, length - at)) < length) {
		size_t bytes;
		uint32_t code = utf8_decode(text + at, length - at, &bytes);
		if (utf8_is_harmless(code) && bytes > 1) {
			at += bytes;
			continue;
		}
		buffer_add(out, text + from, at - from);
		put_escape(out, code);
		at += bytes;
		from = at;
	}
	buffer_add(out, text + from, length - from);
}

/* Text and quotes in one piece. */
static void put_plain(struct buffer *out, const char *text, size_t length)
{
	char *end = buffer_reserve(out, length + 2);
	end[0] = '"';
	if (length)
		memcpy(end + 1, text, length);
	end[length + 1] = '"';
	out->length += length + 2;
}

/* The last eight are looked at in one piece, too: some of them twice. */
static bool all_plain(const char *text, size_t length)
{
	size_t at = 0;
	if (length < sizeof(uint64_t))
		return plain_length(text, length) == length;
	for (; length - at > sizeof(uint64_t); at += sizeof(uint64_t))
		if (!eight_are_plain(text + at))
			return false;
	return eight_are_plain(text + length - sizeof(uint64_t));
}

static void put_quoted(struct buffer *out, const char *text, size_t length)
{
	if (all_plain(text, length)) {
		put_plain(out, text, length);
		return;
	}
	buffer_putc(out, '"');
	put_escaped(out, text, length);
	buffer_putc(out, '"');
}

static void begin_key(struct json_writer *json)
{
	assert(json->depth && json->place != JSON_AFTER_KEY);
	separate(json);
}

static void end_key(struct json_writer *json)
{
	buffer_add(json->out, ": ", json->indent ? 2 : 1);
	json->place = JSON_AFTER_KEY;
}

void json_put_key(struct json_writer *json, const char *key)
{
	begin_key(json);
	put_quoted(json->out, key, strlen(key));
	end_key(json);
}

/*
 * All in one piece, for cards are full of names: the separator, the name between its quotes
 * and the colon.
 */
static void put_label(struct json_writer *json, const char *name, size_t length)
{
	char *start = buffer_reserve(json->out, length + 4);
	char *end = start;

	assert(json->depth && json->place != JSON_AFTER_KEY);
	*end = ',';
	end += json->place == JSON_AFTER_VALUE;
	*end++ = '"';
	memcpy(end, name, length);
	end += length;
	*end++ = '"';
	*end++ = ':';
	json->out->length += (size_t)(end - start);
	json->place = JSON_AFTER_KEY;
}

void json_put_label(struct json_writer *json, const char *name, size_t length)
{
	if (!json->indent) {
		put_label(json, name, length);
		return;
	}
	begin_key(json);
	put_plain(json->out, name, length);
	end_key(json);
}

void json_put_name(struct json_writer *json, const char *name)
{
	json_put_label(json, name, strlen(name));
}

void json_put_text(struct json_writer *json, const char *text, size_t length)
{
	separate(json);
	put_quoted(json->out, text, length);
	end_value(json);
}

void json_put_string(struct json_writer *json, const char *string)
{
	if (string)
		json_put_text(json, string, strlen(string));
	else
		json_put_null(json);
}

void json_begin_text(struct json_writer *json)
{
	separate(json);
	buffer_putc(json->out, '"');
}

void json_end_text(struct json_writer *json)
{
	buffer_putc(json->out, '"');
	end_value(json);
}

void json_put_word(struct json_writer *json, const char *word, size_t length)
{
	separate(json);
	put_plain(json->out, word, length);
	end_value(json);
}

void json_put_whole(struct json_writer *json, int64_t value)
{
	separate(json);
	buffer_put_whole(json->out, value);
	end_value(json);
}

/* Leaves out the zeros at the end, but for one after the point. */
static void trim_zeros(struct buffer *out)
{
	while (out->data[out->length - 1] == '0' && out->data[out->length - 2] != '.')
		out->length--;
}

void json_put_real(struct json_writer *json, double value, int decimals)
{
	if (!isfinite(value)) {
		json_put_null(json);
		return;
	}
	separate(json);
	if (fabs(value) >= FIXED_LIMIT) {
		buffer_printf(json->out, "%.0f.0", value);
	} else if (value == (double)(int64_t)value) {
		buffer_put_whole(json->out, (int64_t)value);
		buffer_add(json->out, ".0", 2);
	} else {
		buffer_put_fixed(json->out, value, decimals);
		if (decimals)
			trim_zeros(json->out);
		else
			buffer_add(json->out, ".0", 2);
	}
	end_value(json);
}

void json_put_number(struct json_writer *json, double value)
{
	char text[32];
	if (!isfinite(value)) {
		json_put_null(json);
		return;
	}
	if (fabs(value) < WHOLE_LIMIT && value == (double)(int64_t)value) {
		json_put_whole(json, (int64_t)value);
		return;
	}
	/* What somebody wrote has mostly at most 15 digits, which always survive. */
	int length = snprintf(text, sizeof(text), "%.15g", value);
	if (strtod(text, NULL) != value)
		length = snprintf(text, sizeof(text), "%.17g", value);
	put_word(json, text, (size_t)length);
}

void json_put_truth(struct json_writer *json, bool value)
{
	if (value)
		put_word(json, "true", 4);
	else
		put_word(json, "false", 5);
}

void json_put_null(struct json_writer *json)
{
	put_word(json, "null", 4);
}
