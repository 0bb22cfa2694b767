/*
 * Keys that stand twice in a map, found by comparing all pairs in small maps and by sorting
 * large ones. Private to lib/format.
 */
#ifndef FORMAT_KEYS_H
#define FORMAT_KEYS_H

#include "partner/yaml.h"

/* Called for every key but the first of its name. */
typedef void duplicate_fn(void *context, struct yaml_node *key, const struct yaml_node *first);

/* Keys that are already faulty are not reported again. */
void find_duplicates(
	struct arena *arena, struct yaml_node *map, duplicate_fn *report, void *context);

#endif
