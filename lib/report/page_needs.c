/* Section 1: what needs you. */
#include "pages.h"

/* Days are running out, or have run out; or somebody is to be left. */
static enum tone tone_of(const struct need *need)
{
	switch (need->class) {
	case NEED_NOTICE_CRITICAL:
	case NEED_NOTICE_MISSED:
	case NEED_EXIT:
	case NEED_SIGN:
		return TONE_CRITICAL;
	default:
		return TONE_WARNING;
	}
}

/* On pages the owner stands below the partner, which leaves the width to the sentence. */
static void put_need(struct page *page, const struct need *need)
{
	const char *owner = need->owner ? need->owner : "no owner";
	struct doc *doc = page->doc;

	if (need->date == DATE_NONE)
		doc_cell(doc, NULL);
	else
		doc_cell_toned(doc, tone_of(need), doc_date(doc, need->date));
	page_cell_partner(page, need->name, need->partner);
	if (page->html)
		doc_aside(doc, owner);
	else
		doc_cell(doc, owner);
	doc_cell(doc, need->sentence);
}

static void put_table(struct page *page, const struct need *needs, size_t n)
{
	static const struct doc_column plain[] = {
		{.title = "by"},
		{.title = "partner", .names = true},
		{.title = "owner"},
		{.title = "what", .note = true},
	};
	static const struct doc_column html[] = {
		{.title = "by"},
		{.title = "partner and owner", .names = true},
		{.title = "what", .note = true},
	};

	doc_caption(page->doc, "The most urgent first");
	if (page->html)
		doc_table(page->doc, html, COUNT_OF(html));
	else
		doc_table(page->doc, plain, COUNT_OF(plain));
	for (size_t i = 0; i < n; i++)
		put_need(page, &needs[i]);
}

/* `7 more: 2 exit, 5 talk`. */
static void put_rest(struct page *page, const struct need *needs, size_t n)
{
	struct buffer text = {0};
	const char *before = ": ";

	if (!n)
		return;
	buffer_printf(&text, "%s more", doc_count(page->doc, (int64_t)n));
	for (size_t i = 0; i < STANDINGS; i++) {
		int64_t some = 0;

		for (size_t k = 0; k < n; k++)
			some += needs[k].standing == standing_order[i];
		if (!some)
			continue;
		buffer_printf(&text, "%s%s %s", before, doc_count(page->doc, some),
			standing_words[standing_order[i]]);
		before = ", ";
	}
	doc_text(page->doc, buffer_keep(&text, page->doc->arena));
}

static void put_nothing(struct page *page)
{
	const struct need_next *next = page->report->next;
	struct doc *doc = page->doc;

	if (next && next->date != DATE_NONE)
		doc_text(doc,
			arena_printf(doc->arena, "Nothing needs you. Next: %s, %s.",
				doc_date(doc, next->date), next->name));
	else
		doc_text(doc, "Nothing needs you.");
}

void page_needs(struct page *page)
{
	const struct need *needs = page->report->needs.items;
	size_t n = page->report->needs.n, shown = n < NEEDS_SHOWN ? n : NEEDS_SHOWN;

	if (!page->report->inputs->partners)
		return;
	doc_section(page->doc, "What needs you");
	if (!n) {
		put_nothing(page);
		return;
	}
	put_table(page, needs, shown);
	put_rest(page, needs + shown, n - shown);
}
