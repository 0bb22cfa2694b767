#include "yaml_memory.h"

#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
#define SEES_BLOCKS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEES_BLOCKS 1
#endif
#endif

#if defined(__GLIBC__) && !defined(SEES_BLOCKS)

#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>

#define SHORT 64       /* bytes of a block that is kept */
#define SHORT_LIMIT 80 /* a longer one is too long to keep */
#define KEPT_MOST 16   /* blocks of a thread */

/* Of each thread, since libyaml does not say for which parser it asks. */
static _Thread_local struct {
	void *blocks[KEPT_MOST];
	size_t n;
	size_t room; /* 0 until it is certain that they are freed when the thread ends */
} kept;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static bool has_key;

static void end_thread(void *unused)
{
	(void)unused;
	yaml_memory_release();
	kept.room = 0;
}

static void make_key(void)
{
	has_key = pthread_key_create(&key, end_thread) == 0;
}

static void make_room(void)
{
	pthread_once(&once, make_key);
	if (has_key && pthread_setspecific(key, &kept) == 0)
		kept.room = KEPT_MOST;
}

void *yaml_malloc(size_t size)
{
	if (size > SHORT)
		return malloc(size);
	return kept.n ? kept.blocks[--kept.n] : malloc(SHORT);
}

void *yaml_realloc(void *block, size_t size)
{
	if (!block)
		return yaml_malloc(size);
	if (size <= SHORT && malloc_usable_size(block) >= SHORT)
		return block;
	return realloc(block, size ? size : 1);
}

void yaml_free(void *block)
{
	size_t size;

	if (!block)
		return;
	if (!kept.room)
		make_room();
	size = malloc_usable_size(block);
	if (size >= SHORT && size < SHORT_LIMIT && kept.n < kept.room)
		kept.blocks[kept.n++] = block;
	else
		free(block);
}

void yaml_memory_release(void)
{
	while (kept.n)
		free(kept.blocks[--kept.n]);
}

#else

void yaml_memory_release(void)
{
}

#endif
