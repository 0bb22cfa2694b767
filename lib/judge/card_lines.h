/*
 * What the parts of a card's text have in common. Private to lib/judge.
 */
#ifndef JUDGE_CARD_LINES_H
#define JUDGE_CARD_LINES_H

#include "partner/scorecard.h"
#include "partner/table.h"

#define CARD_EACH(type, item, list)                                                             \
	for (const type *item = (list).items, *item##_end = item + (list).n; item < item##_end; \
		item++)

/* A number to one decimal, or whole, as one says it. */
int whole(double x);

/* Text from files made harmless, filled up with blanks. */
void put_padded(struct buffer *buffer, const char *text, size_t columns);

/* 16.4–33.4, with so many decimals. */
void put_range(struct buffer *buffer, double low, double high, int decimals,
	const struct card_style *style);

/* Ends a line that was put together apart, broken where it is too long; frees it. */
void put_wrapped(
	struct buffer *buffer, struct buffer *line, size_t indent, const struct card_style *style);

/* Begins a line such as `  why    `; its further lines are indented by LABEL_COLUMNS. */
#define LABEL_COLUMNS 9
void put_label(struct buffer *line, const char *label);

/* Drops blanks at the end, and ends the line. */
void end_line(struct buffer *buffer);

bool is_graded(const struct scorecard *card);

/* The sign counts: it is heard, and of this level. */
bool is_heard(const struct card_sign *sign, enum sign_level level);

/* How many signs are heard of this level. */
size_t count_heard(const struct scorecard *card, enum sign_level level);

/* What is missing for a grade: card_missing.c. */
void put_missing(struct buffer *line, const struct scorecard *card);

/* What would change the judgement: card_flips.c. */
void put_robustness(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);
void put_flips(struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

/* The criteria, and with style->explain the measures and records behind them: card_measures.c. */
void put_criteria(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

/* The warning signs: card_signs.c. */
void put_signs(struct buffer *buffer, const struct scorecard *card, const struct card_style *style);
void put_muted(struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

#endif
