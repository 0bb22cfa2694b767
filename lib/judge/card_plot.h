/*
 * The plot of points 0–100 in 21 cells: an interval, a score, and where the grades begin.
 * Private to lib/judge.
 */
#ifndef JUDGE_CARD_PLOT_H
#define JUDGE_CARD_PLOT_H

#include "partner/scorecard.h"

#define PLOT_CELLS 21

/* A score and its interval; no interval when both ends are the score. */
struct plotted {
	double score, low, high;
};

/* Appends the plot of a score; NaN draws the edges of the grades alone. */
void plot_put(struct buffer *buffer, const struct rules *rules, const struct plotted *plotted,
	bool dotted, const struct card_style *style);

/* Appends the grades' letters, each where it begins; cells without one are `·` when dotted. */
void plot_put_letters(struct buffer *buffer, const struct rules *rules, bool dotted,
	const struct card_style *style);

#endif
