/**
 * Trail: the way from the top of a document down to a place in it, kept on the stack while
 * walking, written out only when somebody has to be told.
 */
#ifndef PARTNER_TRAIL_H
#define PARTNER_TRAIL_H

#include <stddef.h>

#include "partner/arena.h"

/** One step down: a key of a map, or a place in a list. The top is NULL. */
struct trail {
	const struct trail *up;
	const char *key; /**< NULL: `index` counts */
	size_t index;    /**< 0-based */
};

/** The JSON pointer (RFC 6901) of a trail: "" for NULL, else /incidents/2/opened. */
const char *trail_pointer(struct arena *arena, const struct trail *trail);

#endif
