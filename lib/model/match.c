/* Two versions of a partner compared, and a version with a change undone. */
#include "partner/match.h"

#include <assert.h>
#include <string.h>

#include "match_fields.h"
#include "partner/index.h"
#include "partner/view.h"

#define CADENCE "cadence"

/* ---- changes ---- */

struct comparison {
	struct arena *arena;
	const struct partner *from, *to;
	struct match_change *changes;
	size_t n, capacity;
};

static struct match_change *add_change(struct comparison *comparison)
{
	comparison->changes = arena_grow(comparison->arena, comparison->changes, comparison->n,
		&comparison->capacity, sizeof(struct match_change));
	comparison->changes[comparison->n] = (struct match_change){0};
	return &comparison->changes[comparison->n++];
}

/* `from` or `to` may be NULL. */
static void add_record(struct comparison *comparison, const struct record *record, const char *ref,
	const struct head *from, const struct head *to)
{
	const struct head *head = to ? to : from;
	struct match_change *change = add_change(comparison);

	assert(head);
	change->kind = !from ? MATCH_ADDED : to ? MATCH_CHANGED : MATCH_REMOVED;
	change->record = record;
	change->from = from;
	change->to = to;
	change->ref = ref;
	change->path = head->path;
	change->line = head->leaf.at.line;
	if (from && to)
		change->fields = differences_of(comparison->arena, record, from, to);
}

static void compare_list(struct comparison *comparison, const struct field *field)
{
	struct arena *arena = comparison->arena;
	const struct record *record = field->record;
	size_t n;
	const struct match_pair *pairs = match_lists(arena, record,
		field_at(comparison->from, field), field_at(comparison->to, field), &n);

	for (size_t i = 0; i < n; i++) {
		const struct match_pair *pair = &pairs[i];

		if (!pair->equal)
			add_record(comparison, record,
				record_reference(arena, record, pair->to ? pair->to : pair->from),
				pair->from, pair->to);
	}
}

static void compare_single(struct comparison *comparison, const struct field *field)
{
	const struct head *from = field_at(comparison->from, field);
	const struct head *to = field_at(comparison->to, field);

	if ((HAS(*from) || HAS(*to)) && !same_field(field, comparison->from, comparison->to))
		add_record(comparison, field->record, field->name, HAS(*from) ? from : NULL,
			HAS(*to) ? to : NULL);
}

/* ---- scalars of the file ---- */

/* Lists of scalars are among them. */
static bool is_scalar(const struct field *field)
{
	return field->kind < KIND_RECORD;
}

static bool is_cadence(const struct field *field)
{
	return strcmp(field->name, CADENCE) == 0;
}

/* What was only removed stands nowhere any more: then it is the file that was changed. */
static void add_scalars(struct comparison *comparison, const char *ref,
	const struct differences *differences, int64_t line)
{
	const struct head *head = &comparison->to->head;
	struct match_change *change;

	if (!differences->n)
		return;
	change = add_change(comparison);
	change->kind = MATCH_CHANGED;
	change->ref = ref;
	change->path = head->path;
	change->line = line ? line : head->leaf.at.line;
	change->fields = (struct array){differences->items, differences->n};
}

static void compare_scalars(struct comparison *comparison)
{
	struct differences differences = {.arena = comparison->arena};
	int64_t line = 0;

	for (size_t i = 0; i < partner_record.n; i++) {
		const struct field *field = &partner_record.fields[i];
		size_t before = differences.n;

		if (!is_scalar(field) || is_cadence(field))
			continue;
		differences_add(&differences, field, comparison->from, comparison->to);
		if (differences.n > before && !line)
			line = ((const struct leaf *)field_at(comparison->to, field))->at.line;
	}
	add_scalars(comparison, partner_record.name, &differences, line);
}

static void compare_cadence(struct comparison *comparison, const struct field *field)
{
	struct differences differences = {.arena = comparison->arena};

	differences_add(&differences, field, comparison->from, comparison->to);
	add_scalars(comparison, CADENCE, &differences, comparison->to->cadence.leaf.at.line);
}

void match_partners(struct matching *matching, struct arena *arena, const struct partner *from,
	const struct partner *to)
{
	struct comparison comparison = {.arena = arena, .from = from, .to = to};

	compare_scalars(&comparison);
	for (size_t i = 0; i < partner_record.n; i++) {
		const struct field *field = &partner_record.fields[i];

		if (field->kind == KIND_RECORDS)
			compare_list(&comparison, field);
		else if (field->kind == KIND_RECORD)
			compare_single(&comparison, field);
		else if (is_cadence(field))
			compare_cadence(&comparison, field);
	}
	*matching = (struct matching){comparison.changes, comparison.n};
}

/* ---- undoing ---- */

static void *member(struct partner *partner, const struct field *field)
{
	return (char *)partner + field->offset;
}

static void take_back(struct partner *undone, const struct partner *from, const struct field *field)
{
	size_t size = field->kind == KIND_RECORD ? field->record->size : kind_size(field->kind);

	memcpy(member(undone, field), field_at(from, field), size);
}

static void undo_scalars(
	struct partner *undone, const struct partner *from, const struct match_change *change)
{
	bool cadence = strcmp(change->ref, CADENCE) == 0;

	for (size_t i = 0; i < partner_record.n; i++) {
		const struct field *field = &partner_record.fields[i];

		if (is_scalar(field) && is_cadence(field) == cadence)
			take_back(undone, from, field);
	}
}

/* One place more than any record has. */
static uint32_t free_place(const struct record *record, const struct list *list)
{
	return list->n ? list_item(record, list, list->n - 1)->place + 1 : 1;
}

/*
 * The items of `list` with one replaced, left out or, behind the others, put in. Places stay
 * what they were, so that references by place still lead to the same records; what comes back
 * gets one that no reference has.
 */
static void undo_item(struct arena *arena, struct list *list, const struct match_change *change)
{
	size_t size = change->record->size, at = list->n, rest = 0;
	const char *items = list->items;
	char *undone = arena_take(arena, (list->n + 1) * size), *next;

	if (change->to) {
		at = (size_t)((const char *)change->to - items) / size;
		rest = list->n - at - 1;
	}
	if (at)
		memcpy(undone, items, at * size);
	next = undone + at * size;
	if (change->from) {
		struct head *head = memcpy(next, change->from, size);

		head->place = change->to ? change->to->place : free_place(change->record, list);
		next += size;
	}
	if (rest)
		memcpy(next, items + (at + 1) * size, rest * size);
	list->items = undone;
	list->n = at + (change->from != NULL) + rest;
}

/* A list that is gone with the change, or came with it, is written as it was before. */
static void undo_list(struct arena *arena, struct partner *undone, const struct partner *from,
	const struct field *field, const struct match_change *change)
{
	struct list *list = member(undone, field);
	const struct list *before = field_at(from, field);

	undo_item(arena, list, change);
	if (!list->n || list->leaf.state == LEAF_ABSENT)
		list->leaf = before->leaf;
}

static const struct field *field_of(const struct record *record)
{
	const struct field *field = partner_record.fields;

	while (field->record != record)
		field++;
	return field;
}

const struct partner *match_undo(struct arena *arena, const struct partner *from,
	const struct partner *to, const struct match_change *change)
{
	struct partner *undone = arena_take(arena, sizeof(struct partner));
	const struct field *field;

	*undone = *to;
	if (!change->record) {
		undo_scalars(undone, from, change);
		return undone;
	}
	field = field_of(change->record);
	if (field->kind == KIND_RECORD)
		take_back(undone, from, field);
	else
		undo_list(arena, undone, from, field, change);
	return undone;
}
