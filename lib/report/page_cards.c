/* Section 10: each partner. */
#include <math.h>
#include <stdlib.h>

#include "pages.h"
#include "partner/svg.h"

/* ---- which are shown ---- */

static void add_card(struct members *cards, bool *chosen, const struct member *member)
{
	if (cards->n == CARDS_SHOWN || chosen[member->place])
		return;
	chosen[member->place] = true;
	cards->items[cards->n++] = member;
}

/* Whoever needs somebody, then the most urgent; ourselves in any case. */
void page_choose_cards(struct page *page)
{
	const struct portfolio *portfolio = page->report->source;
	struct arena *arena = page->doc->arena;
	bool *chosen = arena_array(arena, portfolio->n_cards, sizeof(*chosen));
	struct members *cards = &page->cards;
	const struct need *needs = page->report->needs.items;
	size_t partners;

	cards->items = arena_array(arena, CARDS_SHOWN + portfolio->selves.n, sizeof(*cards->items));
	for (size_t i = 0; i < page->report->needs.n && i < NEEDS_SHOWN; i++)
		add_card(cards, chosen, needs[i].member);
	for (size_t i = 0; i < portfolio->partners.n; i++)
		add_card(cards, chosen, portfolio->partners.items[i]);
	partners = cards->n;
	if (partners)
		qsort(cards->items, partners, sizeof(*cards->items), member_compare_h);
	for (size_t i = 0; i < portfolio->selves.n; i++)
		cards->items[cards->n++] = portfolio->selves.items[i];
}

/* ---- a card on a page of HTML ---- */

/* Our own organisation may be called as a partner is. */
static const char *anchor_of(struct doc *doc, const struct member *member)
{
	return member->self ? arena_printf(doc->arena, "self.%s", member->partner)
			    : member->partner;
}

static const char *beside_of(
	struct doc *doc, const struct member *member, const struct scorecard *card)
{
	const char *owner = member_owner(member);
	struct buffer text = {0};

	buffer_puts(&text, card->kind ? card->kind : "-");
	if (card->tier)
		buffer_printf(&text, ", %s", card->tier);
	if (card->criticality)
		buffer_printf(&text, ", %s", card->criticality);
	if (member->facts)
		buffer_printf(&text, " · owner %s", owner ? owner : "nobody");
	if (member->term_end != DATE_NONE)
		buffer_printf(&text, " · term ends %s", doc_date(doc, member->term_end));
	return buffer_keep(&text, doc->arena);
}

/* `32.2–50.5, grade D, not firm`. */
static const char *score_beside(struct doc *doc, const struct scorecard *card)
{
	if (isnan(card->score))
		return "nothing is measured";
	if (!card->graded)
		return arena_printf(doc->arena, "so far; %.1f–%.1f possible, no grade", card->floor,
			card->ceiling);
	return arena_printf(doc->arena, "%.1f–%.1f, grade %s, %s", card->low, card->high,
		card->grade, card->firm ? "firm" : "not firm");
}

static enum tone tone_of(int standing)
{
	if (standing == STANDING_EXIT)
		return TONE_CRITICAL;
	return standing == STANDING_TALK ? TONE_WARNING : TONE_PLAIN;
}

/* Quarter ends, and today. */
static const char *spark_of(struct doc *doc, const struct scorecard *card)
{
	const struct card_point *points = card->trend.items;
	size_t n = card->trend.n;
	double *scores = arena_array(doc->arena, n + 1, sizeof(*scores));
	const struct spark spark = {
		.title = arena_printf(doc->arena, "Score of %zu quarter ends and of today", n),
		.scores = scores,
		.n = n + 1,
		.line = card->policy->talk_below,
	};
	struct buffer text = {0};

	for (size_t i = 0; i < n; i++)
		scores[i] = points[i].graded ? points[i].score : (double)NAN;
	scores[n] = card->graded ? card->score : (double)NAN;
	svg_put_spark(&text, &spark);
	return buffer_keep(&text, doc->arena);
}

/* There is something to draw. */
static bool has_grades(const struct scorecard *card)
{
	bool graded = card->graded && card->trend.n;

	RESULT_EACH (struct card_point, point, card->trend)
		graded |= point->graded;
	return graded;
}

static void put_figures(struct doc *doc, const struct scorecard *card)
{
	const char *score = doc_real(doc, card->score, 1);

	doc_key_figure(doc, TONE_PLAIN, score ? score : "–", score_beside(doc, card));
	if (card->standing != STANDING_NONE)
		doc_key_figure(doc, tone_of(card->standing), standing_words[card->standing],
			card->reason ? card->reason : "–");
	if (has_grades(card))
		doc_key_picture(doc, spark_of(doc, card),
			arena_printf(doc->arena, "%zu quarters and today%s", card->trend.n,
				isnan(card->policy->talk_below)
					? ""
					: arena_printf(doc->arena, "; line at %.0f",
						  card->policy->talk_below)));
}

/* ---- criteria ---- */

static const char *bullet_of(
	struct doc *doc, const struct scorecard *card, const struct card_criterion *criterion)
{
	const struct card_band *bands = card->policy->bands.items;
	size_t n = card->policy->bands.n;
	double *edges = arena_array(doc->arena, n, sizeof(*edges));
	const struct bullet bullet = {
		.title = arena_printf(doc->arena, "%s: %.1f of 100, %.0f to %.0f",
			criterion->criterion, criterion->score, criterion->low, criterion->high),
		.score = criterion->score,
		.low = criterion->low,
		.high = criterion->high,
		.edges = edges,
		.n_edges = n,
	};
	struct buffer text = {0};

	for (size_t i = 0; i < n; i++)
		edges[i] = bands[i].from;
	svg_put_bullet(&text, &bullet);
	return buffer_keep(&text, doc->arena);
}

static void put_criterion(
	struct doc *doc, const struct scorecard *card, const struct card_criterion *criterion)
{
	const struct card_measure *worst = criterion->costliest;
	bool measured = !isnan(criterion->score);

	doc_cell(doc, criterion->criterion);
	doc_cell(doc, doc_percent(doc, criterion->weight));
	doc_cell(doc, doc_real(doc, criterion->score, 1));
	doc_cell(doc, measured ? "" : "no data");
	if (measured)
		doc_picture(doc, bullet_of(doc, card, criterion));
	doc_cell(doc,
		measured && !isnan(criterion->low)
			? arena_printf(doc->arena, "%.0f–%.0f", floor(criterion->low + 0.5),
				  floor(criterion->high + 0.5))
			: NULL);
	doc_cell(doc,
		worst && criterion->score < card->policy->talk_below
			? arena_printf(
				  doc->arena, "%s %.0f", worst->measure, floor(worst->points + 0.5))
			: NULL);
}

static void put_criteria(struct doc *doc, const struct scorecard *card)
{
	static const struct doc_column columns[] = {
		{.title = "criterion", .names = true},
		{.title = "weight", .right = true},
		{.title = "points", .right = true},
		{.title = "against the grade bands"},
		{.title = "95 %", .right = true},
		{.title = "costs most"},
	};
	const struct card_criterion *criteria = card->criteria.items;

	doc_caption(doc, "Criteria: bar the interval, tick the score, gaps the edges of grades");
	doc_table(doc, columns, COUNT_OF(columns));
	for (size_t i = 0; i < card->criteria.n; i++)
		put_criterion(doc, card, &criteria[i]);
}

/* ---- phrases and signs ---- */

static void put_phrases(struct doc *doc, const struct scorecard *card)
{
	static const struct {
		enum card_phrase phrase;
		const char *label;
	} rows[] = {
		{CARD_WHY, "why"},
		{CARD_FLIPS, "flips"},
		{CARD_NEXT, "next"},
		{CARD_US, "us"},
		{CARD_COVERAGE, "evidence"},
		{CARD_MUTED, "muted"},
	};

	doc_caption(doc, "Why, what would change it, and what comes next");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *text = scorecard_phrase(doc->arena, card, rows[i].phrase);

		if (text)
			doc_fact(doc, rows[i].label, text, doc_nowhere);
	}
}

static void put_sign(struct doc *doc, const struct card_sign *sign)
{
	static const enum tone tones[] = {
		[SIGN_NOTE] = TONE_PLAIN,
		[SIGN_WARNING] = TONE_WARNING,
		[SIGN_CRITICAL] = TONE_CRITICAL,
	};
	const struct card_reference *records = sign->records.items;

	doc_cell_toned(doc, tones[sign->level], sign_level_words[sign->level]);
	doc_cell(doc, sign->sign);
	doc_cell(doc, sign->text);
	doc_aside(doc, sign->advice);
	if (sign->records.n)
		doc_cell_place(doc, (struct place){records[0].path, records[0].line});
	else
		doc_cell(doc, NULL);
}

static void put_signs(struct doc *doc, const struct scorecard *card)
{
	static const struct doc_column columns[] = {
		{.title = "level"},
		{.title = "sign", .names = true},
		{.title = "what was found, and what to do", .note = true},
		{.title = "source", .note = true},
	};
	const struct card_sign *signs = card->signs.items;

	doc_caption(doc, "Warning signs");
	doc_table(doc, columns, COUNT_OF(columns));
	for (int level = SIGN_CRITICAL; level >= SIGN_NOTE; level--)
		for (size_t i = 0; i < card->signs.n; i++)
			if (signs[i].level == level && signs[i].muted == DATE_NONE)
				put_sign(doc, &signs[i]);
}

/* ---- a card ---- */

static bool is_praised(const struct scorecard *card)
{
	return card->facts && card->facts->praised != DATE_NONE;
}

static void put_block(struct page *page, const struct scorecard *card)
{
	struct buffer text = {0};

	scorecard_put_text(&text, card, page->style);
	if (is_praised(card))
		buffer_printf(
			&text, "last praised on %s\n", doc_date(page->doc, card->facts->praised));
	doc_plain(page->doc, buffer_keep(&text, page->doc->arena));
}

static const char *heading_of(struct doc *doc, const struct member *member)
{
	return member->self ? arena_printf(doc->arena, "Ourselves: %s", member->name)
			    : member->name;
}

static void put_card(struct page *page, const struct member *member)
{
	struct doc *doc = page->doc;
	const struct scorecard *card = portfolio_card(page->report->source, member, doc->arena);

	if (!card)
		return; /* the spool's fault is told by the command */
	doc_part(
		doc, anchor_of(doc, member), heading_of(doc, member), beside_of(doc, member, card));
	if (!page->html) {
		put_block(page, card);
		return;
	}
	put_figures(doc, card);
	put_criteria(doc, card);
	put_phrases(doc, card);
	if (is_praised(card))
		doc_fact_date(doc, "last praised", card->facts->praised);
	put_signs(doc, card);
}

/* ---- those that are not shown, and those that have ended ---- */

static void put_index_line(struct page *page, const struct member *member)
{
	struct doc *doc = page->doc;
	const char *score = doc_real(doc, member->score, 1);

	doc_item(doc, TONE_PLAIN, member->partner,
		arena_printf(doc->arena, "%s, %s, grade %s; %s", page_standing(member->standing),
			score ? score : "no score", member->grade,
			member->reason ? member->reason : "-"),
		(struct place){member->path, member->line});
}

/* Markdown folds them, so that they can be left out. */
static void begin_lines(struct page *page, const char *heading)
{
	if (!page->html)
		doc_part(page->doc, NULL, heading, NULL);
}

static void put_index(struct page *page)
{
	const struct members *partners = &page->report->source->partners;
	size_t selves = page->report->source->selves.n, lines = 0;
	size_t cards = page->cards.n - selves, shown;

	if (cards == partners->n)
		return;
	doc_section(page->doc, "The others, a line each");
	begin_lines(page, "Lines");
	for (size_t i = 0; i < partners->n && lines + cards < INDEX_SHOWN; i++) {
		if (page_has_card(page, partners->items[i]->partner))
			continue;
		put_index_line(page, partners->items[i]);
		lines++;
	}
	shown = cards + lines;
	page_cut(page, shown, partners->n, "most urgent first");
}

static void put_ended(struct page *page)
{
	const struct members *ended = &page->report->source->ended;
	struct doc *doc = page->doc;
	size_t shown = ended->n < INDEX_SHOWN ? ended->n : INDEX_SHOWN;

	if (!ended->n)
		return;
	doc_section(doc, "Ended");
	begin_lines(page, "Lines");
	for (size_t i = 0; i < shown; i++) {
		const struct member *member = ended->items[i];
		const char *score = doc_real(doc, member->score, 1);

		doc_item(doc, TONE_PLAIN, member->partner,
			arena_printf(doc->arena, "%s, ended %s, %s, grade %s", member->name,
				doc_date(doc, member->ended), score ? score : "no score",
				member->grade),
			(struct place){member->path, member->line});
	}
	page_cut(page, shown, ended->n, "in order of their ids");
}

void page_cards(struct page *page)
{
	if (page->cards.n)
		doc_section(page->doc, "Each partner");
	for (size_t i = 0; i < page->cards.n; i++)
		put_card(page, page->cards.items[i]);
	put_index(page);
	put_ended(page);
}
