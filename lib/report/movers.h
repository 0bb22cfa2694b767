/*
 * Who has moved, and why. Private to lib/report.
 */
#ifndef REPORT_MOVERS_H
#define REPORT_MOVERS_H

#include "partner/change.h"
#include "partner/report.h"

/* Two cards of a partner, both with a score. */
struct mover_ends {
	const struct scorecard *from, *to;
	double delta; /* printed score of the newer less that of the older */
};

/* Above 0 when it is in the direction of the move. */
static inline double along(const struct mover_ends *ends, double effect)
{
	return ends->delta < 0 ? -effect : effect;
}

/* The measures of a card by criterion and name, in `scratch`. */
struct named_measure {
	const char *criterion, *measure;
	const struct card_measure *at;
};

struct measures {
	struct named_measure *items;
	size_t n;
};

struct measures measures_of(struct arena *scratch, const struct scorecard *card);

/* NULL when the card does not have it. */
const struct card_measure *measures_find(
	const struct measures *list, const char *criterion, const char *measure);

/* Whether more than half of the move comes of another policy, or of another calibration; then
 * the cause says which. */
bool mover_ruling(struct report_cause *cause, struct arena *scratch, const struct mover_ends *ends,
	const struct change *change);

/*
 * What most of the move comes from, in `arena`; NULL when nothing tells. `scratch` holds what is
 * needed only while it is looked for.
 */
const struct report_cause *mover_cause(
	struct arena *arena, struct arena *scratch, const struct mover_ends *ends);

#endif
