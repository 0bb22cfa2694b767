/*
 * The report as a document, from which text, Markdown and HTML are written. Private to
 * lib/report.
 */
#ifndef REPORT_PAGES_H
#define REPORT_PAGES_H

#include "partner/doc.h"
#include "partner/doc_values.h"
#include "partner/report.h"

/* What is shown of long lists. */
#define NEEDS_SHOWN NEEDS_TOLD
#define MOVERS_SHOWN MOVERS_EXPLAINED
#define DOTS_SHOWN 500
#define LABELS_SHOWN 25
#define ROWS_SHOWN COSTS_CUT     /* of renewals, too */
#define HEAT_SHOWN HEAT_ROWS_CUT /* of raters, too */
#define SIGNS_SHOWN 20
#define CARDS_SHOWN 200
#define INDEX_SHOWN 1000

/* A page in the making. */
struct page {
	struct doc *doc;
	const struct report *report;
	const struct card_style *style; /* of the blocks of cards in plain lines */
	bool html;                      /* it has charts; else lists and lines stand for them */
	struct members cards;           /* shown in full, in order H, ourselves last */
	const char **anchors;           /* their ids, sorted */
	size_t n_anchors;
};

/* ---- what pages are put together from ---- */

/* `50 of 1,000 shown, most urgent first; all: partner-report -O csv`, unless all are shown. */
void page_cut(struct page *page, size_t shown, size_t all, const char *how);
/* The partner of this id has a card on the page. */
bool page_has_card(const struct page *page, const char *partner);
/* A cell of a partner's id or name, which leads to its card. */
void page_cell_partner(struct page *page, const char *text, const char *partner);
/* A fact of no place. */
void page_fact(struct page *page, const char *label, const char *text);
/* `exit`, or what else `standing_words` has; `-` for none. */
const char *page_standing(int standing);
/* Says of the next table what it shows: on pages as its caption, else in a line above it. */
void page_caption(struct page *page, const char *caption);

/* The sections, in order. */
void page_needs(struct page *page);
void page_portfolio(struct page *page);
void page_movers(struct page *page);
void page_quadrant(struct page *page);
void page_renewals(struct page *page);
void page_heat(struct page *page);
void page_mirror(struct page *page);
void page_panel(struct page *page);
void page_costs(struct page *page);
void page_choose_cards(struct page *page);
void page_cards(struct page *page);

#endif
