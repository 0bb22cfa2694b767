/**
 * Pairs: two states of a portfolio, partner by partner.
 *
 * Partners are paired by id, so that a moved or renamed file is the same partner, and a new id
 * one removed and one added. What cannot be decoded far enough to have an id is paired by path.
 *
 * Where both states are the same folder of one git repository, one of them at a revision or
 * both, only files that git says differ are read, with the companions; unless a policy,
 * calibration or people file that serves them differs, or the days to compare do: then all are,
 * each once. Nothing is known of the others then, and nothing told: not their links and
 * orphans, nor that a copy has the id of a file that does not differ: it counts as added.
 *
 * What is on one side only is not told when it may be in a file or folder that could not be
 * read on the other side.
 */
#ifndef PARTNER_PAIRS_H
#define PARTNER_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/source.h"

enum pair_side { PAIR_FROM, PAIR_TO, PAIR_SIDES };

enum pair_event {
	PAIR_END,
	PAIR_BOTH,     /**< the partner is on both sides */
	PAIR_ADDED,    /**< only in `to` */
	PAIR_REMOVED,  /**< only in `from` */
	PAIR_PROBLEM,  /**< of `side`: sources[side] is unreadable, skipped, or an orphan */
	PAIR_REPEATED, /**< of `side`: sources[side] has an id that an earlier file has */
	PAIR_ABSENT,   /**< of `from`: its path is not there at its revision, an empty side */
};

/** What pairs_next found; all lives until the next call. */
struct pair {
	/** Documents, or lines of JSON, whose `text` is a scorecard; both sides may be one. A line
	 * that is none is a document without partner, added or removed. */
	const struct source *sources[PAIR_SIDES];
	enum pair_side side; /**< of a problem, a repeated or absent one; one operand is `to` */
	const char *first;   /**< of what is repeated: FILE:LINE of the first one */
};

struct pairs_options {
	const char *from;
	const char *to; /**< NULL: `from` is paired with itself, each file read once */
	/** Policy, people, environment, validate: as for sources_open; nothing else. */
	struct source_options sources;
	bool all; /**< read what does not differ, too: the days differ */
};

struct pairs;

struct pairs *pairs_open(const struct pairs_options *options);
enum pair_event pairs_next(struct pairs *pairs, struct pair *pair);

/** Where a side comes from, for the faults of its policies and people. */
struct sources *pairs_sources(struct pairs *pairs, enum pair_side side);

/** The full hash of the commit that a side is of; NULL on disk. */
const char *pairs_revision(const struct pairs *pairs, enum pair_side side);

/** Whether the operands of this side are lines of JSON; known once the first pair is read. */
bool pairs_lines(const struct pairs *pairs, enum pair_side side);

void pairs_close(struct pairs *pairs);

#endif
