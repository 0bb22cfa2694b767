/* The search is lexical: what lies above "a/b" is "a", wherever a link may lead. */
#include "source_search.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include "source_path.h"

/* A file that may not be looked at is there as well: to pass it over would be to guess. */
static bool exists(const char *path)
{
	struct stat what;

	return lstat(path, &what) == 0 || errno == EACCES;
}

static void look_for(struct arena *arena, const char *folder, const char *name, const char **path)
{
	const char *here;

	if (*path)
		return;
	here = path_join(arena, folder, name);
	if (exists(here))
		*path = here;
}

/* Adds what `folder` has of what was not found yet. */
static void look(struct arena *arena, const char *folder, struct nearest *nearest)
{
	look_for(arena, folder, "policy.yaml", &nearest->policy);
	look_for(arena, folder, "people.yaml", &nearest->people);
}

static bool is_top(struct arena *arena, const char *folder)
{
	struct stat what;

	return lstat(path_join(arena, folder, ".git"), &what) == 0;
}

/* Nothing lies above; what cannot be seen counts as nothing. */
static bool is_root(struct arena *arena, const char *folder)
{
	struct stat here, above;

	if (stat(folder, &here) || stat(path_join(arena, folder, ".."), &above))
		return true;
	return here.st_dev == above.st_dev && here.st_ino == above.st_ino;
}

static bool is_complete(const struct nearest *nearest)
{
	return nearest->policy && nearest->people;
}

/* From the limit up. Only a repository above makes what lies above count. */
static void search_up(struct search_memory *memory)
{
	struct arena *arena = &memory->arena;
	const char *folder = memory->limit;
	struct nearest nearest = {0};

	look(arena, folder, &nearest);
	memory->nearest = nearest;
	while (!is_complete(&memory->nearest) && !is_top(arena, folder)) {
		if (is_root(arena, folder))
			return;
		folder = path_above(arena, folder);
		look(arena, folder, &nearest);
	}
	memory->nearest = nearest;
}

/* From the folder up to below the limit; there the rest is known. */
static void search_down(struct search_memory *memory, const struct nearest *limit)
{
	struct arena *arena = &memory->arena;
	const char *folder = memory->folder;
	struct nearest *nearest = &memory->nearest;

	while (strcmp(folder, memory->limit) != 0) {
		look(arena, folder, nearest);
		if (is_complete(nearest) || is_top(arena, folder))
			return;
		folder = path_above(arena, folder);
	}
	if (!nearest->policy)
		nearest->policy = limit->policy;
	if (!nearest->people)
		nearest->people = limit->people;
}

static bool remembers(const struct search_memory *memory, const char *folder, const char *limit)
{
	return memory->folder && strcmp(memory->folder, folder) == 0 &&
		strcmp(memory->limit, limit) == 0;
}

static void begin(struct search_memory *memory, const char *folder, const char *limit)
{
	arena_reset(&memory->arena);
	memory->folder = arena_copy(&memory->arena, folder, strlen(folder));
	memory->limit = arena_copy(&memory->arena, limit, strlen(limit));
	memory->nearest = (struct nearest){0};
}

const struct nearest *search_nearest(struct search *search, const char *folder, const char *limit)
{
	if (remembers(&search->folder, folder, limit))
		return &search->folder.nearest;
	if (!remembers(&search->limit, limit, limit)) {
		begin(&search->limit, limit, limit);
		search_up(&search->limit);
	}
	begin(&search->folder, folder, limit);
	search_down(&search->folder, &search->limit.nearest);
	return &search->folder.nearest;
}

void search_free(struct search *search)
{
	arena_free(&search->folder.arena);
	arena_free(&search->limit.arena);
}
