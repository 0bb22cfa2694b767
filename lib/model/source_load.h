/*
 * Loading: from one text to its documents, with companions and people. Private to lib/model.
 */
#ifndef MODEL_SOURCE_LOAD_H
#define MODEL_SOURCE_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/source.h"
#include "source_tree.h"

/* What is ready to be handed out; in the arena of the file at hand. */
struct queue {
	struct arena *arena;
	struct buffer text; /* for what is prepared; its memory is used again */
	struct source *items;
	size_t n;
	size_t capacity;
	size_t next;
};

/* Empties the queue; what it queues from now on is in the arena. */
void queue_begin(struct queue *queue, struct arena *arena);

/* Adds a source of this kind, all else zeros. Valid until the next one is added. The path has
 * to live as long as the queue's arena. */
struct source *queue_add(struct queue *queue, enum source_kind kind, struct place place);

/* The same for what could not be read: the last call for its tree failed so. */
void queue_add_error(struct queue *queue, struct place place, int error);

/* What there is to load, and what serves it. */
struct load {
	struct tree *tree;
	const char *path;   /* lives as long as the queue's arena */
	const char *folder; /* of the operand; lives likewise */
	enum read_trust trust;
	bool standard_input;
	struct buffer *text; /* reused for companions */
	const struct policy_file *policy;
	const struct people_source *people;
};

/* Queues the documents of a text, and what there is to say about its companions before. */
void load_documents(const struct load *load, struct queue *queue);

/* The same for a file whose text is still to be read, into a buffer that is used again. */
void load_file(const struct load *load, struct buffer *text, struct queue *queue);

/* Computes for the documents in the queue what the options want ahead. */
void queue_prepare(struct queue *queue, const struct source_options *options);

#endif
