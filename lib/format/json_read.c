/* Lines of JSON that the commands wrote, read for where they came from. */
#include "partner/json.h"

#include "partner/json_value.h"

/*
 * Copies a string, if there is one, into the arena. False when `key` holds something that is
 * neither a string nor null.
 */
static bool take_string(
	struct arena *arena, const struct json_value *object, const char *key, const char **copy)
{
	const struct json_value *value = json_member(object, key);

	if (json_kind(value) == JSON_KIND_STRING)
		*copy = arena_copy(arena, json_text(value), json_size(value));
	return *copy || json_kind(value) == JSON_KIND_NULL;
}

static bool take_line(const struct json_value *object, uint32_t *line)
{
	const struct json_value *value = json_member(object, "line");
	int64_t number;

	if (json_kind(value) == JSON_KIND_NULL)
		return true;
	if (json_kind(value) != JSON_KIND_WHOLE)
		return false;
	number = json_whole(value);
	if (number < 0 || number > UINT32_MAX)
		return false;
	*line = (uint32_t)number;
	return true;
}

static const char *take_source(
	struct arena *arena, const struct json_value *source, struct json_source *found)
{
	if (json_kind(source) == JSON_KIND_NULL)
		return NULL;
	if (json_kind(source) != JSON_KIND_OBJECT)
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
static const char *take_record(
	struct arena *arena, const struct json_value *top, struct json_source *found)
{
	if (json_kind(top) != JSON_KIND_OBJECT)
		return "no object";
	if (!take_string(arena, top, "type", &found->type) || !found->type)
		return "no 'type'";
	if (!take_string(arena, top, "schema", &found->schema))
		return "'schema' is no string";
	if (!take_string(arena, top, "partner", &found->partner))
		return "'partner' is no string";
	if (!take_string(arena, top, "kind", &found->kind))
		return "'kind' is no string";
	if (!take_string(arena, top, "side", &found->side))
		return "'side' is no string";
	if (!take_string(arena, top, "fingerprint", &found->fingerprint))
		return "'fingerprint' is no string";
	return take_source(arena, json_member(top, "source"), found);
}

enum json_outcome json_line_source(struct arena *arena, const char *line, size_t length,
	struct json_source *out, const char **fault)
{
	struct json_source found = {0};
	struct json_fault syntax;
	struct json_value *top = json_open(line, length, &syntax);

	*out = found;
	if (!top) {
		out->column = syntax.column;
		*fault = syntax.message;
		return JSON_LINE_MALFORMED;
	}
	*fault = take_record(arena, top, &found);
	json_close(top);
	if (*fault)
		return JSON_LINE_FOREIGN;
	*out = found;
	return JSON_LINE_READ;
}
