/**
 * Names, each of them kept once and numbered by first appearance.
 */
#ifndef PARTNER_NAMES_H
#define PARTNER_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"

/** Ready when all zeros but for the arena. */
struct names {
	struct arena *arena;
	const char **texts;
	size_t n, capacity;
	uint32_t *slots; /* number + 1, 0: free */
	size_t mask;
};

/** The number of a name, which is copied when it is new. */
uint32_t names_add(struct names *names, const char *text);

/** The number of each name in the order of the names' bytes, in the arena. */
uint32_t *names_rank(const struct names *names, struct arena *arena);

#endif
