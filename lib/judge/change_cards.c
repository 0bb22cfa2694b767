/*
 * What two scorecards tell of a change: their numbers as printed, and the records that they
 * used, known again by reference and value. What a record did to the score they do not tell.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_lines.h"
#include "change_parts.h"
#include "partner/json.h"
#include "partner/same.h"
#include "partner/search.h"

/* ---- uses of records by measures ---- */

struct card_use {
	const char *criterion, *measure;
	const struct card_record *record;
};

struct card_uses {
	struct card_use *items;
	size_t n;
};

static int compare_uses(const void *left, const void *right)
{
	const struct card_use *a = left, *b = right;
	int order = strcmp(a->record->ref, b->record->ref);

	if (!order)
		order = strcmp(a->criterion, b->criterion);
	return order ? order : strcmp(a->measure, b->measure);
}

static size_t count_uses(const struct scorecard *card)
{
	size_t n = 0;

	RESULT_EACH (struct card_criterion, criterion, card->criteria)
		RESULT_EACH (struct card_measure, measure, criterion->measures)
			n += measure->records.n;
	return n;
}

static struct card_uses collect_uses(struct arena *arena, const struct scorecard *card)
{
	struct card_uses uses = {arena_array(arena, count_uses(card), sizeof(struct card_use)), 0};

	RESULT_EACH (struct card_criterion, criterion, card->criteria)
		RESULT_EACH (struct card_measure, measure, criterion->measures)
			RESULT_EACH (struct card_record, record, measure->records)
				uses.items[uses.n++] = (struct card_use){
					criterion->criterion, measure->measure, record};
	qsort(uses.items, uses.n, sizeof(struct card_use), compare_uses);
	return uses;
}

/* ---- the same use on both cards ---- */

/* Either may be NULL. */
struct use_pair {
	const struct card_use *from, *to;
	bool taken; /* by a measure of the attribution */
};

struct use_pairs {
	struct use_pair *items; /* those of a record side by side */
	size_t n;
};

static const struct card_use *either(const struct use_pair *pair)
{
	return pair->to ? pair->to : pair->from;
}

static struct use_pairs pair_uses(struct arena *arena, struct card_uses from, struct card_uses to)
{
	struct use_pairs pairs = {arena_array(arena, from.n + to.n, sizeof(struct use_pair)), 0};
	size_t i = 0, k = 0;

	while (i < from.n || k < to.n) {
		int order = i == from.n ? 1
			: k == to.n     ? -1
					: compare_uses(&from.items[i], &to.items[k]);
		struct use_pair *pair = &pairs.items[pairs.n++];

		if (order <= 0)
			pair->from = &from.items[i++];
		if (order >= 0)
			pair->to = &to.items[k++];
	}
	return pairs;
}

static struct use_pairs pairs_of(const struct contrast *contrast)
{
	struct arena *arena = contrast->arena;

	return pair_uses(arena, collect_uses(arena, contrast->cards[0]),
		collect_uses(arena, contrast->cards[1]));
}

static bool differs(const struct use_pair *pair)
{
	return !pair->from || !pair->to ||
		!same_real(pair->from->record->value, pair->to->record->value);
}

/* ---- by measure ---- */

static enum record_change change_of(const struct use_pair *pair)
{
	if (!pair->from)
		return RECORD_ADDED;
	return pair->to ? RECORD_CHANGED : RECORD_REMOVED;
}

static int compare_to_measure(
	const struct use_pair *pair, const char *criterion, const char *measure)
{
	int order = strcmp(either(pair)->criterion, criterion);

	return order ? order : strcmp(either(pair)->measure, measure);
}

static int compare_measures(const void *left, const void *right)
{
	const struct card_use *other = either(right);
	int order = compare_to_measure(left, other->criterion, other->measure);

	return order ? order : strcmp(either(left)->record->ref, other->record->ref);
}

/* The pairs that differ, those of a measure side by side. */
static struct use_pairs sort_differing(struct arena *arena, const struct use_pairs *pairs)
{
	struct use_pairs found = {arena_array(arena, pairs->n, sizeof(struct use_pair)), 0};

	for (size_t i = 0; i < pairs->n; i++)
		if (differs(&pairs->items[i]))
			found.items[found.n++] = pairs->items[i];
	qsort(found.items, found.n, sizeof(struct use_pair), compare_measures);
	return found;
}

/* The place of the first pair of the measure, or of the next one. */
static size_t find_measure(
	const struct use_pairs *pairs, const char *criterion, const char *measure)
{
	struct search search = {.end = pairs->n};

	while (search_on(&search))
		search_halve(&search,
			compare_to_measure(&pairs->items[search.at], criterion, measure) < 0);
	return search.at;
}

/* Each pair goes to one measure: of several with one name the first has those of all. */
static struct array take_shifts(struct arena *arena, struct use_pairs *differing,
	const char *criterion, const char *measure)
{
	size_t first = find_measure(differing, criterion, measure), n = 0;
	struct change_record *rows;

	while (first + n < differing->n && !differing->items[first + n].taken &&
		!compare_to_measure(&differing->items[first + n], criterion, measure))
		n++;
	rows = arena_array(arena, n, sizeof(*rows));
	for (size_t i = 0; i < n; i++) {
		struct use_pair *pair = &differing->items[first + i];
		const struct card_record *record = either(pair)->record;

		rows[i] = (struct change_record){
			record->ref, (int)change_of(pair), NAN, record->path, record->line};
		pair->taken = true;
	}
	return (struct array){rows, n};
}

static struct array *const *all_shifts(const struct contrast *contrast)
{
	const struct attribution *attribution = &contrast->attribution;
	struct use_pairs pairs = pairs_of(contrast);
	struct use_pairs differing = sort_differing(contrast->arena, &pairs);
	struct array **shifts =
		arena_array(contrast->arena, attribution->n, sizeof(struct array *));

	for (size_t i = 0; i < attribution->n; i++) {
		const struct criterion_effect *effect = &attribution->criteria[i];

		shifts[i] = arena_array(contrast->arena, effect->n, sizeof(struct array));
		for (size_t k = 0; k < effect->n; k++)
			shifts[i][k] = take_shifts(contrast->arena, &differing, effect->criterion,
				effect->measures[k].measure);
	}
	return shifts;
}

/* Nothing but the data can have made the difference. */
static bool all_is_data(const struct scorecard *from, const struct scorecard *to)
{
	return from->as_of == to->as_of && same_text(from->policy->digest, to->policy->digest) &&
		same_text(from->calibration->digest, to->calibration->digest);
}

void contrast_cards(struct contrast *contrast)
{
	struct composition states[STEPS + 1];

	if (!contrast_scored(contrast))
		return;
	states[0] = composition_of_card(contrast->arena, contrast->cards[0]);
	for (int i = 1; i < STEPS; i++)
		states[i] = states[0];
	states[STEPS] = composition_of_card(contrast->arena, contrast->cards[1]);
	attribute(&contrast->attribution, contrast->arena, states);
	contrast->shifts = all_shifts(contrast);
	contrast->causes = all_is_data(contrast->cards[0], contrast->cards[1]);
}

/* ---- by record ---- */

/* As on the card, which may have a value of any size. */
static const char *value_text(struct arena *arena, const struct card_use *use)
{
	struct buffer text = {0};
	struct json_writer json = {.out = &text};

	if (!use || isnan(use->record->value))
		return NULL;
	json_put_real(&json, use->record->value, 4);
	return buffer_keep(&text, arena);
}

/* Of the uses of one record. */
static struct array fields_of(struct arena *arena, const struct use_pair *pairs, size_t n)
{
	struct field_change *rows = arena_array(arena, n, sizeof(*rows));
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		if (differs(&pairs[i]))
			rows[found++] = (struct field_change){either(&pairs[i])->measure,
				value_text(arena, pairs[i].from), value_text(arena, pairs[i].to)};
	return (struct array){rows, found};
}

/* Rows of all lists, with room for as many as there can be. */
struct record_rows {
	struct card_reference *added, *removed;
	struct changed_record *changed;
	size_t n_added, n_removed, n_changed;
};

static void add_record(
	struct record_rows *rows, struct arena *arena, const struct use_pair *pairs, size_t n)
{
	const struct card_record *record = either(&pairs[0])->record;
	struct card_reference row = {record->ref, record->path, record->line};
	bool before = false, after = false;
	struct array fields;

	for (size_t i = 0; i < n; i++) {
		before |= pairs[i].from != NULL;
		after |= pairs[i].to != NULL;
	}
	if (!before)
		rows->added[rows->n_added++] = row;
	if (!after)
		rows->removed[rows->n_removed++] = row;
	if (!before || !after)
		return;
	fields = fields_of(arena, pairs, n);
	if (fields.n)
		rows->changed[rows->n_changed++] =
			(struct changed_record){row.ref, row.path, row.line, fields};
}

const struct change_records *change_records_used(const struct contrast *contrast)
{
	struct arena *arena = contrast->arena;
	struct change_records *records = ARENA_NEW(arena, struct change_records);
	struct use_pairs pairs = pairs_of(contrast);
	struct record_rows rows = {
		.added = arena_array(arena, pairs.n, sizeof(*rows.added)),
		.removed = arena_array(arena, pairs.n, sizeof(*rows.removed)),
		.changed = arena_array(arena, pairs.n, sizeof(*rows.changed)),
	};

	for (size_t i = 0, n; i < pairs.n; i += n) {
		const char *ref = either(&pairs.items[i])->record->ref;

		for (n = 1; i + n < pairs.n; n++)
			if (strcmp(either(&pairs.items[i + n])->record->ref, ref) != 0)
				break;
		add_record(&rows, arena, &pairs.items[i], n);
	}
	records->added = (struct array){rows.added, rows.n_added};
	records->changed = (struct array){rows.changed, rows.n_changed};
	records->removed = (struct array){rows.removed, rows.n_removed};
	return records;
}
