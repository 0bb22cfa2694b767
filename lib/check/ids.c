/* Ids of a list in a hash table, so that neither duplicates nor references take long. */
#include "rules.h"

#include <string.h>

/* Hints are looked for among so many ids at most. */
#define NAMES_MOST 1000

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

/* The slot of the record with this id, or the free one where it belongs. */
static uint32_t *find_slot(const struct ids *ids, const char *id, size_t length)
{
	size_t at = (size_t)hash_bytes(id, length) & ids->mask;

	for (; ids->slots[at]; at = (at + 1) & ids->mask) {
		const struct head *head = list_item(ids->record, ids->list, ids->slots[at] - 1);

		if (!strcmp(key_of(ids->key, head)->text, id))
			break;
	}
	return &ids->slots[at];
}

void ids_init(struct ids *ids, struct arena *arena, const struct record *record,
	const struct list *list, found_twice twice, void *context)
{
	size_t slots = slots_for(list->n);

	*ids = (struct ids){record, list, key_field(record), .mask = slots - 1};
	ids->slots = arena_array(arena, slots, sizeof(uint32_t));
	for (size_t i = 0; i < list->n; i++) {
		const struct head *head = list_item(record, list, i);
		const struct text_field *key = key_of(ids->key, head);
		uint32_t *slot;

		if (!key)
			continue;
		slot = find_slot(ids, key->text, key->length);
		if (!*slot)
			*slot = (uint32_t)i + 1;
		else if (twice)
			twice(context, head, list_item(record, list, *slot - 1));
	}
}

const struct head *ids_find(const struct ids *ids, const char *id)
{
	uint32_t place = ids->slots ? *find_slot(ids, id, strlen(id)) : 0;

	return place ? list_item(ids->record, ids->list, place - 1) : NULL;
}

static void collect_names(struct ids *ids, struct arena *arena)
{
	ids->names = arena_array(arena, NAMES_MOST, sizeof(char *));
	for (size_t i = 0; i < ids->list->n && ids->n_names < NAMES_MOST; i++) {
		const struct text_field *key =
			key_of(ids->key, list_item(ids->record, ids->list, i));

		if (key)
			ids->names[ids->n_names++] = key->text;
	}
}

const char *ids_hint(struct ids *ids, struct report *report, const char *id)
{
	if (!ids->list || report_is_full(report))
		return NULL;
	if (!ids->names)
		collect_names(ids, report->arena);
	return nearest_hint(report->arena, id, ids->names, ids->n_names);
}

/* ---- P010 ---- */

struct duplicates {
	struct report *report;
	const struct record_list *list;
};

static void report_twice(void *context, const struct head *head, const struct head *first)
{
	const struct duplicates *duplicates = context;
	struct report *report = duplicates->report;
	const struct record *record = duplicates->list->record;
	const struct text_field *key = key_of(key_field(record), head);
	const struct text_field *other = key_of(key_field(record), first);

	report_item(report, P010_DUPLICATE_ID, duplicates->list->trail, head, record->key,
		&key->leaf, first_at(report->arena, first->path, other->leaf.at.line),
		SUBJECTS(record->name, key->text));
}

static void find_duplicates(void *context, const struct record_list *list)
{
	struct duplicates duplicates = {context, list};
	struct ids ids;

	if (list->record->key && list->list->n > 1)
		ids_init(&ids, duplicates.report->arena, list->record, list->list, report_twice,
			&duplicates);
}

void report_duplicate_ids(struct report *report, const struct record *record, const void *object)
{
	visit_lists(record, object, NULL, find_duplicates, report);
}
