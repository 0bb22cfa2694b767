/* Section 3: who has moved, and why. */

#include "pages.h"

/* A number with its sign. */
static const char *points(struct doc *doc, double value)
{
	return arena_printf(doc->arena, "%+.1f", value);
}

/* `support, incident-response -3.1; incident:INC-9 -2.0`. */
static const char *cause_of(struct doc *doc, const struct report_cause *cause)
{
	struct buffer text = {0};

	if (!cause)
		return "no single measure tells";
	if (cause->measure)
		buffer_printf(&text, "%s, %s %s", cause->criterion, cause->measure,
			points(doc, cause->effect));
	else
		buffer_printf(&text, "another %s, %s", cause->kind, points(doc, cause->effect));
	if (cause->ref)
		buffer_printf(&text, "; %s", cause->ref);
	return buffer_keep(&text, doc->arena);
}

static void put_mover(struct page *page, const struct report_mover *mover)
{
	const struct report_end *from = mover->from, *to = mover->to;
	struct doc *doc = page->doc;

	doc_cell(doc, points(doc, mover->delta));
	page_cell_partner(page, mover->name, mover->partner);
	doc_cell(doc,
		arena_printf(doc->arena, "%.1f → %.1f (%s → %s)", from->score, to->score,
			from->grade, to->grade));
	doc_cell(doc, cause_of(doc, mover->cause));
	if (mover->cause && mover->cause->path)
		doc_cell_place(doc, (struct place){mover->cause->path, mover->cause->line});
	else
		doc_cell(doc, NULL);
}

static void put_list(struct page *page, const char *caption, struct array movers)
{
	static const struct doc_column columns[] = {
		{.title = "by", .right = true},
		{.title = "partner", .names = true},
		{.title = "score and grade"},
		{.title = "because", .note = true},
		{.title = "source", .note = true},
	};
	const struct report_mover *rows = movers.items;
	size_t shown = movers.n < MOVERS_SHOWN ? movers.n : MOVERS_SHOWN;

	if (!movers.n)
		return;
	page_caption(page, caption);
	doc_table(page->doc, columns, COUNT_OF(columns));
	for (size_t i = 0; i < shown; i++)
		put_mover(page, &rows[i]);
	page_cut(page, shown, movers.n, "the largest first");
}

static void put_rest(struct page *page)
{
	const struct report_movers *movers = page->report->movers;
	struct doc *doc = page->doc;

	if (!movers->compared)
		doc_text(doc,
			arena_printf(doc->arena, "Nobody's score of %s is known.",
				doc_date(doc, page->report->since)));
	else
		doc_text(doc,
			arena_printf(doc->arena,
				"%s moved less than 2 points, %s newly graded, "
				"%s no longer graded.",
				doc_count(doc, movers->still), doc_count(doc, movers->newly_graded),
				doc_count(doc, movers->no_longer_graded)));
}

void page_movers(struct page *page)
{
	const struct report_movers *movers = page->report->movers;
	struct doc *doc = page->doc;

	if (!page->report->inputs->partners)
		return;
	doc_section(doc,
		arena_printf(doc->arena, "Movers since %s", doc_date(doc, page->report->since)));
	put_list(page, "Down: the largest fall first", movers->falls);
	put_list(page, "Up: the largest rise first", movers->rises);
	put_rest(page);
}
