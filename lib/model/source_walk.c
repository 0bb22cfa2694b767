/* A walk holds the listings of the folders between its top and where it is, and no more. */
#include "source_walk.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source_path.h"

/* ---- listings ---- */

/* What an entry is to us; false when it is nothing. A vanished one is nothing. */
static bool classify(int folder, const char *name, enum entry_kind *kind, int *error)
{
	bool named = path_stem(name) > 0;
	struct stat what;

	if (fstatat(folder, name, &what, AT_SYMLINK_NOFOLLOW)) {
		*error = errno == ENOENT ? 0 : errno;
		return false;
	}
	if (S_ISDIR(what.st_mode))
		*kind = ENTRY_FOLDER;
	else if (S_ISREG(what.st_mode))
		*kind = ENTRY_FILE;
	else
		*kind = ENTRY_SKIPPED;
	if (named || *kind == ENTRY_FOLDER)
		return true;
	return S_ISLNK(what.st_mode) && fstatat(folder, name, &what, 0) == 0 &&
		S_ISDIR(what.st_mode);
}

/* Each name is packed behind a byte with its kind; a folder's is closed by a slash. */
static int pack_names(struct listing *listing, DIR *stream)
{
	const struct dirent *found;
	enum entry_kind kind;
	int error = 0;

	while (errno = 0, (found = readdir(stream))) {
		const char *name = found->d_name;

		if (name[0] == '.')
			continue;
		if (classify(dirfd(stream), name, &kind, &error)) {
			buffer_putc(&listing->names, (char)kind);
			buffer_puts(&listing->names, name);
			if (kind == ENTRY_FOLDER)
				buffer_putc(&listing->names, '/');
			buffer_putc(&listing->names, '\0');
			listing->n++;
		}
		if (error)
			return error;
	}
	return errno;
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static void sort_names(struct listing *listing)
{
	const char *packed = listing->names.data;

	if (listing->n == 0)
		return;
	listing->entries = calloc(listing->n, sizeof(*listing->entries));
	if (!listing->entries)
		arena_exhausted();
	for (size_t i = 0; i < listing->n; i++) {
		listing->entries[i] = (struct entry){packed + 1, (enum entry_kind)packed[0]};
		packed += strlen(packed + 1) + 2;
	}
	qsort(listing->entries, listing->n, sizeof(*listing->entries), compare_entries);
}

int listing_read(struct listing *listing, const char *path, enum read_trust trust)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
	int fd = open(path, trust == READ_FOUND ? flags | O_NOFOLLOW : flags);
	DIR *stream = fd < 0 ? NULL : fdopendir(fd);
	int error;

	if (!stream) {
		error = errno;
		if (fd >= 0)
			close(fd);
		return error;
	}
	error = pack_names(listing, stream);
	closedir(stream);
	if (error)
		listing_free(listing);
	else
		sort_names(listing);
	return error;
}

void listing_free(struct listing *listing)
{
	buffer_free(&listing->names);
	free(listing->entries);
	*listing = (struct listing){0};
}

/* ---- the walk ---- */

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
	int error = listing_read(&listing, path, trust);

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
	const struct entry yaml = {.name = arena_printf(arena, "%.*s.yaml", (int)stem, name)};
	const struct entry yml = {.name = arena_printf(arena, "%.*s.yml", (int)stem, name)};

	return bsearch(&yaml, listing->entries, listing->n, sizeof(yaml), compare_entries) ||
		bsearch(&yml, listing->entries, listing->n, sizeof(yml), compare_entries);
}

static bool holds_yaml(const struct listing *listing)
{
	for (size_t i = 0; i < listing->n; i++)
		if (listing->entries[i].kind == ENTRY_FILE)
			return true;
	return false;
}

/* A companion folder without a partner; false when there is nothing to say about it. */
static bool visit_orphan(struct walk_item *item)
{
	struct listing inside = {0};
	bool orphan;

	item->error = listing_read(&inside, item->path, READ_FOUND);
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
	if (entry->kind == ENTRY_FOLDER)
		return stem ? visit_orphan(item) : visit_folder(walk, item);
	item->kind = entry->kind == ENTRY_FILE ? SOURCE_DOCUMENT : SOURCE_SKIPPED;
	return true;
}

int walk_begin(struct walk *walk, const char *path)
{
	assert(!walk->top);
	return enter(walk, path, READ_NAMED);
}

bool walk_next(struct walk *walk, struct arena *arena, struct walk_item *item)
{
	*item = (struct walk_item){0};
	while (walk->top) {
		if (walk->top->next == walk->top->end)
			leave(walk);
		else if (visit(walk, arena, walk->top->next++, item))
			return true;
	}
	return false;
}

void walk_end(struct walk *walk)
{
	while (walk->top)
		leave(walk);
}
