/*
 * From what a card says to what is kept of it. Private to lib/report.
 */
#ifndef REPORT_PORTFOLIO_PARTS_H
#define REPORT_PORTFOLIO_PARTS_H

#include "partner/portfolio.h"

/* A text that recurs, kept once; NULL stays NULL. */
const char *portfolio_once(struct portfolio *portfolio, const char *text);

/* Fills in all but `kept`, `place`, and what closing the portfolio finds out; `before` is the card
 * that came before it, NULL for the first one. */
void member_fill(struct member *member, struct portfolio *portfolio, const struct member *before,
	const struct scorecard *card);

/* The place of a grade among the policy's, 0 the best; the number of bands when it is none. */
uint32_t policy_rank(const struct card_policy *policy, const char *grade);

/* A copy in the portfolio's arena; NULL of NULL. What it has in common with the member, which
 * knows its path, is not copied. */
const struct card_facts *member_facts(
	struct portfolio *portfolio, const struct member *member, const struct card_facts *facts);

/* The portfolio's policy of this content. */
const struct card_policy *portfolio_policy(
	struct portfolio *portfolio, const struct card_policy *policy);

/* It is critical and heard: then its text is kept, too. */
static inline bool sign_is_serious(const struct member_sign *sign)
{
	return !sign->muted && sign->level == SIGN_CRITICAL;
}

/* Puts away what options.keep asks for. */
struct spool_piece portfolio_keep(
	struct portfolio *portfolio, const struct scorecard *card, const char *line, size_t length);

#endif
