/*
 * Where the nearest policy.yaml and people.yaml are. Private to lib/model.
 */
#ifndef MODEL_SOURCE_SEARCH_H
#define MODEL_SOURCE_SEARCH_H

#include "partner/arena.h"
#include "source_tree.h"

struct nearest {
	const char *policy; /* NULL: none, here and below */
	const char *people;
};

/* The result for one folder, with the paths it was asked with. */
struct search_memory {
	struct arena arena;
	struct tree *tree; /* NULL: not asked yet */
	const char *folder;
	const char *limit;
	struct nearest nearest;
};

/* The last results: files come folder by folder. Ready when all zeros. */
struct search {
	struct search_memory folder; /* of the folder asked for last */
	struct search_memory limit;  /* of the limit asked with last */
};

/*
 * The nearest files of each name in a tree: from `folder` up to the repository's top, or,
 * outside of a repository, up to `limit`, which is `folder` itself or a folder above it. Both
 * paths are clean. Lives until the next call.
 */
const struct nearest *search_nearest(
	struct search *search, struct tree *tree, const char *folder, const char *limit);

void search_free(struct search *search);

#endif
