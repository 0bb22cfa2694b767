/* A table of ids with open addressing, and two lists in order. */
#include "pairs_known.h"

#include <stdlib.h>
#include <string.h>

#include "partner/index.h"

#define SLOTS_LEAST 64

/* ---- the table ---- */

/* Where an id is, or goes. */
static struct known **slot_of(struct known **slots, size_t capacity, uint32_t hash, const char *id)
{
	size_t at = hash & (capacity - 1);

	while (slots[at] && (slots[at]->hash != hash || strcmp(slots[at]->id, id) != 0))
		at = (at + 1) & (capacity - 1);
	return &slots[at];
}

/* At most half of the slots are taken. */
static void make_room(struct knowns *knowns)
{
	size_t capacity = knowns->capacity ? 2 * knowns->capacity : SLOTS_LEAST;
	struct known **slots;

	if (2 * knowns->n < knowns->capacity)
		return;
	slots = calloc(capacity, sizeof(*slots));
	if (!slots)
		arena_exhausted();
	for (size_t i = 0; i < knowns->capacity; i++) {
		struct known *known = knowns->slots[i];

		if (known)
			*slot_of(slots, capacity, known->hash, known->id) = known;
	}
	free(knowns->slots);
	knowns->slots = slots;
	knowns->capacity = capacity;
}

struct known *known_find(struct knowns *knowns, const char *id)
{
	uint32_t hash = id ? (uint32_t)hash_bytes(id, strlen(id)) : 0;
	struct known **slot, *known;

	if (!id)
		return ARENA_NEW(&knowns->arena, struct known);
	make_room(knowns);
	slot = slot_of(knowns->slots, knowns->capacity, hash, id);
	known = *slot;
	if (known)
		return known;
	known = ARENA_NEW(&knowns->arena, struct known);
	known->id = arena_copy(&knowns->arena, id, strlen(id));
	known->hash = hash;
	*slot = known;
	knowns->n++;
	return known;
}

/* ---- where they were ---- */

/* On both sides it is mostly the same path, and one string. */
static const char *keep_path(struct knowns *knowns, enum pair_side side, const char *path)
{
	for (int i = 0; i < PAIR_SIDES; i++)
		if (knowns->paths[i] && strcmp(knowns->paths[i], path) == 0)
			return knowns->paths[side] = knowns->paths[i];
	return knowns->paths[side] = arena_copy(&knowns->arena, path, strlen(path));
}

void known_meet(struct knowns *knowns, struct known *known, enum pair_side side, const char *path,
	uint32_t line, size_t nth)
{
	known->at[side] = (struct known_at){
		.state = KNOWN_DONE,
		.line = line,
		.nth = (uint32_t)nth,
		.path = path ? keep_path(knowns, side, path) : NULL,
	};
}

void known_wait(struct knowns *knowns, struct known *known, enum pair_side side, char *text)
{
	size_t n = knowns->n_waiting[side];

	known->at[side].state = KNOWN_WAITING;
	known->at[side].text = text;
	knowns->waiting[side] = arena_grow(&knowns->arena, knowns->waiting[side], n,
		&knowns->most_waiting[side], sizeof(struct known *));
	knowns->waiting[side][n] = known;
	knowns->n_waiting[side]++;
}

void known_done(struct known *known, enum pair_side side)
{
	free(known->at[side].text);
	known->at[side].text = NULL;
	known->at[side].state = KNOWN_DONE;
}

struct known *known_waiting(const struct knowns *knowns, enum pair_side side, size_t *next)
{
	for (; *next < knowns->n_waiting[side]; (*next)++) {
		struct known *known = knowns->waiting[side][*next];

		if (known->at[side].state == KNOWN_WAITING)
			return known;
	}
	return NULL;
}

void knowns_free(struct knowns *knowns)
{
	for (int side = PAIR_FROM; side < PAIR_SIDES; side++)
		for (size_t i = 0; i < knowns->n_waiting[side]; i++)
			free(knowns->waiting[side][i]->at[side].text);
	free(knowns->slots);
	arena_free(&knowns->arena);
}
