/* Merging: what a policy, an override or a partner's own list of people changes. */
#include "partner/policy.h"

#include <assert.h>
#include <string.h>

#include "tables.h"

static bool same_sign(const void *left, const void *right)
{
	const struct sign_rule *a = left, *b = right;

	return HAS(a->sign) && HAS(b->sign) && strcmp(a->sign.text, b->sign.text) == 0;
}

static bool same_template(const void *left, const void *right)
{
	const struct template_rule *a = left, *b = right;

	return HAS(a->task) && HAS(b->task) && strcmp(a->task.text, b->task.text) == 0 &&
		WORD_OR(a->kind, PARTNER_KINDS) == WORD_OR(b->kind, PARTNER_KINDS);
}

typedef bool (*same_item)(const void *left, const void *right);

/* How to tell which items of a list belong together; NULL: the list replaces as a whole. */
static same_item item_matcher(const struct field *field)
{
	if (field->kind != KIND_RECORDS)
		return NULL;
	if (field->record == &sign_rule_record)
		return same_sign;
	return field->record == &template_rule_record ? same_template : NULL;
}

/* The list of `base` with each item of `over` merged into its equal, or added. */
static void merge_items(struct arena *arena, const struct record *record, same_item same,
	struct list *base, const struct list *over)
{
	char *items = arena_array(arena, base->n + over->n, record->size);
	size_t n = base->n;

	if (n)
		memcpy(items, base->items, n * record->size);
	for (size_t i = 0; i < over->n; i++) {
		const char *item = (const char *)over->items + i * record->size;
		size_t at = 0;

		while (at < n && !same(items + at * record->size, item))
			at++;
		if (at == n)
			memcpy(items + n++ * record->size, item, record->size);
		else
			record_merge(arena, record, items + at * record->size, item);
		((struct head *)(void *)(items + at * record->size))->place = (uint32_t)at + 1;
	}
	base->leaf = over->leaf;
	base->items = items;
	base->n = n;
}

static void merge_field(
	struct arena *arena, const struct field *field, void *base, const void *over)
{
	const struct leaf *leaf = over;
	same_item same = item_matcher(field);

	assert(field->kind <= KIND_RECORDS);
	if (leaf->state == LEAF_ABSENT)
		return;
	if (field->kind == KIND_RECORD)
		record_merge(arena, field->record, base, over);
	else if (same)
		merge_items(arena, field->record, same, base, over);
	else
		memcpy(base, over, kind_size(field->kind));
}

static void merge_fields(
	struct arena *arena, const struct record *record, void *base, const void *over)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		merge_field(arena, field, (char *)base + field->offset, field_at(over, field));
	}
}

void record_merge(struct arena *arena, const struct record *record, void *base, const void *over)
{
	memcpy(base, over, sizeof(struct head));
	merge_fields(arena, record, base, over);
}

void rules_merge(struct arena *arena, struct rules *base, const struct rules *over)
{
	merge_fields(arena, &rules_record, base, over);
}

static bool word_matches(const struct word_field *named, int value)
{
	return ABSENT(*named) || (HAS(*named) && named->value == value);
}

static bool override_matches(const struct policy_override *override, const struct partner *partner)
{
	const struct text_field *id = &override->partner;

	if (!word_matches(&override->kind, WORD_OR(partner->kind, PARTNER_KINDS)) ||
		!word_matches(&override->tier, (int)partner_tier(partner)))
		return false;
	return ABSENT(*id) ||
		(HAS(*id) && HAS(partner->id) && strcmp(id->text, partner->id.text) == 0);
}

void policy_rules_for(struct arena *arena, const struct policy *policy,
	const struct partner *partner, struct rules *result)
{
	*result = policy->rules;
	EACH (struct policy_override, override, policy->overrides) {
		if (override_matches(override, partner))
			rules_merge(arena, result, &override->rules);
	}
}
