/* Matched records field by field. */
#include "match_fields.h"

#include <string.h>

#include "partner/values.h"

/* ---- values ---- */

bool same_field(const struct field *field, const void *from, const void *to)
{
	struct buffer one = {0}, other = {0};
	bool same = field_values(&one, field, from) && field_values(&other, field, to) &&
		one.length == other.length &&
		(!one.length || memcmp(one.data, other.data, one.length) == 0);

	buffer_free(&one);
	buffer_free(&other);
	return same;
}

static bool is_text(enum field_kind kind)
{
	return kind == KIND_TEXT || kind == KIND_ID || kind == KIND_PARTNER_ID ||
		kind == KIND_CURRENCY;
}

static bool is_there(const struct field *field, const void *object)
{
	return ((const struct leaf *)field_at(object, field))->state == LEAF_SOUND;
}

static const char *value_text(struct arena *arena, const struct field *field, const void *object)
{
	struct buffer text = {0};

	if (!is_there(field, object))
		return NULL;
	if (is_text(field->kind))
		return ((const struct text_field *)field_at(object, field))->text;
	value_put_yaml(&text, field, field_at(object, field));
	return buffer_keep(&text, arena);
}

static const char *item_text(
	struct arena *arena, const struct record *record, const struct head *item)
{
	struct buffer text = {0};

	if (!item)
		return NULL;
	record_put_yaml(&text, record, item);
	return buffer_keep(&text, arena);
}

/* ---- differences ---- */

static void add_row(
	struct differences *differences, const char *name, const char *from, const char *to)
{
	differences->items = arena_grow(differences->arena, differences->items, differences->n,
		&differences->capacity, sizeof(struct field_change));
	differences->items[differences->n++] = (struct field_change){name, from, to};
}

static const struct score_entry *find_entry(const struct list *scores, const char *criterion)
{
	const struct score_entry *entries = scores->items;

	for (size_t i = 0; i < scores->n; i++)
		if (strcmp(entries[i].criterion.text, criterion) == 0)
			return &entries[i];
	return NULL;
}

static const char *points_text(struct arena *arena, const struct score_entry *entry)
{
	static const struct field points = {.kind = KIND_NUMBER};
	struct buffer text = {0};

	if (!entry)
		return NULL;
	value_put_yaml(&text, &points, &entry->points);
	return buffer_keep(&text, arena);
}

static void compare_points(struct differences *differences, const char *way,
	const struct score_entry *from, const struct score_entry *to)
{
	struct arena *arena = differences->arena;
	const struct score_entry *either = to ? to : from;

	if (!either || (from && to && from->points.value == to->points.value))
		return;
	add_row(differences, arena_printf(arena, "%s.%s", way, either->criterion.text),
		points_text(arena, from), points_text(arena, to));
}

/* In the order of `to`; what is only in `from` last. */
static void compare_scores(struct differences *differences, const char *way,
	const struct list *from, const struct list *to)
{
	const struct score_entry *older = from->items, *newer = to->items;

	for (size_t i = 0; i < to->n; i++)
		compare_points(
			differences, way, find_entry(from, newer[i].criterion.text), &newer[i]);
	for (size_t i = 0; i < from->n; i++)
		if (!find_entry(to, older[i].criterion.text))
			compare_points(differences, way, &older[i], NULL);
}

static void compare_records(struct differences *differences, const char *way,
	const struct record *record, const void *from, const void *to);

/* An item with an id is named by it; others are one of their list, and told as a whole. */
static void compare_items(struct differences *differences, const char *way,
	const struct record *record, const struct match_pair *pair)
{
	struct arena *arena = differences->arena;
	const struct text_field *id = key_of(key_field(record), pair->to ? pair->to : pair->from);

	way = id ? arena_printf(arena, "%s.%s", way, id->text) : arena_printf(arena, "%s[]", way);
	if (id && pair->from && pair->to)
		compare_records(
			differences, arena_printf(arena, "%s.", way), record, pair->from, pair->to);
	else
		add_row(differences, way, item_text(arena, record, pair->from),
			item_text(arena, record, pair->to));
}

static void compare_lists(struct differences *differences, const char *way,
	const struct record *record, const struct list *from, const struct list *to)
{
	size_t n;
	const struct match_pair *pairs = match_lists(differences->arena, record, from, to, &n);

	for (size_t i = 0; i < n; i++)
		if (!pairs[i].equal)
			compare_items(differences, way, record, &pairs[i]);
}

/* `way` leads to the field: empty, or closed by a point. */
static void compare_field(struct differences *differences, const char *way,
	const struct field *field, const void *from, const void *to)
{
	struct arena *arena = differences->arena;
	const char *name = field->name;
	bool both = is_there(field, from) && is_there(field, to);

	if (same_field(field, from, to))
		return;
	if (*way)
		name = arena_printf(arena, "%s%s", way, name);
	if (field->kind == KIND_RECORDS)
		compare_lists(differences, name, field->record, field_at(from, field),
			field_at(to, field));
	else if (field->kind == KIND_SCORES && both)
		compare_scores(differences, name, field_at(from, field), field_at(to, field));
	else if (field->kind == KIND_RECORD && both)
		compare_records(differences, arena_printf(arena, "%s.", name), field->record,
			field_at(from, field), field_at(to, field));
	else
		add_row(differences, name, value_text(arena, field, from),
			value_text(arena, field, to));
}

static void compare_records(struct differences *differences, const char *way,
	const struct record *record, const void *from, const void *to)
{
	for (size_t i = 0; i < record->n; i++)
		compare_field(differences, way, &record->fields[i], from, to);
}

void differences_add(struct differences *differences, const struct field *field, const void *from,
	const void *to)
{
	compare_field(differences, "", field, from, to);
}

struct array differences_of(
	struct arena *arena, const struct record *record, const void *from, const void *to)
{
	struct differences differences = {.arena = arena};

	compare_records(&differences, "", record, from, to);
	return (struct array){differences.items, differences.n};
}
