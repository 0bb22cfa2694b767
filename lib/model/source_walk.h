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

/*
 * What of a folder is visited: partner files, companion folders and links of these stems.
 * Paths from the walk's top, sorted by bytes; see walk_stem.
 */
struct walk_filter {
	const char *const *stems;
	size_t n;
};

/* A walk in progress; all zeros when there is none. */
struct walk {
	struct tree *tree;
	struct walk_folder *top;        /* the folder at hand; its memory is bounded by its width */
	const struct walk_filter *only; /* NULL: all */
	size_t start;                   /* of what follows the walk's top in a path */
};

struct walk_item {
	enum source_kind kind; /* SOURCE_DOCUMENT: a file to read */
	const char *path;
	int error;
	const char *reason; /* why, when errno says too little; else NULL */
};

/* Starts at a clean path of a folder; 0, or errno when it cannot be read. The filter, if any,
 * has to live as long as the walk. */
int walk_begin(struct walk *walk, struct place top, const struct walk_filter *only);

/* The next one, its path in the arena; false at the end. */
bool walk_next(struct walk *walk, struct arena *arena, struct walk_item *item);

void walk_end(struct walk *walk);

/* How much of a file's path from the walk's top is the stem that what it holds belongs to: "a/b"
 * for "a/b.yaml" and "a/b.d/c.yaml". 0 when no walk reads it: a name has a leading dot. */
size_t walk_stem(const char *path);

#endif
