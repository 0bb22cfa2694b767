/* Reading policies and people files, and keeping them for all files that they serve. */
#include "source_policy.h"

#include <assert.h>
#include <string.h>

#include "partner/sha256.h"
#include "source_calibration.h"
#include "source_read.h"

/* The array with room for one more; it doubles whenever `n` is a power of two. */
static void *with_room(struct arena *arena, void *items, size_t n, size_t size)
{
	void *more;

	if (n & (n - 1))
		return items;
	more = arena_array(arena, n ? 2 * n : 1, size);
	if (n)
		memcpy(more, items, n * size);
	return more;
}

static bool is_at(struct place has, struct place place)
{
	return has.tree == place.tree &&
		(has.path == place.path ||
			(has.path && place.path && strcmp(has.path, place.path) == 0));
}

/* What an option names. */
static struct place find_named(
	struct surroundings *around, const char *name, struct place *remembered)
{
	if (!remembered->tree)
		*remembered = place_named(around->trees, &around->arena, name);
	return *remembered;
}

static struct place keep_place(struct arena *arena, struct place place)
{
	return (struct place){place.tree, arena_copy(arena, place.path, strlen(place.path))};
}

/* ---- policies ---- */

static struct kept_policy *add_policy(struct surroundings *around, struct kept_policy *kept)
{
	around->policies = with_room(
		&around->arena, around->policies, around->n_policies, sizeof(struct kept_policy *));
	around->policies[around->n_policies++] = kept;
	return kept;
}

static void decode_policy(struct arena *arena, struct policy_file *file, const char *path,
	const char *text, size_t length)
{
	if (!read_record(arena, path, text, length, &policy_record, &file->own, &file->faults))
		read_report_empty(&file->faults, path, "see partner-policy(5)");
}

static void validate(struct surroundings *around, struct arena *arena, struct policy_file *file)
{
	if (around->options->validate)
		around->options->validate(file, arena);
	diag_sort(&file->faults);
}

/* All who look into the same trees have one. */
static struct kept_policy *built_in(struct surroundings *around)
{
	struct arena *arena = &around->trees->arena;
	struct kept_policy *kept = around->trees->built_in;
	struct policy_file *file;

	if (kept)
		return kept;
	kept = ARENA_NEW(arena, struct kept_policy);
	file = &kept->file;
	file->faults.arena = arena;
	file->digest = default_policy_digest;
	decode_policy(arena, file, "built-in policy", default_policy_yaml, default_policy_size);
	assert(!file->faults.errors);
	file->policy = file->own;
	file->own = (struct policy){0};
	validate(around, arena, file);
	around->trees->built_in = kept;
	return kept;
}

static struct kept_policy *read_policy(
	struct surroundings *around, struct place place, enum read_trust trust)
{
	const struct policy *base = &built_in(around)->file.policy;
	struct kept_policy *kept = ARENA_NEW(&around->arena, struct kept_policy);
	struct policy_file *file = &kept->file;
	struct tree *tree = place.tree;

	kept->place = keep_place(&around->arena, place);
	file->tree = tree;
	file->path = kept->place.path;
	file->faults = (struct diag_list){.arena = &around->arena, .prefix = tree->prefix};
	file->policy = *base;
	file->error = tree->driver->read(tree, file->path, trust, &around->text);
	if (file->error) {
		file->reason = tree_reason(tree);
		return kept;
	}
	file->digest = sha256_of(
		around->text.data, around->text.length, arena_take(&around->arena, SHA256_HEX));
	decode_policy(&around->arena, file, file->path, around->text.data, around->text.length);
	file->policy = file->own;
	file->policy.rules = base->rules;
	rules_merge(&around->arena, &file->policy.rules, &file->own.rules);
	calibrations_read(
		&around->arena, &around->text, trust == READ_NAMED ? READ_LED : trust, tree, file);
	validate(around, &around->arena, file);
	return kept;
}

/* The policy at a place, the built-in one when that has no path. */
static struct kept_policy *policy_at(
	struct surroundings *around, struct place place, enum read_trust trust)
{
	for (size_t i = around->n_policies; i > 0; i--)
		if (is_at(around->policies[i - 1]->place, place))
			return around->policies[i - 1];
	return add_policy(
		around, place.path ? read_policy(around, place, trust) : built_in(around));
}

/* Where the policy lies that was searched for; the built-in one lies nowhere. */
static struct place found(struct place folder, const char *path)
{
	return path ? (struct place){folder.tree, path} : (struct place){NULL, NULL};
}

const struct policy_file *surroundings_policy(
	struct surroundings *around, struct place folder, const char *limit)
{
	const char *name = around->options->policy;
	struct place place = name
		? find_named(around, name, &around->policy)
		: found(folder,
			  search_nearest(&around->search, folder.tree, folder.path, limit)->policy);

	if (!around->last_policy || !is_at(around->last_policy->place, place))
		around->last_policy = policy_at(around, place, name ? READ_NAMED : READ_FOUND);
	return &around->last_policy->file;
}

/* ---- people ---- */

static struct kept_people *read_people(
	struct surroundings *around, struct place place, enum read_trust trust)
{
	struct kept_people *kept = ARENA_NEW(&around->arena, struct kept_people);
	struct people_source *file = &kept->file;
	struct tree *tree = place.tree;

	kept->place = keep_place(&around->arena, place);
	file->tree = tree;
	file->path = kept->place.path;
	file->faults = (struct diag_list){.arena = &around->arena, .prefix = tree->prefix};
	file->error = tree->driver->read(tree, file->path, trust, &around->text);
	if (file->error) {
		file->reason = tree_reason(tree);
		return kept;
	}
	if (!read_record(&around->arena, file->path, around->text.data, around->text.length,
		    &people_record, &file->people, &file->faults))
		read_report_empty(&file->faults, file->path, "see partner(5)");
	diag_sort(&file->faults);
	return kept;
}

static struct kept_people *people_at(
	struct surroundings *around, struct place place, enum read_trust trust)
{
	for (size_t i = around->n_people; i > 0; i--)
		if (is_at(around->kept_people[i - 1]->place, place))
			return around->kept_people[i - 1];
	around->kept_people = with_room(&around->arena, around->kept_people, around->n_people,
		sizeof(struct kept_people *));
	around->kept_people[around->n_people] = read_people(around, place, trust);
	return around->kept_people[around->n_people++];
}

const struct people_source *surroundings_people(
	struct surroundings *around, struct place folder, const char *limit)
{
	const char *name = around->options->people;
	struct place place = name
		? find_named(around, name, &around->people)
		: found(folder,
			  search_nearest(&around->search, folder.tree, folder.path, limit)->people);

	if (!place.path)
		return NULL;
	if (!around->last_people || !is_at(around->last_people->place, place))
		around->last_people = people_at(around, place, name ? READ_NAMED : READ_FOUND);
	return &around->last_people->file;
}

void surroundings_free(struct surroundings *around)
{
	buffer_free(&around->text);
	search_free(&around->search);
	arena_free(&around->arena);
}
