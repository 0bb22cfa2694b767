#include "partner/names.h"

#include <stdlib.h>
#include <string.h>

#include "partner/index.h"

/* The slot of the name, or the free one where it belongs. */
static uint32_t *find_slot(const struct names *names, const char *text, size_t length)
{
	size_t at = (size_t)hash_bytes(text, length) & names->mask;

	while (names->slots[at] && strcmp(names->texts[names->slots[at] - 1], text) != 0)
		at = (at + 1) & names->mask;
	return &names->slots[at];
}

/* Room for twice the names. */
static void widen(struct names *names)
{
	size_t slots = slots_for(2 * names->n + 1);

	names->slots = arena_array(names->arena, slots, sizeof(*names->slots));
	names->mask = slots - 1;
	for (size_t i = 0; i < names->n; i++)
		*find_slot(names, names->texts[i], strlen(names->texts[i])) = (uint32_t)i + 1;
}

uint32_t names_add(struct names *names, const char *text)
{
	size_t length = strlen(text);
	uint32_t *slot;

	if (!names->slots || 2 * names->n > names->mask)
		widen(names);
	slot = find_slot(names, text, length);
	if (*slot)
		return *slot - 1;
	names->texts = arena_grow(
		names->arena, names->texts, names->n, &names->capacity, sizeof(*names->texts));
	names->texts[names->n++] = arena_copy(names->arena, text, length);
	*slot = (uint32_t)names->n;
	return *slot - 1;
}

/* A name on its way to its rank. */
struct ranked {
	const char *text;
	size_t number;
};

static int compare_texts(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	return strcmp(a->text, b->text);
}

uint32_t *names_rank(const struct names *names, struct arena *arena)
{
	struct ranked *sorted = arena_array(arena, names->n, sizeof(*sorted));
	uint32_t *rank = arena_array(arena, names->n, sizeof(*rank));

	for (size_t i = 0; i < names->n; i++)
		sorted[i] = (struct ranked){names->texts[i], i};
	qsort(sorted, names->n, sizeof(*sorted), compare_texts);
	for (size_t i = 0; i < names->n; i++)
		rank[sorted[i].number] = (uint32_t)i;
	return rank;
}
