#include "partner/trail.h"

/* The escapes of RFC 6901: `~` becomes ~0 and `/` becomes ~1. */
static size_t escaped_length(const char *key)
{
	size_t length = 0;

	for (; *key; key++)
		length += *key == '~' || *key == '/' ? 2 : 1;
	return length;
}

static char *put_escaped(char *to, const char *key)
{
	for (; *key; key++) {
		if (*key == '~' || *key == '/') {
			*to++ = '~';
			*to++ = *key == '~' ? '0' : '1';
		} else {
			*to++ = *key;
		}
	}
	return to;
}

/* Enough for the digits of any size_t. */
#define INDEX_SIZE 20

static size_t step_length(const struct trail *step)
{
	return 1 + (step->key ? escaped_length(step->key) : INDEX_SIZE);
}

/* Writes the steps from the top down, so that the recursion goes up first. */
static char *put_steps(char *to, const struct trail *trail)
{
	char digits[INDEX_SIZE];
	size_t n = 0, index;

	if (!trail)
		return to;
	to = put_steps(to, trail->up);
	*to++ = '/';
	if (trail->key)
		return put_escaped(to, trail->key);
	index = trail->index;
	do {
		digits[n++] = (char)('0' + index % 10);
		index /= 10;
	} while (index);
	while (n)
		*to++ = digits[--n];
	return to;
}

const char *trail_pointer(struct arena *arena, const struct trail *trail)
{
	size_t length = 1;
	char *pointer, *end;

	if (!trail)
		return "";
	for (const struct trail *step = trail; step; step = step->up)
		length += step_length(step);
	pointer = arena_alloc(arena, length);
	end = put_steps(pointer, trail);
	*end = '\0';
	return pointer;
}
