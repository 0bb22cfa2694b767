/*
 * Values as YAML on one line. Texts that could be read as anything else are quoted; numbers
 * have as few digits as give them back.
 */
#include "partner/values.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "partner/yaml.h"

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

static void put_date(struct buffer *buffer, const struct date_field *field)
{
	char text[DATE_SIZE];

	buffer_puts(buffer, date_format(field->date, text));
}

static void put_time(struct buffer *buffer, const struct time_field *field)
{
	char text[24];

	buffer_puts(buffer, instant_format(field->time, text));
}

static void put_duration(struct buffer *buffer, const struct duration_field *field)
{
	char text[16];

	buffer_puts(buffer, duration_format(field->duration, text));
}

static void put_price(struct buffer *buffer, const struct price_field *field)
{
	price_put(buffer, field->millionths, field->currency);
}

/* A sound scalar; `field` has the words. */
static void put_scalar(
	struct buffer *buffer, const struct field *field, enum field_kind kind, const void *leaf)
{
	switch (kind) {
	case KIND_WORD:
		buffer_puts(buffer, field->choices[((const struct word_field *)leaf)->value]);
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
	case KIND_FLAG:
		buffer_puts(buffer, ((const struct flag_field *)leaf)->value ? "true" : "false");
		break;
	case KIND_DATE:
		put_date(buffer, leaf);
		break;
	case KIND_TIME:
		put_time(buffer, leaf);
		break;
	case KIND_DURATION:
		put_duration(buffer, leaf);
		break;
	case KIND_MONEY:
		money_put(buffer, ((const struct money_field *)leaf)->money);
		break;
	case KIND_PRICE:
		put_price(buffer, leaf);
		break;
	default:
		assert(kind <= KIND_ID);
		put_text(buffer, leaf);
	}
}

/* ---- lists ---- */

static void put_scores(struct buffer *buffer, const struct list *list)
{
	const struct score_entry *entries = list->items;

	for (size_t i = 0; i < list->n; i++) {
		buffer_puts(buffer, i ? ", " : "");
		put_text(buffer, &entries[i].criterion);
		buffer_puts(buffer, ": ");
		put_number(buffer, entries[i].points.value);
	}
}

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

static void put_records(struct buffer *buffer, const struct record *record, const struct list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		buffer_puts(buffer, i ? ", " : "");
		record_put_yaml(buffer, record, (const char *)list->items + i * record->size);
	}
}

static void put_scalars(struct buffer *buffer, const struct field *field, const struct list *list)
{
	enum field_kind kind = kind_item(field->kind);

	for (size_t i = 0; i < list->n; i++) {
		buffer_puts(buffer, i ? ", " : "");
		put_scalar(buffer, field, kind, (const char *)list->items + i * kind_size(kind));
	}
}

static void put_list(struct buffer *buffer, const struct field *field, const struct list *list)
{
	bool map = field->kind == KIND_SCORES;

	buffer_putc(buffer, map ? '{' : '[');
	if (map)
		put_scores(buffer, list);
	else if (field->kind == KIND_SCALE)
		put_scale(buffer, list);
	else if (field->kind == KIND_RECORDS)
		put_records(buffer, field->record, list);
	else
		put_scalars(buffer, field, list);
	buffer_putc(buffer, map ? '}' : ']');
}

/* ---- fields and records ---- */

void value_put_yaml(struct buffer *buffer, const struct field *field, const void *value)
{
	if (field->kind < KIND_TEXTS)
		put_scalar(buffer, field, field->kind, value);
	else if (field->kind == KIND_RECORD)
		record_put_yaml(buffer, field->record, value);
	else
		put_list(buffer, field, value);
}

void record_put_yaml(struct buffer *buffer, const struct record *record, const void *object)
{
	const char *before = "";

	buffer_putc(buffer, '{');
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const struct leaf *leaf = field_at(object, field);

		if (leaf->state != LEAF_SOUND)
			continue;
		buffer_printf(buffer, "%s%s: ", before, field->name);
		value_put_yaml(buffer, field, leaf);
		before = ", ";
	}
	buffer_putc(buffer, '}');
}
