#include <stdlib.h>
#include <string.h>

#include "partner/view.h"

const struct list *partner_list(const struct partner *partner, const char *name, size_t length,
	const struct record **record)
{
	for (size_t i = 0; i < partner_record.n; i++) {
		const struct field *field = &partner_record.fields[i];

		if (field->kind != KIND_RECORDS || strlen(field->record->name) != length ||
			memcmp(field->record->name, name, length) != 0)
			continue;
		*record = field->record;
		return field_at(partner, field);
	}
	return NULL;
}

static const struct text_field *record_id(const struct record *record, const struct head *head)
{
	const struct field *key =
		record->key ? record_field(record, record->key, strlen(record->key)) : NULL;
	const struct text_field *id = key ? field_at(head, key) : NULL;

	return id && HAS(*id) ? id : NULL;
}

/* `#3` counts the merged list from 1 (R25). */
static const struct head *find_place(const struct list *list, const struct record *record,
	const char *digits)
{
	char *end;
	unsigned long place = strtoul(digits, &end, 10);

	if (digits[0] < '1' || digits[0] > '9' || *end || place > list->n)
		return NULL;
	return (const struct head *)((const char *)list->items + (place - 1) * record->size);
}

const struct head *partner_find(const struct partner *partner, const char *reference)
{
	const char *colon = strchr(reference, ':');
	const struct record *record;
	const struct list *list;

	if (!colon)
		return NULL;
	list = partner_list(partner, reference, (size_t)(colon - reference), &record);
	if (!list)
		return NULL;
	if (colon[1] == '#')
		return find_place(list, record, colon + 2);
	for (size_t i = 0; i < list->n; i++) {
		const struct head *head =
			(const struct head *)((const char *)list->items + i * record->size);
		const struct text_field *id = record_id(record, head);

		if (id && !strcmp(id->text, colon + 1))
			return head;
	}
	return NULL;
}

const char *record_reference(struct arena *arena, const struct record *record,
	const struct head *head)
{
	const struct text_field *id = record_id(record, head);

	if (id)
		return arena_printf(arena, "%s:%s", record->name, id->text);
	return arena_printf(arena, "%s:#%u", record->name, (unsigned)head->place);
}
