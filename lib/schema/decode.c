#include "partner/decode.h"

#include <string.h>

#include "leaf.h"
#include "partner/nearest.h"

static void decode_map(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *node, const struct trail *trail, void *object);

static void *member(void *object, const struct field *field)
{
	return (char *)object + field->offset;
}

static void report_shape(const struct decoder *decoder, const struct yaml_node *node,
	const struct trail *trail, const char *name, const char *hint)
{
	if (!node->faulty)
		diag_add(decoder->faults, P006_WRONG_SHAPE, decoder->path, node->at,
			trail_pointer(decoder->arena, trail), hint, name);
}

/* ---- lists ---- */

static void decode_leaves(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *node, const struct trail *trail, struct list *list)
{
	enum field_kind kind = kind_item(field->kind);
	size_t size = kind_size(kind);

	list->items = arena_array(decoder->arena, node->length, size);
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		struct trail step = {trail, NULL, list->n};
		void *leaf = (char *)list->items + list->n++ * size;

		leaf_decode(decoder, field, kind, item, &step, leaf);
		if (((struct leaf *)leaf)->state != LEAF_SOUND)
			list->leaf.state = LEAF_FAULTY;
	}
}

/* The id of an item could not be read: then no reference to the list can be judged. */
static bool key_is_faulty(const struct field *key, void *item)
{
	return key && ((struct leaf *)member(item, key))->state == LEAF_FAULTY;
}

static void decode_records(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *node, const struct trail *trail, struct list *list)
{
	const struct record *record = field->record;
	const struct field *key = key_field(record);
	uint32_t index = 0;

	list->written = node->length;
	list->items = arena_array(decoder->arena, node->length, record->size);
	for (const struct yaml_node *item = node->first; item; item = item->next, index++) {
		struct trail step = {trail, NULL, index};
		struct head *head = (struct head *)((char *)list->items + list->n * record->size);

		if (item->faulty || item->kind != YAML_MAP) {
			report_shape(
				decoder, item, &step, record->name, "write a map of its fields");
			list->leaf.state = LEAF_FAULTY;
			continue;
		}
		decode_map(decoder, record, item, &step, head);
		head->index = index;
		head->place = index + 1;
		list->n++;
		if (key_is_faulty(key, head))
			list->leaf.state = LEAF_FAULTY;
	}
}

/* ---- maps and pairs of numbers ---- */

static const char comma_hint[] =
	"in braces a comma ends a value; put text in quotes, a point before decimals";

/* In braces what follows a comma is a key, even without a colon. */
static bool lacks_colon(const struct yaml_node *key)
{
	const struct span *end = &key->value->at;

	return key->value->kind == YAML_SCALAR && key->value->length == 0 &&
		end->line == key->at.end_line && end->column == key->at.end_column + 1;
}

/* Points of a rating: 1 to 5 in halves. */
static void decode_points(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *node, const struct trail *trail, struct number_field *points)
{
	static const char hint[] = "whole or half points from 1 to 5";
	double twice;

	leaf_decode(decoder, field, KIND_NUMBER, node, trail, points);
	if (!HAS(*points))
		return;
	twice = points->value * 2;
	if (points->value >= 1 && points->value <= 5 && twice == (double)(int)twice)
		return;
	points->leaf.state = LEAF_FAULTY;
	leaf_report(decoder, SCALAR_RANGE, "points", hint, node, trail);
}

static void decode_scores(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *node, const struct trail *trail, struct list *list)
{
	struct score_entry *entries =
		arena_array(decoder->arena, node->length, sizeof(struct score_entry));

	list->items = entries;
	for (const struct yaml_node *key = node->first; key; key = key->next) {
		struct trail step = {trail, key->text, 0};
		struct score_entry *entry = &entries[list->n];

		leaf_decode(decoder, field, KIND_ID, key, &step, &entry->criterion);
		if (lacks_colon(key))
			leaf_report(decoder, SCALAR_INVALID, "criterion", comma_hint, key, &step);
		else
			decode_points(decoder, field, key->value, &step, &entry->points);
		if (HAS(entry->criterion) && HAS(entry->points))
			list->n++;
		else
			list->leaf.state = LEAF_FAULTY;
	}
}

static bool is_pair(const struct yaml_node *node)
{
	return !node->faulty && node->kind == YAML_LIST && node->length == 2;
}

static void decode_scale(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *node, const struct trail *trail, struct list *list)
{
	struct scale_knot *knots =
		arena_array(decoder->arena, node->length, sizeof(struct scale_knot));
	size_t index = 0;

	list->items = knots;
	for (const struct yaml_node *pair = node->first; pair; pair = pair->next, index++) {
		struct trail step = {trail, NULL, index};
		struct number_field x = {0}, points = {0};

		if (!is_pair(pair)) {
			report_shape(decoder, pair, &step, field->name,
				"write pairs: [[0, 0], [1, 100]]");
			list->leaf.state = LEAF_FAULTY;
			continue;
		}
		leaf_decode(decoder, field, KIND_NUMBER, pair->first, &step, &x);
		leaf_decode(decoder, field, KIND_NUMBER, pair->first->next, &step, &points);
		if (!HAS(x) || !HAS(points))
			list->leaf.state = LEAF_FAULTY;
		knots[list->n++] = (struct scale_knot){x.leaf, x.value, points.value};
	}
}

/* ---- one field ---- */

/* What a value that is not a scalar must look like, and who reads it. */
static const struct shape {
	enum field_kind kind;
	enum yaml_kind node;
	const char *hint;
	void (*decode)(const struct decoder *decoder, const struct field *field,
		const struct yaml_node *node, const struct trail *trail, struct list *list);
} shapes[] = {
	{KIND_TEXTS, YAML_LIST, "write a list", decode_leaves},
	{KIND_IDS, YAML_LIST, "write a list", decode_leaves},
	{KIND_WORDS, YAML_LIST, "write a list", decode_leaves},
	{KIND_DATES, YAML_LIST, "write a list of dates", decode_leaves},
	{KIND_RECORDS, YAML_LIST, "write a list", decode_records},
	{KIND_SCORES, YAML_MAP, "write a map: {value: 4, support: 2.5}", decode_scores},
	{KIND_SCALE, YAML_LIST, "write pairs: [[0, 0], [1, 100]]", decode_scale},
};

static void decode_shape(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *key, const struct trail *trail, struct list *list)
{
	const struct yaml_node *node = key->value;
	const struct shape *shape = shapes;

	while (shape->kind != field->kind)
		shape++;
	list->leaf.at = key->at;
	list->leaf.state = node->kind == shape->node && !node->faulty ? LEAF_SOUND : LEAF_FAULTY;
	if (list->leaf.state == LEAF_SOUND)
		shape->decode(decoder, field, node, trail, list);
	else
		report_shape(decoder, node, trail, field->name, shape->hint);
}

static void decode_field(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *key, const struct trail *trail, void *object)
{
	const struct yaml_node *node = key->value;
	struct leaf *leaf = member(object, field);

	if (field->kind < KIND_TEXTS) {
		leaf_decode(decoder, field, field->kind, node, trail, leaf);
	} else if (field->kind != KIND_RECORD) {
		decode_shape(decoder, field, key, trail, (struct list *)leaf);
	} else if (node->kind == YAML_MAP && !node->faulty) {
		decode_map(decoder, field->record, node, trail, leaf);
	} else {
		*leaf = (struct leaf){key->at, LEAF_FAULTY};
		report_shape(decoder, node, trail, field->name, "write a map of its fields");
	}
}

/* ---- one map ---- */

static const char *names_line(struct arena *arena, const struct record *record)
{
	const char *line = record->fields[0].name;

	for (size_t i = 1; i < record->n; i++)
		line = arena_printf(arena, "%s, %s", line, record->fields[i].name);
	return line;
}

static const struct field *nearest_field(
	const struct decoder *decoder, const struct record *record, const struct yaml_node *key)
{
	const char **names = arena_array(decoder->arena, record->n, sizeof(char *));
	const char *nearest;

	for (size_t i = 0; i < record->n; i++)
		names[i] = record->fields[i].name;
	nearest = nearest_word(key->text, key->length, names, record->n);
	return nearest ? record_field(record, nearest, strlen(nearest)) : NULL;
}

static const char *unknown_hint(const struct decoder *decoder, const struct record *record,
	const struct field *nearest, const struct yaml_node *key)
{
	if (nearest)
		return arena_printf(decoder->arena, "did you mean '%s'", nearest->name);
	if (memchr(key->text, ':', key->length))
		return "write a space after the colon";
	if (lacks_colon(key))
		return comma_hint;
	return arena_printf(decoder->arena, "one of %s", names_line(decoder->arena, record));
}

/* The field that was meant counts as written but faulty, so that nobody calls it missing. */
static void report_unknown(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *key, const struct trail *trail, void *object)
{
	const struct field *nearest = nearest_field(decoder, record, key);

	diag_add(decoder->faults, P003_UNKNOWN_FIELD, decoder->path, key->at,
		trail_pointer(decoder->arena, trail), unknown_hint(decoder, record, nearest, key),
		key->text);
	if (nearest) {
		struct leaf *leaf = member(object, nearest);

		if (leaf->state == LEAF_ABSENT)
			*leaf = (struct leaf){key->at, LEAF_FAULTY};
	}
}

static const char *missing_hint(struct arena *arena, const struct field *field)
{
	if (field->kind == KIND_RECORDS)
		return "write a list of maps";
	return arena_printf(arena, "for example '%s: %s'", field->name,
		field->choices ? field->choices[0] : kind_example(field->kind));
}

static void report_missing(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *node, const struct trail *trail, void *object)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		struct trail step;

		if (!field->required ||
			((struct leaf *)member(object, field))->state != LEAF_ABSENT)
			continue;
		step = (struct trail){trail, field->name, 0};
		diag_add(decoder->faults, P005_MISSING_REQUIRED, decoder->path, yaml_head(node),
			trail_pointer(decoder->arena, &step), missing_hint(decoder->arena, field),
			field->name);
	}
}

/* Keys mostly come in the order of the table: the search goes on where it last ended. */
static const struct field *next_field(
	const struct record *record, const struct yaml_node *key, size_t *cursor)
{
	for (size_t tried = 0; tried < record->n; tried++) {
		const struct field *field = &record->fields[*cursor];

		*cursor = *cursor + 1 < record->n ? *cursor + 1 : 0;
		if (field->length == key->length && !memcmp(field->name, key->text, key->length))
			return field;
	}
	return NULL;
}

static void decode_entry(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *key, const struct trail *up, void *object, size_t *cursor)
{
	struct trail trail = {up, key->text, 0};
	const struct field *field = next_field(record, key, cursor);

	if (!field) {
		report_unknown(decoder, record, key, &trail, object);
		((struct head *)object)->refused = true;
	} else if (decoder->companion_of && !up && !kind_has_items(field->kind)) {
		diag_add(decoder->faults, P017_COMPANION, decoder->path, key->at,
			trail_pointer(decoder->arena, &trail),
			arena_printf(decoder->arena, "move it to %s", decoder->companion_of),
			key->text);
	} else {
		decode_field(decoder, field, key, &trail, object);
	}
}

static void decode_map(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *node, const struct trail *trail, void *object)
{
	struct head *head = object;
	size_t cursor = 0;

	head->leaf = (struct leaf){yaml_head(node), LEAF_SOUND};
	head->path = decoder->path;
	for (const struct yaml_node *key = node->first; key; key = key->next) {
		head->refused |= key->faulty;
		if (!key->faulty)
			decode_entry(decoder, record, key, trail, object, &cursor);
	}
	if (!decoder->companion_of || trail)
		report_missing(decoder, record, node, trail, object);
}

void decode_record(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *node, void *object)
{
	if (node->kind == YAML_MAP && !node->faulty)
		decode_map(decoder, record, node, NULL, object);
	else
		report_shape(decoder, node, NULL, record->name, "write 'name: value' lines");
}
