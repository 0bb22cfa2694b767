/* Values as text, and as bytes to compare. */
#include "partner/values.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- text ---- */

const char *scalar_text(
	struct arena *arena, const struct field *field, enum field_kind kind, const void *leaf)
{
	if (((const struct leaf *)leaf)->state != LEAF_SOUND)
		return NULL;
	switch (kind) {
	case KIND_TEXT:
	case KIND_ID:
	case KIND_PARTNER_ID:
	case KIND_CURRENCY:
		return ((const struct text_field *)leaf)->text;
	case KIND_WORD:
		return field->choices[((const struct word_field *)leaf)->value];
	case KIND_DATE:
		return date_format(
			((const struct date_field *)leaf)->date, arena_take(arena, DATE_SIZE));
	case KIND_WHOLE:
		return arena_printf(arena, "%" PRId64, ((const struct whole_field *)leaf)->value);
	default:
		return NULL;
	}
}

/* ---- scalars ---- */

static void put_text(struct buffer *buffer, const struct text_field *text)
{
	buffer_add(buffer, (const char *)&text->length, sizeof(text->length));
	buffer_add(buffer, text->text, text->length);
}

static void put_real(struct buffer *buffer, double value)
{
	value += 0.0; /* so that -0 and 0 are one */
	buffer_add(buffer, (const char *)&value, sizeof(value));
}

static void put_time(struct buffer *buffer, const struct instant *time)
{
	buffer_add(buffer, (const char *)&time->seconds, sizeof(time->seconds));
	buffer_putc(buffer, (char)time->coarse);
}

static void put_number(struct buffer *buffer, int64_t number)
{
	buffer_add(buffer, (const char *)&number, sizeof(number));
}

static void put_scalar(struct buffer *buffer, enum field_kind kind, const void *leaf)
{
	switch (kind) {
	case KIND_WORD:
		put_number(buffer, ((const struct word_field *)leaf)->value);
		break;
	case KIND_WHOLE:
		put_number(buffer, ((const struct whole_field *)leaf)->value);
		break;
	case KIND_NUMBER:
	case KIND_SHARE:
		put_real(buffer, ((const struct number_field *)leaf)->value);
		break;
	case KIND_WEIGHT:
		put_real(buffer, ((const struct weight_field *)leaf)->value);
		buffer_putc(buffer, (char)((const struct weight_field *)leaf)->percent);
		break;
	case KIND_FLAG:
		buffer_putc(buffer, (char)((const struct flag_field *)leaf)->value);
		break;
	case KIND_DATE:
		put_number(buffer, ((const struct date_field *)leaf)->date);
		break;
	case KIND_TIME:
		put_time(buffer, &((const struct time_field *)leaf)->time);
		break;
	case KIND_DURATION:
		put_number(buffer, ((const struct duration_field *)leaf)->duration.count);
		put_number(buffer, ((const struct duration_field *)leaf)->duration.unit);
		break;
	case KIND_MONEY:
		put_number(buffer, ((const struct money_field *)leaf)->money.minor);
		put_number(buffer, ((const struct money_field *)leaf)->money.currency);
		break;
	case KIND_PRICE:
		put_number(buffer, ((const struct price_field *)leaf)->millionths);
		put_number(buffer, ((const struct price_field *)leaf)->currency);
		break;
	default:
		put_text(buffer, leaf);
	}
}

/* ---- what has no order ---- */

/* Parts of a value whose order is none of its own, by their bytes. */
struct parts {
	struct arena arena;
	struct part {
		const char *bytes;
		size_t length;
	} * items;
	size_t n;
	struct buffer one; /* the next part, until it is added */
};

static void add_part(struct parts *parts)
{
	struct part *part = &parts->items[parts->n++];

	part->bytes = arena_copy(&parts->arena, parts->one.data, parts->one.length);
	part->length = parts->one.length;
	buffer_clear(&parts->one);
}

static int compare_parts(const void *left, const void *right)
{
	const struct part *a = left, *b = right;
	int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);

	return order ? order : (a->length > b->length) - (a->length < b->length);
}

/* Appends the parts in one order for all, and gives back what holds them. */
static void put_parts(struct buffer *buffer, struct parts *parts)
{
	if (parts->n)
		qsort(parts->items, parts->n, sizeof(struct part), compare_parts);
	for (size_t i = 0; i < parts->n; i++)
		buffer_add(buffer, parts->items[i].bytes, parts->items[i].length);
	buffer_free(&parts->one);
	arena_free(&parts->arena);
}

static bool put_records(struct buffer *buffer, const struct record *record, const struct list *list)
{
	struct parts parts = {0};
	bool sound = true;

	parts.items = arena_array(&parts.arena, list->n, sizeof(struct part));
	for (size_t i = 0; i < list->n && sound; i++) {
		sound = record_values(
			&parts.one, record, (const char *)list->items + i * record->size);
		add_part(&parts);
	}
	put_parts(buffer, &parts);
	return sound;
}

static void put_scores(struct buffer *buffer, const struct list *list)
{
	const struct score_entry *entries = list->items;
	struct parts parts = {0};

	parts.items = arena_array(&parts.arena, list->n, sizeof(struct part));
	for (size_t i = 0; i < list->n; i++) {
		put_text(&parts.one, &entries[i].criterion);
		put_real(&parts.one, entries[i].points.value);
		add_part(&parts);
	}
	put_parts(buffer, &parts);
}

/* ---- lists ---- */

static void put_scale(struct buffer *buffer, const struct list *list)
{
	const struct scale_knot *knots = list->items;

	for (size_t i = 0; i < list->n; i++) {
		put_real(buffer, knots[i].x);
		put_real(buffer, knots[i].points);
	}
}

/* A sound list has sound items only, but for what stands in their maps. */
static bool put_list(struct buffer *buffer, const struct field *field, const struct list *list)
{
	enum field_kind kind = kind_item(field->kind);

	put_number(buffer, (int64_t)list->n);
	if (field->kind == KIND_RECORDS)
		return put_records(buffer, field->record, list);
	if (field->kind == KIND_SCORES)
		put_scores(buffer, list);
	else if (field->kind == KIND_SCALE)
		put_scale(buffer, list);
	else
		for (size_t i = 0; i < list->n; i++)
			put_scalar(buffer, kind, (const char *)list->items + i * kind_size(kind));
	return true;
}

/* ---- fields and records ---- */

static bool is_list(const struct field *field)
{
	return field->kind >= KIND_TEXTS && field->kind != KIND_RECORD;
}

bool field_values(struct buffer *buffer, const struct field *field, const void *object)
{
	const void *value = field_at(object, field);
	const struct leaf *leaf = value;

	if (leaf->state == LEAF_FAULTY)
		return false;
	if (leaf->state == LEAF_ABSENT ||
		(field->kind == KIND_RECORDS && !((const struct list *)value)->n))
		return true;
	if (field->kind == KIND_RECORD)
		return record_values(buffer, field->record, value);
	if (is_list(field))
		return put_list(buffer, field, value);
	put_scalar(buffer, field->kind, value);
	return true;
}

bool record_values(struct buffer *buffer, const struct record *record, const void *object)
{
	bool sound = !((const struct head *)object)->refused;

	for (size_t i = 0; i < record->n && sound; i++) {
		size_t before = buffer->length;

		buffer_putc(buffer, (char)i);
		sound = field_values(buffer, &record->fields[i], object);
		if (buffer->length == before + 1)
			buffer->length = before;
	}
	/* Where a record ends, so that the next one's fields are not taken for its own. */
	buffer_putc(buffer, (char)-1);
	return sound;
}
