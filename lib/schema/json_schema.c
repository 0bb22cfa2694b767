#include "partner/json_schema.h"

#include <math.h>
#include <string.h>

#include "partner/json.h"
#include "walk.h"

#define DIGITS "(0|[1-9][0-9]*)"
#define NUMBER DIGITS "([.][0-9]+)?"
#define DAY "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
#define CLOCK "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
#define ZONE "(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"

/* What a single value may look like; patterns hold for strings only, bounds for numbers only. */
static const struct shape {
	const char *types[3];
	const char *pattern;
	double least, most; /* unless both are 0 */
} shapes[] = {
	[KIND_TEXT] = {.types = {"boolean", "number", "string"}},
	[KIND_CURRENCY] = {{"string"}, "^[A-Z]{3}$", 0, 0},
	[KIND_PARTNER_ID] = {{"boolean", "number", "string"}, "^[a-z0-9][a-z0-9._-]*$", 0, 0},
	[KIND_ID] = {{"boolean", "number", "string"}, "^[A-Za-z0-9][A-Za-z0-9._-]*$", 0, 0},
	[KIND_WHOLE] = {{"integer", "string"}, "^-?" DIGITS "$", 0, 0},
	[KIND_NUMBER] = {{"number", "string"}, "^-?" NUMBER "$", 0, 0},
	[KIND_SHARE] = {{"number", "string"}, "^" NUMBER "%?$", 0, 1},
	[KIND_WEIGHT] = {{"number", "string"}, "^" NUMBER "%?$", 0, HUGE_VAL},
	[KIND_FLAG] = {{"boolean", "string"}, "^(false|true)$", 0, 0},
	[KIND_DATE] = {{"string"}, "^" DAY "$", 0, 0},
	[KIND_TIME] = {{"string"}, "^" DAY "([T ]" CLOCK ZONE ")?$", 0, 0},
	[KIND_DURATION] = {{"string"}, "^(0|[1-9][0-9]{0,5})(min|h|d|bd|w|mo|y)$", 0, 0},
	[KIND_MONEY] = {{"string"}, "^" NUMBER " [A-Z]{3}$", 0, 0},
	[KIND_PRICE] = {{"string"}, "^" DIGITS "([.][0-9]{1,6})? [A-Z]{3}$", 0, 0},
	[RESULT_STRING] = {.types = {"null", "string"}},
	[RESULT_REAL] = {.types = {"null", "number"}},
	[RESULT_COUNT] = {.types = {"integer"}},
	[RESULT_LINE] = {.types = {"null", "integer"}},
	[RESULT_TRUTH] = {.types = {"boolean"}},
	[RESULT_DATE] = {{"null", "string"}, "^" DAY "$", 0, 0},
	[RESULT_MONEY] = {{"null", "string"}, "^-?" NUMBER " [A-Z]{3}$", 0, 0},
	[RESULT_NULL] = {.types = {"null"}},
};

static void put_pair(struct json_writer *json, const char *key, const char *value)
{
	json_put_key(json, key);
	json_put_string(json, value);
}

static void put_types(struct json_writer *json, const char *const types[3])
{
	json_put_key(json, "type");
	if (!types[1]) {
		json_put_string(json, types[0]);
		return;
	}
	json_begin_array(json);
	for (int i = 0; i < 3 && types[i]; i++)
		json_put_string(json, types[i]);
	json_end_array(json);
}

static bool is_any_of(const char *const *words, const char *const *others)
{
	for (; *words; words++) {
		for (const char *const *other = others; *other; other++) {
			if (!strcmp(*words, *other))
				return true;
		}
	}
	return false;
}

/* Readers of YAML 1.1 turn some bare words into booleans. */
static void put_booleans_of(struct json_writer *json, const char *const *words)
{
	static const char *const no[] = {"n", "no", "off", "false", NULL};
	static const char *const yes[] = {"y", "yes", "on", "true", NULL};
	if (is_any_of(words, no))
		json_put_truth(json, false);
	if (is_any_of(words, yes))
		json_put_truth(json, true);
}

static void put_choices(struct json_writer *json, const struct field *field)
{
	json_put_key(json, "enum");
	json_begin_array(json);
	for (const char *const *word = field->choices; *word; word++)
		json_put_string(json, *word);
	if (field->kind >= RESULT_STRING)
		json_put_null(json);
	else
		put_booleans_of(json, field->choices);
	json_end_array(json);
}

static void put_bounds(struct json_writer *json, double least, double most)
{
	if (least == 0 && most == 0)
		return;
	if (isfinite(most)) {
		json_put_key(json, "maximum");
		json_put_number(json, most);
	}
	json_put_key(json, "minimum");
	json_put_number(json, least);
}

/* The keys that a single value of `kind` is restricted by; `field` has words and bounds. */
static void put_scalar(struct json_writer *json, const struct field *field, enum field_kind kind)
{
	const struct shape *shape = &shapes[kind];
	if (field->choices) {
		put_choices(json, field);
		return;
	}
	if (kind == KIND_SHARE || kind == KIND_WEIGHT)
		put_bounds(json, shape->least, shape->most);
	else
		put_bounds(json, field->least, field->most);
	if (shape->pattern)
		put_pair(json, "pattern", shape->pattern);
	put_types(json, shape->types);
}

static void begin_key_object(struct json_writer *json, const char *key)
{
	json_put_key(json, key);
	json_begin_object(json);
}

static void put_array_type(struct json_writer *json, bool nullable)
{
	static const char *const types[3] = {"array", "null"};
	static const char *const array[3] = {"array"};
	put_types(json, nullable ? types : array);
}

static void put_scalars(
	struct json_writer *json, const struct field *field, enum field_kind kind, bool nullable)
{
	begin_key_object(json, "items");
	put_scalar(json, field, kind);
	json_end_object(json);
	put_array_type(json, nullable);
}

/* Points of a rating: 1 to 5 in halves. */
static void put_points(struct json_writer *json)
{
	const struct shape *number = &shapes[KIND_NUMBER];
	put_bounds(json, 1, 5);
	json_put_key(json, "multipleOf");
	json_put_number(json, 0.5);
	put_pair(json, "pattern", number->pattern);
	put_types(json, number->types);
}

/* A map from a criterion to points; its description stands between its keys. */
static void put_scores(struct json_writer *json, const struct field *field)
{
	static const char *const object[3] = {"object"};
	begin_key_object(json, "additionalProperties");
	put_points(json);
	json_end_object(json);
	put_pair(json, "description", field->doc);
	begin_key_object(json, "propertyNames");
	put_pair(json, "pattern", shapes[KIND_ID].pattern);
	json_end_object(json);
	put_types(json, object);
}

/* A map from any name to a number; its description stands between its keys. */
static void put_shares(struct json_writer *json, const struct field *field)
{
	static const char *const object[3] = {"null", "object"};
	begin_key_object(json, "additionalProperties");
	put_types(json, shapes[RESULT_REAL].types);
	json_end_object(json);
	put_pair(json, "description", field->doc);
	put_types(json, object);
}

static void put_scale(struct json_writer *json)
{
	static const struct field any = {.kind = KIND_NUMBER};
	begin_key_object(json, "items");
	begin_key_object(json, "items");
	put_scalar(json, &any, KIND_NUMBER);
	json_end_object(json);
	json_put_key(json, "maxItems");
	json_put_whole(json, 2);
	json_put_key(json, "minItems");
	json_put_whole(json, 2);
	put_array_type(json, false);
	json_end_object(json);
	put_array_type(json, false);
}

/* ---- definitions ---- */

/* Sorts by name; records of one name, which differ, stay in their order. */
static void sort_by_name(struct records *records)
{
	for (size_t i = 1; i < records->n; i++) {
		const struct record *moved = records->items[i];
		size_t at = i;
		for (; at && strcmp(records->items[at - 1]->name, moved->name) > 0; at--)
			records->items[at] = records->items[at - 1];
		records->items[at] = moved;
	}
}

/* Names a definition: the record's name, and -2, -3, … for others of the same name. */
static void put_name(struct buffer *out, const struct records *records, const struct record *record)
{
	unsigned same = 1;
	for (size_t i = 0; records->items[i] != record; i++)
		same += !strcmp(records->items[i]->name, record->name);
	buffer_puts(out, record->name);
	if (same > 1)
		buffer_printf(out, "-%u", same);
}

static void put_reference(
	struct json_writer *json, const struct records *records, const struct record *record)
{
	json_begin_object(json);
	json_put_key(json, "$ref");
	json_begin_text(json);
	buffer_puts(json->out, "#/definitions/");
	put_name(json->out, records, record);
	json_end_text(json);
	json_end_object(json);
}

/* A record in a member: beside a $ref nothing else counts, so it stands in a list of its own. */
static void put_record(
	struct json_writer *json, const struct records *records, const struct field *field)
{
	bool nullable = field->kind == RESULT_OBJECT;
	json_put_key(json, nullable ? "anyOf" : "allOf");
	json_begin_array(json);
	put_reference(json, records, field->record);
	if (nullable) {
		json_begin_object(json);
		put_types(json, shapes[RESULT_NULL].types);
		json_end_object(json);
	}
	json_end_array(json);
}

static void put_records(
	struct json_writer *json, const struct records *records, const struct field *field)
{
	json_put_key(json, "items");
	put_reference(json, records, field->record);
	put_array_type(json, field->kind == RESULT_OBJECTS);
}

/* ---- properties ---- */

/* Everything that follows the description. */
static void put_rest(
	struct json_writer *json, const struct records *records, const struct field *field)
{
	enum field_kind item = kind_item(field->kind);
	switch (field->kind) {
	case KIND_RECORD:
	case KIND_SCORES:
	case RESULT_OBJECT:
	case RESULT_SHARES:
	case RESULT_CONSTANT:
		return;
	case KIND_RECORDS:
	case RESULT_OBJECTS:
		put_records(json, records, field);
		return;
	case KIND_SCALE:
		put_scale(json);
		return;
	case RESULT_COUNTS:
		put_scalars(json, field, RESULT_COUNT, true);
		return;
	case RESULT_REALS:
		put_scalars(json, field, RESULT_REAL, true);
		return;
	case RESULT_STRINGS:
		put_scalars(json, field, RESULT_STRING, true);
		return;
	default:
		if (item != field->kind)
			put_scalars(json, field, item, false);
		else
			put_scalar(json, field, field->kind);
	}
}

static void put_property(
	struct json_writer *json, const struct records *records, const struct field *field)
{
	begin_key_object(json, field->name);
	if (field->kind == KIND_RECORD || field->kind == RESULT_OBJECT)
		put_record(json, records, field);
	else if (field->kind == RESULT_CONSTANT)
		put_pair(json, "const", field->constant);
	if (field->kind == KIND_SCORES)
		put_scores(json, field);
	else if (field->kind == RESULT_SHARES)
		put_shares(json, field);
	else
		put_pair(json, "description", field->doc);
	put_rest(json, records, field);
	json_end_object(json);
}

static void put_required(struct json_writer *json, const struct record *record)
{
	bool all = is_result(record);
	json_put_key(json, "required");
	json_begin_array(json);
	for (const struct field *field = row_after(record, NULL); field;
		field = row_after(record, field)) {
		if (all || field->required)
			json_put_string(json, field->name);
	}
	json_end_array(json);
}

static void put_properties(
	struct json_writer *json, const struct records *records, const struct record *record)
{
	begin_key_object(json, "properties");
	for (const struct field *field = row_after(record, NULL); field;
		field = row_after(record, field))
		put_property(json, records, field);
	json_end_object(json);
	put_required(json, record);
}

static void put_additional(struct json_writer *json, const struct record *record)
{
	json_put_key(json, "additionalProperties");
	json_put_truth(json, is_result(record));
}

static void put_definitions(struct json_writer *json, const struct records *records)
{
	begin_key_object(json, "definitions");
	for (size_t i = 0; i < records->n; i++) {
		const struct record *record = records->items[i];
		struct buffer name = {0};
		put_name(&name, records, record);
		buffer_putc(&name, '\0');
		begin_key_object(json, name.data);
		buffer_free(&name);
		put_additional(json, record);
		put_pair(json, "description", record->doc);
		put_properties(json, records, record);
		put_pair(json, "type", "object");
		json_end_object(json);
	}
	json_end_object(json);
}

void json_schema_put(
	struct buffer *buffer, const struct record *record, const char *id, const char *title)
{
	struct json_writer json = {.out = buffer, .indent = 2};
	struct records records = {.n = 0};
	records_below(record, &records);
	sort_by_name(&records);
	json_begin_object(&json);
	put_pair(&json, "$id", id);
	put_pair(&json, "$schema", "http://json-schema.org/draft-07/schema#");
	put_additional(&json, record);
	put_definitions(&json, &records);
	put_pair(&json, "description", record->doc);
	put_properties(&json, &records, record);
	put_pair(&json, "title", title);
	put_pair(&json, "type", "object");
	json_end_object(&json);
	buffer_putc(buffer, '\n');
}
