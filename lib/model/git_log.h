/*
 * Who did what when, as git has recorded it. Private to lib/model.
 */
#ifndef MODEL_GIT_LOG_H
#define MODEL_GIT_LOG_H

#include <stdint.h>

#include "git.h"
#include "partner/arena.h"

/* The day, UTC, on which a commit was made by its committer. 0 or errno, EINVAL when it does
 * not say so. */
int git_committed(struct git *git, const char *commit, int32_t *day);

/* Who wrote a commit, and on which day, UTC. */
struct git_author {
	const char *name;
	int32_t day;
};

/*
 * The last commit in `from`..`to`, both full hashes, that changed a file; its path is from the
 * repository's top. False when there is none, or the history that would tell is not here.
 */
bool git_last_change(struct git *git, struct arena *arena, const char *from, const char *to,
	const char *path, struct git_author *author);

#endif
