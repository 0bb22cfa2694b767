/*
 * Paths as texts: joining, going up, names of partner files. Private to lib/model.
 */
#ifndef MODEL_SOURCE_PATH_H
#define MODEL_SOURCE_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"

/* What `name` is called from where `folder` is: "a/b"; an absolute name stays as it is. */
const char *path_join(struct arena *arena, const char *folder, const char *name);

/* Where a name starts in what path_join makes of it and a clean folder. */
size_t path_start(const char *folder);

/* Without slashes and dots at the end that change nothing: "a/./" is "a". */
const char *path_clean(struct arena *arena, const char *path);

/* The folder of a file: "a" for "a/b", "." for "b". */
const char *path_folder(struct arena *arena, const char *path);

/* The folder above a clean folder: "a/b", "a", ".", "..", "../.."; "/" stays. */
const char *path_above(struct arena *arena, const char *folder);

/* Without `.`, `..` and slashes that can be left out: "a" for "./b//../a/"; NULL when it leads
 * above where it starts. */
const char *path_normal(struct arena *arena, const char *path);

/* What follows the last slash. */
const char *path_base(const char *path);

/* How long a file's name is without .yaml or .yml; 0 when it does not end so. */
size_t path_stem(const char *name, size_t length);

/* A name of files that are no partners, whatever the policy says. */
bool path_is_surroundings(const char *name);

#endif
