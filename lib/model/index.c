#include "partner/index.h"

#include <string.h>

uint64_t hash_bytes(const char *bytes, size_t length)
{
	/* FNV-1a, then the last steps of MurmurHash3 (Appleby), so that all bits count. */
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
	hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
	return hash ^ hash >> 33;
}

size_t slots_for(size_t n)
{
	size_t slots = 8;

	while (slots < 2 * n)
		slots *= 2;
	return slots;
}

const struct head *list_item(const struct record *record, const struct list *list, size_t i)
{
	return (const struct head *)((const char *)list->items + i * record->size);
}

/* The slot of the record with this id, or the free one where it belongs. */
static uint32_t *find_slot(const struct id_index *index, const char *id, size_t length)
{
	size_t at = (size_t)hash_bytes(id, length) & index->mask;

	for (; index->slots[at]; at = (at + 1) & index->mask) {
		const struct head *head =
			list_item(index->record, index->list, index->slots[at] - 1);
		const struct text_field *other = field_at(head, index->key);

		if (!strcmp(other->text, id))
			break;
	}
	return &index->slots[at];
}

void index_init(struct id_index *index, struct arena *arena, const struct record *record,
	const struct list *list, index_twice *twice, void *context)
{
	size_t slots = slots_for(list->n);

	*index = (struct id_index){record, list, key_field(record), .mask = slots - 1};
	index->slots = arena_array(arena, slots, sizeof(uint32_t));
	for (size_t i = 0; i < list->n; i++) {
		const struct head *head = list_item(record, list, i);
		const struct text_field *key = key_of(index->key, head);
		uint32_t *slot;

		if (!key)
			continue;
		slot = find_slot(index, key->text, key->length);
		if (!*slot)
			*slot = (uint32_t)i + 1;
		else if (twice)
			twice(context, head, list_item(record, list, *slot - 1));
	}
}

const struct head *index_find(const struct id_index *index, const char *id)
{
	uint32_t place = index->slots ? *find_slot(index, id, strlen(id)) : 0;

	return place ? list_item(index->record, index->list, place - 1) : NULL;
}
