/* A policy as YAML: records in blocks, what holds no further records in one line. */
#include "partner/policy.h"

#include "partner/values.h"
#include "tables.h"

static bool is_written(const struct field *field, const void *record)
{
	return ((const struct leaf *)field_at(record, field))->state == LEAF_SOUND;
}

static bool holds_records(const struct record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		if (record->fields[i].kind >= KIND_RECORD)
			return true;
	}
	return false;
}

static bool is_empty(const struct record *record, const void *object)
{
	for (size_t i = 0; i < record->n; i++) {
		if (is_written(&record->fields[i], object))
			return false;
	}
	return true;
}

static void put_block(struct buffer *buffer, const struct record *record, const void *object,
	size_t indent, bool after_dash);

static void put_record(
	struct buffer *buffer, const struct record *record, const void *object, size_t indent)
{
	if (is_empty(record, object)) {
		buffer_puts(buffer, " {}\n");
		return;
	}
	buffer_putc(buffer, '\n');
	put_block(buffer, record, object, indent, false);
}

static void put_records(
	struct buffer *buffer, const struct record *record, const struct list *list, size_t indent)
{
	buffer_puts(buffer, list->n ? "\n" : " []\n");
	for (size_t i = 0; i < list->n; i++) {
		const void *item = (const char *)list->items + i * record->size;

		buffer_fill(buffer, ' ', indent);
		buffer_puts(buffer, "- ");
		if (holds_records(record) && !is_empty(record, item)) {
			put_block(buffer, record, item, indent + 2, true);
		} else {
			record_put_yaml(buffer, record, item);
			buffer_putc(buffer, '\n');
		}
	}
}

static void put_field(
	struct buffer *buffer, const struct field *field, const void *value, size_t indent)
{
	buffer_printf(buffer, "%s:", field->name);
	if (field->kind == KIND_RECORD) {
		put_record(buffer, field->record, value, indent + 2);
	} else if (field->kind == KIND_RECORDS) {
		put_records(buffer, field->record, value, indent + 2);
	} else {
		buffer_putc(buffer, ' ');
		value_put_yaml(buffer, field, value);
		buffer_putc(buffer, '\n');
	}
}

/* The fields that are written, a line or more each; after a dash the first is indented. */
static void put_block(struct buffer *buffer, const struct record *record, const void *object,
	size_t indent, bool after_dash)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if (!is_written(field, object))
			continue;
		if (indent == 0 && field->kind >= KIND_RECORD)
			buffer_putc(buffer, '\n');
		if (!after_dash)
			buffer_fill(buffer, ' ', indent);
		after_dash = false;
		put_field(buffer, field, field_at(object, field), indent);
	}
}

void policy_put_yaml(struct buffer *buffer, const struct policy *policy)
{
	put_block(buffer, &policy_record, policy, 0, false);
}
