/* The report as a document: its head, and the order of its sections. */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "partner/html.h"
#include "partner/scorecard.h"

/* GitHub takes no longer comment. */
#define MARKDOWN_MOST 60000

void page_cut(struct page *page, size_t shown, size_t all, const char *how)
{
	struct doc *doc = page->doc;

	if (shown < all)
		doc_text(doc,
			arena_printf(doc->arena, "%s of %s shown, %s; all: partner-report -O csv",
				doc_count(doc, (int64_t)shown), doc_count(doc, (int64_t)all), how));
}

static int compare_ids(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

bool page_has_card(const struct page *page, const char *partner)
{
	return page->n_anchors &&
		bsearch(&partner, page->anchors, page->n_anchors, sizeof(partner), compare_ids);
}

void page_cell_partner(struct page *page, const char *text, const char *partner)
{
	doc_cell(page->doc, text);
	if (page_has_card(page, partner))
		doc_link(page->doc, arena_printf(page->doc->arena, "#%s", partner));
}

void page_fact(struct page *page, const char *label, const char *text)
{
	doc_fact(page->doc, label, text, doc_nowhere);
}

const char *page_standing(int standing)
{
	return standing == STANDING_NONE ? "-" : standing_words[standing];
}

void page_caption(struct page *page, const char *caption)
{
	if (page->html)
		doc_caption(page->doc, caption);
	else
		doc_text(page->doc, caption);
}

/* ---- the head ---- */

static const char *plural(int64_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

static bool is_empty(const struct report *report)
{
	const struct portfolio *source = report->source;

	return !source->partners.n && !source->ended.n && !source->selves.n;
}

static const char *details_of(struct doc *doc, const struct report *report)
{
	const struct report_inputs *inputs = report->inputs;
	struct buffer text = {0};

	buffer_printf(&text, "%s %s", doc_count(doc, inputs->partners),
		plural(inputs->partners, "partner", "partners"));
	if (inputs->ended)
		buffer_printf(&text, ", %s ended", doc_count(doc, inputs->ended));
	buffer_printf(&text, " · changes since %s · ", doc_date(doc, report->since));
	if (report->policy)
		buffer_printf(&text, "policy %s · ",
			report->policy->id ? report->policy->id : "without an id");
	else if (!is_empty(report))
		buffer_puts(&text, "several policies · ");
	buffer_printf(&text, "%zu %s unread", inputs->unread.n,
		plural((int64_t)inputs->unread.n, "file", "files"));
	return buffer_keep(&text, doc->arena);
}

static const char *verdict_of(struct doc *doc, const struct report *report)
{
	if (is_empty(report))
		return "No partners.";
	if (!report->needs.n)
		return "Nothing needs you";
	if (report->inputs->partners == 1)
		return "The partner needs you";
	return arena_printf(doc->arena, "%s of %s partners %s you",
		doc_count(doc, (int64_t)report->needs.n), doc_count(doc, report->inputs->partners),
		report->needs.n == 1 ? "needs" : "need");
}

static void put_unread(struct page *page)
{
	const char *const *paths = page->report->inputs->unread.items;
	size_t n = page->report->inputs->unread.n, shown = n < NEEDS_SHOWN ? n : NEEDS_SHOWN;

	for (size_t i = 0; i < shown; i++)
		doc_item(page->doc, TONE_CRITICAL, "unread",
			"could not be read or judged: nothing below knows of it",
			(struct place){paths[i], 0});
	if (shown < n)
		doc_text(page->doc,
			arena_printf(page->doc->arena, "%s more could not be read.",
				doc_count(page->doc, (int64_t)(n - shown))));
}

/* ---- the whole ---- */

/* What compares partners needs two of them. */
static void put_sections(struct page *page)
{
	bool several = page->report->inputs->partners > 1;

	page_needs(page);
	if (several)
		page_portfolio(page);
	page_movers(page);
	if (several)
		page_quadrant(page);
	page_renewals(page);
	if (several)
		page_heat(page);
	page_mirror(page);
	page_panel(page);
	page_costs(page);
	page_cards(page);
}

static void fill(struct page *page)
{
	const struct report *report = page->report;
	struct doc *doc = page->doc;

	doc->title = arena_printf(doc->arena, "Our partners, %s", doc_date(doc, report->as_of));
	doc->details = details_of(doc, report);
	doc->verdict = verdict_of(doc, report);
	doc->link_base = report->link_base;
	doc->markdown_most = MARKDOWN_MOST;
	put_unread(page);
	if (is_empty(report))
		return;
	page_choose_cards(page);
	page->anchors = arena_array(doc->arena, page->cards.n, sizeof(*page->anchors));
	for (size_t i = 0; i < page->cards.n && !page->cards.items[i]->self; i++)
		page->anchors[page->n_anchors++] = page->cards.items[i]->partner;
	if (page->n_anchors)
		qsort(page->anchors, page->n_anchors, sizeof(*page->anchors), compare_ids);
	put_sections(page);
}

/* ---- formats ---- */

static const struct card_style plain_style = {.columns = 80};

void report_put_text(
	struct buffer *out, const struct report *report, const struct card_style *style)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};
	struct page page = {.doc = &doc, .report = report, .style = style};
	const struct doc_style how = {style->ascii, style->color, style->columns};

	fill(&page);
	doc_put_text(out, &doc, &how);
	arena_free(&arena);
}

void report_put_markdown(struct buffer *out, const struct report *report)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};
	struct page page = {.doc = &doc, .report = report, .style = &plain_style};

	fill(&page);
	doc_put_markdown(out, &doc);
	arena_free(&arena);
}

void report_put_html(struct buffer *out, const struct report *report)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};
	struct page page = {.doc = &doc, .report = report, .style = &plain_style, .html = true};

	fill(&page);
	html_begin(out, doc.title);
	doc_put_html(out, &doc);
	html_end(out);
	arena_free(&arena);
}
