/* Section 2: the portfolio as a whole. */
#include <math.h>

#include "pages.h"
#include "partner/svg.h"
#include "partner/text.h"

/* `1 exit, 3 talk, 0 gather`. */
static const char *tallies(struct doc *doc, struct array list)
{
	struct buffer text = {0};
	const char *before = "";

	RESULT_EACH (struct report_tally, tally, list) {
		buffer_printf(&text, "%s%s %s", before, doc_count(doc, tally->n), tally->name);
		before = ", ";
	}
	return buffer_keep(&text, doc->arena);
}

static const char *amount_of(struct doc *doc, const struct report_spend *spend)
{
	const char *amount = doc_money_rounded(doc, spend->amount);

	return amount ? amount
		      : arena_printf(doc->arena, "too much to add up in %s", spend->currency);
}

static const char *spends(struct doc *doc, struct array list)
{
	struct buffer text = {0};
	const char *before = "";

	RESULT_EACH (struct report_spend, spend, list) {
		buffer_printf(&text, "%s%s", before, amount_of(doc, spend));
		before = " and ";
	}
	return buffer_keep(&text, doc->arena);
}

static const char *concentration_of(struct doc *doc, const struct report_concentration *row)
{
	struct buffer text = {0};
	const char *before = ": ";

	buffer_printf(&text, "HHI %s, %s, over %s partners in %s",
		doc_count(doc, (int64_t)floor(row->hhi + 0.5)), row->level,
		doc_count(doc, row->partners), row->currency);
	RESULT_EACH (struct report_share, share, row->largest) {
		buffer_printf(
			&text, "%s%s %s", before, share->partner, doc_percent(doc, share->share));
		before = ", ";
	}
	return buffer_keep(&text, doc->arena);
}

static const char *functions_of(struct doc *doc, const struct report_functions *functions)
{
	struct buffer text = {0};

	if (!functions->critical)
		return "no critical function is on record";
	buffer_printf(&text, "%s critical function%s at %s partner%s; ",
		doc_count(doc, functions->critical), functions->critical == 1 ? "" : "s",
		doc_count(doc, functions->partners), functions->partners == 1 ? "" : "s");
	if (functions->untested)
		buffer_printf(&text, "at %s of them no alternative was tested in 12 months",
			doc_count(doc, functions->untested));
	else
		buffer_puts(&text, "at all of them an alternative was tested in 12 months");
	return buffer_keep(&text, doc->arena);
}

/* ---- the scores ---- */

/* A cell for each bin, as high as its count among the counts. */
static const char *bins_as_cells(struct page *page, struct array histogram)
{
	const int64_t *counts = histogram.items;
	struct buffer text = {0};
	int64_t most = 1;

	for (size_t i = 0; i < histogram.n; i++)
		most = counts[i] > most ? counts[i] : most;
	for (size_t i = 0; i < histogram.n; i++) {
		int64_t level = (counts[i] * TEXT_BAR_MOST + most - 1) / most;

		text_put_bar(&text, (int)level, page->style->ascii);
	}
	buffer_puts(&text, " 0 to 100");
	return buffer_keep(&text, page->doc->arena);
}

static void put_bins_table(struct page *page, struct array histogram)
{
	static const struct doc_column columns[] = {
		{.title = "score", .names = true},
		{.title = "partners", .right = true},
	};
	const int64_t *counts = histogram.items;
	struct doc *doc = page->doc;

	doc_fold(doc, "The figures of the chart");
	doc_caption(doc, "Partners by score, in steps of 5 points");
	doc_table(doc, columns, COUNT_OF(columns));
	for (size_t i = 0; i < histogram.n; i++) {
		if (!counts[i])
			continue;
		doc_cell(doc, arena_printf(doc->arena, "%zu to %zu", 5 * i, 5 * i + 5));
		doc_cell(doc, doc_count(doc, counts[i]));
	}
}

static void put_chart(struct page *page)
{
	struct array histogram = page->report->portfolio->histogram;
	const struct bars bars = {
		.title = "How many partners have which score",
		.counts = histogram.items,
		.n = histogram.n,
		.line = page->report->talk_below,
	};
	struct buffer chart = {0};

	svg_put_bars(&chart, &bars);
	doc_caption(page->doc,
		isnan(bars.line) ? "Partners by score, 0 to 100"
				 : arena_printf(page->doc->arena,
					   "Partners by score, 0 to 100; the line stands at %.0f, "
					   "below which we talk",
					   bars.line));
	doc_figure(page->doc, buffer_keep(&chart, page->doc->arena));
	put_bins_table(page, histogram);
}

/* ---- the money ---- */

static void put_spend_table(struct page *page)
{
	static const struct doc_column columns[] = {
		{.title = "grade", .names = true},
		{.title = "partners", .right = true},
		{.title = "spend a year", .right = true},
	};
	struct doc *doc = page->doc;

	page_caption(page, "Spend a year by grade");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct report_spend, spend, page->report->portfolio->spend) {
		doc_cell(doc, spend->grade);
		doc_cell(doc, doc_count(doc, spend->partners));
		doc_cell(doc, doc_money_rounded(doc, spend->amount));
	}
}

static void put_figures(struct page *page)
{
	const struct report_portfolio *portfolio = page->report->portfolio;
	struct doc *doc = page->doc;

	RESULT_EACH (struct report_tally, tally, portfolio->standings)
		doc_key_figure(doc, TONE_PLAIN, doc_count(doc, tally->n), tally->name);
	RESULT_EACH (struct report_spend, spend, portfolio->spend_total)
		doc_key_figure(doc, TONE_PLAIN, amount_of(doc, spend), "a year");
}

static const char *spend_of(struct doc *doc, const struct report_portfolio *portfolio)
{
	struct buffer text = {0};

	if (portfolio->spend_total.n)
		buffer_printf(&text, "%s a year%s", spends(doc, portfolio->spend_total),
			portfolio->unknown_spend ? "; " : "");
	if (portfolio->unknown_spend)
		buffer_printf(&text, "unknown for %s partner%s",
			doc_count(doc, portfolio->unknown_spend),
			portfolio->unknown_spend == 1 ? "" : "s");
	return buffer_keep(&text, doc->arena);
}

static void put_facts(struct page *page)
{
	const struct report_portfolio *portfolio = page->report->portfolio;
	struct doc *doc = page->doc;

	if (!page->html)
		page_fact(page, "standing", tallies(doc, portfolio->standings));
	doc_caption(doc, "The portfolio in figures");
	page_fact(page, "grades", tallies(doc, portfolio->grades));
	if (!page->html)
		page_fact(page, "scores", bins_as_cells(page, portfolio->histogram));
	page_fact(page, "coverage",
		arena_printf(doc->arena, "%s of the policy's weight is measured, on average",
			isnan(portfolio->coverage) ? "nothing"
						   : doc_percent(doc, portfolio->coverage)));
	page_fact(page, "spend", spend_of(doc, portfolio));
	RESULT_EACH (struct report_concentration, row, portfolio->concentration)
		page_fact(page, "concentration", concentration_of(doc, row));
	page_fact(page, "functions", functions_of(doc, portfolio->functions));
}

void page_portfolio(struct page *page)
{
	doc_section(page->doc, "Portfolio");
	if (page->html) {
		put_figures(page);
		put_chart(page);
	}
	put_facts(page);
	put_spend_table(page);
}
