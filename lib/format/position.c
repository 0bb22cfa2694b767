#include "position.h"

#include <string.h>

#include "partner/utf8.h"

const struct point point_start = {0, 0, 1, 1};

/* Moves on by one character of valid UTF-8. */
static void step(struct point *point, const char *text, size_t length)
{
	size_t bytes;
	uint32_t c = utf8_decode(text + point->byte, length - point->byte, &bytes);
	bool inside = c == '\r' && point->byte + 1 < length && text[point->byte + 1] == '\n';

	point->byte += bytes;
	point->index++;
	if ((c == '\n' || c == '\r') && !inside) {
		point->line++;
		point->column = 1;
	} else {
		point->column++;
	}
}

struct point point_at_byte(const char *text, size_t length, size_t byte)
{
	struct point point = point_start;

	while (point.byte < byte && point.byte < length)
		step(&point, text, length);
	return point;
}

void point_seek(struct point *point, const char *text, size_t length, size_t index)
{
	if (index < point->index)
		*point = point_start;
	while (point->index < index && point->byte < length)
		step(point, text, length);
}

struct point point_at_index(const char *text, size_t length, size_t index)
{
	struct point point = point_start;

	point_seek(&point, text, length, index);
	return point;
}

struct span point_span(struct point point)
{
	return (struct span){point.line, point.column, point.line, point.column};
}

static bool has(const char *text, size_t length, const char *bytes, size_t n)
{
	const char *end = text + length;

	for (const char *at = text; (size_t)(end - at) >= n; at++) {
		at = memchr(at, (unsigned char)bytes[0], (size_t)(end - at) - n + 1);
		if (!at)
			return false;
		if (!memcmp(at, bytes, n))
			return true;
	}
	return false;
}

bool has_odd_breaks(const char *text, size_t length)
{
	return has(text, length, "\xC2\x85", 2) || has(text, length, "\xE2\x80\xA8", 3) ||
		has(text, length, "\xE2\x80\xA9", 3);
}
