/*
 * What is remembered from file to file. One block of bytes holds all strings, each path once,
 * so that a partner takes its id, its path and a slot.
 */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS_LEAST 64

/* Where an id stands in the bytes, with its path; of a person the name follows the id. */
struct entry {
	uint32_t hash; /* of the id */
	uint32_t id;   /* 0: free */
	uint32_t path;
	uint32_t line;
};

struct entries {
	struct entry *slots;
	size_t capacity, n;
};

struct check_memory {
	struct buffer bytes;
	struct entries partners, people;
	uint32_t path; /* the newest, 0: none */
	struct since since;
};

static void *reserve(size_t count, size_t size)
{
	void *memory = calloc(count, size);

	if (!memory)
		arena_exhausted();
	return memory;
}

struct check_memory *check_memory_new(void)
{
	struct check_memory *memory = reserve(1, sizeof(*memory));

	buffer_putc(&memory->bytes, '\0'); /* so that no string is at 0 */
	return memory;
}

void check_memory_free(struct check_memory *memory)
{
	if (!memory)
		return;
	buffer_free(&memory->bytes);
	free(memory->partners.slots);
	free(memory->people.slots);
	arena_free(&memory->since.arena);
	free(memory);
}

void check_memory_compare(struct check_memory *memory, struct earlier *earlier)
{
	memory->since.earlier = earlier;
}

struct since *memory_since(struct check_memory *memory)
{
	return &memory->since;
}

/* ---- ids ---- */

static const char *string_at(const struct check_memory *memory, uint32_t at)
{
	return memory->bytes.data + at;
}

static uint32_t keep(struct check_memory *memory, const char *string)
{
	size_t at = memory->bytes.length;

	if (at > UINT32_MAX - strlen(string) - 1)
		arena_exhausted();
	buffer_add(&memory->bytes, string, strlen(string) + 1);
	return (uint32_t)at;
}

/* Most findings of a file follow each other: its path is mostly the newest. */
static uint32_t keep_path(struct check_memory *memory, const char *path)
{
	if (!memory->path || strcmp(string_at(memory, memory->path), path) != 0)
		memory->path = keep(memory, path);
	return memory->path;
}

static struct entry *find_entry(const struct check_memory *memory, const struct entries *entries,
	uint32_t hash, const char *id)
{
	size_t at = hash & (entries->capacity - 1);

	for (; entries->slots[at].id; at = (at + 1) & (entries->capacity - 1))
		if (entries->slots[at].hash == hash &&
			!strcmp(string_at(memory, entries->slots[at].id), id))
			break;
	return &entries->slots[at];
}

static void grow(struct entries *entries)
{
	size_t capacity = entries->capacity ? 2 * entries->capacity : SLOTS_LEAST;
	struct entry *slots = reserve(capacity, sizeof(*slots));

	for (size_t i = 0; i < entries->capacity; i++) {
		size_t at = entries->slots[i].hash & (capacity - 1);

		while (entries->slots[i].id && slots[at].id)
			at = (at + 1) & (capacity - 1);
		if (entries->slots[i].id)
			slots[at] = entries->slots[i];
	}
	free(entries->slots);
	entries->slots = slots;
	entries->capacity = capacity;
}

static struct seen seen_at(const struct check_memory *memory, const struct entry *entry)
{
	const char *id = string_at(memory, entry->id);

	return (struct seen){string_at(memory, entry->path), id + strlen(id) + 1, entry->line};
}

/* Without a name an empty one is kept, so that something always follows the id. */
static bool remember(struct check_memory *memory, struct entries *entries, const char *id,
	const char *name, const char *path, uint32_t line, struct seen *first)
{
	uint32_t hash = (uint32_t)hash_bytes(id, strlen(id));
	struct entry *entry;

	if (4 * (entries->n + 1) > 3 * entries->capacity)
		grow(entries);
	entry = find_entry(memory, entries, hash, id);
	if (entry->id) {
		*first = seen_at(memory, entry);
		return true;
	}
	*entry = (struct entry){hash, 0, keep_path(memory, path), line};
	entry->id = keep(memory, id);
	keep(memory, name);
	entries->n++;
	return false;
}

bool memory_partner(struct check_memory *memory, const char *id, const char *path, uint32_t line,
	struct seen *first)
{
	return remember(memory, &memory->partners, id, "", path, line, first);
}

bool memory_named(const struct check_memory *memory, const char *id, struct seen *first)
{
	const struct entries *people = &memory->people;
	const struct entry *entry;

	if (!people->n)
		return false;
	entry = find_entry(memory, people, (uint32_t)hash_bytes(id, strlen(id)), id);
	if (entry->id)
		*first = seen_at(memory, entry);
	return entry->id != 0;
}

void memory_person(struct check_memory *memory, const char *id, const char *name, const char *path,
	uint32_t line)
{
	struct seen first;

	remember(memory, &memory->people, id, name, path, line, &first);
}
