/* Both versions of what is compared, and how a change is told. */
#include "since.h"

#include <string.h>

#include "partner/values.h"

/* ---- records ---- */

void pairs_read(struct pairs *pairs, struct check *check, const struct record *record,
	const void *from, const void *to, const char *name)
{
	const struct field *field = record_field(record, name, strlen(name));

	*pairs = (struct pairs){
		.record = field->record, .from = field_at(from, field), .to = field_at(to, field)};
	if (!FAULTY(*pairs->to))
		pairs->items =
			match_lists(check->arena, pairs->record, pairs->from, pairs->to, &pairs->n);
}

void pairs_of_partner(struct pairs *pairs, struct check *check, const char *name)
{
	pairs_read(pairs, check, &partner_record, check->earlier->partner, check->partner, name);
}

bool pairs_are_whole(const struct pairs *pairs, const struct head *head)
{
	const struct field *key = key_field(pairs->record);
	const struct list *list = pairs->to;
	struct buffer scratch = {0};
	bool whole = !FAULTY(*list) && list->n == list->written;

	if (ABSENT(*list) && head->refused)
		return false;
	for (size_t i = 0; i < list->n && whole; i++) {
		const struct head *item = list_item(pairs->record, list, i);

		buffer_clear(&scratch);
		whole = key_of(key, item) || record_values(&scratch, pairs->record, item);
	}
	buffer_free(&scratch);
	return whole;
}

/* ---- fields ---- */

static const void *value_or(const void *value, const void *otherwise)
{
	const struct leaf *leaf = value;

	return leaf->state == LEAF_SOUND ? value : otherwise;
}

bool both_read(struct both *both, const struct record *record, const struct match_pair *pair,
	const char *name, const void *from_else, const void *to_else)
{
	const struct field *field = record_field(record, name, strlen(name));
	const struct leaf *leaf = field_at(pair->to, field);

	*both = (struct both){
		.field = field,
		.word = field->name,
		.from = value_or(field_at(pair->from, field), from_else),
		.to = value_or(leaf, to_else),
		.leaf = leaf->state == LEAF_SOUND ? leaf : NULL,
	};
	/* a key that was refused may have been meant as this one */
	return both->from && leaf->state != LEAF_FAULTY && (both->leaf || !pair->to->refused);
}

const char *value_text(struct check *check, const struct field *field, const void *value)
{
	struct buffer yaml = {0};
	const char *text;

	if (!value)
		return "-";
	text = scalar_text(check->arena, field, field->kind, value);
	if (text)
		return text;
	value_put_yaml(&yaml, field, value);
	return buffer_keep(&yaml, check->arena);
}

bool both_differ(struct check *check, const struct both *both)
{
	return strcmp(value_text(check, both->field, both->from),
		       value_text(check, both->field, both->to)) != 0;
}

/* ---- findings ---- */

const char *since_hint(
	struct check *check, const struct tree *tree, const char *path, const char *hint)
{
	struct earlier *earlier = memory_since(check->memory)->earlier;
	const char *who = NULL;

	if (path && !report_is_full(&check->report))
		who = earlier_changed(earlier, check->arena, tree, path);
	return hint && who ? arena_printf(check->arena, "%s; %s", hint, who) : hint ? hint : who;
}

const char *since_hint_at(struct check *check, const struct head *head, const char *hint)
{
	struct earlier *earlier = memory_since(check->memory)->earlier;
	const struct tree *tree = check->source->tree;

	return since_hint(check, tree, earlier_path(earlier, check->arena, tree, head->path), hint);
}

void report_edit(struct check *check, enum diag_rule rule, const struct trail *list,
	const struct head *head, const struct both *both, const char *subject, const char *hint)
{
	const struct field *field = both->field;

	report_item(&check->report, rule, list, head, field->name, both->leaf,
		since_hint_at(check, head, hint),
		SUBJECTS(both->word, subject, value_text(check, field, both->from),
			value_text(check, field, both->to)));
}
