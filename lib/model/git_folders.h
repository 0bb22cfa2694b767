/*
 * What lies where in the tree of a commit. Folders are read when they are needed, and those
 * used lately are kept. Private to lib/model.
 */
#ifndef MODEL_GIT_FOLDERS_H
#define MODEL_GIT_FOLDERS_H

#include "git.h"

enum git_kind { GIT_FILE, GIT_FOLDER, GIT_LINK, GIT_MODULE };

struct git_node {
	enum git_kind kind;
	struct git_oid oid;
};

struct git_folders;

struct git_folders *git_folders_new(struct git *git);
void git_folders_free(struct git_folders *folders);

/*
 * Follows a path, and the links on it, from a folder `top` that nothing lies above; a link at
 * its end only when `follow`. 0; ENOENT when it leads nowhere, EXDEV when out of `top`, ELOOP
 * after too many links, else trouble that git_reason() tells.
 */
int git_find(struct git_folders *folders, const struct git_oid *top, const char *path, bool follow,
	struct git_node *node);

/* What a folder holds, in its order, for a caller that looks for more meanwhile. */
typedef void (*git_visitor)(void *context, const char *name, enum git_kind kind);
int git_visit(
	struct git_folders *folders, const struct git_oid *oid, git_visitor visit, void *context);

#endif
