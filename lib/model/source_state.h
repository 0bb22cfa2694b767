/*
 * A run through operands: what its parts share, and what pairs need beyond partner/source.h.
 * Private to lib/model.
 */
#ifndef MODEL_SOURCE_STATE_H
#define MODEL_SOURCE_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/source.h"
#include "source_ahead.h"
#include "source_lines.h"
#include "source_load.h"
#include "source_operand.h"
#include "source_policy.h"
#include "source_walk.h"

struct sources {
	struct arena self; /* holds this struct */
	struct source_options options;
	size_t operand;        /* the next one */
	size_t found;          /* files and problems so far, for the shards */
	struct ahead ahead;    /* files on their own; what else there is comes when it is empty */
	struct file_ahead *at; /* its first, when that is at hand */
	struct arena arena;    /* of what else is at hand */
	struct buffer text;    /* of a file; used again */
	struct queue queue;    /* in that arena */
	struct queue *ready;   /* of what is at hand; of a single file it stays to the end */
	struct trees own_trees;
	struct trees *trees; /* these, or those of another run */
	struct surroundings own_around;
	struct surroundings *around; /* likewise */
	const struct filter *only;   /* what walks visit; NULL: all */
	struct walk walk;
	struct lines lines;
	struct arena operand_arena; /* for the two below */
	const char *limit;          /* of a walk: its top */
	struct place lines_place;   /* where the lines come from; no tree: there were none */
	struct place last;          /* what the line before named */
	struct buffer last_path;    /* of that, with its NUL */
};

/* As sources_open, looking into the same trees as `other`, which is closed later. NULL: into
 * trees of its own. */
struct sources *sources_open_beside(const struct source_options *options, struct sources *other);

/* What reads files of `other` again: no operands, and the same policies and people, each read
 * and told once. Closed before `other`. */
struct sources *sources_open_again(struct sources *other);

/* What there is to load at a place that was named, with what serves its folder; for the limit see
 * search_nearest, NULL: that folder. */
struct load sources_load_of(
	struct sources *sources, struct arena *arena, struct place place, const char *limit);

/* What there is to load where a walk below `limit` found a file; false: it is a calibration. */
bool sources_find(struct sources *sources, struct arena *arena, struct place place,
	const char *limit, struct load *load);

/* Whether what was found next is for this shard. */
bool sources_is_ours(struct sources *sources);

/* ---- lines of JSON (source_json.c) ---- */

void sources_begin_lines(struct sources *sources, struct place place, int fd);

/* What one line says that is not blank. */
void sources_take_line(struct sources *sources, const char *line, size_t length);

/* False when there are no lines, or no more of them. */
bool sources_step_lines(struct sources *sources);

/* ---- once more (source_again.c) ---- */

/* The file of that path again; sources_nth gives its documents. */
void sources_again_file(struct sources *again, struct place place, const char *limit);

/* A kept line again, as the only source. */
void sources_again_line(struct sources *again, struct place place, uint32_t number,
	const char *line, size_t length);

/* Which of its file's sources sources_next gave last. */
size_t sources_last(const struct sources *sources);

/* Of the file at hand; NULL when it has fewer. */
const struct source *sources_nth(const struct sources *sources, size_t nth);

#endif
