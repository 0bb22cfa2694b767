/* Only ids are looked at: nothing is decoded, and no companion is read. */
#include "earlier_ids.h"

#include <stdlib.h>
#include <string.h>

#include "partner/search.h"
#include "partner/yaml.h"
#include "source_walk.h"

static const struct yaml_node *find_id(const struct yaml_node *root)
{
	if (root->kind != YAML_MAP)
		return NULL;
	for (const struct yaml_node *key = root->first; key; key = key->next)
		if (key->text && strcmp(key->text, "partner") == 0)
			return key->value->kind == YAML_SCALAR ? key->value : NULL;
	return NULL;
}

static void add_file(struct partner_files *files, struct arena *arena, const struct yaml_node *id,
	const char *path)
{
	files->files =
		arena_grow(arena, files->files, files->n, &files->capacity, sizeof(*files->files));
	files->files[files->n++] =
		(struct partner_file){arena_copy(arena, id->text, id->length), path};
}

static void read_ids(struct partner_files *files, struct arena *arena, const char *path,
	const struct buffer *text)
{
	struct arena scratch = {0};
	struct diag_list faults = {.arena = &scratch};
	struct yaml_stream *stream = yaml_open(&scratch, path, text->data, text->length, &faults);
	const struct yaml_node *root;

	while (yaml_next(stream, &root) == YAML_DOCUMENT) {
		const struct yaml_node *id = find_id(root);

		if (id)
			add_file(files, arena, id, path);
	}
	yaml_close(stream);
	arena_free(&scratch);
}

/* By id; of those alike the first in path order comes first. */
static int compare(const void *left, const void *right)
{
	const struct partner_file *a = left, *b = right;
	int order = strcmp(a->id, b->id);

	return order ? order : strcmp(a->path, b->path);
}

void partner_files_read(
	struct partner_files *files, struct arena *arena, struct place folder, struct buffer *text)
{
	struct tree *tree = folder.tree;
	struct walk walk = {0};
	struct walk_item item;

	*files = (struct partner_files){
		.folder = arena_copy(arena, folder.path, strlen(folder.path))};
	if (walk_begin(&walk, (struct place){tree, files->folder}, NULL))
		return;
	while (walk_next(&walk, arena, &item))
		if (item.kind == SOURCE_DOCUMENT &&
			!tree->driver->read(tree, item.path, READ_FOUND, text))
			read_ids(files, arena, item.path, text);
	walk_end(&walk);
	if (files->n)
		qsort(files->files, files->n, sizeof(*files->files), compare);
}

const char *partner_files_find(const struct partner_files *files, const char *id)
{
	struct search search = {.end = files->n};

	while (search_on(&search))
		search_halve(&search, strcmp(files->files[search.at].id, id) < 0);
	return search.at < files->n && strcmp(files->files[search.at].id, id) == 0
		? files->files[search.at].path
		: NULL;
}
