/*
 * Git repositories as tests want them: hashes are the same everywhere, and nothing of the
 * user's own configuration counts.
 */
#ifndef UNIT_REPOSITORY_H
#define UNIT_REPOSITORY_H

#include "tree.h"

/* For cmocka: as tree_begin and tree_end, with an empty repository, branch `main`. */
int repository_begin(void **state);
int repository_end(void **state);

/* Runs a line of shell, which has to succeed. */
void shell(const char *line);

/* Commits all that is in the current folder. */
void commit(const char *message);

/* Puts a script in the place of git; in it "$GIT" is the real one. */
void replace_git(const char *script);

/* Takes git away altogether, and gives the real one back. */
void remove_git(void);
void restore_git(void);

/* Options with the environment that git needs. */
struct source_options git_options(void);

/* As tree_check, each path with the revision before it, and why it is unreadable. */
void git_check(const char *operands, const char *expected);

#endif
