/**
 * Partner files on their way into a portfolio: as the lines that partner-score prints of them,
 * so that a report made of files is the one made of scorecards.
 */
#ifndef PARTNER_PORTFOLIO_SOURCE_H
#define PARTNER_PORTFOLIO_SOURCE_H

#include "partner/portfolio.h"
#include "partner/source.h"

/** What is asked of a file. */
struct portfolio_days {
	int32_t as_of;
	int32_t since; /**< where whole cards are kept, another one of this day, if it is earlier */
	bool whole;    /**< they are: KEEP_LINES */
};

/** The lines of a file, one for each card. */
struct portfolio_lines {
	const struct scorecard *cards[2];
	struct {
		const char *text;
		size_t length;
	} lines[2];
	size_t n;
};

/**
 * Judges the partner of `source`, a document without errors, its policy and calibration without
 * faults. All is in source->arena; `scratch` is overwritten. Threads may do so at the same time
 * with different sources.
 */
const struct portfolio_lines *portfolio_lines_of(
	const struct source *source, const struct portfolio_days *days, struct buffer *scratch);

/** Adds them; the calibration of the source must live as long as the portfolio. */
void portfolio_add_lines(struct portfolio *portfolio, const struct source *source,
	const struct portfolio_lines *lines);

#endif
