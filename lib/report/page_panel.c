/* Section 8: the panel. */
#include <math.h>

#include "pages.h"

static void put_raters(struct page *page)
{
	static const struct doc_column columns[] = {
		{.title = "rater", .names = true},
		{.title = "offset", .right = true},
		{.title = "standard error", .right = true},
		{.title = "reliability", .right = true},
		{.title = "ratings", .right = true},
		{.title = "group", .right = true},
	};
	const struct report_rater *raters = page->report->panel->raters.items;
	size_t n = page->report->panel->raters.n, shown = n < HEAT_SHOWN ? n : HEAT_SHOWN;
	struct doc *doc = page->doc;

	page_caption(page, "Points of the scale by which each rater is kinder (+) or stricter (-)");
	doc_table(doc, columns, COUNT_OF(columns));
	for (size_t i = 0; i < shown; i++) {
		const struct report_rater *rater = &raters[i];

		doc_cell(doc, rater->rater);
		doc_cell(doc,
			isnan(rater->offset) ? NULL
					     : arena_printf(doc->arena, "%+.2f", rater->offset));
		doc_cell(doc, doc_real(doc, rater->se, 2));
		doc_cell(doc, doc_real(doc, rater->reliability, 2));
		doc_cell(doc, doc_count(doc, rater->n));
		doc_cell(doc, rater->group ? doc_count(doc, rater->group) : NULL);
	}
	page_cut(page, shown, n, "the strongest offsets first");
}

static void put_counts(struct page *page)
{
	const struct report_rater *raters = page->report->panel->raters.items;
	size_t n = page->report->panel->raters.n, shown = n < HEAT_SHOWN ? n : HEAT_SHOWN;
	struct doc *doc = page->doc;
	struct buffer text = {0};

	for (size_t i = 0; i < shown; i++)
		buffer_printf(&text, "%s%s %s", i ? ", " : "", raters[i].rater,
			doc_count(doc, raters[i].n));
	if (page->report->panel->calibrated)
		doc_text(doc,
			"Ratings are calibrated; scorecards do not tell how strict raters are.");
	else
		doc_text(doc, "There is no calibration: ratings are used as given.");
	if (n)
		page_fact(page, "ratings", buffer_keep(&text, doc->arena));
	else
		doc_text(doc, "Nobody has rated.");
	page_cut(page, shown, n, "in order of their ids");
}

static void put_agreement(struct page *page)
{
	static const struct doc_column columns[] = {
		{.title = "criterion", .names = true},
		{.title = "alpha", .right = true},
		{.title = "units", .right = true},
		{.title = "ratings", .right = true},
		{.title = "verdict"},
	};
	struct doc *doc = page->doc;

	page_caption(page, "How far raters agree (Krippendorff's alpha, ordinal)");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct report_agreement, row, page->report->panel->agreement) {
		doc_cell(doc, row->criterion);
		doc_cell(doc, doc_real(doc, row->alpha, 3));
		doc_cell(doc, doc_count(doc, row->units));
		doc_cell(doc, doc_count(doc, row->ratings));
		if (row->verdict)
			doc_cell(doc, row->verdict);
		else
			doc_cell(doc,
				arena_printf(
					doc->arena, "%s of 10 units", doc_count(doc, row->units)));
	}
}

static void put_groups(struct page *page)
{
	const struct report_panel *panel = page->report->panel;
	struct doc *doc = page->doc;

	if (panel->groups.n < 2)
		return;
	doc_text(doc,
		"These groups of raters share no partner, so that one cannot tell which of "
		"them is the stricter:");
	doc_caption(doc, "Groups of raters");
	RESULT_EACH (struct report_group, group, panel->groups)
		page_fact(page, arena_printf(doc->arena, "group %lld", (long long)group->group),
			doc_list(doc, group->raters.items, group->raters.n));
	RESULT_EACH (struct report_bridge, bridge, panel->bridges)
		page_fact(page, "to join them",
			arena_printf(doc->arena, "let %s rate %s", bridge->rater, bridge->partner));
}

/* The calibration itself is at hand: scorecards only name it. */
static bool knows_offsets(const struct report_panel *panel)
{
	RESULT_EACH (struct report_rater, rater, panel->raters)
		if (!isnan(rater->offset))
			return true;
	return false;
}

void page_panel(struct page *page)
{
	doc_section(page->doc, "The panel");
	if (!knows_offsets(page->report->panel)) {
		put_counts(page);
		return;
	}
	put_raters(page);
	put_agreement(page);
	put_groups(page);
}
