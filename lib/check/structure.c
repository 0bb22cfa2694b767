/* Rules on files and their parts: ids, names of files, records that count nowhere or twice. */
#include "rules.h"

#include <string.h>

/* ---- P010 ---- */

void check_duplicate_ids(struct check *check)
{
	report_duplicate_ids(&check->report, &partner_record, check->partner);
}

/* ---- P013, P014 ---- */

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* A file that was named may have any extension, or none; ids may have points of their own. */
static bool is_stem(const char *stem, const char *name)
{
	size_t length = strlen(stem);

	if (strncmp(name, stem, length) != 0)
		return false;
	name += length;
	return *name == '\0' || (*name == '.' && !strchr(name + 1, '.'));
}

void check_stem(struct check *check)
{
	const struct partner *partner = check->partner;
	const char *name = file_name(check->source->path);

	if (check->source->standard_input || !check->source->alone || !HAS(partner->id) ||
		is_stem(partner->id.text, name))
		return;
	report_field(&check->report, P013_ID_NOT_STEM, NULL, &partner->head, "partner",
		&partner->id.leaf, "rename one", SUBJECTS(partner->id.text, name));
}

void check_duplicate_partner(struct check *check)
{
	const struct partner *partner = check->partner;
	const struct text_field *id = &partner->id;
	const char *path = named_path(&check->report, check->source->path);
	struct seen first;

	if (!HAS(*id) || !memory_partner(check->memory, id->text, path, id->leaf.at.line, &first))
		return;
	if (first.line == id->leaf.at.line && !strcmp(first.path, path))
		return; /* the same file, named twice */
	report_field(&check->report, P014_DUPLICATE_PARTNER, NULL, &partner->head, "partner",
		&id->leaf, first_at(check->arena, first.path, first.line), SUBJECTS(id->text));
}

/* ---- P016 ---- */

/* What a record must have to count somewhere. */
static const struct {
	const char *record;
	const char *fields[4];
} dating[] = {
	{"incident", {"opened"}},
	{"touchpoint", {"date"}},
	{"exchange", {"date", "direction"}},
	{"cost", {"kind"}},
	{"feedback", {"date", "from"}},
	{"conversation", {"date"}},
	{"rating", {"date", "by", "scores"}},
	{"observation", {"date"}},
	{"invoice", {"due"}},
};

const char *label_or_place(
	struct arena *arena, const struct record *record, const struct head *head)
{
	const char *label = record_label(arena, record, head);

	return label ? label : arena_printf(arena, "#%u", (unsigned)head->place);
}

static bool lacks(const struct field *field, const struct head *head)
{
	const struct leaf *leaf = field_at(head, field);

	if (field->kind == KIND_SCORES && leaf->state == LEAF_SOUND)
		return ((const struct list *)(const void *)leaf)->n == 0;
	return leaf->state == LEAF_ABSENT;
}

static void need_field(struct report *report, const struct record_list *list,
	const struct head *head, const char *name)
{
	const struct field *field = record_field(list->record, name, strlen(name));

	if (lacks(field, head))
		report_item(report, P016_NOT_COUNTED, list->trail, head, name, NULL,
			"it counts nowhere",
			SUBJECTS(name, list->record->name,
				label_or_place(report->arena, list->record, head)));
}

static void need_milestone_date(
	struct report *report, const struct record_list *list, const struct milestone *milestone)
{
	bool roadmap = WORD_OR(milestone->kind, MILESTONE_DELIVERY) == MILESTONE_ROADMAP;

	if (!FAULTY(milestone->kind))
		need_field(report, list, &milestone->head, roadmap ? "promised" : "due");
}

static void find_not_counted(void *context, const struct record_list *list)
{
	const char *const *names = NULL;
	bool milestones = list->record == &milestone_record;

	for (size_t i = 0; i < COUNT_OF(dating) && !names; i++)
		if (!strcmp(dating[i].record, list->record->name))
			names = dating[i].fields;
	if (!names && !milestones)
		return;
	for (size_t i = 0; i < list->list->n; i++) {
		const struct head *head = list_item(list->record, list->list, i);

		if (milestones)
			need_milestone_date(context, list, (const struct milestone *)head);
		else
			for (size_t at = 0; names[at]; at++)
				need_field(context, list, head, names[at]);
	}
}

void check_not_counted(struct check *check)
{
	visit_lists(&partner_record, check->partner, NULL, find_not_counted, &check->report);
}

/* ---- P020 ---- */

/* The records of a list so far, by their values. */
struct values {
	const struct record_list *list;
	struct buffer of, other;
	struct arena arena;
	uint64_t *hashes;
	uint32_t *slots; /* place of the record, 0: free */
	size_t mask;
};

static bool holds_same(struct values *values, uint32_t place)
{
	buffer_clear(&values->other);
	record_values(&values->other, values->list->record,
		list_item(values->list->record, values->list->list, place - 1));
	return values->of.length == values->other.length &&
		memcmp(values->of.data, values->other.data, values->of.length) == 0;
}

/* The place of an earlier record with the values of `place`, which is noted; 0: none. */
static uint32_t note_values(struct values *values, uint32_t place)
{
	uint64_t hash = hash_bytes(values->of.data, values->of.length);
	size_t at = (size_t)hash & values->mask;

	for (; values->slots[at]; at = (at + 1) & values->mask)
		if (values->hashes[at] == hash && holds_same(values, values->slots[at]))
			return values->slots[at];
	values->hashes[at] = hash;
	values->slots[at] = place;
	return 0;
}

static void report_same(struct report *report, const struct record_list *list,
	const struct head *head, const struct head *first)
{
	const char *path = named_path(report, first->path);
	const char *hint = first_at(report->arena, path, first->leaf.at.line);
	const char *label = label_or_place(report->arena, list->record, head);

	report_item(report, P020_DUPLICATE_RECORD, list->trail, head, NULL, NULL, hint,
		SUBJECTS(list->record->name, label));
}

static void find_same(void *context, const struct record_list *list)
{
	const struct field *key = key_field(list->record);
	struct values values = {.list = list, .mask = slots_for(list->list->n) - 1};

	if (list->list->n < 2)
		return;
	values.hashes = arena_array(&values.arena, values.mask + 1, sizeof(uint64_t));
	values.slots = arena_array(&values.arena, values.mask + 1, sizeof(uint32_t));
	for (size_t i = 0; i < list->list->n; i++) {
		const struct head *head = list_item(list->record, list->list, i);
		uint32_t first;

		buffer_clear(&values.of);
		if (key_of(key, head) || !record_values(&values.of, list->record, head))
			continue;
		first = note_values(&values, (uint32_t)i + 1);
		if (first)
			report_same(context, list, head,
				list_item(list->record, list->list, first - 1));
	}
	buffer_free(&values.of);
	buffer_free(&values.other);
	arena_free(&values.arena);
}

void report_duplicate_records(
	struct report *report, const struct record *record, const void *object)
{
	visit_lists(record, object, NULL, find_same, report);
}

void check_duplicate_records(struct check *check)
{
	report_duplicate_records(&check->report, &partner_record, check->partner);
}
