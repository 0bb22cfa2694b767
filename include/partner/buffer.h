/**
 * Text buffer: bytes that grow at the end. Everything that prints writes into one; only cmd
 * hands them to the system. Memory is malloc'ed; exhaustion ends as in arena.h.
 */
#ifndef PARTNER_BUFFER_H
#define PARTNER_BUFFER_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/** A buffer is ready when it is all zeros. `data` is not NUL-terminated. */
struct buffer {
	char *data;
	size_t length;
	size_t capacity;
};

/** Gives back the memory; the buffer is all zeros again. NULL is allowed. */
void buffer_free(struct buffer *buffer);

/** Moves the contents into the arena, closed by a NUL; the buffer is all zeros again. */
char *buffer_keep(struct buffer *buffer, struct arena *arena);

/** Forgets the contents, keeps the memory. */
void buffer_clear(struct buffer *buffer);

/** Takes more memory, so that there is room for `more` bytes: the slow path of reserving. */
void buffer_grow(struct buffer *buffer, size_t more);

/** Makes room for `more` bytes and returns where they go; `length` is not changed. */
static inline char *buffer_reserve(struct buffer *buffer, size_t more)
{
	if (!buffer->data || more > buffer->capacity - buffer->length)
		buffer_grow(buffer, more);
	return buffer->data + buffer->length;
}

static inline void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
	char *end = buffer_reserve(buffer, length);

	if (length)
		memcpy(end, bytes, length);
	buffer->length += length;
}

static inline void buffer_puts(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, string, strlen(string));
}

static inline void buffer_putc(struct buffer *buffer, char byte)
{
	*buffer_reserve(buffer, 1) = byte;
	buffer->length++;
}

/** Appends `byte` `count` times. */
void buffer_fill(struct buffer *buffer, char byte, size_t count);

void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0), nonnull(2)));

/** Appends a whole number in decimal. */
void buffer_put_whole(struct buffer *buffer, int64_t value);

/**
 * Appends `value` rounded to `decimals` (0 to 9) places, all of them printed: 72.4, -0.5,
 * 0.0 (never -0.0). Halves go away from zero, and are halves of the decimal number that was
 * meant: 0.15 gives 0.2 although the nearest double is a little less. So a value counts as a
 * half when it falls short of one by at most 1e-12 of itself and a thousandth of the last
 * place. `value` must be finite, its magnitude below 9e15.
 */
void buffer_put_fixed(struct buffer *buffer, double value, int decimals);

#endif
