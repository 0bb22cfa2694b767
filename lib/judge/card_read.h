/*
 * A card that was read from a line, which may be anybody's. Private to lib/judge.
 */
#ifndef JUDGE_CARD_READ_H
#define JUDGE_CARD_READ_H

#include "partner/scorecard.h"

/* What a scorecard cannot be without, and no other value can stand for; NULL: nothing. */
const char *card_fault(const struct scorecard *card);

/* Works out what is not printed, of a card without fault: card_complete.c. */
void card_complete(struct scorecard *card, struct arena *arena);

#endif
