/* Section 7: how we look as a partner. */
#include <math.h>
#include <string.h>

#include "pages.h"

/* Names of the ratios in words. */
static const struct {
	const char *name, *words;
} phrases[] = {
	{"milestones", "our milestones on time"},
	{"incidents", "incidents that we caused"},
	{"incidents-1", "of severity 1"},
	{"incidents-2", "of severity 2"},
	{"incidents-3", "of severity 3"},
	{"incidents-4", "of severity 4"},
	{"remedies", "what we owe, unpaid over 30 days"},
	{"feedback", "their feedback, unanswered 60 days"},
};

static const char *words_of(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(phrases); i++)
		if (strcmp(phrases[i].name, name) == 0)
			return phrases[i].words;
	return name;
}

static void put_ratio(struct doc *doc, const struct report_ratio *ratio)
{
	doc_cell(doc, words_of(ratio->name));
	doc_cell(doc,
		arena_printf(doc->arena, "%s of %s", doc_count(doc, ratio->k),
			doc_count(doc, ratio->n)));
	doc_cell(doc, doc_percent(doc, ratio->share));
	if (isnan(ratio->share))
		doc_cell(doc, NULL);
	else
		doc_cell(doc,
			arena_printf(doc->arena, "%.0f–%.0f %%", floor(100 * ratio->low + 0.5),
				floor(100 * ratio->high + 0.5)));
}

static void put_ratios(struct page *page)
{
	static const struct doc_column columns[] = {
		{.title = "what", .names = true},
		{.title = "how many", .right = true},
		{.title = "share", .right = true},
		{.title = "95 %", .right = true},
	};

	doc_caption(page->doc, "Counted over all partners");
	doc_table(page->doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct report_ratio, ratio, page->report->mirror->ratios)
		put_ratio(page->doc, ratio);
}

static const char *tallies(struct doc *doc, struct array list)
{
	struct buffer text = {0};

	RESULT_EACH (struct report_tally, tally, list)
		buffer_printf(&text, "%s%s %s", text.length ? ", " : "", tally->name,
			doc_count(doc, tally->n));
	return buffer_keep(&text, doc->arena);
}

static const char *worst_of(struct doc *doc, struct array list)
{
	struct buffer text = {0};

	RESULT_EACH (struct report_worst, worst, list)
		buffer_printf(&text, "%s%s %.1f (%s)", text.length ? ", " : "", worst->partner,
			worst->score, worst->grade);
	return buffer_keep(&text, doc->arena);
}

static const char *opinions_of(struct doc *doc, struct array list)
{
	struct buffer text = {0};

	RESULT_EACH (struct report_opinion, opinion, list)
		buffer_printf(&text, "%s%s %.1f (%s)", text.length ? ", " : "", opinion->criterion,
			opinion->mean, doc_count(doc, opinion->n));
	return buffer_keep(&text, doc->arena);
}

static void put_facts(struct page *page)
{
	const struct report_mirror *mirror = page->report->mirror;
	struct doc *doc = page->doc;

	doc_caption(doc, "What else they see of us");
	page_fact(page, "exchanges",
		arena_printf(doc->arena, "%s given, %s received", doc_count(doc, mirror->given),
			doc_count(doc, mirror->received)));
	if (mirror->ratings.n)
		page_fact(page, "they rate us",
			arena_printf(doc->arena, "%s; 1 to 5, with how many ratings",
				opinions_of(doc, mirror->ratings)));
	else
		page_fact(page, "they rate us", "none of their people has rated us");
	page_fact(page, "our grades", tallies(doc, mirror->grades));
	if (mirror->worst.n)
		page_fact(page, "worst with", worst_of(doc, mirror->worst));
	if (mirror->self.n)
		page_fact(page, "ourselves",
			arena_printf(doc->arena, "%s: see the card at the end",
				doc_list(doc, mirror->self.items, mirror->self.n)));
}

void page_mirror(struct page *page)
{
	doc_section(page->doc, "How we look as a partner");
	put_ratios(page);
	put_facts(page);
}
