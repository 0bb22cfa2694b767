/*
 * From names to places: which of them mean a path on disk, and which a path at a revision.
 * Private to lib/model.
 */
#ifndef MODEL_SOURCE_OPERAND_H
#define MODEL_SOURCE_OPERAND_H

#include "source_tree.h"

/* The trees of a run: the disk, and each revision that was named. */
struct kept_policy;

/* What runs through the same files share. */
struct trees {
	struct arena arena;
	struct disk disk;
	char *const *environment;
	struct git *git; /* NULL: not needed yet */
	struct git_folders *folders;
	struct revision **revisions;
	size_t n, capacity;
	struct kept_policy *built_in; /* NULL: not needed yet; see source_policy.h */
};

void trees_init(struct trees *trees, char *const *environment);
void trees_free(struct trees *trees);

/* Of all names only "-" does. */
bool names_standard_input(const char *name);

/* A path as it stands, on disk. */
struct place place_on_disk(struct trees *trees, const char *path);

bool place_is_on_disk(struct place place);

/*
 * What an operand other than "-" names; its path in the arena or the operand's own. Whether
 * anything is there, and even the revision, one sees when it is opened.
 */
struct place place_named(struct trees *trees, struct arena *arena, const char *name);

/* A path from the top of the repository at a revision. */
struct place place_at(
	struct trees *trees, struct arena *arena, const char *revision, const char *path);

#endif
