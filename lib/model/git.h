/*
 * git: revisions and objects of the repository that the current folder lies in, read by one
 * `git cat-file --batch`. Nothing is written, no hook, filter or helper of the repository
 * runs, nothing is fetched. Private to lib/model.
 */
#ifndef MODEL_GIT_H
#define MODEL_GIT_H

#include <stdbool.h>
#include <stddef.h>

#include "git_process.h"
#include "partner/buffer.h"

#define GIT_HEX 65 /* SHA-256 in hex with its NUL; SHA-1 takes 41 */

/* The name of an object, in lower-case hex. */
struct git_oid {
	char hex[GIT_HEX];
};

struct git;

/*
 * Nothing is started before it is needed. Of `environment` (closed by NULL; NULL: nothing)
 * only what git needs to find itself, its configuration and the repository is handed on.
 */
struct git *git_new(char *const *environment);
void git_free(struct git *git);

/*
 * The commit that `revision` means, and its tree. It never becomes an argument of git, so it
 * cannot be taken for an option. 0 or errno; then git_reason says more.
 */
int git_commit(struct git *git, const char *revision, struct git_oid *commit, struct git_oid *tree);

/* The bytes of an object, of one with more than `most` only so many; replaces `text`. */
int git_read(struct git *git, const struct git_oid *oid, size_t most, struct buffer *text);

/* The same for files: small ones that were read lately are remembered. */
int git_read_blob(struct git *git, const struct git_oid *oid, size_t most, struct buffer *text);

/* The current folder in the repository: "" at the top, else it ends in `/`. 0 or errno. */
int git_folder(struct git *git, const char **folder);

/* The current folder is one of files, and not of a bare repository or of git's own. */
bool git_has_files(struct git *git);

/* Starts git with these arguments, PROCESS_GIT first. 0 or errno. */
int git_start(struct git *git, struct process *process, const char *const *arguments,
	enum process_stream heard);

/*
 * Hands out what a process that git_start() has started prints, one item after the other, each
 * of which it ends with a NUL; then it is no more. 0; ECANCELED when the listener has had
 * enough, and said false; else errno: git has failed, or its last item has no end.
 */
typedef bool (*git_listener)(void *context, const char *item);
int git_hear(struct process *process, git_listener listen, void *context);

/* Both: starts git with these arguments, PROCESS_GIT first, and hears it. */
int git_list(struct git *git, const char *const *arguments, git_listener listen, void *context);

/* This copy of the repository does not have all of its history. */
bool git_is_shallow(const struct git *git);

/* Why the last call failed; lives as long as `git`. */
const char *git_reason(const struct git *git);

/* This very text is the reason outside of a repository. */
extern const char git_no_repository[];

#endif
