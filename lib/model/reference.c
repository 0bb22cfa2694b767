#include <stdlib.h>
#include <string.h>

#include "partner/search.h"
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

/* The record with this place: places ascend, but some may be left out. */
static const struct head *search_place(
	const struct list *list, const struct record *record, unsigned long place)
{
	struct search search = {.end = list->n};

	while (search_on(&search))
		search_halve(&search, list_item(record, list, search.at)->place < place);
	if (search.at == list->n || list_item(record, list, search.at)->place != place)
		return NULL;
	return list_item(record, list, search.at);
}

/* `#3` counts the merged list from 1 (R25). */
static const struct head *find_place(
	const struct list *list, const struct record *record, const char *digits)
{
	char *end;
	unsigned long place = strtoul(digits, &end, 10);

	if (digits[0] < '1' || digits[0] > '9' || *end)
		return NULL;
	return search_place(list, record, place);
}

/* The index of a list, made when it is first asked for. */
static const struct id_index *finder_index(
	struct finder *finder, const struct record *record, const struct list *list)
{
	size_t row = 0;

	if (!finder->indexes)
		finder->indexes =
			arena_array(finder->arena, partner_record.n, sizeof(struct id_index));
	while (field_at(finder->partner, &partner_record.fields[row]) != list)
		row++;
	if (!finder->indexes[row].record)
		index_init(&finder->indexes[row], finder->arena, record, list, NULL, NULL);
	return &finder->indexes[row];
}

const struct head *finder_find(struct finder *finder, const char *reference)
{
	const char *colon = strchr(reference, ':');
	const struct record *record;
	const struct list *list = colon
		? partner_list(finder->partner, reference, (size_t)(colon - reference), &record)
		: NULL;

	if (!list)
		return NULL;
	if (colon[1] == '#')
		return find_place(list, record, colon + 2);
	return index_find(finder_index(finder, record, list), colon + 1);
}

const struct head *partner_find(const struct partner *partner, const char *reference)
{
	struct arena scratch = {0};
	struct finder finder = {partner, &scratch, NULL};
	const struct head *head = finder_find(&finder, reference);

	arena_free(&scratch);
	return head;
}

/* This is made for every record of every scorecard, so it is spelt out. */
static const char *join(struct arena *arena, const char *name, const char *separator,
	const char *rest, size_t rest_length)
{
	size_t name_length = strlen(name), between = strlen(separator);
	char *text = arena_take(arena, name_length + between + rest_length + 1);

	memcpy(text, name, name_length);
	memcpy(text + name_length, separator, between);
	memcpy(text + name_length + between, rest, rest_length);
	text[name_length + between + rest_length] = '\0';
	return text;
}

const char *record_reference(
	struct arena *arena, const struct record *record, const struct head *head)
{
	const struct text_field *id = key_of(key_field(record), head);
	char digits[10];
	size_t first = sizeof(digits);

	if (id)
		return join(arena, record->name, ":", id->text, id->length);
	for (uint32_t place = head->place; place; place /= 10)
		digits[--first] = (char)('0' + place % 10);
	return join(arena, record->name, ":#", digits + first, sizeof(digits) - first);
}
