/* A walk holds the listings of the folders between its top and where it is, and no more. */
#include "source_walk.h"

#include <assert.h>
#include <string.h>

#include "source_path.h"

struct walk_folder {
	struct walk_folder *up;
	struct arena arena; /* holds this struct and the path */
	const char *path;
	struct listing listing;
	const struct entry *next;
	const struct entry *end;
	struct filter only;
	bool all; /* there is no filter */
};

static const struct filter *filter_of(const struct walk_folder *folder)
{
	return folder->all ? NULL : &folder->only;
}

/* The filter is the folder's, NULL for all. */
static int enter(
	struct walk *walk, const char *path, enum read_trust trust, const struct filter *only)
{
	struct listing listing = {0};
	struct arena arena = {0};
	struct walk_folder *folder;
	int error = walk->tree->driver->list(walk->tree, path, trust, only, &listing);

	if (error)
		return error;
	folder = ARENA_NEW(&arena, struct walk_folder);
	folder->all = !only;
	if (only)
		folder->only = *only;
	folder->path = arena_copy(&arena, path, strlen(path));
	folder->up = walk->top;
	folder->listing = listing;
	folder->next = listing.entries;
	folder->end = listing.n ? listing.entries + listing.n : NULL;
	folder->arena = arena;
	walk->top = folder;
	return 0;
}

static void leave(struct walk *walk)
{
	struct arena arena = walk->top->arena;

	listing_free(&walk->top->listing);
	walk->top = walk->top->up;
	arena_free(&arena);
}

/* Without the slash of a folder. */
static size_t name_length(const struct entry *entry)
{
	return strlen(entry->name) - (entry->kind == ENTRY_FOLDER);
}

/* X.yaml or X.yml stands beside. */
static bool has_partner(
	struct arena *arena, const struct listing *listing, const char *name, size_t stem)
{
	return listing_has(listing, arena_printf(arena, "%.*s.yaml", (int)stem, name)) ||
		listing_has(listing, arena_printf(arena, "%.*s.yml", (int)stem, name));
}

/* ---- visits ---- */

static bool holds_yaml(const struct listing *listing)
{
	for (size_t i = 0; i < listing->n; i++)
		if (listing->entries[i].kind == ENTRY_FILE)
			return true;
	return false;
}

/* A companion folder without a partner; false when there is nothing to say about it. */
static bool visit_orphan(const struct walk *walk, struct walk_item *item)
{
	struct listing inside = {0};
	bool orphan;

	item->error = walk->tree->driver->list(walk->tree, item->path, READ_FOUND, NULL, &inside);
	item->kind = item->error ? SOURCE_UNREADABLE : SOURCE_ORPHAN;
	orphan = holds_yaml(&inside);
	listing_free(&inside);
	return item->error || orphan;
}

/* False when it is not to be entered, or can be. */
static bool visit_folder(struct walk *walk, const struct entry *entry, struct walk_item *item)
{
	const struct filter *only = filter_of(walk->top);
	struct filter inside;

	if (only) {
		inside = filter_enter(only, entry->name, name_length(entry));
		if (inside.n == 0)
			return false;
	}
	item->error = enter(walk, item->path, READ_FOUND, only ? &inside : NULL);
	item->kind = SOURCE_UNREADABLE;
	return item->error != 0;
}

/* False when the entry gives no item. */
static bool visit(
	struct walk *walk, struct arena *arena, const struct entry *entry, struct walk_item *item)
{
	const struct walk_folder *folder = walk->top;
	size_t stem = filter_companion(entry->name, name_length(entry));

	if (path_is_surroundings(entry->name))
		return false;
	/* Companions, and a link in their place, are the partner's to find. */
	if (stem && has_partner(arena, &folder->listing, entry->name, stem))
		return false;
	item->path = path_clean(arena, path_join(arena, folder->path, entry->name));
	if (entry->kind == ENTRY_FOLDER && !stem)
		return visit_folder(walk, entry, item);
	if (!filter_has(filter_of(folder), entry->name, name_length(entry)))
		return false;
	if (entry->kind == ENTRY_FOLDER)
		return visit_orphan(walk, item);
	item->kind = entry->kind == ENTRY_FILE ? SOURCE_DOCUMENT : SOURCE_SKIPPED;
	return true;
}

int walk_begin(struct walk *walk, struct place top, const struct filter *only)
{
	assert(!walk->top);
	walk->tree = top.tree;
	return enter(walk, top.path, READ_NAMED, only);
}

bool walk_next(struct walk *walk, struct arena *arena, struct walk_item *item)
{
	bool found = false;

	*item = (struct walk_item){0};
	while (walk->top && !found) {
		if (walk->top->next == walk->top->end)
			leave(walk);
		else
			found = visit(walk, arena, walk->top->next++, item);
	}
	if (item->error)
		item->reason = tree_reason(walk->tree);
	return found;
}

void walk_end(struct walk *walk)
{
	while (walk->top)
		leave(walk);
}
