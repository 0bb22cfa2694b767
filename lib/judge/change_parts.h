/*
 * The parts of a change. Private to lib/judge.
 */
#ifndef JUDGE_CHANGE_PARTS_H
#define JUDGE_CHANGE_PARTS_H

#include "partner/attribution.h"
#include "partner/change.h"
#include "partner/match.h"

/* What can be told of two states. */
struct contrast {
	struct arena *arena;
	const struct state *from, *to;
	const struct scorecard *cards[2]; /* of both */
	struct matching matching;         /* of documents */
	struct attribution attribution;   /* when both ends have a score */
	struct array *const *shifts;      /* by criterion and measure of that: shifts.h */
	bool causes;                      /* the attribution tells the steps apart */
};

/* Whether both ends have a score, so that the difference can be taken apart. */
bool contrast_scored(const struct contrast *contrast);

/* ---- between documents: change_steps.c ---- */

/* Matches the records, and takes the difference of the scores apart step by step. */
void contrast_documents(struct contrast *contrast);

/* The records that differ. */
const struct change_records *change_records_of(const struct contrast *contrast);

/* ---- between scorecards: change_cards.c ---- */

/* The same from what two scorecards tell; shifts have no effects. */
void contrast_cards(struct contrast *contrast);
const struct change_records *change_records_used(const struct contrast *contrast);

/* ---- signs: change_signs.c ---- */

const struct change_signs *change_signs_of(
	struct arena *arena, const struct scorecard *from, const struct scorecard *to);

/* ---- printed numbers that foot: change_footing.c ---- */

/* Fills in delta, causes and criteria. */
void change_put_effects(struct change *change, const struct contrast *contrast);

#endif
