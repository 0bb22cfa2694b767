/* What companions add to the lists of a record. */
#include <string.h>

#include "partner/decode.h"

static size_t list_item_size(const struct field *field)
{
	return field->kind == KIND_RECORDS ? field->record->size
					   : kind_size(kind_item(field->kind));
}

/* Room for at least twice the items, since companions may be many. */
static void widen(struct arena *arena, struct list *list, size_t more, size_t size)
{
	size_t n = list->n + (more > list->n ? more : list->n);
	char *items = arena_array(arena, n, size);

	if (list->n)
		memcpy(items, list->items, list->n * size);
	list->items = items;
	list->capacity = n;
}

static void append_list(
	struct arena *arena, const struct field *field, struct list *list, const struct list *extra)
{
	size_t size = list_item_size(field);
	char *items;

	if (list->n + extra->n > list->capacity)
		widen(arena, list, extra->n, size);
	items = list->items;
	if (extra->n)
		memcpy(items + list->n * size, extra->items, extra->n * size);
	for (size_t i = 0; field->kind == KIND_RECORDS && i < extra->n; i++)
		((struct head *)(items + (list->n + i) * size))->place += (uint32_t)list->written;
	list->n += extra->n;
	list->written += extra->written;
}

void decode_append_lists(
	struct arena *arena, const struct record *record, void *object, const void *extra)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		struct list *list = (struct list *)(void *)((char *)object + field->offset);
		const struct list *more = field_at(extra, field);

		if (!kind_has_items(field->kind) || more->leaf.state == LEAF_ABSENT)
			continue;
		if (list->leaf.state == LEAF_ABSENT)
			list->leaf = more->leaf;
		else if (more->leaf.state == LEAF_FAULTY)
			list->leaf.state = LEAF_FAULTY;
		if (more->n || more->written)
			append_list(arena, field, list, more);
	}
}
