/* Records as JSON: the path that every scorecard takes, so it looks nothing up. */
#include "partner/write.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "walk.h"

/* ---- fields, as read from YAML ---- */

static void put_money(struct json_writer *json, struct money money)
{
	if (!money.currency) {
		json_put_null(json);
		return;
	}
	json_begin_text(json);
	money_put(json->out, money);
	json_end_text(json);
}

static void put_price(struct json_writer *json, const struct price_field *price)
{
	json_begin_text(json);
	price_put(json->out, price->millionths, price->currency);
	json_end_text(json);
}

static void put_weight(struct json_writer *json, const struct weight_field *weight)
{
	char text[32];
	if (!weight->percent) {
		json_put_number(json, weight->value);
		return;
	}
	snprintf(text, sizeof(text), "%.15g%%", weight->value * 100);
	json_put_string(json, text);
}

static void put_date(struct json_writer *json, int32_t date)
{
	char text[DATE_SIZE];
	if (date == DATE_NONE)
		json_put_null(json);
	else
		json_put_word(json, date_format(date, text), DATE_SIZE - 1);
}

static void put_time(struct json_writer *json, const struct time_field *time)
{
	char text[24];
	json_put_string(json, instant_format(time->time, text));
}

static void put_duration(struct json_writer *json, const struct duration_field *duration)
{
	char text[16];
	json_put_string(json, duration_format(duration->duration, text));
}

/* A sound scalar; `field` has the words. */
static void put_scalar(
	struct json_writer *json, const struct field *field, enum field_kind kind, const void *leaf)
{
	switch (kind) {
	case KIND_WORD:
		json_put_string(json, field->choices[((const struct word_field *)leaf)->value]);
		return;
	case KIND_WHOLE:
		json_put_whole(json, ((const struct whole_field *)leaf)->value);
		return;
	case KIND_NUMBER:
	case KIND_SHARE:
		json_put_number(json, ((const struct number_field *)leaf)->value);
		return;
	case KIND_WEIGHT:
		put_weight(json, leaf);
		return;
	case KIND_FLAG:
		json_put_truth(json, ((const struct flag_field *)leaf)->value);
		return;
	case KIND_DATE:
		put_date(json, ((const struct date_field *)leaf)->date);
		return;
	case KIND_TIME:
		put_time(json, leaf);
		return;
	case KIND_DURATION:
		put_duration(json, leaf);
		return;
	case KIND_MONEY:
		put_money(json, ((const struct money_field *)leaf)->money);
		return;
	case KIND_PRICE:
		put_price(json, leaf);
		return;
	default:
		json_put_text(json, ((const struct text_field *)leaf)->text,
			((const struct text_field *)leaf)->length);
	}
}

static void put_scalars(struct json_writer *json, const struct field *field,
	const struct list *list, enum field_kind kind)
{
	const char *item = list->items;
	json_begin_array(json);
	for (size_t i = 0; i < list->n; i++, item += kind_size(kind)) {
		if (((const struct leaf *)(const void *)item)->state == LEAF_SOUND)
			put_scalar(json, field, kind, item);
		else
			json_put_null(json);
	}
	json_end_array(json);
}

/* The entry whose criterion follows `previous` in order of name, NULL at the end. */
static const struct score_entry *entry_after(
	const struct list *list, const struct score_entry *previous)
{
	const struct score_entry *entries = list->items;
	const struct score_entry *least = NULL;
	for (size_t i = 0; i < list->n; i++) {
		const char *name = entries[i].criterion.text;
		if (!HAS(entries[i].criterion) ||
			(previous && strcmp(name, previous->criterion.text) <= 0))
			continue;
		if (!least || strcmp(name, least->criterion.text) < 0)
			least = &entries[i];
	}
	return least;
}

static void put_scores(struct json_writer *json, const struct list *list)
{
	json_begin_object(json);
	for (const struct score_entry *entry = entry_after(list, NULL); entry;
		entry = entry_after(list, entry)) {
		json_put_key(json, entry->criterion.text);
		if (HAS(entry->points))
			json_put_number(json, entry->points.value);
		else
			json_put_null(json);
	}
	json_end_object(json);
}

static void put_scale(struct json_writer *json, const struct list *list)
{
	const struct scale_knot *knots = list->items;
	json_begin_array(json);
	for (size_t i = 0; i < list->n; i++) {
		json_begin_array(json);
		json_put_number(json, knots[i].x);
		json_put_number(json, knots[i].points);
		json_end_array(json);
	}
	json_end_array(json);
}

static void put_records(
	struct json_writer *json, const struct record *record, const void *items, size_t n)
{
	const char *item = items;
	json_begin_array(json);
	for (size_t i = 0; i < n; i++, item += record->size)
		write_json_object(json, record, item);
	json_end_array(json);
}

/* A sound field of any kind. */
static void put_field(struct json_writer *json, const struct field *field, const void *member)
{
	const struct list *list = member;
	enum field_kind item = kind_item(field->kind);
	switch (field->kind) {
	case KIND_RECORD:
		write_json_object(json, field->record, member);
		return;
	case KIND_RECORDS:
		put_records(json, field->record, list->items, list->n);
		return;
	case KIND_SCORES:
		put_scores(json, list);
		return;
	case KIND_SCALE:
		put_scale(json, list);
		return;
	default:
		if (item != field->kind)
			put_scalars(json, field, list, item);
		else
			put_scalar(json, field, field->kind, member);
	}
}

/* ---- results ---- */

static void put_strings(struct json_writer *json, const struct array *array)
{
	const char *const *items = array->items;
	json_begin_array(json);
	for (size_t i = 0; i < array->n; i++)
		json_put_string(json, items[i]);
	json_end_array(json);
}

static void put_counts(struct json_writer *json, const struct array *array)
{
	const int64_t *items = array->items;
	json_begin_array(json);
	for (size_t i = 0; i < array->n; i++)
		json_put_whole(json, items[i]);
	json_end_array(json);
}

static void put_reals(struct json_writer *json, const struct array *array, int decimals)
{
	const double *items = array->items;
	json_begin_array(json);
	for (size_t i = 0; i < array->n; i++)
		json_put_real(json, items[i], decimals);
	json_end_array(json);
}

/* The share whose name follows `previous`, NULL at the end. */
static const struct named_share *share_after(
	const struct array *array, const struct named_share *previous)
{
	const struct named_share *shares = array->items;
	const struct named_share *least = NULL;
	for (size_t i = 0; i < array->n; i++) {
		if (previous && strcmp(shares[i].name, previous->name) <= 0)
			continue;
		if (!least || strcmp(shares[i].name, least->name) < 0)
			least = &shares[i];
	}
	return least;
}

static void put_shares(struct json_writer *json, const struct array *array, int decimals)
{
	json_begin_object(json);
	for (const struct named_share *share = share_after(array, NULL); share;
		share = share_after(array, share)) {
		json_put_key(json, share->name);
		json_put_real(json, share->share, decimals);
	}
	json_end_object(json);
}

static void put_array(struct json_writer *json, const struct field *field, const void *member)
{
	const struct array *array = member;
	if (!array->items)
		json_put_null(json);
	else if (field->kind == RESULT_OBJECTS)
		put_records(json, field->record, array->items, array->n);
	else if (field->kind == RESULT_SHARES)
		put_shares(json, array, field->decimals);
	else if (field->kind == RESULT_COUNTS)
		put_counts(json, array);
	else if (field->kind == RESULT_REALS)
		put_reals(json, array, field->decimals);
	else
		put_strings(json, array);
}

static void put_pointed(struct json_writer *json, const struct field *field, const void *member)
{
	const void *object;
	/* The member is a pointer to some struct: copied, since its type is not known here. */
	memcpy(&object, member, sizeof(object));
	if (object)
		write_json_object(json, field->record, object);
	else
		json_put_null(json);
}

static void put_word(struct json_writer *json, const char *word)
{
	json_put_word(json, word, strlen(word));
}

static void put_choice(struct json_writer *json, const struct field *field, int value)
{
	if (value == CHOICE_NONE)
		json_put_null(json);
	else
		put_word(json, field->choices[value - field->first]);
}

static void put_result(struct json_writer *json, const struct field *field, const void *member)
{
	switch (field->kind) {
	case RESULT_STRING:
		json_put_string(json, *(const char *const *)member);
		return;
	case RESULT_CHOICE:
		put_choice(json, field, *(const int *)member);
		return;
	case RESULT_REAL:
		json_put_real(json, *(const double *)member, field->decimals);
		return;
	case RESULT_COUNT:
		json_put_whole(json, *(const int64_t *)member);
		return;
	case RESULT_LINE:
		if (*(const int64_t *)member)
			json_put_whole(json, *(const int64_t *)member);
		else
			json_put_null(json);
		return;
	case RESULT_TRUTH:
		json_put_truth(json, *(const bool *)member);
		return;
	case RESULT_DATE:
		put_date(json, *(const int32_t *)member);
		return;
	case RESULT_MONEY:
		put_money(json, *(const struct money *)member);
		return;
	case RESULT_CONSTANT:
		put_word(json, field->constant);
		return;
	case RESULT_OBJECT:
		put_pointed(json, field, member);
		return;
	case RESULT_OBJECTS:
	case RESULT_SHARES:
	case RESULT_COUNTS:
	case RESULT_REALS:
	case RESULT_STRINGS:
		put_array(json, field, member);
		return;
	default:
		assert(field->kind == RESULT_NULL);
		json_put_null(json);
	}
}

/* ---- records ---- */

void write_json_member(struct json_writer *json, const struct field *field, const void *object)
{
	const void *member = field_at(object, field);
	if (field->kind >= RESULT_STRING)
		put_result(json, field, member);
	else if (((const struct leaf *)member)->state == LEAF_SOUND)
		put_field(json, field, member);
	else
		json_put_null(json);
}

static void put_row(struct json_writer *json, const struct field *field, const void *object)
{
	json_put_label(json, field->name, field->length);
	write_json_member(json, field, object);
}

void write_json_object(struct json_writer *json, const struct record *record, const void *object)
{
	json_begin_object(json);
	if (is_result(record))
		for (size_t i = 0; i < record->n; i++)
			put_row(json, &record->fields[i], object);
	else
		for (const struct field *field = row_after(record, NULL); field;
			field = row_after(record, field))
			put_row(json, field, object);
	json_end_object(json);
}

void write_json_record(struct buffer *buffer, const struct record *record, const void *object)
{
	struct json_writer json = {.out = buffer};
	write_json_object(&json, record, object);
}

void write_json_line(struct buffer *buffer, const struct record *record, const void *object)
{
	write_json_record(buffer, record, object);
	buffer_putc(buffer, '\n');
}
