/*
 * What the rules of the standing look at, shared by those who judge, who say why, and who look
 * for what would change it. Private to lib/judge.
 */
#ifndef JUDGE_STANDING_H
#define JUDGE_STANDING_H

#include "judgement.h"

/* All that the standing follows from. */
struct standing_facts {
	bool graded;
	bool best;        /* of the grades */
	double score;     /* as printed */
	bool talk;        /* there was one, and it has had no effect (R4) */
	size_t critical;  /* signs that count for the standing, of level critical */
	size_t repeated;  /* of them, conduct that was seen again since that talk */
	int64_t warnings; /* signs that count for the standing, of level warning */
};

struct standing_facts standing_facts(const struct score *score, const struct circumstances *known);

/* Whether a sign is of the level and counts: it moves the standing, and is not muted (R3). */
bool standing_counts(const struct raised *sign, enum sign_level level);

/* Whether it is critical conduct that was seen again since the talk without effect. */
bool standing_repeats(const struct raised *sign, const struct conversation *talk);

#endif
