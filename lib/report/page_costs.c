/* Section 9: the cost to the end of life. */
#include <string.h>

#include "pages.h"

static void put_cost(struct page *page, const struct report_cost *cost, const char *name)
{
	struct doc *doc = page->doc;

	if (cost->partner)
		page_cell_partner(page, name, cost->partner);
	else
		doc_cell(doc, name);
	doc_cell(doc, doc_money_rounded(doc, cost->low));
	doc_cell(doc, doc_money_rounded(doc, cost->expected));
	doc_cell(doc, doc_money_rounded(doc, cost->high));
	doc_cell(doc, doc_money_rounded(doc, cost->npv));
}

/* The rows of a currency, and their sum; returns how many rows it has. */
static size_t put_currency(struct page *page, const struct report_cost *rows, size_t n,
	const struct report_cost *total)
{
	static const struct doc_column columns[] = {
		{.title = "partner", .names = true},
		{.title = "low", .right = true},
		{.title = "expected", .right = true},
		{.title = "high", .right = true},
		{.title = "present value", .right = true},
	};
	struct doc *doc = page->doc;
	size_t found = 0, all = (size_t)total->partners;
	size_t shown = all < ROWS_SHOWN ? all : ROWS_SHOWN;

	while (found < n && strcmp(rows[found].currency, total->currency) == 0)
		found++;
	page_caption(page,
		arena_printf(doc->arena, "In %s, if we left now and in an orderly way",
			total->currency));
	doc_table(doc, columns, COUNT_OF(columns));
	for (size_t i = 0; i < shown; i++)
		put_cost(page, &rows[i], rows[i].partner);
	if (all > 1)
		put_cost(page, total,
			arena_printf(doc->arena, "sum of %s", doc_count(doc, total->partners)));
	page_cut(page, shown, all, "the largest first");
	return found;
}

void page_costs(struct page *page)
{
	const struct report *report = page->report;
	const struct report_cost *rows = report->costs.items;
	struct doc *doc = page->doc;
	size_t at = 0;

	if (!report->inputs->partners)
		return;
	doc_section(doc, "Cost to the end of life");
	RESULT_EACH (struct report_cost, total, report->cost_totals)
		at += put_currency(page, rows + at, report->costs.n - at, total);
	if (!report->costs.n)
		doc_text(doc, "Nobody has a contract from which it could be computed.");
	else if (report->without_cost)
		doc_text(doc,
			arena_printf(doc->arena,
				"%s without a contract, or without anything to compute with.",
				doc_count(doc, report->without_cost)));
}
