/*
 * Ids that were met, with where they were; a partner that waits for its other side is no more
 * than that. Private to lib/model.
 */
#ifndef MODEL_PAIRS_KNOWN_H
#define MODEL_PAIRS_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/pairs.h"

enum known_state { KNOWN_NOT, KNOWN_WAITING, KNOWN_DONE };

struct known_at {
	enum known_state state;
	uint32_t line;
	uint32_t nth;     /* which of its file's sources; of a line its length */
	const char *path; /* from the operand; NULL: a line of JSON */
	char *text;       /* of a line that waits */
};

struct known {
	const char *id; /* NULL: it could not be decoded */
	uint32_t hash;
	struct known_at at[PAIR_SIDES];
};

/* Ready when all zeros. */
struct knowns {
	struct arena arena;
	struct known **slots; /* of ids, by their hash */
	size_t capacity, n;
	const char *paths[PAIR_SIDES];      /* the newest ones: mostly the next one is the same */
	struct known **waiting[PAIR_SIDES]; /* in the order they came; done ones may be there */
	size_t n_waiting[PAIR_SIDES], most_waiting[PAIR_SIDES];
};

/* What is known of an id, nothing at first; of NULL a new one each time. */
struct known *known_find(struct knowns *knowns, const char *id);

/* It was met there and is done, until known_wait. The path is copied, NULL for a line. */
void known_meet(struct knowns *knowns, struct known *known, enum pair_side side, const char *path,
	uint32_t line, size_t nth);

/* It waits for its other side; `text` as of a known_at is taken over. */
void known_wait(struct knowns *knowns, struct known *known, enum pair_side side, char *text);

/* It waits no longer. */
void known_done(struct known *known, enum pair_side side);

/* The one that has waited longest, from the `*next`th on; NULL: none. */
struct known *known_waiting(const struct knowns *knowns, enum pair_side side, size_t *next);

void knowns_free(struct knowns *knowns);

#endif
