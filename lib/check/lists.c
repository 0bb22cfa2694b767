/* The lists of records in a record, found by their tables. */
#include "rules.h"

#include <string.h>

const struct record *list_record(const struct record *record, const char *name)
{
	return record_field(record, name, strlen(name))->record;
}

static bool holds_more(const struct record *record)
{
	for (size_t i = 0; i < record->n; i++)
		if (record->fields[i].record)
			return true;
	return false;
}

static void visit_items(const struct record_list *list, visit_list visit, void *context)
{
	visit(context, list);
	if (!holds_more(list->record))
		return;
	for (size_t i = 0; i < list->list->n; i++) {
		const struct head *head = list_item(list->record, list->list, i);
		struct trail item = {list->trail, NULL, head->index};

		visit_lists(list->record, head, &item, visit, context);
	}
}

void visit_lists(const struct record *record, const void *object, const struct trail *trail,
	visit_list visit, void *context)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const void *value = field_at(object, field);
		struct trail step = {trail, field->name, 0};

		if (field->kind == KIND_RECORD)
			visit_lists(field->record, value, &step, visit, context);
		else if (field->kind == KIND_RECORDS && ((const struct list *)value)->n)
			visit_items(
				&(struct record_list){field->record, value, &step}, visit, context);
	}
}
