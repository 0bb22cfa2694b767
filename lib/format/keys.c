#include "keys.h"

#include <stdlib.h>
#include <string.h>

static bool same_key(const struct yaml_node *a, const struct yaml_node *b)
{
	return a->length == b->length && !memcmp(a->text, b->text, a->length);
}

/* By name, then by place. */
static int compare_keys(const void *left, const void *right)
{
	const struct yaml_node *a = *(const struct yaml_node *const *)left;
	const struct yaml_node *b = *(const struct yaml_node *const *)right;
	int order = strcmp(a->text, b->text);

	if (!order)
		order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
	if (!order)
		order = (a->at.column > b->at.column) - (a->at.column < b->at.column);
	return order;
}

/* Every pair is compared only while that is cheaper than sorting. */
#define FEW_KEYS 24

static void compare_all(struct yaml_node *map, duplicate_fn *report, void *context)
{
	for (struct yaml_node *key = map->first; key; key = key->next) {
		const struct yaml_node *first = map->first;

		while (first != key && !same_key(first, key))
			first = first->next;
		if (first != key && !key->faulty)
			report(context, key, first);
	}
}

void find_duplicates(
	struct arena *arena, struct yaml_node *map, duplicate_fn *report, void *context)
{
	struct yaml_node **keys;
	size_t n = 0, first = 0;

	if (map->length <= FEW_KEYS) {
		compare_all(map, report, context);
		return;
	}
	keys = arena_array(arena, map->length, sizeof(struct yaml_node *));
	for (struct yaml_node *key = map->first; key; key = key->next)
		keys[n++] = key;
	qsort(keys, n, sizeof(struct yaml_node *), compare_keys);
	for (size_t i = 1; i < n; i++) {
		if (!same_key(keys[i], keys[first]))
			first = i;
		else if (!keys[i]->faulty)
			report(context, keys[i], keys[first]);
	}
}
