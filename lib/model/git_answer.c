/* The first line of an answer of `git cat-file --batch`. */
#include "git_answer.h"

#include <stdint.h>
#include <string.h>

static size_t hex_length(const char *line, size_t length)
{
	size_t n = 0;

	while (n < length && memchr("0123456789abcdef", line[n], 16))
		n++;
	return n < length && line[n] == ' ' && (n == 40 || n == 64) ? n : 0;
}

bool answer_header(const char *line, size_t length, struct git_oid *oid, size_t *size)
{
	size_t hex = hex_length(line, length);
	size_t digits = length;
	size_t sum = 0;

	while (digits > 0 && line[digits - 1] >= '0' && line[digits - 1] <= '9')
		digits--;
	if (hex == 0 || digits <= hex || digits == length || line[digits - 1] != ' ')
		return false;
	for (; digits < length; digits++) {
		if (sum > (SIZE_MAX - 9) / 10)
			return false;
		sum = sum * 10 + (size_t)(line[digits] - '0');
	}
	*oid = (struct git_oid){0};
	memcpy(oid->hex, line, hex);
	*size = sum;
	return true;
}

bool answer_ends_in(const char *line, size_t length, const char *end)
{
	size_t size = strlen(end);

	return length >= size && memcmp(line + length - size, end, size) == 0;
}
