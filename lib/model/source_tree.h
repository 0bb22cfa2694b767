/*
 * Trees: where files lie, on disk or at a git revision. Everything that looks for partner
 * files, companions, policies, people and evidence goes through here, and so works alike in
 * both. Private to lib/model.
 *
 * Paths are paths in the tree: on disk as the user named them, at a revision from the top of
 * the repository, which is ".". Errors are errno, and tree_reason() may say more.
 */
#ifndef MODEL_SOURCE_TREE_H
#define MODEL_SOURCE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "git_folders.h"
#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/source.h"
#include "source_filter.h"
#include "source_read.h"

enum node_kind { NODE_FILE, NODE_FOLDER, NODE_LINK, NODE_OTHER };

enum entry_kind {
	ENTRY_FILE,    /* *.yaml or *.yml */
	ENTRY_FOLDER,  /* its name ends in `/` */
	ENTRY_SKIPPED, /* a link to a folder, a submodule; a link or device of a name as partner
			* files have */
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

/* For those who fill a listing of zeros: all names, then the sorting. */
void listing_add(struct listing *listing, enum entry_kind kind, const char *name);
void listing_sort(struct listing *listing);
bool listing_has(const struct listing *listing, const char *name);
void listing_free(struct listing *listing);

/* What a name led to, links followed. */
struct opened {
	bool folder;
	int fd; /* holds what follows the text read so far; -1: nothing does */
};

struct tree_driver {
	/* What is at a path; no link at its end is followed. */
	int (*look)(struct tree *tree, const char *path, enum node_kind *kind);
	/* Fills a listing of zeros. Left out are names with a leading dot, and what cannot matter
	 * to the filter, NULL for none. */
	int (*list)(struct tree *tree, const char *path, enum read_trust trust,
		const struct filter *only, struct listing *listing);
	/* The file as `text`; of one that is too large only enough to see that. */
	int (*read)(
		struct tree *tree, const char *path, enum read_trust trust, struct buffer *text);
	/* A folder, or the start of a file as `text`: one byte at least, unless it is empty. */
	int (*open)(
		struct tree *tree, const char *path, struct buffer *text, struct opened *opened);
	/* Nothing above this folder counts: it is the top of a repository. */
	bool (*is_top)(struct tree *tree, const char *folder);
	/* Nothing lies above this folder. */
	bool (*is_root)(struct tree *tree, const char *folder);
	bool (*is_same)(struct tree *tree, const char *one, const char *other);
	/* Where a path leads that is meant from the folder of a file, or from the top of its
	 * repository; links are followed. */
	enum source_target (*lead)(
		struct tree *tree, const char *file, bool from_top, const char *path);
};

struct tree {
	const struct tree_driver *driver;
	const char *prefix;   /* before paths in messages: `main~1:`; "" on disk */
	const char *revision; /* the full hash of the commit; NULL on disk, and when unknown */
	const char *reason;   /* why the last call failed; NULL: as errno says */
};

/* A path and the tree it is a path of. */
struct place {
	struct tree *tree;
	const char *path;
};

/* Why the last call for this tree failed, when errno says too little; else NULL. */
const char *tree_reason(const struct tree *tree);

/* The same file of the same tree, by whatever way. */
bool place_is_same(struct place one, struct place other);

/* ---- on disk (source_disk.c) ---- */

struct disk {
	struct tree tree;
	char *file; /* whose folders these are; strings of their own */
	char *folder, *top;
};

void disk_init(struct disk *disk);
void disk_free(struct disk *disk);

/* ---- at a revision (source_revision.c) ---- */

struct revision {
	struct tree tree;
	struct git *git;
	struct git_folders *folders;
	struct git_oid commit, top;
	int error; /* of every call, when the revision cannot be read */
	const char *why;
};

/* `name` is the revision as it was given, `refusal` why it is not even looked for, or NULL. All
 * but `folders` and `git` is copied or lives in the arena. */
void revision_init(struct revision *revision, struct arena *arena, struct git *git,
	struct git_folders *folders, const char *name, const char *refusal);

#endif
