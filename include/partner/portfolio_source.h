/**
 * Partner files on their way into a portfolio: as the lines that partner-score prints of them,
 * so that a report made of files is the one made of scorecards.
 */
#ifndef PARTNER_PORTFOLIO_SOURCE_H
#define PARTNER_PORTFOLIO_SOURCE_H

#include "partner/portfolio.h"
#include "partner/source.h"

/**
 * Adds the card of the partner of `source` as of `as_of`, and where cards are kept, the one as of
 * `since`. The source must be a document without errors, its policy and calibration without
 * faults; the calibration must live as long as the portfolio.
 */
void portfolio_add_source(
	struct portfolio *portfolio, const struct source *source, int32_t as_of, int32_t since);

#endif
