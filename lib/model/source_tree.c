#include "source_tree.h"

#include <stdlib.h>
#include <string.h>

#include "source_path.h"

/* ---- listings ---- */

/* Each name is packed behind a byte with its kind; a folder's is closed by a slash. */
void listing_add(struct listing *listing, enum entry_kind kind, const char *name)
{
	buffer_putc(&listing->names, (char)kind);
	buffer_puts(&listing->names, name);
	if (kind == ENTRY_FOLDER)
		buffer_putc(&listing->names, '/');
	buffer_putc(&listing->names, '\0');
	listing->n++;
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	return strcmp(a->name, b->name);
}

void listing_sort(struct listing *listing)
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

bool listing_has(const struct listing *listing, const char *name)
{
	const struct entry wanted = {.name = name};

	return listing->n &&
		bsearch(&wanted, listing->entries, listing->n, sizeof(wanted), compare_entries);
}

void listing_free(struct listing *listing)
{
	buffer_free(&listing->names);
	free(listing->entries);
	*listing = (struct listing){0};
}

/* ---- trees ---- */

const char *tree_reason(const struct tree *tree)
{
	return tree->reason;
}

const char *tree_prefix(const struct tree *tree)
{
	return tree ? tree->prefix : "";
}

const char *tree_revision(const struct tree *tree)
{
	return tree ? tree->revision : NULL;
}

static bool is_same_tree(const struct tree *one, const struct tree *other)
{
	return one == other ||
		(one->revision && other->revision && strcmp(one->revision, other->revision) == 0);
}

bool place_is_same(struct place one, struct place other)
{
	return is_same_tree(one.tree, other.tree) &&
		strcmp(path_base(one.path), path_base(other.path)) == 0 &&
		one.tree->driver->is_same(one.tree, one.path, other.path);
}

/* Beside the file, else from the top of the repository. */
static enum source_target lead(struct tree *tree, const char *file, const char *path)
{
	enum source_target beside = tree->driver->lead(tree, file, false, path);
	enum source_target below = SOURCE_TARGET_MISSING;

	if (beside != SOURCE_TARGET_INSIDE)
		below = tree->driver->lead(tree, file, true, path);
	if (beside == SOURCE_TARGET_MISSING || below == SOURCE_TARGET_INSIDE)
		return below;
	return beside;
}

enum source_target source_target(const struct source *source, const char *file, const char *path)
{
	enum source_target target;
	struct disk disk;

	if (source->tree)
		return lead(source->tree, file, path);
	disk_init(&disk);
	target = lead(&disk.tree, file, path);
	disk_free(&disk);
	return target;
}
