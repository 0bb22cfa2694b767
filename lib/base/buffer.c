/* Text buffer: grows by doubling; numbers are written without stdio. */
#include "partner/buffer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "partner/arena.h"

#define CAPACITY_LEAST 256
#define MOSTLY_ENOUGH 128 /* bytes for what is printed at once, with its NUL */

void buffer_free(struct buffer *buffer)
{
	if (!buffer)
		return;
	free(buffer->data);
	*buffer = (struct buffer){0};
}

char *buffer_keep(struct buffer *buffer, struct arena *arena)
{
	char *copy = arena_copy(arena, buffer->data, buffer->length);

	buffer_free(buffer);
	return copy;
}

void buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
}

void buffer_grow(struct buffer *buffer, size_t more)
{
	size_t capacity = buffer->capacity ? buffer->capacity : CAPACITY_LEAST;
	char *data;

	if (more > SIZE_MAX / 2 - buffer->length)
		arena_exhausted();
	while (capacity < buffer->length + more)
		capacity *= 2;
	data = realloc(buffer->data, capacity);
	if (!data)
		arena_exhausted();
	buffer->data = data;
	buffer->capacity = capacity;
}

void buffer_fill(struct buffer *buffer, char byte, size_t count)
{
	memset(buffer_reserve(buffer, count), byte, count);
	buffer->length += count;
}

void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
{
	char *end = buffer_reserve(buffer, MOSTLY_ENOUGH);
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(end, MOSTLY_ENOUGH, format, arguments);
	assert(length >= 0);
	if (length >= MOSTLY_ENOUGH) {
		/* One byte more, for the NUL that is not counted. */
		end = buffer_reserve(buffer, (size_t)length + 1);
		vsnprintf(end, (size_t)length + 1, format, again);
	}
	va_end(again);
	buffer->length += (size_t)length;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buffer_vprintf(buffer, format, arguments);
	va_end(arguments);
}

/* The digits of `value`, in front of `end`, at least `least` of them; returns the first. */
static char *digits_before(char *end, uint64_t value, int least)
{
	char *first = end;

	for (; value || least > 0; value /= 10, least--)
		*--first = (char)('0' + value % 10);
	return first;
}

void buffer_put_whole(struct buffer *buffer, int64_t value)
{
	char digits[20];
	char *end = digits + sizeof(digits), *first;

	if (value >= 0 && value < 10) {
		buffer_putc(buffer, (char)('0' + value));
		return;
	}
	first = digits_before(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 1);
	if (value < 0)
		*--first = '-';
	buffer_add(buffer, first, (size_t)(end - first));
}

/* How far short of a half still counts as a half, in last places of |value| = `size`. */
static double half_tolerance(double size, double power)
{
	double tolerance = size * power * 1e-12;

	return tolerance < 1e-3 ? tolerance : 1e-3;
}

void buffer_put_fixed(struct buffer *buffer, double value, int decimals)
{
	static const uint32_t powers[] = {
		1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
	double size = value < 0 ? -value : value;
	char digits[32];
	char *end = digits + sizeof(digits), *first = end;
	uint32_t power, parts;
	uint64_t whole;

	assert(decimals >= 0 && decimals <= 9);
	assert(size < 9e15);
	power = powers[decimals];
	whole = (uint64_t)size;
	/* The fraction alone is scaled: it is exact, and the product stays below 2^30. */
	parts = (uint32_t)((size - (double)whole) * power + 0.5 + half_tolerance(size, power));
	if (parts >= power) {
		whole++;
		parts -= power;
	}
	if (decimals) {
		first = digits_before(first, parts, decimals);
		*--first = '.';
	}
	first = digits_before(first, whole, 1);
	if (value < 0 && (whole || parts))
		*--first = '-';
	buffer_add(buffer, first, (size_t)(end - first));
}
