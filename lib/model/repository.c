#define _XOPEN_SOURCE 700 /* realpath, of the X/Open part of POSIX in glibc */

#include "partner/repository.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *repository_real(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = real ? arena_copy(arena, real, strlen(real)) : NULL;

	if (!real && errno == ENOMEM)
		arena_exhausted();
	free(real);
	return copy;
}

static bool is_top(struct arena *arena, const char *folder)
{
	struct stat status;

	return lstat(arena_printf(arena, "%s/.git", folder), &status) == 0;
}

/* The folder or the nearest above it that is the top of a repository; NULL: none is. */
static const char *find_top(struct arena *arena, const char *real)
{
	char *folder = arena_copy(arena, real, strlen(real));

	while (!is_top(arena, folder)) {
		char *slash = strrchr(folder, '/');

		if (!slash || !*folder)
			return NULL;
		*slash = '\0';
	}
	return folder;
}

/* What of `real` follows `top`; NULL when it lies elsewhere. */
static const char *below(const char *real, const char *top)
{
	size_t length = strlen(top);

	if (length && top[length - 1] == '/')
		length--;
	if (strncmp(real, top, length) != 0 || (real[length] && real[length] != '/'))
		return NULL;
	return real[length] ? real + length + 1 : "";
}

static void find(struct repository *repository, const char *path, size_t length)
{
	struct arena *arena = &repository->arena;
	const char *real, *top = repository->top;

	arena_reset(arena);
	repository->folder = arena_copy(arena, path, length);
	real = repository_real(arena, length ? repository->folder : ".");
	if (real && !top)
		top = find_top(arena, real);
	if (real && !top)
		top = repository_real(arena, ".");
	repository->place = real && top ? below(real, top) : NULL;
	if (!repository->place && !repository->top)
		repository->place = real;
}

static bool remembers(const struct repository *repository, const char *path, size_t length)
{
	return repository->folder && strlen(repository->folder) == length &&
		!memcmp(repository->folder, path, length);
}

const char *repository_path(struct repository *repository, struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t length = (size_t)(name - path);
	const char *place;

	if (strcmp(path, "-") == 0)
		return repository->top ? NULL : path;
	if (!remembers(repository, path, length))
		find(repository, path, length);
	place = repository->place;
	if (!place)
		return repository->top ? NULL : path;
	if (!*place)
		return name;
	return arena_printf(arena, strcmp(place, "/") == 0 ? "%s%s" : "%s/%s", place, name);
}

void repository_free(struct repository *repository)
{
	arena_free(&repository->arena);
}
