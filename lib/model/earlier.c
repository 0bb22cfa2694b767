/* The revision is a tree like any other; what is of its own here is which file to take. */
#include "partner/earlier.h"

#include <errno.h>
#include <string.h>

#include "earlier_changes.h"
#include "earlier_ids.h"
#include "git_log.h"
#include "partner/repository.h"
#include "source_load.h"
#include "source_operand.h"
#include "source_path.h"
#include "source_policy.h"

struct earlier {
	struct arena self; /* what lasts as long as this struct, and it */
	struct source_options options;
	struct trees trees;
	struct surroundings around;
	struct tree *tree; /* of the revision */
	int32_t day;
	struct repository repository;
	const char *reason;
	struct arena arena; /* of the document at hand */
	struct buffer text;
	struct queue queue;
	struct partner_files *folders; /* asked for by id so far */
	size_t n_folders, folders_capacity;
	struct changes changes;
};

/* ---- the revision ---- */

/* The real path of the folder that paths of git start at. */
static int find_top(struct earlier *earlier)
{
	const char *here = repository_real(&earlier->self, "."), *folder;
	int error = git_folder(earlier->trees.git, &folder);
	size_t length, below = strlen(folder);

	if (error || !here)
		return error ? error : EIO;
	length = strlen(here);
	if (below && below < length && here[length - below] == '/')
		length -= below;
	earlier->repository.top = arena_copy(&earlier->self, here, length ? length : 1);
	return 0;
}

static int open_revision(struct earlier *earlier, const char *revision)
{
	struct place top = place_at(&earlier->trees, &earlier->self, revision, ".");
	enum node_kind kind;
	int error;

	earlier->tree = top.tree;
	if (find_top(earlier)) {
		earlier->reason = git_reason(earlier->trees.git);
		return EINVAL;
	}
	error = top.tree->driver->look(top.tree, top.path, &kind);
	if (error) {
		earlier->reason = tree_reason(top.tree);
		return error;
	}
	error = git_committed(earlier->trees.git, top.tree->revision, &earlier->day);
	if (error)
		earlier->reason =
			error == EINVAL ? "its commit has no date" : git_reason(earlier->trees.git);
	earlier->changes.from = top.tree->revision;
	earlier->changes.top = earlier->repository.top;
	return error;
}

/* A policy that was named is the one at the same path; what lies outside stays the same. */
static const char *earlier_name(struct earlier *earlier, const char *name)
{
	struct place place;
	const char *path;

	if (!name)
		return NULL;
	place = place_named(&earlier->trees, &earlier->self, name);
	path = earlier_path(earlier, &earlier->self, place.tree, place.path);
	return path ? arena_printf(&earlier->self, "%s:%s", earlier->tree->revision, path) : name;
}

struct earlier *earlier_open(const struct source_options *options, const char *revision)
{
	struct arena arena = {0};
	struct earlier *earlier = ARENA_NEW(&arena, struct earlier);

	earlier->self = arena;
	earlier->options = *options;
	trees_init(&earlier->trees, options->environment);
	earlier->around.options = &earlier->options;
	earlier->around.trees = &earlier->trees;
	if (open_revision(earlier, revision))
		return earlier;
	earlier->options.policy = earlier_name(earlier, options->policy);
	earlier->options.people = earlier_name(earlier, options->people);
	return earlier;
}

const char *earlier_reason(const struct earlier *earlier)
{
	return earlier->reason;
}

int32_t earlier_day(const struct earlier *earlier)
{
	return earlier->day;
}

const char *earlier_path(
	struct earlier *earlier, struct arena *arena, const struct tree *tree, const char *path)
{
	return tree_revision(tree) ? path : repository_path(&earlier->repository, arena, path);
}

/* ---- documents ---- */

/* What could not be read for another reason than that it is not there. */
static void take_error(struct earlier *earlier, int error, const char *reason)
{
	if (error != ENOENT && error != ENOTDIR && error != EISDIR && error != ELOOP &&
		error != EXDEV)
		earlier->reason = reason ? reason : strerror(error);
}

/* Queues the documents of a file; false when it cannot be read. */
static bool load_path(struct earlier *earlier, const char *path)
{
	struct tree *tree = earlier->tree;
	struct place folder = {tree, path_folder(&earlier->arena, path)};
	struct load load = {
		.tree = tree, .path = path, .folder = folder.path, .text = &earlier->text};
	int error;

	queue_begin(&earlier->queue, &earlier->arena);
	error = tree->driver->read(tree, path, READ_NAMED, &earlier->text);
	if (error) {
		take_error(earlier, error, tree_reason(tree));
		return false;
	}
	load.policy = surroundings_policy(&earlier->around, folder, folder.path);
	if (load.policy->error)
		take_error(earlier, load.policy->error, load.policy->reason);
	load.people = surroundings_people(&earlier->around, folder, folder.path);
	load_documents(&load, &earlier->queue);
	return true;
}

static bool has_id(const struct source *source, const char *id)
{
	const struct partner *partner = source->partner;

	return partner && HAS(partner->id) && strcmp(partner->id.text, id) == 0;
}

/* Of the documents that were loaded the one with the id, else one that is alone in its file
 * when `alone`. `*faulty`: one of them may be it, but cannot be told. */
static const struct source *pick(struct earlier *earlier, const char *id, bool alone, bool *faulty)
{
	const struct source *only = NULL;

	for (size_t i = 0; i < earlier->queue.n; i++) {
		const struct source *source = &earlier->queue.items[i];

		if (source->kind == SOURCE_UNREADABLE)
			take_error(earlier, source->error, source->reason);
		*faulty |= source->kind == SOURCE_UNREADABLE;
		if (source->kind != SOURCE_DOCUMENT)
			continue;
		if (id && has_id(source, id))
			return source;
		if (!source->partner || !HAS(source->partner->id))
			*faulty = true;
		if (alone && source->alone)
			only = source;
	}
	return only;
}

/* ---- by id ---- */

static const struct partner_files *files_of(struct earlier *earlier, const char *folder)
{
	struct partner_files *files;

	for (size_t i = 0; i < earlier->n_folders; i++)
		if (strcmp(earlier->folders[i].folder, folder) == 0)
			return &earlier->folders[i];
	earlier->folders = arena_grow(&earlier->self, earlier->folders, earlier->n_folders,
		&earlier->folders_capacity, sizeof(*earlier->folders));
	files = &earlier->folders[earlier->n_folders++];
	partner_files_read(
		files, &earlier->self, (struct place){earlier->tree, folder}, &earlier->text);
	return files;
}

/* The folder, else the nearest above it, that was there. */
static const char *folder_then(struct earlier *earlier, const char *folder)
{
	struct tree *tree = earlier->tree;
	enum node_kind kind;

	while (strcmp(folder, ".") != 0 &&
		(tree->driver->look(tree, folder, &kind) || kind != NODE_FOLDER))
		folder = path_folder(&earlier->arena, folder);
	return folder;
}

static const struct source *find_by_id(
	struct earlier *earlier, const struct source *now, const char *id)
{
	struct arena *arena = &earlier->arena;
	const char *folder = now->folder
		? earlier_path(earlier, arena, now->tree, arena_printf(arena, "%s/.", now->folder))
		: NULL;
	const char *path = NULL;
	bool faulty = false;

	if (folder)
		folder = path_normal(arena, folder);
	if (folder)
		path = partner_files_find(files_of(earlier, folder_then(earlier, folder)), id);
	return path && load_path(earlier, path) ? pick(earlier, id, false, &faulty) : NULL;
}

static const struct source *find(
	struct earlier *earlier, const struct source *now, const char *path)
{
	const char *id = HAS(now->partner->id) ? now->partner->id.text : NULL;
	const struct source *found = NULL;
	bool faulty = false;

	if (load_path(earlier, path))
		found = pick(earlier, id, now->alone, &faulty);
	if (found || faulty || earlier->reason || !id)
		return found;
	return find_by_id(earlier, now, id);
}

const struct source *earlier_find(struct earlier *earlier, const struct source *now)
{
	const struct source *found;
	const char *path;

	arena_reset(&earlier->arena);
	earlier->reason = NULL;
	changes_begin(&earlier->changes, now->path);
	if (now->kind != SOURCE_DOCUMENT || now->standard_input || !now->partner)
		return NULL;
	path = earlier_path(earlier, &earlier->arena, now->tree, now->path);
	if (!path) {
		earlier->reason = "it lies outside of the repository";
		return NULL;
	}
	found = find(earlier, now, path);
	return found && found->partner && !found->faults.errors ? found : NULL;
}

/* ---- who changed it ---- */

const char *earlier_changed(
	struct earlier *earlier, struct arena *arena, const struct tree *tree, const char *path)
{
	const char *words = changes_find(&earlier->changes, &earlier->trees, tree, path);

	return words ? arena_copy(arena, words, strlen(words)) : NULL;
}

void earlier_close(struct earlier *earlier)
{
	struct arena self;

	if (!earlier)
		return;
	surroundings_free(&earlier->around);
	trees_free(&earlier->trees);
	repository_free(&earlier->repository);
	buffer_free(&earlier->text);
	arena_free(&earlier->arena);
	changes_free(&earlier->changes);
	self = earlier->self;
	arena_free(&self);
}
