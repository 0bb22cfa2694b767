/*
 * What the parts of a card's text have in common. Private to lib/judge.
 */
#ifndef JUDGE_CARD_LINES_H
#define JUDGE_CARD_LINES_H

#include "partner/scorecard.h"
#include "partner/text.h"

/* A number, a share in percent, to whole ones: halves up with the nudge that scores have (R5). */
int card_whole(double x);
int card_percent(double share);

/* `46 %` of a share that is below the edge, with decimals where it would not look so. */
void card_put_below(struct buffer *buffer, double share, double edge);

/* Text from files made harmless, filled up with blanks. */
void card_put_padded(struct buffer *buffer, const char *text, size_t columns);

/* 16.4–33.4, with so many decimals. */
void card_put_range(struct buffer *buffer, double low, double high, int decimals,
	const struct card_style *style);

/* The same in whole numbers, or `none`, at one side of a column as wide as it mostly is. */
#define CARD_RANGE_COLUMNS 6
enum card_side { CARD_LEFT, CARD_RIGHT };
void card_put_ends(struct buffer *buffer, const char *none, double low, double high,
	enum card_side side, const struct card_style *style);

/* Ends a line that was put together apart, broken where it is too long; frees it. */
void card_put_wrapped(
	struct buffer *buffer, struct buffer *line, size_t indent, const struct card_style *style);

/* Begins a line such as `  why    `; its further lines are indented by CARD_LABEL_COLUMNS. */
#define CARD_LABEL_COLUMNS 9
void card_put_label(struct buffer *line, const char *label);

/* Drops blanks at the end, and ends the line. */
void card_end_line(struct buffer *buffer);

/* The sign counts: it is heard, and of this level. */
bool card_hears(const struct card_sign *sign, enum sign_level level);

/* How many signs are heard of this level. */
size_t card_count_heard(const struct scorecard *card, enum sign_level level);

/* The partnership has ended, be it known when or not. */
bool card_has_ended(const struct scorecard *card);

/* The grade is not that of the score: few events lower it (R2). */
bool card_is_lowered(const struct scorecard *card);

/*
 * Appends the running text of the block, without a label, with glue where lines are not to be
 * broken; nothing where the block has no such line: card_phrases.c.
 */
void card_say(struct buffer *line, const struct scorecard *card, enum card_phrase phrase,
	const struct card_style *style);

/* What is missing for a grade: card_missing.c. */
void card_put_missing(struct buffer *line, const struct scorecard *card);

/* What would change the judgement: card_flips.c. */
void card_put_robustness(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);
void card_say_flips(struct buffer *line, const struct scorecard *card);

/* The criteria, and with style->explain the measures and records behind them: card_measures.c. */
void card_put_criteria(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

/* The warning signs: card_signs.c. */
void card_put_signs(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

#endif
