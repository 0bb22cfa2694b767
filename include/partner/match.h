/**
 * Matching: which records of a partner file were added, changed and removed between two
 * versions of it.
 *
 * Records with an id are matched by it, and never with one without. Of those without, equal ones
 * are matched first (each used once, in the order of the lists), then those whose keys
 * (record_label) are equal, in that order again, which are changed then; so are, among each
 * other, those that have nothing of a key. The rest was added or removed. Line, order, comment
 * and file are no difference. The lists within a record are fields of it; one of scalars is a
 * value with its order.
 *
 * For sound documents. A record with something faulty in it equals none.
 */
#ifndef PARTNER_MATCH_H
#define PARTNER_MATCH_H

#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/partner.h"
#include "partner/result.h"

enum match_kind { MATCH_ADDED, MATCH_CHANGED, MATCH_REMOVED };

/**
 * A value that differs. Texts are as they are, with all that is in them; anything else is as it
 * would be written in YAML on one line. NULL: none, or nothing sound.
 *
 * What is in a record within a record is named by its way, `notice.period`; what is in an item
 * of a list by its id, `tasks.migration.takes`; the points of a map by their criterion,
 * `scores.support`. Items without an id are told as a whole, under the name of their list with
 * brackets, for they are one of it: `observations[]`, NULL, `{date: 2026-03-31, value: 4}`.
 * Records, items and maps that only one version has are told as a whole, too.
 */
struct field_change {
	const char *field;
	const char *from;
	const char *to;
};

/**
 * One change. Besides the records of lists there are the single ones, `contract`, `plan` and
 * `exit`; the scalar `cadence`; and `partner`, which is all other scalars of the file together,
 * `tags` among them. These two are changed even when something was only written or only removed,
 * for they are values of the file, not records.
 */
struct match_change {
	enum match_kind kind;
	const struct record *record; /**< its table; NULL: a scalar or the scalars of the file */
	const struct head *from;     /**< NULL when added, and where `record` is NULL */
	const struct head *to;       /**< NULL when removed, and where `record` is NULL */
	const char *ref;     /**< incident:INC-7, touchpoint:#3, contract; places are those of
				      * the newer version but for what was removed */
	const char *path;    /**< where it stands, if removed: stood */
	int64_t line;        /**< of scalars: of the first that differs and still stands,
				      * else of the file's first key */
	struct array fields; /**< struct field_change, when changed */
};

struct matching {
	struct match_change *changes; /**< by the rows of partner_record, `partner` first; in a
				       * list by place, what was removed last */
	size_t n;
};

/**
 * Compares two versions of a partner; both keep their records, to which the result points.
 * People are compared as they were merged from people.yaml.
 */
void match_partners(struct matching *matching, struct arena *arena, const struct partner *from,
	const struct partner *to);

/**
 * The newer version with one of its changes undone; the rest of it is shared with `to`. What
 * was removed comes back at the end of its list. Places (struct head) are kept, and with them
 * what references by place lead to: what was added leaves its place empty, what was removed gets
 * a new one.
 */
const struct partner *match_undo(struct arena *arena, const struct partner *from,
	const struct partner *to, const struct match_change *change);

/** Two lists of records of one table matched, for those who look at one kind only. */
struct match_pair {
	const struct head *from, *to; /**< one of them may be NULL */
	bool equal;
};

/** Pairs by `to`'s order, those only in `from` last; `*n` of them. */
const struct match_pair *match_lists(struct arena *arena, const struct record *record,
	const struct list *from, const struct list *to, size_t *n);

/** Where the records in the lists of an older version are in a newer one. */
struct match_newer {
	struct match_pair *pairs; /**< sorted by `from` */
	size_t n;
};

void match_newer_init(struct match_newer *newer, struct arena *arena, const struct partner *from,
	const struct partner *to);

/** The record that the newer version has for one of the older; NULL when it has none. */
const struct head *match_newer_find(const struct match_newer *newer, const struct head *head);

#endif
