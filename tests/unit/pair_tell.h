/*
 * Pairs in lines: what a test expects two states to give. Paths stand with their revision.
 */
#ifndef UNIT_PAIR_TELL_H
#define UNIT_PAIR_TELL_H

#include "repository.h"

#include "partner/pairs.h"

/*
 * Fails unless the pairs of both operands are told as in `expected`, a line each:
 *   both a.yaml:1 acme | main:b.yaml:1 acme
 *   added b.yaml:1 beta!           `!`: with faults; `-`: without an id
 *   repeated to c.yaml:1 acme, first at a.yaml:1
 *   problem from a.yaml unreadable ENOENT
 * `to` NULL: one operand.
 */
void pairs_check(const char *from, const char *to, const char *expected);

/* The same with options, whose operands do not count. */
void pairs_check_with(
	struct pairs_options options, const char *from, const char *to, const char *expected);

/* Commits d/a.yaml, d/b.yaml and d/sub/c.yaml, with the ids a, b and c. */
void put_three(void);

/* Another text with the same id. */
void put_changed(const char *path, const char *id);

#endif
