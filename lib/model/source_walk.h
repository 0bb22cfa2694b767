/*
 * Folders: a lazy walk of all partner files below one. Private to lib/model.
 */
#ifndef MODEL_SOURCE_WALK_H
#define MODEL_SOURCE_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/source.h"
#include "source_tree.h"

struct walk_folder;

/* A walk in progress; all zeros when there is none. */
struct walk {
	struct tree *tree;
	struct walk_folder *top; /* the folder at hand; its memory is bounded by its width */
};

struct walk_item {
	enum source_kind kind; /* SOURCE_DOCUMENT: a file to read */
	const char *path;
	int error;
	const char *reason; /* why, when errno says too little; else NULL */
};

/* Starts at a clean path of a folder; 0, or errno when it cannot be read. Of the filter, NULL
 * for all, the stems have to live as long as the walk. */
int walk_begin(struct walk *walk, struct place top, const struct filter *only);

/* The next one, its path in the arena; false at the end. */
bool walk_next(struct walk *walk, struct arena *arena, struct walk_item *item);

void walk_end(struct walk *walk);

#endif
