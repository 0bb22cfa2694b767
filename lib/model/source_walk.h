/*
 * Folders: what they hold, and a lazy walk of all partner files below one. Private to
 * lib/model.
 */
#ifndef MODEL_SOURCE_WALK_H
#define MODEL_SOURCE_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/source.h"
#include "source_read.h"

enum entry_kind {
	ENTRY_FILE,    /* *.yaml or *.yml */
	ENTRY_FOLDER,  /* its name ends in `/` */
	ENTRY_SKIPPED, /* a link to a folder; a link or device of a name as partner files have */
};

struct entry {
	const char *name;
	enum entry_kind kind;
};

/* What a folder holds of these kinds, sorted by the bytes of the names. */
struct listing {
	struct buffer names;
	struct entry *entries;
	size_t n;
};

/* Fills a listing of zeros. Names with a leading dot are left out. 0 or errno. */
int listing_read(struct listing *listing, const char *path, enum read_trust trust);
void listing_free(struct listing *listing);

struct walk_folder;

/* A walk in progress; all zeros when there is none. */
struct walk {
	struct walk_folder *top; /* the folder at hand; its memory is bounded by its width */
};

struct walk_item {
	enum source_kind kind; /* SOURCE_DOCUMENT: a file to read */
	const char *path;
	int error;
};

/* Starts at a clean path of a folder; 0, or errno when it cannot be read. */
int walk_begin(struct walk *walk, const char *path);

/* The next one, its path in the arena; false at the end. */
bool walk_next(struct walk *walk, struct arena *arena, struct walk_item *item);

void walk_end(struct walk *walk);

#endif
