/*
 * Parts of a card that have a file of their own. Private to lib/judge.
 */
#ifndef JUDGE_CARD_PARTS_H
#define JUDGE_CARD_PARTS_H

#include "judgement.h"

/* The contract in force; NULL without one, and when the partnership has ended. */
const struct card_contract *card_make_contract(const struct judgement *judgement);

/* The two earliest dates to keep in mind: struct card_date. */
struct array card_make_next(const struct judgement *judgement);

/* The criteria with their measures and records: struct card_criterion. */
struct array card_make_criteria(const struct judgement *judgement);

#endif
