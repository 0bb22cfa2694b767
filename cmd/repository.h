/**
 * Paths as those see them who look at a repository as a whole: code scanning, merge requests.
 */
#ifndef CMD_REPOSITORY_H
#define CMD_REPOSITORY_H

#include "partner/arena.h"

/** What is known of the folder asked for last. Ready when all zeros. */
struct repository {
	struct arena arena;
	const char *folder; /* as it was named */
	const char *place;  /* from the top; "" at the top, NULL when there is no such folder */
};

/**
 * The path of a file from the top of its repository or, where there is none, from the current
 * folder; absolute when it lies outside. Standard input and what is in no folder that is there
 * keep their name. Links in folders are followed. Lives in `arena`, or is `path` itself.
 */
const char *repository_path(struct repository *repository, struct arena *arena, const char *path);

void repository_free(struct repository *repository);

#endif
