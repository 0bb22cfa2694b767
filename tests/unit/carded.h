/*
 * Scorecards made from short texts: each test stands in a folder of its own (tree.h), into which
 * the partner, its policy and its calibration are written.
 */
#ifndef UNIT_CARDED_H
#define UNIT_CARDED_H

#include "partner/scorecard.h"

/* What to judge, and what to ask for. */
struct card_text {
	const char *records;         /* YAML below partner, name and kind */
	const char *kind;            /* NULL: vendor */
	const char *policy;          /* YAML below the policy's name; NULL: the built-in one */
	const char *calibration;     /* YAML below its type in raters.yaml; NULL: none */
	const char *as_of;           /* NULL: 2026-06-30 */
	struct card_request request; /* as_of is filled in */
	bool us;                     /* side us; else the partner's side */
};

struct carded {
	struct arena arena;
	struct sources *sources;
	struct source source;
	const struct scorecard *card;
};

/* Makes the card of the partner acme in acme.yaml; end with card_close. */
void card_open(struct carded *carded, const struct card_text *text);
void card_close(struct carded *carded);

/* A policy of one criterion, whose score is a figure; and a partner whose figure is `points`. */
#define ONE_FIGURE                                                           \
	"min_coverage: 1%\n"                                                 \
	"criteria: [{id: all, weight: 1, measures: [{measure: 'metric:all'," \
	" scale: [[0, 0], [100, 100]]}]}]\n"
#define FIGURE(points)          \
	"problem: Less work.\n" \
	"metrics: [{id: all, observations: [{date: 2026-06-01, value: " points "}]}]\n"

/* A card to change: score 60, grade C, keep. */
struct scorecard card_open_plain(struct carded *carded);

/* The i-th item of a list of the card. */
#define CARD_ITEM(type, list, i) (&((const type *)(list).items)[i])

/* The rest of the line of the card's text that begins with `start`, NULL without one. */
const char *card_line(struct carded *carded, const struct scorecard *card, const char *start);

/* All of the card's text in 80 columns, plain. */
const char *card_text(struct carded *carded, const struct scorecard *card, bool explain);

/* The card's line in the table, plain or in ASCII. */
const char *card_row(struct carded *carded, const struct scorecard *card, bool ascii);

#endif
