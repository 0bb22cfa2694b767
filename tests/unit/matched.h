/*
 * Two versions of a partner from short texts, and what changed between them as text.
 */
#ifndef UNIT_MATCHED_H
#define UNIT_MATCHED_H

#include "partner/match.h"

/* What every partner file of the tests begins with, on three lines. */
#define HEAD "partner: acme\nname: Acme\nkind: vendor\n"

struct versions {
	struct arena arena;
	const struct partner *from, *to;
};

/* Reads both texts, which go on behind HEAD; end with versions_close. */
void versions_open(struct versions *versions, const char *from, const char *to);
void versions_close(struct versions *versions);

/*
 * All changes, a line each: `changed incident:a, severity 2 to 3`. The one with the number
 * `without` is left out; beyond them all are told.
 */
const char *changes_text(
	struct arena *arena, const struct partner *from, const struct partner *to, size_t without);

/*
 * These are the changes; a version has none against itself; and with any of them undone the
 * others are left.
 */
void assert_changes(const char *from, const char *to, const char *expected);

#endif
