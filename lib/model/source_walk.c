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
};

static int enter(struct walk *walk, const char *path, enum read_trust trust)
{
	struct listing listing = {0};
	struct arena arena = {0};
	struct walk_folder *folder;
	int error = walk->tree->driver->list(walk->tree, path, trust, &listing);

	if (error)
		return error;
	folder = ARENA_NEW(&arena, struct walk_folder);
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

/* Files that are no partners, whatever the policy says. */
static bool is_left_out(const char *name)
{
	static const char *const names[] = {"people.yaml", "policy.yaml", "calibration.yaml"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* The length of X in the name `X.d` or `X.d/`, 0 when it is no such name. */
static size_t companion_stem(const char *name)
{
	size_t length = strlen(name);

	if (length && name[length - 1] == '/')
		length--;
	return length > 2 && strncmp(name + length - 2, ".d", 2) == 0 ? length - 2 : 0;
}

/* X.yaml or X.yml stands beside. */
static bool has_partner(
	struct arena *arena, const struct listing *listing, const char *name, size_t stem)
{
	return listing_has(listing, arena_printf(arena, "%.*s.yaml", (int)stem, name)) ||
		listing_has(listing, arena_printf(arena, "%.*s.yml", (int)stem, name));
}

/* ---- filters ---- */

/* Of a name that ends at `end` with a slash or the path. */
static size_t stem_end(const char *path, size_t end)
{
	static const char *const endings[] = {".d", ".yaml", ".yml"};
	size_t start = end;

	while (start > 0 && path[start - 1] != '/')
		start--;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t length = strlen(endings[i]);

		if (end - start > length && memcmp(path + end - length, endings[i], length) == 0)
			return end - length;
	}
	return end;
}

size_t walk_stem(const char *path)
{
	size_t at = 0;

	for (;;) {
		size_t end = at + strcspn(path + at, "/");

		if (path[at] == '.')
			return 0;
		if (path[end] == '\0' || (end - at > 2 && memcmp(path + end - 2, ".d", 2) == 0))
			return stem_end(path, end);
		at = end + 1;
	}
}

/* The first stem that is not less than the text or starts with it. */
static const char *find_stem(const struct walk_filter *filter, const char *text, size_t length)
{
	size_t low = 0, high = filter->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strncmp(filter->stems[middle], text, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == filter->n || strncmp(filter->stems[low], text, length) != 0)
		return NULL;
	return filter->stems[low];
}

/* The entry at this path is to be visited; of a folder, something in it. */
static bool is_wanted(
	const struct walk *walk, struct arena *arena, const struct entry *entry, const char *path)
{
	const char *name = walk->only ? path + walk->start : NULL;
	size_t length = name ? strlen(name) : 0;
	const char *stem;

	if (!name)
		return true;
	if (entry->kind == ENTRY_FOLDER && !companion_stem(entry->name))
		return find_stem(walk->only, arena_printf(arena, "%s/", name), length + 1) != NULL;
	length = stem_end(name, length);
	stem = find_stem(walk->only, name, length);
	return stem && stem[length] == '\0';
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

	item->error = walk->tree->driver->list(walk->tree, item->path, READ_FOUND, &inside);
	item->kind = item->error ? SOURCE_UNREADABLE : SOURCE_ORPHAN;
	orphan = holds_yaml(&inside);
	listing_free(&inside);
	return item->error || orphan;
}

static bool visit_folder(struct walk *walk, struct walk_item *item)
{
	item->error = enter(walk, item->path, READ_FOUND);
	item->kind = SOURCE_UNREADABLE;
	return item->error != 0;
}

/* False when the entry gives no item. */
static bool visit(
	struct walk *walk, struct arena *arena, const struct entry *entry, struct walk_item *item)
{
	const struct walk_folder *folder = walk->top;
	size_t stem = companion_stem(entry->name);

	if (is_left_out(entry->name))
		return false;
	/* Companions, and a link in their place, are the partner's to find. */
	if (stem && has_partner(arena, &folder->listing, entry->name, stem))
		return false;
	item->path = path_clean(arena, path_join(arena, folder->path, entry->name));
	if (!is_wanted(walk, arena, entry, item->path))
		return false;
	if (entry->kind == ENTRY_FOLDER)
		return stem ? visit_orphan(walk, item) : visit_folder(walk, item);
	item->kind = entry->kind == ENTRY_FILE ? SOURCE_DOCUMENT : SOURCE_SKIPPED;
	return true;
}

int walk_begin(struct walk *walk, struct place top, const struct walk_filter *only)
{
	assert(!walk->top);
	walk->tree = top.tree;
	walk->only = only;
	walk->start = path_start(top.path);
	return enter(walk, top.path, READ_NAMED);
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
