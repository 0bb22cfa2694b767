/* Ids of a list in a hash table, so that neither duplicates nor references take long. */
#include "rules.h"

/* Hints are looked for among so many ids at most. */
#define NAMES_MOST 1000

void ids_init(
	struct ids *ids, struct arena *arena, const struct record *record, const struct list *list)
{
	*ids = (struct ids){.n_names = 0};
	index_init(&ids->index, arena, record, list, NULL, NULL);
}

static void collect_names(struct ids *ids, struct arena *arena)
{
	ids->names = arena_array(arena, NAMES_MOST, sizeof(char *));
	for (size_t i = 0; i < ids->index.list->n && ids->n_names < NAMES_MOST; i++) {
		const struct text_field *key =
			key_of(ids->index.key, list_item(ids->index.record, ids->index.list, i));

		if (key)
			ids->names[ids->n_names++] = key->text;
	}
}

const char *ids_hint(struct ids *ids, struct report *report, const char *id)
{
	if (!ids->index.list || report_is_full(report))
		return NULL;
	if (!ids->names)
		collect_names(ids, report->arena);
	return nearest_hint(report->arena, id, ids->names, ids->n_names);
}

/* ---- P010 ---- */

struct duplicates {
	struct report *report;
	const struct record_list *list;
};

static void report_twice(void *context, const struct head *head, const struct head *first)
{
	const struct duplicates *duplicates = context;
	struct report *report = duplicates->report;
	const struct record *record = duplicates->list->record;
	const struct text_field *key = key_of(key_field(record), head);
	const struct text_field *other = key_of(key_field(record), first);

	report_item(report, P010_DUPLICATE_ID, duplicates->list->trail, head, record->key,
		&key->leaf,
		first_at(report->arena, named_path(report, first->path), other->leaf.at.line),
		SUBJECTS(record->name, key->text));
}

static void find_duplicates(void *context, const struct record_list *list)
{
	struct duplicates duplicates = {context, list};
	struct id_index index;

	if (list->record->key && list->list->n > 1)
		index_init(&index, duplicates.report->arena, list->record, list->list, report_twice,
			&duplicates);
}

void report_duplicate_ids(struct report *report, const struct record *record, const void *object)
{
	visit_lists(record, object, NULL, find_duplicates, report);
}
