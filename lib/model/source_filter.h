/*
 * Which names of a folder matter to a walk. Private to lib/model.
 */
#ifndef MODEL_SOURCE_FILTER_H
#define MODEL_SOURCE_FILTER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Partner files, companion folders and links of these stems, and the folders on the way there.
 * The stems are sorted by bytes, each once; all have the same `start` bytes first, which lead
 * to the folder.
 */
struct filter {
	const char *const *stems;
	size_t n;
	size_t start;
};

/* How much of a file's path is the stem that what it holds belongs to: "a/b" for "a/b.yaml" and
 * "a/b.d/c.yaml". 0 when no walk reads it: a name has a leading dot. */
size_t filter_stem(const char *path);

/* X of a folder's name X.d, 0 when it is no companion's. */
size_t filter_companion(const char *name, size_t length);

/* What of it matters in a folder of the folder; without stems when nothing does. */
struct filter filter_enter(const struct filter *filter, const char *name, size_t length);

/* A file, link, or folder of companions matters; NULL: all do. */
bool filter_has(const struct filter *filter, const char *name, size_t length);

/* Something of this name may matter; NULL: all does. */
bool filter_may_have(const struct filter *filter, const char *name);

#endif
