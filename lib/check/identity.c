/* What a finding is about, whatever line it stands on. */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

/* Where in a document a pointer has led so far. */
struct way {
	struct arena *arena;
	const char *path;            /* the file it counts in */
	const struct record *record; /* of the map; NULL: nothing further is known */
	const void *object;
	const struct field *field; /* of the list whose item comes next, NULL: none */
	struct buffer identity;
};

/* The item that is the `index`-th in the list of its own file. */
static const struct head *find_item(const struct way *way, size_t index)
{
	const struct record *record = way->field->record;
	const struct list *list = way->object;

	/* In the file that comes first it mostly is where it says. */
	if (index < list->n) {
		const struct head *head = list_item(record, list, index);

		if (head->index == index && !strcmp(head->path, way->path))
			return head;
	}
	for (size_t i = 0; i < list->n; i++) {
		const struct head *head = list_item(record, list, i);

		if (head->index == index && !strcmp(head->path, way->path))
			return head;
	}
	return NULL;
}

static void put_part(struct way *way, const char *part, size_t length)
{
	buffer_putc(&way->identity, '/');
	buffer_add(&way->identity, part, length);
}

static void enter_record(struct way *way, const char *part, size_t length)
{
	const struct head *head = find_item(way, strtoul(part, NULL, 10));
	const char *label = head ? record_label(way->arena, way->field->record, head) : NULL;

	put_part(way, label ? label : part, label ? strlen(label) : length);
	way->record = head ? way->field->record : NULL;
	way->object = head;
	way->field = NULL;
}

static void enter_value(struct way *way, const char *part, size_t length)
{
	const struct list *list = way->object;
	enum field_kind kind = kind_item(way->field->kind);
	size_t index = strtoul(part, NULL, 10);
	const char *text = NULL;

	if (kind != way->field->kind && index < list->n)
		text = scalar_text(way->arena, way->field, kind,
			(const char *)list->items + index * kind_size(kind));
	put_part(way, text ? text : part, text ? strlen(text) : length);
	way->record = NULL;
	way->field = NULL;
}

static void enter_field(struct way *way, const char *part, size_t length)
{
	const struct field *field = record_field(way->record, part, length);

	put_part(way, part, length);
	way->object = field ? field_at(way->object, field) : NULL;
	way->record = field && field->kind == KIND_RECORD ? field->record : NULL;
	way->field =
		field && field->kind >= KIND_TEXTS && field->kind != KIND_RECORD ? field : NULL;
}

static void follow(struct way *way, const char *part, size_t length)
{
	if (way->field && way->field->kind == KIND_RECORDS)
		enter_record(way, part, length);
	else if (way->field)
		enter_value(way, part, length);
	else if (way->record)
		enter_field(way, part, length);
	else
		put_part(way, part, length);
}

const char *find_identity(struct arena *arena, const struct record *record, const void *object,
	const struct diag *diag)
{
	struct way way = {.arena = arena, .path = diag->path, .record = record, .object = object};
	const char *rest = diag->pointer;

	if (!*rest)
		return diag->pointer;
	while (*rest == '/') {
		size_t length = strcspn(++rest, "/");

		follow(&way, rest, length);
		rest += length;
	}
	return buffer_keep(&way.identity, arena);
}

const char *check_identity(
	struct arena *arena, const struct partner *partner, const struct diag *diag)
{
	return partner ? find_identity(arena, &partner_record, partner, diag) : diag->pointer;
}
