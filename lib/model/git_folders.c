/*
 * A tree object is a row of `MODE NAME`, a NUL and the bytes of the object's name, sorted by
 * bytes as if folders ended in a slash.
 */
#include "git_folders.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "partner/arena.h"

#define FOLDERS_KEPT 256
#define BYTES_KEPT ((size_t)16 << 20)
#define FOLDER_MOST ((size_t)1 << 30)
#define LINKS_MOST 40
#define LINK_MOST 4096

struct item {
	const char *name;
	const char *raw; /* the object's name, not in hex */
	enum git_kind kind;
};

struct folder {
	struct git_oid oid; /* empty: the place is free */
	struct buffer bytes;
	struct item *items;
	size_t n;
	size_t used; /* when it was asked for last */
	bool busy;   /* somebody goes through it */
};

struct git_folders {
	struct git *git;
	size_t clock;
	size_t size; /* of all */
	struct folder kept[FOLDERS_KEPT];
};

struct git_folders *git_folders_new(struct git *git)
{
	struct git_folders *folders = calloc(1, sizeof(*folders));

	if (!folders)
		arena_exhausted();
	folders->git = git;
	return folders;
}

static size_t size_of(const struct folder *folder)
{
	return folder->bytes.length + folder->n * sizeof(*folder->items);
}

static void forget(struct git_folders *folders, struct folder *folder)
{
	folders->size -= size_of(folder);
	buffer_free(&folder->bytes);
	free(folder->items);
	*folder = (struct folder){0};
}

void git_folders_free(struct git_folders *folders)
{
	if (!folders)
		return;
	for (size_t i = 0; i < FOLDERS_KEPT; i++)
		forget(folders, &folders->kept[i]);
	free(folders);
}

/* ---- reading ---- */

/* Of octal digits and a space. */
static enum git_kind kind_of(const char *digits)
{
	unsigned mode = 0;

	for (; *digits != ' '; digits++)
		mode = mode * 8 + (unsigned char)(*digits - '0');
	switch (mode & 0170000) {
	case 0040000:
		return GIT_FOLDER;
	case 0120000:
		return GIT_LINK;
	case 0160000:
		return GIT_MODULE;
	default:
		return GIT_FILE;
	}
}

/* The item at `at`, and where the next one starts; false when what is there is none. */
static bool cut(const struct folder *folder, size_t raw, size_t *at, struct item *item)
{
	const char *bytes = folder->bytes.data + *at;
	size_t left = folder->bytes.length - *at;
	const char *end = memchr(bytes, '\0', left);
	const char *space = end ? memchr(bytes, ' ', (size_t)(end - bytes)) : NULL;

	if (!space || left - (size_t)(end - bytes) - 1 < raw)
		return false;
	*item = (struct item){space + 1, end + 1, kind_of(bytes)};
	*at += (size_t)(end - bytes) + 1 + raw;
	return true;
}

static void cut_all(struct folder *folder)
{
	size_t raw = strlen(folder->oid.hex) / 2;
	size_t capacity = 0;
	struct item item;

	for (size_t at = 0; at < folder->bytes.length && cut(folder, raw, &at, &item);) {
		if (folder->n == capacity) {
			struct item *more;

			capacity = capacity ? 2 * capacity : 16;
			more = realloc(folder->items, capacity * sizeof(*more));
			if (!more)
				arena_exhausted();
			folder->items = more;
		}
		folder->items[folder->n++] = item;
	}
}

static struct folder *find(struct git_folders *folders, const struct git_oid *oid)
{
	for (size_t i = 0; i < FOLDERS_KEPT; i++)
		if (strcmp(folders->kept[i].oid.hex, oid->hex) == 0)
			return &folders->kept[i];
	return NULL;
}

/* The one that nobody has asked for longest, since a time at least; NULL: there is none. */
static struct folder *oldest(struct git_folders *folders, size_t since)
{
	struct folder *found = NULL;

	for (size_t i = 0; i < FOLDERS_KEPT; i++) {
		struct folder *folder = &folders->kept[i];

		if (!folder->busy && folder->used >= since &&
			(!found || folder->used < found->used))
			found = folder;
	}
	return found;
}

/* A free place, or one that is free now. The folder to come is not counted yet. */
static struct folder *make_place(struct git_folders *folders)
{
	struct folder *folder;

	while (folders->size > BYTES_KEPT && (folder = oldest(folders, 1)) != NULL)
		forget(folders, folder);
	folder = oldest(folders, 0);
	forget(folders, folder);
	return folder;
}

static int read_folder(
	struct git_folders *folders, const struct git_oid *oid, struct folder *folder)
{
	int error = git_read(folders->git, oid, FOLDER_MOST, &folder->bytes);

	if (error) {
		buffer_free(&folder->bytes);
		return error;
	}
	folder->oid = *oid;
	cut_all(folder);
	folders->size += size_of(folder);
	return 0;
}

static int open_folder(
	struct git_folders *folders, const struct git_oid *oid, struct folder **opened)
{
	struct folder *folder = find(folders, oid);
	int error;

	if (!folder) {
		folder = make_place(folders);
		error = read_folder(folders, oid, folder);
		if (error)
			return error;
	}
	folder->used = ++folders->clock;
	*opened = folder;
	return 0;
}

static struct git_node node_of(const struct folder *folder, const struct item *item)
{
	static const char digits[] = "0123456789abcdef";
	size_t length = strlen(folder->oid.hex);
	struct git_node node = {.kind = item->kind};

	for (size_t i = 0; i < length; i++) {
		unsigned byte = (unsigned char)item->raw[i / 2];

		node.oid.hex[i] = digits[i % 2 ? byte & 15 : byte >> 4];
	}
	return node;
}

/* ---- looking for names ---- */

struct wanted {
	const char *name;
	size_t length;
	bool folder;
};

/* The byte that a name is sorted by at `at`, which is not behind its end. */
static unsigned byte_at(const char *name, size_t length, bool folder, size_t at)
{
	if (at < length)
		return (unsigned char)name[at];
	return folder ? '/' : '\0';
}

static int compare_items(const void *left, const void *right)
{
	const struct wanted *a = left;
	const struct item *b = right;
	size_t length = strlen(b->name);
	size_t both = a->length < length ? a->length : length;
	int order = memcmp(a->name, b->name, both);
	unsigned next_a = byte_at(a->name, a->length, a->folder, both);
	unsigned next_b = byte_at(b->name, length, b->kind == GIT_FOLDER, both);

	return order ? order : (next_a > next_b) - (next_a < next_b);
}

/* ENOENT when the folder has no such name. */
static int look_up(struct git_folders *folders, const struct git_oid *oid, const char *name,
	size_t length, struct git_node *node)
{
	struct wanted wanted = {name, length, false};
	const struct item *item;
	struct folder *folder;
	int error = open_folder(folders, oid, &folder);

	if (error)
		return error;
	if (folder->n == 0)
		return ENOENT;
	item = bsearch(&wanted, folder->items, folder->n, sizeof(*item), compare_items);
	wanted.folder = true;
	if (!item)
		item = bsearch(&wanted, folder->items, folder->n, sizeof(*item), compare_items);
	if (!item)
		return ENOENT;
	*node = node_of(folder, item);
	return 0;
}

/* ---- following paths ---- */

/* Where a path has led so far: the folders above are known, for links that lead up. */
struct level {
	struct level *above;
	struct git_node node;
};

struct way {
	struct git_folders *folders;
	struct arena arena;
	struct level *at;
	const char *rest;
	unsigned links;
	bool follow;
};

/* The rest of the way is the link's target, and what followed the link. */
static int take_link(struct way *way, const struct git_oid *oid)
{
	struct buffer target = {0};
	int error = git_read_blob(way->folders->git, oid, LINK_MOST, &target);

	if (!error && ++way->links > LINKS_MOST)
		error = ELOOP;
	if (!error && target.length && target.data[0] == '/')
		error = EXDEV;
	if (!error)
		way->rest = arena_printf(
			&way->arena, "%.*s/%s", (int)target.length, target.data, way->rest);
	buffer_free(&target);
	return error;
}

static int go_up(struct way *way)
{
	if (!way->at->above)
		return EXDEV;
	way->at = way->at->above;
	return 0;
}

static int go_down(struct way *way, const char *name, size_t length)
{
	struct git_node node;
	struct level *level;
	int error = ENOENT;

	if (way->at->node.kind == GIT_FOLDER)
		error = look_up(way->folders, &way->at->node.oid, name, length, &node);
	if (error)
		return error;
	if (node.kind == GIT_LINK && (way->follow || *way->rest))
		return take_link(way, &node.oid);
	level = ARENA_NEW(&way->arena, struct level);
	*level = (struct level){way->at, node};
	way->at = level;
	return 0;
}

/* One name further. */
static int go_on(struct way *way)
{
	const char *name = way->rest;
	size_t length = strcspn(name, "/");

	way->rest += length;
	way->rest += strspn(way->rest, "/");
	if (length == 1 && name[0] == '.')
		return way->at->node.kind == GIT_FOLDER ? 0 : ENOTDIR;
	if (length == 2 && name[0] == '.' && name[1] == '.')
		return go_up(way);
	return go_down(way, name, length);
}

int git_find(struct git_folders *folders, const struct git_oid *top, const char *path, bool follow,
	struct git_node *node)
{
	struct level start = {.node = {GIT_FOLDER, *top}};
	struct way way = {.folders = folders, .at = &start, .rest = path, .follow = follow};
	int error = path[0] == '/' ? EXDEV : 0;

	while (!error && *way.rest)
		error = go_on(&way);
	*node = way.at->node;
	arena_free(&way.arena);
	return error;
}

int git_visit(
	struct git_folders *folders, const struct git_oid *oid, git_visitor visit, void *context)
{
	struct folder *folder;
	int error = open_folder(folders, oid, &folder);

	if (error)
		return error;
	folder->busy = true;
	for (size_t i = 0; i < folder->n; i++)
		visit(context, folder->items[i].name, folder->items[i].kind);
	folder->busy = false;
	return 0;
}
