/* Records by their tables: their lists, what they are called, and all their values. */
#include "rules.h"

#include <inttypes.h>
#include <string.h>

/* ---- lists ---- */

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

/* ---- names ---- */

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
		return date_text(arena, ((const struct date_field *)leaf)->date);
	case KIND_WHOLE:
		return arena_printf(arena, "%" PRId64, ((const struct whole_field *)leaf)->value);
	default:
		return NULL;
	}
}

/* By which fields records without an id are matched; the inner ones have but one. */
static const struct {
	const char *record;
	const char *fields[3];
} labels[] = {
	{"touchpoint", {"date", "kind", "initiated_by"}},
	{"exchange", {"date", "direction", "kind"}},
	{"cost", {"kind", "from", NULL}},
	{"feedback", {"date", "from", NULL}},
	{"conversation", {"date", "kind", NULL}},
	{"rating", {"date", "by", "of"}},
	{"dispute", {"record", "by", NULL}},
	{"exception", {"mute", NULL, NULL}},
	{"reliance", {"name", NULL, NULL}},
	{"observation", {"date", NULL, NULL}},
	{"move", {"on", NULL, NULL}},
	{"prepaid", {"from", NULL, NULL}},
	{"fee", {"until", NULL, NULL}},
	{"service level", {"severity", NULL, NULL}},
	{"trigger", {"when", NULL, NULL}},
	{"alternative", {"name", NULL, NULL}},
	{"knowledge", {"topic", NULL, NULL}},
};

static const char *const *label_fields(const struct record *record)
{
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (!strcmp(labels[i].record, record->name))
			return labels[i].fields;
	return NULL;
}

const char *record_label(struct arena *arena, const struct record *record, const struct head *head)
{
	const struct text_field *key = key_of(key_field(record), head);
	const char *const *names = label_fields(record);
	const char *label = NULL;

	if (key)
		return key->text;
	for (size_t i = 0; names && i < COUNT_OF(labels[0].fields) && names[i]; i++) {
		const struct field *field = record_field(record, names[i], strlen(names[i]));
		const char *text = field
			? scalar_text(arena, field, field->kind, field_at(head, field))
			: NULL;

		if (text)
			label = label ? arena_printf(arena, "%s %s", label, text) : text;
	}
	return label;
}

/* ---- values ---- */

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

static void put_scores(struct buffer *buffer, const struct list *list)
{
	const struct score_entry *entries = list->items;

	for (size_t i = 0; i < list->n; i++) {
		put_text(buffer, &entries[i].criterion);
		put_real(buffer, entries[i].points.value);
	}
}

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
	bool sound = true;

	put_number(buffer, (int64_t)list->n);
	for (size_t i = 0; i < list->n && sound; i++) {
		if (field->kind == KIND_RECORDS)
			sound = record_values(
				buffer, field->record, list_item(field->record, list, i));
		else if (field->kind == KIND_WORDS)
			put_scalar(buffer, KIND_WORD, (const struct word_field *)list->items + i);
		else if (field->kind == KIND_DATES)
			put_scalar(buffer, KIND_DATE, (const struct date_field *)list->items + i);
		else if (field->kind == KIND_TEXTS || field->kind == KIND_IDS)
			put_text(buffer, (const struct text_field *)list->items + i);
	}
	if (field->kind == KIND_SCORES)
		put_scores(buffer, list);
	else if (field->kind == KIND_SCALE)
		put_scale(buffer, list);
	return sound;
}

bool record_values(struct buffer *buffer, const struct record *record, const void *object)
{
	bool sound = !((const struct head *)object)->refused;

	for (size_t i = 0; i < record->n && sound; i++) {
		const struct field *field = &record->fields[i];
		const struct leaf *leaf = field_at(object, field);

		if (leaf->state == LEAF_ABSENT)
			continue;
		if (leaf->state == LEAF_FAULTY)
			return false;
		buffer_putc(buffer, (char)i);
		if (field->kind == KIND_RECORD)
			sound = record_values(buffer, field->record, leaf);
		else if (field->kind >= KIND_TEXTS)
			sound = put_list(buffer, field, (const struct list *)(const void *)leaf);
		else
			put_scalar(buffer, field->kind, leaf);
	}
	/* Where a record ends, so that the next one's fields are not taken for its own. */
	buffer_putc(buffer, (char)-1);
	return sound;
}
