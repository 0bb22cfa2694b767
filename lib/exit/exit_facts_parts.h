/*
 * Parts of a card's facts that have a file of their own. Private to lib/exit.
 */
#ifndef EXIT_EXIT_FACTS_PARTS_H
#define EXIT_EXIT_FACTS_PARTS_H

#include "leaving.h"
#include "partner/card_facts.h"

/* Each reads what leaving_look has filled in. */

/* Spend a year, and which of both said so; left as they are where it is not known. */
void facts_put_spend(const struct leaving *leaving, struct card_facts *facts);

/* In the policy's currency; none without a rate. */
struct money facts_convert(const struct view *view, struct money money);

/* Rows of struct card_event; of what has ended only when it could be taken up again. */
struct array facts_events(const struct leaving *leaving);

/* How we look as a partner; the card has the policy's criteria. */
const struct card_conduct *facts_conduct(const struct leaving *leaving);

#endif
