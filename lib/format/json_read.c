/* Lines of JSON that the commands wrote, read by jansson. */
#include "partner/json.h"

#include <jansson.h>
#include <string.h>

static const char *syntax_fault(enum json_error_code code)
{
	switch (code) {
	case json_error_out_of_memory:
		arena_exhausted();
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

/*
 * Copies a string, if there is one, into the arena. False when `key` holds something that is
 * neither a string nor null.
 */
static bool take_string(
	struct arena *arena, const json_t *object, const char *key, const char **copy)
{
	const json_t *value = json_object_get(object, key);
	if (!value || json_is_null(value))
		return true;
	if (!json_is_string(value))
		return false;
	*copy = arena_copy(arena, json_string_value(value), json_string_length(value));
	return true;
}

static bool take_line(const json_t *object, uint32_t *line)
{
	const json_t *value = json_object_get(object, "line");
	if (!value || json_is_null(value))
		return true;
	if (!json_is_integer(value))
		return false;
	json_int_t number = json_integer_value(value);
	if (number < 0 || number > UINT32_MAX)
		return false;
	*line = (uint32_t)number;
	return true;
}

static const char *take_source(struct arena *arena, const json_t *source, struct json_source *found)
{
	if (!source || json_is_null(source))
		return NULL;
	if (!json_is_object(source))
		return "'source' is no object";
	if (!take_string(arena, source, "path", &found->path))
		return "'source.path' is no string";
	if (!take_string(arena, source, "revision", &found->revision))
		return "'source.revision' is no string";
	if (!take_line(source, &found->line))
		return "'source.line' is no line number";
	return NULL;
}

/* What keeps the record from being one of ours, NULL when nothing does. */
static const char *take_record(struct arena *arena, const json_t *root, struct json_source *found)
{
	if (!json_is_object(root))
		return "no object";
	if (!take_string(arena, root, "type", &found->type) || !found->type)
		return "no 'type'";
	if (!take_string(arena, root, "schema", &found->schema))
		return "'schema' is no string";
	if (!take_string(arena, root, "partner", &found->partner))
		return "'partner' is no string";
	if (!take_string(arena, root, "fingerprint", &found->fingerprint))
		return "'fingerprint' is no string";
	return take_source(arena, json_object_get(root, "source"), found);
}

enum json_outcome json_line_source(struct arena *arena, const char *line, size_t length,
	struct json_source *out, const char **fault)
{
	struct json_source found = {0};
	json_error_t error;
	*out = found;
	json_t *root = json_loadb(line, length, JSON_REJECT_DUPLICATES, &error);
	if (!root) {
		/* Jansson counts what it has read: the last character of the faulty token. */
		out->column = error.column > 0 ? (unsigned)error.column : 1;
		*fault = syntax_fault(json_error_code(&error));
		return JSON_LINE_MALFORMED;
	}
	*fault = take_record(arena, root, &found);
	json_decref(root);
	if (*fault)
		return JSON_LINE_FOREIGN;
	*out = found;
	return JSON_LINE_READ;
}
