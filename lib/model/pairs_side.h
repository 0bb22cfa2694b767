/*
 * One side of pairs: what comes next from it, and what came before, once more. Private to
 * lib/model.
 */
#ifndef MODEL_PAIRS_SIDE_H
#define MODEL_PAIRS_SIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "pairs_known.h"
#include "source_state.h"

struct pairs_side {
	struct sources *sources;
	struct sources *again;    /* NULL: not needed yet */
	const char *again_path;   /* which file it holds; NULL: none */
	struct arena again_arena; /* holds that */
	struct source head;       /* what comes next, while `full` */
	bool full;
	struct source stale; /* what was not as before when it was read again */
	struct arena arena;
	const char **unread; /* files and folders that could not be read, from the operand */
	size_t n_unread, most_unread;
};

/* The full hash of the commit that it is of; NULL on disk. */
const char *side_revision(const struct pairs_side *side);

/* Its operand is lines of JSON, as far as that is known. */
bool side_has_lines(const struct pairs_side *side);

/* The next document, line or problem as the head; false when there is none. */
bool side_fill(struct pairs_side *side);

/* What could not be read so far hides nothing. */
void side_forgive(struct pairs_side *side);

/* The id of a document or line, NULL when it has none. */
const char *side_id(const struct source *source);

/* The path of what is no line, from the operand: "" of a file that was named itself. */
const char *side_path(const struct pairs_side *side, const struct source *source);

/* A line that could not be read: nothing else is like it, and it does not come again. */
bool side_is_lost(const struct pairs_side *side, const struct source *source);

/* What is known of the head, for known_meet. */
size_t side_nth(const struct pairs_side *side);

/* The text of the head, if it is a line, for known_wait. */
char *side_keep(const struct pairs_side *side);

/* A waiting one again, or in its place a problem. Lives until the next call. */
const struct source *side_again(
	struct pairs_side *side, const struct known *known, enum pair_side at);

/* Whether what is at this path on the other side may be here, in what could not be read. */
bool side_may_hide(const struct pairs_side *side, const char *path);

void side_close(struct pairs_side *side);

#endif
