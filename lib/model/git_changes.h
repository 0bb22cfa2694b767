/*
 * What differs between two commits, or a commit and the files on disk, as git's listings tell.
 * Private to lib/model.
 */
#ifndef MODEL_GIT_CHANGES_H
#define MODEL_GIT_CHANGES_H

#include "git.h"

/* A path from the top, lives for the call; one may come twice. */
typedef void (*git_path_visitor)(void *context, const char *path);

/*
 * Visits what differs at and below a path from the top (".": everywhere). The commits are full
 * hashes; `to` NULL: the files on disk, also those that git does not know of, or is told to
 * ignore. No filter of the repository runs for that.
 *
 * 0 or errno: then all may differ. So it is for files on disk when the index has been told
 * not to look at some of them, is in the middle of a merge, or other repositories lie there.
 */
int git_changes(struct git *git, const char *from, const char *to, const char *path,
	git_path_visitor visit, void *context);

#endif
