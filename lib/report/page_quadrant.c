/* Section 4: score against dependence. */
#include <math.h>
#include <string.h>

#include "pages.h"
#include "partner/svg.h"

/* As they stand on the chart: the upper ones first. */
static const enum quadrant corners[] = {
	QUADRANT_EXPOSED, QUADRANT_BACKBONE, QUADRANT_REPLACEABLE, QUADRANT_DEPENDABLE};

/* ---- plain lines ---- */

/* Those of a quadrant, as far as they are among the first of all that are placed, and how many
 * more there are; NULL: nobody. Without a place they are all looked at. */
static const char *names_in(struct page *page, int quadrant)
{
	struct doc *doc = page->doc;
	struct buffer text = {0};
	size_t place = 0, more = 0;

	RESULT_EACH (struct report_dot, dot, page->report->quadrant) {
		bool placed = dot->quadrant != CHOICE_NONE;

		if (placed != (quadrant != CHOICE_NONE))
			continue;
		place++;
		if (dot->quadrant != quadrant)
			continue;
		if (place > LABELS_SHOWN) {
			more++;
			continue;
		}
		buffer_printf(&text, "%s%s", text.length ? ", " : "", dot->partner);
		if (placed)
			buffer_printf(&text, " %.0f", floor(dot->score + 0.5));
	}
	if (more)
		buffer_printf(
			&text, "%s%s more", text.length ? ", " : "", doc_count(doc, (int64_t)more));
	return text.length ? buffer_keep(&text, doc->arena) : NULL;
}

/* Without the name of the quadrant. */
static const char *advice_of(enum quadrant quadrant)
{
	return strchr(quadrant_advice[quadrant], ':') + 2;
}

/* Those on which most depends are named, whichever quadrant they are in. */
static void put_lists(struct page *page, size_t n)
{
	for (size_t i = 0; i < COUNT_OF(corners); i++) {
		const char *names = names_in(page, (int)corners[i]);

		page_fact(page, quadrant_words[corners[i]],
			arena_printf(page->doc->arena, "%s: %s", advice_of(corners[i]),
				names ? names : "nobody"));
	}
	page_cut(page, LABELS_SHOWN, n, "those on whom most depends first");
}

static void put_unplaced(struct page *page)
{
	const char *names = names_in(page, CHOICE_NONE);

	if (names)
		doc_text(page->doc,
			arena_printf(page->doc->arena,
				"Without a place, for want of a grade or of anything that "
				"tells how much depends on them: %s",
				names));
}

/* ---- the chart ---- */

static size_t count_placed(const struct report *report)
{
	size_t n = 0;

	RESULT_EACH (struct report_dot, dot, report->quadrant)
		n += dot->quadrant != CHOICE_NONE;
	return n;
}

static struct quadrant_dot dot_of(const struct report_dot *dot, size_t place)
{
	return (struct quadrant_dot){
		.label = dot->partner,
		.x = dot->score,
		.y = dot->dependence,
		.low = dot->low,
		.high = dot->high,
		.critical = dot->standing == STANDING_EXIT,
		.labelled = place < LABELS_SHOWN,
	};
}

/* Those that found no room for their names on the chart. */
static void put_unlabelled(struct page *page, const struct quadrant_dot *dots, size_t n)
{
	struct doc *doc = page->doc;
	struct buffer text = {0};

	for (size_t i = 0; i < n && i < LABELS_SHOWN; i++)
		if (!dots[i].labelled)
			buffer_printf(&text, "%s%s (%.0f, %.0f)", text.length ? ", " : "",
				dots[i].label, floor(dots[i].x + 0.5), floor(dots[i].y + 0.5));
	if (text.length)
		doc_text(doc,
			arena_printf(doc->arena,
				"Without a name on the chart (score, dependence): %s",
				buffer_keep(&text, doc->arena)));
}

/* The edges of grades below the chart, when there is one policy. */
static void put_ticks(
	struct quadrant_chart *chart, struct arena *arena, const struct card_policy *policy)
{
	const struct card_band *bands = policy ? policy->bands.items : NULL;
	size_t n = policy ? policy->bands.n : 0;
	double *ticks = arena_array(arena, n, sizeof(*ticks));

	for (size_t i = 0; i < n; i++)
		ticks[i] = bands[i].from;
	chart->ticks = ticks;
	chart->n_ticks = n;
}

static void put_chart(struct page *page, size_t n)
{
	struct doc *doc = page->doc;
	struct quadrant_dot *dots = arena_array(doc->arena, n, sizeof(*dots));
	struct quadrant_chart chart = {
		.title = arena_printf(doc->arena,
			"Score and dependence of %zu partners; the table below has the figures", n),
		.dots = dots,
		.x_line = page->report->talk_below,
		.y_line = DEPENDENCE_MIDDLE,
		.x_name = "score",
		.y_name = "dependence",
		.intervals = n <= 50,
		.dense = n > DOTS_SHOWN,
	};
	struct buffer text = {0};

	put_ticks(&chart, doc->arena, page->report->policy);
	for (size_t i = 0; i < COUNT_OF(corners); i++)
		chart.corners[i] = quadrant_advice[corners[i]];
	RESULT_EACH (struct report_dot, dot, page->report->quadrant) {
		if (dot->quadrant == CHOICE_NONE)
			continue;
		dots[chart.n] = dot_of(dot, chart.n);
		chart.n++;
	}
	svg_put_quadrant(&text, &chart);
	doc_caption(doc,
		arena_printf(doc->arena,
			"Dot: score%s%s. Dependence: mean of spend rank, criticality, "
			"substitutability. Across, the line stands at %.0f.",
			chart.intervals ? "; line: its interval" : "",
			chart.dense ? "; squares: how many" : "", chart.x_line));
	doc_figure(doc, buffer_keep(&text, doc->arena));
	put_unlabelled(page, dots, chart.n);
}

static void put_table(struct page *page, size_t n)
{
	static const struct doc_column columns[] = {
		{.title = "partner", .names = true},
		{.title = "score", .right = true},
		{.title = "dependence", .right = true},
		{.title = "spend rank", .right = true},
		{.title = "criticality", .right = true},
		{.title = "substitutability", .right = true},
		{.title = "quadrant"},
	};
	struct doc *doc = page->doc;
	size_t most = n > DOTS_SHOWN ? LABELS_SHOWN : n, shown = 0;

	doc_fold(doc, "The figures of the chart");
	doc_caption(doc, "Score and dependence, the parts of dependence from 0 to 1");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct report_dot, dot, page->report->quadrant) {
		if (dot->quadrant == CHOICE_NONE || shown == most)
			continue;
		page_cell_partner(page, dot->partner, dot->partner);
		doc_cell(doc, doc_real(doc, dot->score, 1));
		doc_cell(doc, doc_real(doc, dot->dependence, 0));
		doc_cell(doc, doc_real(doc, dot->spend_rank, 2));
		doc_cell(doc, doc_real(doc, dot->criticality, 1));
		doc_cell(doc, doc_real(doc, dot->substitutability, 1));
		doc_cell(doc, quadrant_words[dot->quadrant]);
		shown++;
	}
	page_cut(page, shown, n, "those on whom most depends first");
}

void page_quadrant(struct page *page)
{
	size_t n = count_placed(page->report);

	doc_section(page->doc, "Where we depend, and on whom");
	if (!n) {
		doc_text(page->doc,
			isnan(page->report->talk_below)
				? "Nobody has a place: no scorecard says below which score we talk."
				: "Nobody has both a grade and anything that tells how much "
				  "depends on them.");
		return;
	}
	if (page->html) {
		put_chart(page, n);
		put_table(page, n);
	} else {
		put_lists(page, n);
	}
	put_unplaced(page);
}
