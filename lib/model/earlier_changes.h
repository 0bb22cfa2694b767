/*
 * Who changed the files of a document since a revision. Private to lib/model.
 */
#ifndef MODEL_EARLIER_CHANGES_H
#define MODEL_EARLIER_CHANGES_H

#include "partner/arena.h"
#include "partner/buffer.h"
#include "source_operand.h"

struct change;

/* Ready when all zeros but for the first two. */
struct changes {
	const char *from; /* full hash */
	const char *top;  /* real path of the folder that paths start at */
	struct arena arena;
	const char *of; /* the path that changes_begin got last */
	struct change *items;
	size_t n, capacity;
	struct buffer then, now;
};

/* The document of the file `path` comes next: what is known of others is forgotten. */
void changes_begin(struct changes *changes, const char *path);

/* As earlier_changed. Each file is asked for once. Lives until the next changes_begin. */
const char *changes_find(
	struct changes *changes, struct trees *trees, const struct tree *tree, const char *path);

void changes_free(struct changes *changes);

#endif
