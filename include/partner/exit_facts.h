/**
 * Scorecards with their facts: what the contract's clock, the costs, and a planned exit add to
 * the judgement.
 */
#ifndef PARTNER_EXIT_FACTS_H
#define PARTNER_EXIT_FACTS_H

#include "partner/card_facts.h"
#include "partner/scorecard.h"

/**
 * The facts about the partner of `source` as of the day of `card`, which is its card; NULL on
 * side us. Of a partnership that has ended only the owner, the events and the counts of our own
 * conduct are known. Everything lives in source->arena.
 *
 * Spend a year is the larger of what the contract says (value × 12 ÷ months of `per`; per term:
 * of its renewal_term once rolled over, else of start…end, days ÷ 365 when those are not whole
 * months) and of the cost lines in the twelve months W before the day (R44), actual where known,
 * else forecast, without exit, migration and integration. Costs of several currencies convert
 * when every rate exists, else those of the largest sum count.
 */
const struct card_facts *exit_facts(const struct source *source, const struct scorecard *card);

/** scorecard_make, with the facts. */
const struct scorecard *exit_facts_card(
	const struct source *source, const struct card_request *request, enum side side);

#endif
