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

/* ---- policies ---- */

static struct policy_file *add_policy(struct surroundings *around, struct policy_file *file)
{
	around->policies = with_room(
		&around->arena, around->policies, around->n_policies, sizeof(struct policy_file *));
	around->policies[around->n_policies++] = file;
	return file;
}

static void decode_policy(struct surroundings *around, struct policy_file *file, const char *path,
	const char *text, size_t length)
{
	char *digest = arena_alloc(&around->arena, SHA256_HEX);

	file->digest = sha256_of(text, length, digest);
	if (!read_record(
		    &around->arena, path, text, length, &policy_record, &file->own, &file->faults))
		read_report_empty(&file->faults, path, "see partner-policy(5)");
}

static void validate(struct surroundings *around, struct policy_file *file)
{
	if (around->options->validate)
		around->options->validate(file, &around->arena);
	diag_sort(&file->faults);
}

static const struct policy_file *built_in(struct surroundings *around)
{
	struct policy_file *file = around->built_in;

	if (file)
		return file;
	file = ARENA_NEW(&around->arena, struct policy_file);
	file->faults.arena = &around->arena;
	decode_policy(around, file, "built-in policy", default_policy_yaml, default_policy_size);
	assert(!file->faults.errors);
	file->policy = file->own;
	file->own = (struct policy){0};
	validate(around, file);
	around->built_in = file;
	return file;
}

static struct policy_file *read_policy(
	struct surroundings *around, const char *path, enum read_trust trust)
{
	const struct policy *base = &built_in(around)->policy;
	struct policy_file *file = ARENA_NEW(&around->arena, struct policy_file);

	file->path = arena_copy(&around->arena, path, strlen(path));
	file->faults.arena = &around->arena;
	file->policy = *base;
	file->error = read_whole(path, trust, &around->text);
	if (file->error)
		return file;
	decode_policy(around, file, file->path, around->text.data, around->text.length);
	file->policy = file->own;
	file->policy.rules = base->rules;
	rules_merge(&around->arena, &file->policy.rules, &file->own.rules);
	calibrations_read(&around->arena, &around->text, trust, file);
	validate(around, file);
	return file;
}

static bool has_path(const char *has, const char *path)
{
	return has == path || (has && path && strcmp(has, path) == 0);
}

/* The policy at `path`, NULL for the built-in one. */
static struct policy_file *policy_at(
	struct surroundings *around, const char *path, enum read_trust trust)
{
	for (size_t i = around->n_policies; i > 0; i--)
		if (has_path(around->policies[i - 1]->path, path))
			return around->policies[i - 1];
	if (path)
		return add_policy(around, read_policy(around, path, trust));
	built_in(around);
	return add_policy(around, around->built_in);
}

const struct policy_file *surroundings_policy(
	struct surroundings *around, const char *folder, const char *limit)
{
	const char *path = around->options->policy;
	enum read_trust trust = path ? READ_NAMED : READ_FOUND;

	if (!path)
		path = search_nearest(&around->search, folder, limit)->policy;
	if (!around->last_policy || !has_path(around->last_policy->path, path))
		around->last_policy = policy_at(around, path, trust);
	return around->last_policy;
}

/* ---- people ---- */

static struct people_source *read_people(
	struct surroundings *around, const char *path, enum read_trust trust)
{
	struct people_source *file = ARENA_NEW(&around->arena, struct people_source);

	file->path = arena_copy(&around->arena, path, strlen(path));
	file->faults.arena = &around->arena;
	file->error = read_whole(path, trust, &around->text);
	if (file->error)
		return file;
	if (!read_record(&around->arena, file->path, around->text.data, around->text.length,
		    &people_record, &file->people, &file->faults))
		read_report_empty(&file->faults, file->path, "see partner(5)");
	diag_sort(&file->faults);
	return file;
}

static struct people_source *people_at(
	struct surroundings *around, const char *path, enum read_trust trust)
{
	for (size_t i = around->n_people; i > 0; i--)
		if (has_path(around->people[i - 1]->path, path))
			return around->people[i - 1];
	around->people = with_room(
		&around->arena, around->people, around->n_people, sizeof(struct people_source *));
	around->people[around->n_people] = read_people(around, path, trust);
	return around->people[around->n_people++];
}

const struct people_source *surroundings_people(
	struct surroundings *around, const char *folder, const char *limit)
{
	const char *path = around->options->people;
	enum read_trust trust = path ? READ_NAMED : READ_FOUND;

	if (!path)
		path = search_nearest(&around->search, folder, limit)->people;
	if (!path)
		return NULL;
	if (!around->last_people || !has_path(around->last_people->path, path))
		around->last_people = people_at(around, path, trust);
	return around->last_people;
}

void surroundings_free(struct surroundings *around)
{
	buffer_free(&around->text);
	search_free(&around->search);
	arena_free(&around->arena);
}
