/**
 * Arena: memory that lives and dies together. One per input file, reset and reused, and one
 * per run. Nothing is freed singly.
 */
#ifndef PARTNER_ARENA_H
#define PARTNER_ARENA_H

#include <stddef.h>
#include <string.h>

/** What every allocation is aligned to, and a multiple of. */
#define ARENA_ALIGN _Alignof(max_align_t)

struct arena_block;

/** An arena is ready when it is all zeros. */
struct arena {
	struct arena_block *blocks; /**< the first is the one in use */
	char *next;                 /**< first free byte of the block in use */
	size_t left;                /**< free bytes there, a multiple of ARENA_ALIGN */
};

/** Gives back all memory; the arena is all zeros again. NULL is allowed. */
void arena_free(struct arena *arena);

/** Forgets everything allocated; keeps the largest block of at most 1 MiB for what comes next. */
void arena_reset(struct arena *arena);

/** The slow path of arena_take: what the block in use has no room for, and size 0. */
void *arena_take_more(struct arena *arena, size_t size);

/** As arena_alloc, but the bytes hold anything: for what is filled at once. */
static inline void *arena_take(struct arena *arena, size_t size)
{
	size_t whole = (size + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1);
	char *bytes = arena->next;

	/* A size of 0, or one so large that `whole` wrapped to 0, fails the test as well. */
	if (whole - 1 >= arena->left)
		return arena_take_more(arena, size);
	arena->next += whole;
	arena->left -= whole;
	return bytes;
}

/**
 * `size` zeroed bytes, aligned for any object; two calls never give the same address, even
 * for no bytes. Never NULL: when the system has no memory left, one line goes to standard
 * error and the process exits with status 2.
 */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(arena_take(arena, size), 0, size);
}

/** An array of `count` zeroed objects of `size` bytes; overflow counts as exhaustion. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/**
 * Room for one more: the array of `n` objects of `size` bytes as it is while `*capacity` is
 * more than `n`, else a copy with twice the capacity. `items` may be NULL when `n` is 0.
 */
void *arena_grow(struct arena *arena, void *items, size_t n, size_t *capacity, size_t size);

/** A copy of `length` bytes, closed by a NUL. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/** A formatted string. */
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));

/** A zeroed object of type `type`. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/** Ends the process as arena_alloc does when memory is exhausted; for other allocators. */
_Noreturn void arena_exhausted(void);

#endif
