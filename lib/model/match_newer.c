/* Where the records of an older version are in a newer one. */
#include <stdlib.h>

#include "partner/match.h"

static int compare_heads(const void *left, const void *right)
{
	uintptr_t a = (uintptr_t)((const struct match_pair *)left)->from;
	uintptr_t b = (uintptr_t)((const struct match_pair *)right)->from;

	return (a > b) - (a < b);
}

static size_t count_records(const struct partner *partner)
{
	size_t n = 0;

	for (size_t i = 0; i < partner_record.n; i++)
		if (partner_record.fields[i].kind == KIND_RECORDS)
			n += ((const struct list *)field_at(partner, &partner_record.fields[i]))->n;
	return n;
}

/* The pairs of one list that the older version has a part in. */
static void add_list(struct match_newer *newer, struct arena *arena, const struct field *field,
	const struct partner *from, const struct partner *to)
{
	size_t n;
	const struct match_pair *pairs =
		match_lists(arena, field->record, field_at(from, field), field_at(to, field), &n);

	for (size_t i = 0; i < n; i++)
		if (pairs[i].from)
			newer->pairs[newer->n++] = pairs[i];
}

void match_newer_init(struct match_newer *newer, struct arena *arena, const struct partner *from,
	const struct partner *to)
{
	*newer = (struct match_newer){
		arena_array(arena, count_records(from), sizeof(*newer->pairs)), 0};
	for (size_t i = 0; i < partner_record.n; i++)
		if (partner_record.fields[i].kind == KIND_RECORDS)
			add_list(newer, arena, &partner_record.fields[i], from, to);
	qsort(newer->pairs, newer->n, sizeof(*newer->pairs), compare_heads);
}

const struct head *match_newer_find(const struct match_newer *newer, const struct head *head)
{
	const struct match_pair wanted = {.from = head};
	const struct match_pair *found = newer->n
		? bsearch(&wanted, newer->pairs, newer->n, sizeof(wanted), compare_heads)
		: NULL;

	return found ? found->to : NULL;
}
