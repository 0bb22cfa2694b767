/* The records of a change: how they are named, and which of them are shown. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "change_phrases.h"
#include "partner/match.h"
#include "partner/search.h"

const char *change_word(const struct change_record *record)
{
	static const char *const words[] = {
		[RECORD_ADDED] = "added",
		[RECORD_CHANGED] = "changed",
		[RECORD_REMOVED] = "removed",
		[RECORD_ENTERED] = "counts now",
		[RECORD_LEFT] = "counts no more",
		[RECORD_AGED] = "aged",
		[RECORD_JOINT] = "several together",
	};

	return words[record->change];
}

const char *change_prefix(const struct change *change, int word)
{
	return word == RECORD_REMOVED && change->prefix ? change->prefix : "";
}

const char *change_file_prefix(const struct change *change)
{
	return change_prefix(
		change, change->status == CHANGE_REMOVED ? RECORD_REMOVED : RECORD_CHANGED);
}

double change_rest(const struct change *change, const struct change_measure *measure)
{
	double rest = measure->effect;

	if (!change->causes ||
		(change_is_nothing(change->causes->policy) &&
			change_is_nothing(change->causes->calibration)))
		return 0;
	RESULT_EACH (struct change_record, record, measure->records)
		rest -= record->effect;
	return rest;
}

void change_put_place(struct buffer *buffer, const char *prefix, const char *path, int64_t line,
	const struct change_tongue *tongue)
{
	struct buffer place = {0};

	buffer_puts(&place, prefix);
	buffer_puts(&place, path);
	if (line)
		buffer_printf(&place, ":%lld", (long long)line);
	buffer_putc(&place, '\0');
	tongue->put_code(buffer, place.data);
	buffer_free(&place);
}

static void put_value(
	struct buffer *buffer, const char *value, size_t most, const struct change_tongue *tongue)
{
	change_put_short(buffer, value, most, tongue->ellipsis, tongue->put_code);
}

/* Whether two values are written alike when they are shortened. */
static bool reads_alike(const char *one, const char *other, const struct change_tongue *tongue)
{
	struct buffer first = {0}, second = {0};
	bool alike;

	put_value(&first, one, CHANGE_VALUE_CHARACTERS, tongue);
	put_value(&second, other, CHANGE_VALUE_CHARACTERS, tongue);
	alike = first.length == second.length &&
		(!first.length || memcmp(first.data, second.data, first.length) == 0);
	buffer_free(&first);
	buffer_free(&second);
	return alike;
}

static void put_field(
	struct buffer *buffer, const struct field_change *field, const struct change_tongue *tongue)
{
	bool alike = field->from && field->to && reads_alike(field->from, field->to, tongue);
	size_t most = alike ? SIZE_MAX : CHANGE_VALUE_CHARACTERS;

	tongue->put_words(buffer, field->field);
	buffer_putc(buffer, ' ');
	if (field->to)
		put_value(buffer, field->to, most, tongue);
	else
		buffer_puts(buffer, "gone");
	buffer_puts(buffer, ", ");
	if (field->from) {
		buffer_puts(buffer, "was ");
		put_value(buffer, field->from, most, tongue);
	} else {
		buffer_puts(buffer, "was not there");
	}
}

void change_put_fields(struct buffer *buffer, const struct changed_record *changed,
	const struct change_tongue *tongue)
{
	const struct field_change *fields = changed->fields.items;
	size_t n = changed->fields.n, shown = n > CHANGE_SHOWN ? CHANGE_SHOWN : n;

	for (size_t i = 0; i < shown; i++) {
		buffer_puts(buffer, i ? "; " : "");
		put_field(buffer, &fields[i], tongue);
	}
	if (n > shown)
		buffer_printf(buffer, "; %zu more", n - shown);
}

/* ---- effects ---- */

/* Every record with an effect, one after the other. */
struct effects {
	const struct change *change;
	size_t criterion, measure, record;
};

static const struct change_record *next_effect(struct effects *at)
{
	const struct change_criterion *criteria = at->change->criteria.items;

	for (; at->criterion < at->change->criteria.n; at->criterion++, at->measure = 0) {
		const struct change_criterion *criterion = &criteria[at->criterion];
		const struct change_measure *measures = criterion->measures.items;

		for (; at->measure < criterion->measures.n; at->measure++, at->record = 0) {
			const struct change_measure *measure = &measures[at->measure];
			const struct change_record *records = measure->records.items;

			if (at->record < measure->records.n)
				return &records[at->record++];
		}
	}
	return NULL;
}

static bool belongs(const struct change_record *record, enum change_cause cause)
{
	switch (record->change) {
	case RECORD_ADDED:
	case RECORD_CHANGED:
	case RECORD_REMOVED:
		return cause == CAUSE_DATA;
	case RECORD_ENTERED:
	case RECORD_LEFT:
	case RECORD_AGED:
		return cause == CAUSE_TIME;
	default:
		return false;
	}
}

/* The records with effects, those of one reference side by side. */
struct sized {
	const struct change_record **items;
	size_t n;
};

static int compare_refs(const void *left, const void *right)
{
	const struct change_record *const *a = left, *const *b = right;

	return strcmp((*a)->ref, (*b)->ref);
}

static size_t count_effects(const struct change *change)
{
	struct effects at = {.change = change};
	size_t n = 0;

	while (next_effect(&at))
		n++;
	return n;
}

static struct sized sort_effects(struct arena *arena, const struct change *change)
{
	struct effects at = {.change = change};
	struct sized sized = {arena_array(arena, count_effects(change), sizeof(*sized.items)), 0};

	for (const struct change_record *record; (record = next_effect(&at)) != NULL;)
		if (record->ref)
			sized.items[sized.n++] = record;
	qsort(sized.items, sized.n, sizeof(*sized.items), compare_refs);
	return sized;
}

static double effect_of_record(const struct change_record *record)
{
	return isnan(record->effect) ? 0 : record->effect;
}

/* ---- which of them did most ---- */

/* Whether an effect counts: of this cause, or CAUSES, of what stands in the newer file. */
static bool counts(const struct change_record *record, enum change_cause cause)
{
	return cause == CAUSES ? record->path && record->change != RECORD_REMOVED
			       : belongs(record, cause);
}

/* All that counts of the record at place `i`, which moves on to the next record. */
static struct change_main sum_group(const struct sized *sized, size_t *i, enum change_cause cause)
{
	const char *ref = sized->items[*i]->ref;
	struct change_main sum = {0};

	for (; *i < sized->n && strcmp(sized->items[*i]->ref, ref) == 0; ++*i) {
		const struct change_record *record = sized->items[*i];

		if (!counts(record, cause))
			continue;
		sum.effect += effect_of_record(record);
		if (!sum.record ||
			fabs(effect_of_record(record)) > fabs(effect_of_record(sum.record)))
			sum.record = record;
	}
	return sum;
}

struct change_main change_main_record(const struct change *change, enum change_cause cause)
{
	struct arena scratch = {0};
	struct sized sized = sort_effects(&scratch, change);
	struct change_main main = {0};

	for (size_t i = 0; i < sized.n;) {
		struct change_main sum = sum_group(&sized, &i, cause);

		if (!change_is_nothing(sum.effect) && fabs(sum.effect) > fabs(main.effect) + 0.05)
			main = sum;
	}
	arena_free(&scratch);
	return main;
}

/* ---- the records that were added, changed, removed ---- */

/* All effects of a record together. */
static double sum_of_ref(const struct sized *sized, const char *ref)
{
	struct search search = {.end = sized->n};
	double sum = 0;

	while (search_on(&search))
		search_halve(&search, strcmp(sized->items[search.at]->ref, ref) < 0);
	for (; search.at < sized->n && strcmp(sized->items[search.at]->ref, ref) == 0; search.at++)
		sum += effect_of_record(sized->items[search.at]);
	return sum;
}

static size_t list_references(
	struct change_listed *listed, const struct array *references, int change)
{
	size_t n = 0;

	RESULT_EACH (struct card_reference, reference, *references)
		listed[n++] = (struct change_listed){.change = change,
			.ref = reference->ref,
			.path = reference->path,
			.line = reference->line,
			.shown = true};
	return n;
}

static size_t list_changed(struct change_listed *listed, const struct array *records)
{
	size_t n = 0;

	RESULT_EACH (struct changed_record, record, *records)
		listed[n++] = (struct change_listed){.change = RECORD_CHANGED,
			.ref = record->ref,
			.path = record->path,
			.line = record->line,
			.changed = record,
			.shown = true};
	return n;
}

/* Leaves but the largest effects to be shown. */
static void choose(struct change_listed *listed, size_t n)
{
	for (size_t i = 0; i < n; i++)
		listed[i].shown = false;
	for (size_t shown = 0; shown < CHANGE_SHOWN; shown++) {
		struct change_listed *next = NULL;

		for (size_t i = 0; i < n; i++)
			if (!listed[i].shown &&
				(!next || fabs(listed[i].effect) > fabs(next->effect) + 0.05))
				next = &listed[i];
		if (next)
			next->shown = true;
	}
}

static void sum_effects(
	struct arena *arena, const struct change *change, struct change_listed *listed, size_t n)
{
	struct sized sized = sort_effects(arena, change);

	for (size_t i = 0; i < n; i++)
		listed[i].effect = sum_of_ref(&sized, listed[i].ref);
}

const struct change_listed *change_list(
	struct arena *arena, const struct change *change, size_t *n, size_t *left)
{
	const struct change_records *records = change->records;
	struct change_listed *listed;

	*n = *left = 0;
	listed = arena_array(
		arena, records->added.n + records->changed.n + records->removed.n, sizeof(*listed));
	*n += list_references(listed, &records->added, RECORD_ADDED);
	*n += list_changed(listed + *n, &records->changed);
	*n += list_references(listed + *n, &records->removed, RECORD_REMOVED);
	sum_effects(arena, change, listed, *n);
	if (*n > CHANGE_SHOWN) {
		choose(listed, *n);
		*left = *n - CHANGE_SHOWN;
	}
	return listed;
}

/* ---- where to look ---- */

void change_find_place(const struct change *change, const char **path, int64_t *line)
{
	const struct change_record *record = change_main_record(change, CAUSES).record;
	const struct change_records *records = change->records;

	*path = change->path;
	*line = change->line;
	if (record) {
		*path = record->path;
		*line = record->line;
	} else if (records->changed.n) {
		const struct changed_record *changed = records->changed.items;

		*path = changed->path;
		*line = changed->line;
	} else if (records->added.n) {
		const struct card_reference *added = records->added.items;

		*path = added->path;
		*line = added->line;
	}
}
