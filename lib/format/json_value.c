/* JSON read by jansson, whose values are ours under another name. */
#include "partner/json_value.h"

#include <jansson.h>
#include <stdlib.h>

#include "partner/arena.h"

static const char *syntax_fault(enum json_error_code code)
{
	switch (code) {
	case json_error_stack_overflow:
		return "too many levels";
	case json_error_invalid_utf8:
		return "invalid UTF-8";
	case json_error_premature_end_of_input:
		return "the line ends too early";
	case json_error_end_of_input_expected:
		return "something follows the record";
	case json_error_duplicate_key:
		return "duplicate key";
	case json_error_numeric_overflow:
		return "number out of range";
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return "a NUL in a string";
	default:
		return "invalid JSON";
	}
}

static void *take(size_t size)
{
	void *memory = malloc(size);

	if (!memory)
		arena_exhausted();
	return memory;
}

void json_prepare(void)
{
	json_set_alloc_funcs(take, free);
}

struct json_value *json_open(const char *text, size_t length, struct json_fault *fault)
{
	json_error_t error;
	json_t *top = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);

	if (!top) {
		/* Jansson counts what it has read: the last character of the faulty token. */
		fault->column = error.column > 0 ? (unsigned)error.column : 1;
		fault->message = syntax_fault(json_error_code(&error));
	}
	return (struct json_value *)top;
}

void json_close(struct json_value *top)
{
	json_decref((json_t *)top);
}

/* What jansson only reads it does not always take as const. */
static json_t *of(const struct json_value *value)
{
	return (json_t *)value;
}

enum json_kind json_kind(const struct json_value *value)
{
	if (!value)
		return JSON_KIND_NULL;
	switch (json_typeof(of(value))) {
	case JSON_OBJECT:
		return JSON_KIND_OBJECT;
	case JSON_ARRAY:
		return JSON_KIND_ARRAY;
	case JSON_STRING:
		return JSON_KIND_STRING;
	case JSON_INTEGER:
		return JSON_KIND_WHOLE;
	case JSON_REAL:
		return JSON_KIND_REAL;
	case JSON_TRUE:
	case JSON_FALSE:
		return JSON_KIND_TRUTH;
	default:
		return JSON_KIND_NULL;
	}
}

const char *json_text(const struct json_value *value)
{
	return json_string_value(of(value));
}

size_t json_size(const struct json_value *value)
{
	switch (json_kind(value)) {
	case JSON_KIND_STRING:
		return json_string_length(of(value));
	case JSON_KIND_ARRAY:
		return json_array_size(of(value));
	case JSON_KIND_OBJECT:
		return json_object_size(of(value));
	default:
		return 0;
	}
}

double json_number(const struct json_value *value)
{
	return json_number_value(of(value));
}

int64_t json_whole(const struct json_value *value)
{
	return json_integer_value(of(value));
}

bool json_truth(const struct json_value *value)
{
	return json_is_true(of(value));
}

const struct json_value *json_item(const struct json_value *array, size_t i)
{
	return (const struct json_value *)json_array_get(of(array), i);
}

const struct json_value *json_member(const struct json_value *object, const char *name)
{
	return (const struct json_value *)json_object_get(of(object), name);
}

bool json_step(const struct json_value *object, struct json_step *step)
{
	step->at = step->at ? json_object_iter_next(of(object), step->at)
			    : json_object_iter(of(object));
	if (!step->at)
		return false;
	step->name = json_object_iter_key(step->at);
	step->length = json_object_iter_key_len(step->at);
	step->value = (const struct json_value *)json_object_iter_value(step->at);
	return true;
}
