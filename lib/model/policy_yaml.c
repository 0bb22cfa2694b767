/*
 * A policy as YAML: records in blocks, what holds no further records in one line. Texts that
 * could be read as anything else are quoted; numbers have as few digits as give them back.
 */
#include "partner/policy.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "partner/yaml.h"
#include "tables.h"

#define DECIMALS_MOST 40 /* places that are read, see scalar.h */
#define NUMBER_SIZE 80   /* a sign, 15 digits, a point, the places, a NUL */

/* ---- scalars ---- */

static void put_text(struct buffer *buffer, const struct text_field *field)
{
	yaml_put_text(buffer, field->text, field->length);
}

/* Writes `value` with the fewest decimals, but at least `least`, that read back to it. */
static void format_number(double value, int least, char text[NUMBER_SIZE])
{
	const char *hint;
	double back;

	for (int decimals = least; decimals <= DECIMALS_MOST; decimals++) {
		int length = snprintf(text, NUMBER_SIZE, "%.*f", decimals, value);

		if (number_parse(text, (size_t)length, &back, &hint) == SCALAR_OK && back == value)
			break;
	}
}

static void put_number(struct buffer *buffer, double value)
{
	char text[NUMBER_SIZE];

	format_number(value, 0, text);
	buffer_puts(buffer, text);
}

/* A fraction in percent: its decimal number with the point moved, so that nothing is lost. */
static void put_percent(struct buffer *buffer, double value)
{
	char text[NUMBER_SIZE], *start = text, *point;

	format_number(value, 2, text);
	point = strchr(text, '.');
	memmove(point, point + 1, 2);
	point[2] = point[3] ? '.' : '\0';
	while (start[0] == '0' && start[1] && start[1] != '.')
		start++;
	buffer_puts(buffer, start);
	buffer_putc(buffer, '%');
}

static void put_weight(struct buffer *buffer, const struct weight_field *field)
{
	if (field->percent)
		put_percent(buffer, field->value);
	else
		put_number(buffer, field->value);
}

/* The kinds of scalars that a policy has. */
static void put_scalar(
	struct buffer *buffer, enum field_kind kind, const char *const *choices, const void *leaf)
{
	char text[16];

	switch (kind) {
	case KIND_WORD:
		buffer_puts(buffer, choices[((const struct word_field *)leaf)->value]);
		break;
	case KIND_WHOLE:
		buffer_put_whole(buffer, ((const struct whole_field *)leaf)->value);
		break;
	case KIND_NUMBER:
		put_number(buffer, ((const struct number_field *)leaf)->value);
		break;
	case KIND_SHARE:
		put_percent(buffer, ((const struct number_field *)leaf)->value);
		break;
	case KIND_WEIGHT:
		put_weight(buffer, leaf);
		break;
	case KIND_DATE:
		buffer_puts(buffer, date_format(((const struct date_field *)leaf)->date, text));
		break;
	case KIND_DURATION:
		buffer_puts(buffer,
			duration_format(((const struct duration_field *)leaf)->duration, text));
		break;
	default:
		assert(kind == KIND_TEXT || kind == KIND_ID || kind == KIND_PARTNER_ID ||
			kind == KIND_CURRENCY);
		put_text(buffer, leaf);
	}
}

/* ---- lists in one line ---- */

static void put_scale(struct buffer *buffer, const struct list *list)
{
	const struct scale_knot *knots = list->items;

	for (size_t i = 0; i < list->n; i++) {
		buffer_puts(buffer, i ? ", [" : "[");
		put_number(buffer, knots[i].x);
		buffer_puts(buffer, ", ");
		put_number(buffer, knots[i].points);
		buffer_putc(buffer, ']');
	}
}

static void put_items(struct buffer *buffer, const struct field *field, enum field_kind kind,
	size_t size, const struct list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			buffer_puts(buffer, ", ");
		put_scalar(buffer, kind, field->choices, (const char *)list->items + i * size);
	}
}

/* A scalar, or a list of scalars. */
static void put_value(struct buffer *buffer, const struct field *field, const void *value)
{
	if (field->kind < KIND_TEXTS) {
		put_scalar(buffer, field->kind, field->choices, value);
		return;
	}
	buffer_putc(buffer, '[');
	if (field->kind == KIND_SCALE)
		put_scale(buffer, value);
	else if (field->kind == KIND_WORDS)
		put_items(buffer, field, KIND_WORD, sizeof(struct word_field), value);
	else if (field->kind == KIND_DATES)
		put_items(buffer, field, KIND_DATE, sizeof(struct date_field), value);
	else
		put_items(buffer, field, KIND_TEXT, sizeof(struct text_field), value);
	buffer_putc(buffer, ']');
}

/* ---- records ---- */

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

/* {name: value, name: value} */
static void put_braces(struct buffer *buffer, const struct record *record, const void *object)
{
	const char *before = "";

	buffer_putc(buffer, '{');
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if (!is_written(field, object))
			continue;
		buffer_printf(buffer, "%s%s: ", before, field->name);
		put_value(buffer, field, field_at(object, field));
		before = ", ";
	}
	buffer_putc(buffer, '}');
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
			put_braces(buffer, record, item);
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
		put_value(buffer, field, value);
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
