/* The search is lexical: what lies above "a/b" is "a", wherever a link may lead. */
#include "source_search.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "source_path.h"

/* A file that may not be looked at is there as well: to pass it over would be to guess. */
static bool exists(struct tree *tree, const char *path)
{
	enum node_kind kind;
	int error = tree->driver->look(tree, path, &kind);

	return !error || error == EACCES || error == EIO;
}

static void look_for(
	struct search_memory *memory, const char *folder, const char *name, const char **path)
{
	const char *here;

	if (*path)
		return;
	here = path_join(&memory->arena, folder, name);
	if (exists(memory->tree, here))
		*path = here;
}

/* Adds what `folder` has of what was not found yet. */
static void look(struct search_memory *memory, const char *folder, struct nearest *nearest)
{
	look_for(memory, folder, "policy.yaml", &nearest->policy);
	look_for(memory, folder, "people.yaml", &nearest->people);
}

static bool is_top(const struct search_memory *memory, const char *folder)
{
	return memory->tree->driver->is_top(memory->tree, folder);
}

static bool is_complete(const struct nearest *nearest)
{
	return nearest->policy && nearest->people;
}

/* From the limit up. Only a repository above makes what lies above count. */
static void search_up(struct search_memory *memory)
{
	struct tree *tree = memory->tree;
	const char *folder = memory->limit;
	struct nearest nearest = {0};

	look(memory, folder, &nearest);
	memory->nearest = nearest;
	while (!is_complete(&memory->nearest) && !is_top(memory, folder)) {
		if (tree->driver->is_root(tree, folder))
			return;
		folder = path_above(&memory->arena, folder);
		look(memory, folder, &nearest);
	}
	memory->nearest = nearest;
}

/* From the folder up to below the limit; there the rest is known. */
static void search_down(struct search_memory *memory, const struct nearest *limit)
{
	const char *folder = memory->folder;
	struct nearest *nearest = &memory->nearest;

	while (strcmp(folder, memory->limit) != 0) {
		look(memory, folder, nearest);
		if (is_complete(nearest) || is_top(memory, folder))
			return;
		folder = path_above(&memory->arena, folder);
	}
	if (!nearest->policy)
		nearest->policy = limit->policy;
	if (!nearest->people)
		nearest->people = limit->people;
}

static bool remembers(const struct search_memory *memory, const struct tree *tree,
	const char *folder, const char *limit)
{
	return memory->tree == tree && strcmp(memory->folder, folder) == 0 &&
		strcmp(memory->limit, limit) == 0;
}

static void begin(
	struct search_memory *memory, struct tree *tree, const char *folder, const char *limit)
{
	arena_reset(&memory->arena);
	memory->tree = tree;
	memory->folder = arena_copy(&memory->arena, folder, strlen(folder));
	memory->limit = arena_copy(&memory->arena, limit, strlen(limit));
	memory->nearest = (struct nearest){0};
}

const struct nearest *search_nearest(
	struct search *search, struct tree *tree, const char *folder, const char *limit)
{
	if (remembers(&search->folder, tree, folder, limit))
		return &search->folder.nearest;
	if (!remembers(&search->limit, tree, limit, limit)) {
		begin(&search->limit, tree, limit, limit);
		search_up(&search->limit);
	}
	begin(&search->folder, tree, folder, limit);
	search_down(&search->folder, &search->limit.nearest);
	return &search->folder.nearest;
}

void search_free(struct search *search)
{
	arena_free(&search->folder.arena);
	arena_free(&search->limit.arena);
}
