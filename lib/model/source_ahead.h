/*
 * Reading ahead: files are found by one thread, in order, loaded by several at once, and taken
 * in the order in which they were found. Private to lib/model.
 *
 * The files stand in a ring of a few slots, so that memory is bounded whatever the number of
 * files. The thread that finds and takes loads as well while it would wait: for one job there
 * is no other thread.
 */
#ifndef MODEL_SOURCE_AHEAD_H
#define MODEL_SOURCE_AHEAD_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/source.h"
#include "source_load.h"

/* A file that was found, and once it is loaded its documents. */
struct file_ahead {
	struct arena arena;
	struct load load; /* its text is that of the thread that loads it */
	struct queue queue;
	size_t policies, people; /* so many had been read when it was found */
	bool loaded;
};

struct ahead_thread;

/* The slots of a ring are counted on and on: number n is in slot n modulo their number. */
struct ahead {
	const struct source_options *options;
	struct file_ahead *slots;
	size_t n_slots;
	size_t first, end;  /* of what is in the ring; only the owner moves these */
	struct buffer text; /* of a file; used again */
	struct ahead_thread *threads;
	size_t n_threads;
	pthread_mutex_t lock; /* of all below, and of whether a file that was put is loaded */
	pthread_cond_t more;  /* there is a file to load, or nothing more to do */
	pthread_cond_t done;  /* the first one is loaded */
	size_t next, put;     /* the next file to load, and the end of those */
	bool closing;
};

/* Slots and threads live in the arena. */
void ahead_init(struct ahead *ahead, struct arena *arena, const struct source_options *options);

/* An empty slot to fill; NULL when the ring is full. */
struct file_ahead *ahead_room(struct ahead *ahead);

/* The slot that ahead_room gave is filled. Threads see it when ahead_first is called. */
void ahead_put(struct ahead *ahead);

/* The file that was put first, loaded; NULL when there is none. */
struct file_ahead *ahead_first(struct ahead *ahead);

/* Forgets the first one, and what lives in its arena. */
void ahead_drop(struct ahead *ahead);

bool ahead_is_empty(const struct ahead *ahead);

void ahead_free(struct ahead *ahead);

#endif
