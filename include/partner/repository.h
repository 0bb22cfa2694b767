/**
 * Paths as those see them who look at a repository as a whole: code scanning, merge requests,
 * git itself.
 */
#ifndef PARTNER_REPOSITORY_H
#define PARTNER_REPOSITORY_H

#include "partner/arena.h"

/** What is known of the folder asked for last. Ready when all zeros but for `top`. */
struct repository {
	const char *top; /**< real path of the one repository that counts; NULL: each file's own */
	struct arena arena;
	const char *folder; /* as it was named */
	const char *place;  /* from the top; "" at the top, NULL when there is no such folder */
};

/**
 * The path of a file from the top of its repository or, where there is none, from the current
 * folder; absolute when it lies outside. Standard input and what is in no folder that is there
 * keep their name. Links in folders are followed. Lives in `arena`, or is `path` itself.
 *
 * Where one repository alone counts it is NULL for all that lies outside of it.
 */
const char *repository_path(struct repository *repository, struct arena *arena, const char *path);

/** The real path of what is there, without links and dots; NULL: nothing is. */
const char *repository_real(struct arena *arena, const char *path);

void repository_free(struct repository *repository);

#endif
