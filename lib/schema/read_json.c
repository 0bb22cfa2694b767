/* Records from JSON: write_json.c the other way round, for results. */
#include "partner/read.h"

#include <assert.h>
#include <string.h>

#include "partner/json_value.h"
#include "partner/trail.h"
#include "walk.h"

/* ---- faults ---- */

struct reader {
	struct arena *arena;
	struct read_fault *fault;
};

/* criteria[2].score: only names of tables, so nothing of it needs escaping. */
static void put_place(struct buffer *buffer, const struct trail *at)
{
	if (!at)
		return;
	put_place(buffer, at->up);
	if (!at->key)
		buffer_printf(buffer, "[%zu]", at->index);
	else
		buffer_printf(buffer, "%s%s", at->up ? "." : "", at->key);
}

/* What is wrong with the value at a place; always false. */
static bool refuse(const struct reader *reader, const struct trail *at, const char *what)
{
	struct buffer message = {0};

	buffer_putc(&message, '\'');
	put_place(&message, at);
	buffer_printf(&message, "' %s", what);
	reader->fault->message = buffer_keep(&message, reader->arena);
	return false;
}

static bool refuse_word(
	const struct reader *reader, const struct trail *at, const char *const *choices)
{
	struct buffer what = {0};

	buffer_puts(&what, "is none of ");
	for (size_t i = 0; choices[i]; i++)
		buffer_printf(&what, "%s%s", i ? ", " : "", choices[i]);
	return refuse(reader, at, buffer_keep(&what, reader->arena));
}

static bool is_string(const struct json_value *value)
{
	return json_kind(value) == JSON_KIND_STRING;
}

static bool is_number(const struct json_value *value)
{
	return json_kind(value) == JSON_KIND_WHOLE || json_kind(value) == JSON_KIND_REAL;
}

/* ---- plain values, none of them null ---- */

static const char *copy_of(const struct reader *reader, const struct json_value *value)
{
	return arena_copy(reader->arena, json_text(value), json_size(value));
}

static bool read_string(const struct reader *reader, const struct trail *at,
	const struct field *field, const struct json_value *value, const char **string)
{
	if (!is_string(value))
		return refuse(reader, at, "is no string");
	if (field->choices && word_place(field->choices, json_text(value)) == CHOICE_NONE)
		return refuse_word(reader, at, field->choices);
	*string = copy_of(reader, value);
	return true;
}

static bool read_choice(const struct reader *reader, const struct trail *at,
	const struct field *field, const struct json_value *value, int *choice)
{
	int place;

	if (!is_string(value))
		return refuse(reader, at, "is no string");
	place = word_place(field->choices, json_text(value));
	if (place == CHOICE_NONE)
		return refuse_word(reader, at, field->choices);
	*choice = field->first + place;
	return true;
}

static bool read_real(const struct reader *reader, const struct trail *at,
	const struct json_value *value, double *real)
{
	if (!is_number(value))
		return refuse(reader, at, "is no number");
	*real = json_number(value);
	return true;
}

static bool read_count(const struct reader *reader, const struct trail *at,
	const struct json_value *value, int64_t *count)
{
	if (json_kind(value) != JSON_KIND_WHOLE)
		return refuse(reader, at, "is no whole number");
	*count = json_whole(value);
	return true;
}

static bool read_truth(const struct reader *reader, const struct trail *at,
	const struct json_value *value, bool *truth)
{
	if (json_kind(value) != JSON_KIND_TRUTH)
		return refuse(reader, at, "is neither true nor false");
	*truth = json_truth(value);
	return true;
}

static bool read_date(const struct reader *reader, const struct trail *at,
	const struct json_value *value, int32_t *date)
{
	const char *hint;

	if (!is_string(value) ||
		date_parse(json_text(value), json_size(value), date, &hint) != SCALAR_OK)
		return refuse(reader, at, "is no date");
	return true;
}

/* Results may be below zero, what people write may not: the sign is read here. */
static bool read_money(const struct reader *reader, const struct trail *at,
	const struct json_value *value, struct money *money)
{
	const char *hint, *text;
	bool minus;

	if (!is_string(value))
		return refuse(reader, at, "is no amount of money");
	text = json_text(value);
	minus = text[0] == '-';
	if (money_parse(text + minus, json_size(value) - minus, money, &hint) != SCALAR_OK)
		return refuse(reader, at, "is no amount of money");
	if (minus)
		money->minor = -money->minor;
	return true;
}

static bool read_constant(const struct reader *reader, const struct trail *at,
	const struct field *field, const struct json_value *value)
{
	if (is_string(value) && strcmp(json_text(value), field->constant) == 0)
		return true;
	return refuse(reader, at, arena_printf(reader->arena, "is not '%s'", field->constant));
}

/* ---- values of parts ---- */

static bool read_object(const struct reader *reader, const struct trail *at,
	const struct record *record, const struct json_value *value, void *object);

static bool read_pointed(const struct reader *reader, const struct trail *at,
	const struct field *field, const struct json_value *value, void *member)
{
	void *object = arena_alloc(reader->arena, field->record->size);

	if (!read_object(reader, at, field->record, value, object))
		return false;
	/* The member is a pointer to some struct: copied, since its type is not known here. */
	memcpy(member, &object, sizeof(object));
	return true;
}

static bool read_objects(const struct reader *reader, const struct trail *at,
	const struct record *record, const struct json_value *value, struct array *array)
{
	size_t n = json_size(value);
	char *items = arena_array(reader->arena, n, record->size);

	for (size_t i = 0; i < n; i++) {
		struct trail item = {at, NULL, i};

		if (!read_object(
			    reader, &item, record, json_item(value, i), items + i * record->size))
			return false;
	}
	*array = (struct array){items, n};
	return true;
}

static bool read_counts(const struct reader *reader, const struct trail *at,
	const struct json_value *value, struct array *array)
{
	size_t n = json_size(value);
	int64_t *items = arena_array(reader->arena, n, sizeof(*items));

	for (size_t i = 0; i < n; i++) {
		struct trail place = {at, NULL, i};

		if (!read_count(reader, &place, json_item(value, i), &items[i]))
			return false;
	}
	*array = (struct array){items, n};
	return true;
}

static bool read_reals(const struct reader *reader, const struct trail *at,
	const struct json_value *value, struct array *array)
{
	size_t n = json_size(value);
	double *items = arena_array(reader->arena, n, sizeof(*items));

	for (size_t i = 0; i < n; i++) {
		const struct json_value *item = json_item(value, i);
		struct trail place = {at, NULL, i};

		if (json_kind(item) == JSON_KIND_NULL)
			items[i] = NAN;
		else if (!read_real(reader, &place, item, &items[i]))
			return false;
	}
	*array = (struct array){items, n};
	return true;
}

static bool read_strings(const struct reader *reader, const struct trail *at,
	const struct json_value *value, struct array *array)
{
	size_t n = json_size(value);
	const char **items = arena_array(reader->arena, n, sizeof(*items));

	for (size_t i = 0; i < n; i++) {
		const struct json_value *item = json_item(value, i);
		struct trail place = {at, NULL, i};

		if (json_kind(item) == JSON_KIND_NULL)
			continue;
		if (!is_string(item))
			return refuse(reader, &place, "is no string");
		items[i] = copy_of(reader, item);
	}
	*array = (struct array){items, n};
	return true;
}

static bool read_array(const struct reader *reader, const struct trail *at,
	const struct field *field, const struct json_value *value, struct array *array)
{
	if (json_kind(value) != JSON_KIND_ARRAY)
		return refuse(reader, at, "is no array");
	switch (field->kind) {
	case RESULT_OBJECTS:
		return read_objects(reader, at, field->record, value, array);
	case RESULT_COUNTS:
		return read_counts(reader, at, value, array);
	case RESULT_REALS:
		return read_reals(reader, at, value, array);
	default:
		return read_strings(reader, at, value, array);
	}
}

static bool read_shares(const struct reader *reader, const struct trail *at,
	const struct json_value *value, struct array *array)
{
	struct json_step step = {0};
	struct named_share *shares, *share;

	if (json_kind(value) != JSON_KIND_OBJECT)
		return refuse(reader, at, "is no object");
	shares = share = arena_array(reader->arena, json_size(value), sizeof(*shares));
	for (; json_step(value, &step); share++) {
		if (json_kind(step.value) != JSON_KIND_NULL && !is_number(step.value))
			return refuse(reader, at, "has a member that is no number");
		share->name = arena_copy(reader->arena, step.name, step.length);
		share->share = is_number(step.value) ? json_number(step.value) : NAN;
	}
	*array = (struct array){shares, json_size(value)};
	return true;
}

/* ---- members ---- */

/* Where no value is not all zeros. */
static void put_nothing(const struct field *field, void *member)
{
	if (field->kind == RESULT_CHOICE)
		*(int *)member = CHOICE_NONE;
	else if (field->kind == RESULT_REAL)
		*(double *)member = NAN;
	else if (field->kind == RESULT_DATE)
		*(int32_t *)member = DATE_NONE;
}

static bool is_list(enum field_kind kind)
{
	return kind == RESULT_OBJECTS || kind == RESULT_COUNTS || kind == RESULT_REALS ||
		kind == RESULT_STRINGS;
}

static bool read_value(const struct reader *reader, const struct trail *at,
	const struct field *field, const struct json_value *value, void *member)
{
	switch (field->kind) {
	case RESULT_STRING:
		return read_string(reader, at, field, value, member);
	case RESULT_CHOICE:
		return read_choice(reader, at, field, value, member);
	case RESULT_REAL:
		return read_real(reader, at, value, member);
	case RESULT_COUNT:
	case RESULT_LINE:
		return read_count(reader, at, value, member);
	case RESULT_TRUTH:
		return read_truth(reader, at, value, member);
	case RESULT_DATE:
		return read_date(reader, at, value, member);
	case RESULT_MONEY:
		return read_money(reader, at, value, member);
	case RESULT_OBJECT:
		return read_pointed(reader, at, field, value, member);
	case RESULT_SHARES:
		return read_shares(reader, at, value, member);
	default:
		assert(is_list(field->kind));
		return read_array(reader, at, field, value, member);
	}
}

static bool read_object(const struct reader *reader, const struct trail *at,
	const struct record *record, const struct json_value *value, void *object)
{
	if (json_kind(value) != JSON_KIND_OBJECT)
		return refuse(reader, at, "is no object");
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const struct json_value *found = json_member(value, field->name);
		struct trail place = {at, field->name, 0};
		void *member = (char *)object + field->offset;

		if (field->kind == RESULT_NULL)
			continue;
		if (field->kind == RESULT_CONSTANT) {
			if (!read_constant(reader, &place, field, found))
				return false;
		} else if (json_kind(found) == JSON_KIND_NULL) {
			put_nothing(field, member);
		} else if (!read_value(reader, &place, field, found, member)) {
			return false;
		}
	}
	return true;
}

bool read_json_record(struct arena *arena, const struct record *record, const char *line,
	size_t length, void *object, struct read_fault *fault)
{
	const struct reader reader = {arena, fault};
	struct json_fault syntax = {0};
	struct json_value *top = json_open(line, length, &syntax);
	bool done = false;

	assert(is_result(record));
	*fault = (struct read_fault){syntax.message, syntax.column};
	if (top && json_kind(top) != JSON_KIND_OBJECT)
		fault->message = "no object";
	else if (top)
		done = read_object(&reader, NULL, record, top, object);
	json_close(top);
	return done;
}
