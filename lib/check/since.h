/*
 * What the rules on history share: both versions of records and of their fields. Private to
 * lib/check.
 */
#ifndef CHECK_SINCE_H
#define CHECK_SINCE_H

#include "partner/match.h"
#include "rules.h"

/* The records of a list, those of today with what they were. */
struct pairs {
	const struct record *record;
	const struct list *from, *to;
	const struct match_pair *items;
	size_t n;
};

/* Pairs the list `name` of both versions of an object; none where today's cannot be read. */
void pairs_read(struct pairs *pairs, struct check *check, const struct record *record,
	const void *from, const void *to, const char *name);

/* The same for a list of the partner. */
void pairs_of_partner(struct pairs *pairs, struct check *check, const char *name);

/*
 * Whether all is known that was written in today's list, which `head` begins the map of: only
 * then what is not in it is gone.
 */
bool pairs_are_whole(const struct pairs *pairs, const struct head *head);

/* Walks the pairs of which there are both versions, and which differ. */
#define EACH_EDITED(pair, pairs)                                                            \
	for (const struct match_pair *pair = (pairs).items, *pair##_end = pair + (pairs).n; \
		pair != pair##_end; pair++)                                                 \
		if (pair->from && pair->to && !pair->equal)

/* Both versions of a field. */
struct both {
	const struct field *field;
	const char *word;        /* what messages call it: its name, unless that is changed */
	const void *from;        /* never NULL */
	const void *to;          /* NULL: it is gone */
	const struct leaf *leaf; /* where it stands today, NULL: nowhere */
};

/*
 * The field `name` of both records. Where it is absent `from_else` and `to_else` count, which
 * may be NULL. False when there was none, or when today's cannot be read.
 */
bool both_read(struct both *both, const struct record *record, const struct match_pair *pair,
	const char *name, const void *from_else, const void *to_else);

/* Whether they are written differently. */
bool both_differ(struct check *check, const struct both *both);

/* The value as it is written; `-`: none. In the arena. */
const char *value_text(struct check *check, const struct field *field, const void *value);

/*
 * The hint of a rule, then who changed the file last. A path is one from the top of the
 * repository; NULL: outside of it.
 */
const char *since_hint(
	struct check *check, const struct tree *tree, const char *path, const char *hint);

/* The same for the file that something stands in today. */
const char *since_hint_at(struct check *check, const struct head *head, const char *hint);

/*
 * `WORD of SUBJECT edited from X to Y`, at the field of an item of the list that `list` leads
 * to; at its first key when it is gone.
 */
void report_edit(struct check *check, enum diag_rule rule, const struct trail *list,
	const struct head *head, const struct both *both, const char *subject, const char *hint);

#endif
