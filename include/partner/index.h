/**
 * Records of a list by their id, in a hash table, so that neither references nor duplicates
 * take longer than the list is long.
 */
#ifndef PARTNER_INDEX_H
#define PARTNER_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/schema.h"

struct id_index {
	const struct record *record;
	const struct list *list;
	const struct field *key; /**< of the record's table; NULL: nothing is ever found */
	uint32_t *slots;         /**< place of the record, 0: free; NULL: not filled */
	size_t mask;
};

typedef void index_twice(void *context, const struct head *head, const struct head *first);

/** Indexes a list; `twice` (may be NULL) hears of each record whose id an earlier one has. */
void index_init(struct id_index *index, struct arena *arena, const struct record *record,
	const struct list *list, index_twice *twice, void *context);

/** The first record with this id, NULL when there is none. */
const struct head *index_find(const struct id_index *index, const char *id);

/** The `i`-th item of a list of records. */
const struct head *list_item(const struct record *record, const struct list *list, size_t i);

/** 64 bits of a text. */
uint64_t hash_bytes(const char *bytes, size_t length);

/** How many slots a table for `n` entries has: a power of two, at least twice as many. */
size_t slots_for(size_t n);

#endif
