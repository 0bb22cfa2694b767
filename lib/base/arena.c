/* Arena: a list of blocks, of which the first is filled from the front. */
#include "partner/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK_LEAST ((size_t)64 << 10)
#define BLOCK_MOST ((size_t)1 << 20)

struct arena_block {
	struct arena_block *next;
	size_t size; /* of `bytes` */
	_Alignas(max_align_t) char bytes[];
};

/*
 * Under AddressSanitizer each object is a block of its own and no block outlives a reset, so
 * that an overrun, or a use after the reset, is seen as one of malloc's memory would be.
 */
#ifdef __SANITIZE_ADDRESS__
#define EACH_ALONE true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EACH_ALONE true
#endif
#endif
#ifndef EACH_ALONE
#define EACH_ALONE false
#endif

_Noreturn void arena_exhausted(void)
{
	/* never given back: only one thread may call exit, the others wait here for the end */
	flockfile(stderr);
	fputs("out of memory\n", stderr);
	exit(2);
}

static struct arena_block *block_new(size_t size)
{
	struct arena_block *block;

	if (size > SIZE_MAX - sizeof(*block))
		arena_exhausted();
	block = malloc(sizeof(*block) + size);
	if (!block)
		arena_exhausted();
	block->size = size;
	block->next = NULL;
	return block;
}

static void blocks_free(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
}

/* Makes `block` the one in use, all of it free. */
static void block_use(struct arena *arena, struct arena_block *block)
{
	arena->blocks = block;
	arena->next = block->bytes;
	arena->left = block->size;
}

static size_t size_of_next_block(const struct arena *arena)
{
	if (!arena->blocks || arena->blocks->size < BLOCK_LEAST)
		return BLOCK_LEAST;
	return arena->blocks->size < BLOCK_MOST / 2 ? 2 * arena->blocks->size : BLOCK_MOST;
}

/* A block for one object goes behind the one in use, which keeps its free space. */
static void *take_alone(struct arena *arena, size_t size)
{
	struct arena_block *block = block_new(size);

	if (arena->blocks) {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	} else {
		block_use(arena, block);
		arena->left = 0;
	}
	return block->bytes;
}

void *arena_take_more(struct arena *arena, size_t size)
{
	size_t next_size = size_of_next_block(arena);
	struct arena_block *block;

	if (EACH_ALONE)
		return take_alone(arena, size);
	if (size == 0)
		return arena_take(arena, 1);
	if (size > next_size / 4) {
		if (size > SIZE_MAX - ARENA_ALIGN)
			arena_exhausted();
		return take_alone(arena, (size + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1));
	}
	block = block_new(next_size);
	block->next = arena->blocks;
	block_use(arena, block);
	return arena_take(arena, size);
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	blocks_free(arena->blocks);
	*arena = (struct arena){0};
}

/* Takes the largest block out of the list that is not too large to be kept; NULL: all are. */
static struct arena_block *unlink_kept(struct arena_block **blocks)
{
	struct arena_block **largest = NULL, *block;

	for (struct arena_block **link = blocks; *link; link = &(*link)->next) {
		if ((*link)->size <= BLOCK_MOST && (!largest || (*link)->size > (*largest)->size))
			largest = link;
	}
	if (!largest)
		return NULL;
	block = *largest;
	*largest = block->next;
	block->next = NULL;
	return block;
}

void arena_reset(struct arena *arena)
{
	struct arena_block *kept;

	if (EACH_ALONE || !arena->blocks) {
		arena_free(arena);
		return;
	}
	kept = unlink_kept(&arena->blocks);
	blocks_free(arena->blocks);
	*arena = (struct arena){0};
	if (kept)
		block_use(arena, kept);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		arena_exhausted();
	return arena_alloc(arena, count * size);
}

#define CAPACITY_LEAST 4

void *arena_grow(struct arena *arena, void *items, size_t n, size_t *capacity, size_t size)
{
	void *larger;

	if (n < *capacity)
		return items;
	*capacity = *capacity ? 2 * *capacity : CAPACITY_LEAST;
	larger = arena_array(arena, *capacity, size);
	if (n)
		memcpy(larger, items, n * size);
	return larger;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
	char *copy;

	if (length == SIZE_MAX)
		arena_exhausted();
	copy = arena_take(arena, length + 1);
	if (length)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

/* Tries the free bytes of the block in use first: mostly they are enough. */
char *arena_printf(struct arena *arena, const char *format, ...)
{
	size_t room = arena->left;
	va_list arguments, again;
	int length;
	char *text;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(arena->next, room, format, arguments);
	va_end(arguments);
	assert(length >= 0);
	text = arena_take(arena, (size_t)length + 1);
	if ((size_t)length >= room)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}
