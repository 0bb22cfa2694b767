/*
 * What `git cat-file --batch` answers with before the bytes of an object. Private to lib/model.
 */
#ifndef MODEL_GIT_ANSWER_H
#define MODEL_GIT_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "git.h"

/* `NAME TYPE SIZE`; false for any other line. */
bool answer_header(const char *line, size_t length, struct git_oid *oid, size_t *size);

/* Whether the line ends in these words. */
bool answer_ends_in(const char *line, size_t length, const char *end);

#endif
