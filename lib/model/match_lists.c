/* Two lists of records paired, in time that grows as they do. */
#include <string.h>

#include "partner/index.h"
#include "partner/match.h"
#include "partner/records.h"

/* What two records must have in common to be paired; NULL: nothing pairs it. */
struct mark {
	const char *bytes;
	size_t length;
};

/* One of the lists. */
struct match_side {
	const struct list *list;
	struct mark *values; /* of each record all it says; NULL: something in it is faulty */
	struct mark *marks;  /* of each record what the present pass pairs by */
	uint32_t *other;     /* of each record the place in the other list; 0: not paired yet */
};

struct matcher {
	struct arena scratch;
	const struct record *record;
	struct match_side from, to;
};

static bool same_marks(struct mark one, struct mark other)
{
	return one.bytes && other.bytes && one.length == other.length &&
		memcmp(one.bytes, other.bytes, one.length) == 0;
}

/* ---- what pairs ---- */

static void read_values(struct matcher *matcher, struct match_side *side)
{
	struct buffer buffer = {0};

	for (size_t i = 0; i < side->list->n; i++) {
		buffer_clear(&buffer);
		if (!record_values(
			    &buffer, matcher->record, list_item(matcher->record, side->list, i)))
			continue;
		side->values[i].bytes = arena_copy(&matcher->scratch, buffer.data, buffer.length);
		side->values[i].length = buffer.length;
	}
	buffer_free(&buffer);
}

static void open_side(struct matcher *matcher, struct match_side *side, const struct list *list)
{
	side->list = list;
	side->values = arena_array(&matcher->scratch, list->n, sizeof(struct mark));
	side->marks = arena_array(&matcher->scratch, list->n, sizeof(struct mark));
	side->other = arena_array(&matcher->scratch, list->n, sizeof(uint32_t));
	read_values(matcher, side);
}

enum pass { BY_ID, BY_VALUES, BY_LABEL, PASSES };

/* Those without any of the values of a label are called the same. */
static struct mark label_mark(struct matcher *matcher, const struct head *head)
{
	const char *label = record_label(&matcher->scratch, matcher->record, head);

	return label ? (struct mark){label, strlen(label)} : (struct mark){"", 0};
}

static struct mark read_mark(
	struct matcher *matcher, const struct match_side *side, size_t i, enum pass pass)
{
	const struct head *head = list_item(matcher->record, side->list, i);
	const struct text_field *id = key_of(key_field(matcher->record), head);

	if (id && pass == BY_ID)
		return (struct mark){id->text, id->length};
	if (id || pass == BY_ID)
		return (struct mark){NULL, 0};
	return pass == BY_VALUES ? side->values[i] : label_mark(matcher, head);
}

static void read_marks(struct matcher *matcher, struct match_side *side, enum pass pass)
{
	for (size_t i = 0; i < side->list->n; i++)
		if (!side->other[i])
			side->marks[i] = read_mark(matcher, side, i, pass);
}

/* ---- pairs ---- */

/* The records of `from` that are not paired yet, by their marks. */
struct queues {
	const struct mark *marks;
	uint32_t *slots; /* place of a record with the mark, 0: free */
	uint32_t *first; /* of the slot: place of the first in the queue, 0: none */
	uint32_t *next;  /* of the record: place of the one behind it, 0: none */
	size_t mask;
};

/* The slot of a mark, or the free one where it belongs. */
static size_t find_slot(const struct queues *queues, struct mark mark)
{
	size_t at = (size_t)hash_bytes(mark.bytes, mark.length) & queues->mask;

	while (queues->slots[at] && !same_marks(queues->marks[queues->slots[at] - 1], mark))
		at = (at + 1) & queues->mask;
	return at;
}

static bool waits(const struct match_side *side, size_t i)
{
	return !side->other[i] && side->marks[i].bytes;
}

static void fill_queues(struct queues *queues, struct arena *scratch, const struct match_side *from)
{
	size_t slots = slots_for(from->list->n);

	*queues = (struct queues){.marks = from->marks, .mask = slots - 1};
	queues->slots = arena_array(scratch, slots, sizeof(uint32_t));
	queues->first = arena_array(scratch, slots, sizeof(uint32_t));
	queues->next = arena_array(scratch, from->list->n, sizeof(uint32_t));
	for (size_t i = from->list->n; i-- > 0;) {
		size_t at;

		if (!waits(from, i))
			continue;
		at = find_slot(queues, from->marks[i]);
		queues->slots[at] = (uint32_t)i + 1;
		queues->next[i] = queues->first[at];
		queues->first[at] = (uint32_t)i + 1;
	}
}

/* Pairs records with equal marks, each used once, in the order of the lists. */
static void pair_marks(struct matcher *matcher)
{
	struct match_side *from = &matcher->from, *to = &matcher->to;
	struct queues queues;

	fill_queues(&queues, &matcher->scratch, from);
	for (size_t i = 0; i < to->list->n; i++) {
		uint32_t *first;

		if (!waits(to, i))
			continue;
		first = &queues.first[find_slot(&queues, to->marks[i])];
		if (!*first)
			continue;
		to->other[i] = *first;
		from->other[*first - 1] = (uint32_t)i + 1;
		*first = queues.next[*first - 1];
	}
}

static const struct match_pair *list_pairs(
	const struct matcher *matcher, struct arena *arena, size_t *n)
{
	const struct match_side *from = &matcher->from, *to = &matcher->to;
	struct match_pair *pairs =
		arena_array(arena, from->list->n + to->list->n, sizeof(struct match_pair));

	*n = 0;
	for (size_t i = 0; i < to->list->n; i++) {
		uint32_t other = to->other[i];
		struct match_pair *pair = &pairs[(*n)++];

		pair->to = list_item(matcher->record, to->list, i);
		if (!other)
			continue;
		pair->from = list_item(matcher->record, from->list, other - 1);
		pair->equal = same_marks(from->values[other - 1], to->values[i]);
	}
	for (size_t i = 0; i < from->list->n; i++)
		if (!from->other[i])
			pairs[(*n)++].from = list_item(matcher->record, from->list, i);
	return pairs;
}

const struct match_pair *match_lists(struct arena *arena, const struct record *record,
	const struct list *from, const struct list *to, size_t *n)
{
	struct matcher matcher = {.record = record};
	const struct match_pair *pairs;

	open_side(&matcher, &matcher.from, from);
	open_side(&matcher, &matcher.to, to);
	for (enum pass pass = BY_ID; pass < PASSES; pass++) {
		read_marks(&matcher, &matcher.from, pass);
		read_marks(&matcher, &matcher.to, pass);
		pair_marks(&matcher);
	}
	pairs = list_pairs(&matcher, arena, n);
	arena_free(&matcher.scratch);
	return pairs;
}
