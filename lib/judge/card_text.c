/* A card as a block of text: the head, the criteria, the signs, the foot. */
#include <math.h>
#include <string.h>

#include "card_lines.h"
#include "card_plot.h"
#include "judgement.h"
#include "partner/utf8.h"

#define HEAD_COLOR "\033[1m"
#define PLAIN_COLOR "\033[0m"

/* Below this coverage it is said what the rest could make of the score. */
#define FULL_COVERAGE 0.9

/* ---- the head ---- */

static bool is_ours(const struct scorecard *card)
{
	return !card->standing && !card->phase;
}

static void put_title(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	if (is_ours(card))
		buffer_puts(&line, "Ourselves, for ");
	utf8_puts_safe(&line, card->name);
	buffer_printf(&line, "  %s", card->kind);
	if (card->tier)
		buffer_printf(&line, ", %s", card->tier);
	if (card->criticality)
		buffer_printf(&line, ", %s", card->criticality);
	buffer_puts(&line, "  ");
	date_put(&line, card->as_of);
	put_wrapped(buffer, &line, 2, style);
}

/* What a standing asks for, and the colour of its urgency. */
static const struct {
	const char *head;
	const char *color;
} heads[] = {
	[STANDING_GATHER] = {"GATHER: record more first", "\033[1;36m"},
	[STANDING_EXIT] = {"EXIT: consider leaving", "\033[1;31m"},
	[STANDING_TALK] = {"TALK: have the conversation", "\033[1;33m"},
	[STANDING_KEEP] = {"KEEP: carry on", "\033[1m"},
	[STANDING_GROW] = {"GROW: do more together", "\033[1;32m"},
};

static void put_head(
	struct buffer *line, const struct scorecard *card, const struct card_style *style)
{
	const char *color = HEAD_COLOR, *head = NULL;

	for (size_t i = 0; card->standing && standing_words[i]; i++) {
		if (!strcmp(card->standing, standing_words[i])) {
			head = heads[i].head;
			color = heads[i].color;
		}
	}
	if (!head && card->ended == DATE_NONE)
		return;
	buffer_puts(line, style->color ? color : "");
	if (head) {
		buffer_puts(line, head);
	} else {
		buffer_puts(line, "ENDED ");
		date_put(line, card->ended);
	}
	buffer_puts(line, style->color ? PLAIN_COLOR "   " : "   ");
}

static void put_points(
	struct buffer *line, const struct scorecard *card, const struct card_style *style)
{
	if (isnan(card->score)) {
		buffer_puts(line, "no score");
		return;
	}
	buffer_put_fixed(line, card->score, 1);
	if (is_graded(card)) {
		buffer_puts(line, " (");
		put_range(line, card->low, card->high, 1, style);
		buffer_putc(line, ')');
		return;
	}
	buffer_puts(line, " so far, ");
	put_range(line, card->floor, card->ceiling, 1, style);
	buffer_puts(line, " possible");
}

static void put_verdict(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const char *phase = card->phase;

	put_head(buffer, card, style);
	put_points(buffer, card, style);
	buffer_puts(buffer, "   grade ");
	utf8_puts_safe(buffer, card->grade);
	if (is_graded(card) && strcmp(score_grade(card->rules, card->score), card->grade) != 0)
		buffer_puts(buffer, " for few events");
	if (is_graded(card))
		buffer_puts(buffer, card->firm ? ", firm" : ", not firm");
	if (phase && card->ended == DATE_NONE && strcmp(phase, phase_words[PHASE_STEADY]) != 0)
		buffer_printf(buffer, ", %s", phase);
	buffer_putc(buffer, '\n');
}

static void put_why(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	if (!card->reason)
		return;
	put_label(&line, "why");
	buffer_puts(&line, card->reason);
	put_wrapped(buffer, &line, LABEL_COLUMNS, style);
}

static void put_next(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};
	const char *before = "";

	if (!card->next.n)
		return;
	put_label(&line, "next");
	CARD_EACH (struct card_date, next, card->next) {
		int days = next->date - card->as_of;

		buffer_puts(&line, before);
		date_put(&line, next->date);
		buffer_printf(&line, " %s, ", next->what);
		if (days)
			buffer_printf(&line, "%d" TEXT_GLUE "day%s", days, days > 1 ? "s" : "");
		else
			buffer_puts(&line, "today");
		if (next->cost.currency) {
			buffer_puts(&line, "; missing it costs ");
			money_put(&line, next->cost);
		}
		before = "; ";
	}
	put_wrapped(buffer, &line, LABEL_COLUMNS, style);
}

/* How we do by the same measures. */
static void put_mirror(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const struct card_mirror *mirror = card->mirror;

	if (!mirror || isnan(mirror->score))
		return;
	put_label(buffer, "us");
	buffer_printf(buffer, "%.1f (", mirror->score);
	put_range(buffer, mirror->low, mirror->high, 1, style);
	buffer_puts(buffer, ") grade ");
	utf8_puts_safe(buffer, mirror->grade);
	buffer_putc(buffer, '\n');
}

/* A cell a quarter, eight heights; · is ungraded. */
static void put_spark(
	struct buffer *line, const struct card_point *point, const struct card_style *style)
{
	static const char *const heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	int height = point->score < 100 ? (int)(point->score / 12.5) : 7;

	if (!strcmp(point->grade, "-"))
		buffer_puts(line, style->ascii ? "." : "·");
	else if (style->ascii)
		buffer_printf(line, "%d", height + 1);
	else
		buffer_puts(line, heights[height]);
}

static void put_trend(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const struct card_point *points = card->trend.items;
	struct buffer line = {0};

	if (!card->trend.n)
		return;
	put_label(&line, "trend");
	CARD_EACH (struct card_point, point, card->trend)
		put_spark(&line, point, style);
	buffer_putc(&line, ' ');
	date_put(&line, points[0].as_of);
	buffer_puts(&line, " to ");
	date_put(&line, points[card->trend.n - 1].as_of);
	put_wrapped(buffer, &line, LABEL_COLUMNS, style);
}

/* ---- the foot ---- */

/* Raters whose judgement counted somewhere. */
static size_t count_raters(const struct scorecard *card)
{
	const struct card_vote *votes = card->panel.items;
	size_t n = 0;

	for (size_t i = 0; i < card->panel.n; i++) {
		size_t first = 0;

		while (first < i &&
			(votes[first].weight <= 0 ||
				strcmp(votes[first].rater, votes[i].rater) != 0))
			first++;
		n += votes[i].weight > 0 && first == i;
	}
	return n;
}

/* Records that are called in question, and those that a dispute has taken out. */
static void put_disputes(struct buffer *line, const struct scorecard *card)
{
	const char *const *upheld = card->upheld.items;
	const char *before = "; disputed:" TEXT_GLUE;

	CARD_EACH (struct card_dispute, dispute, card->disputes) {
		buffer_puts(line, before);
		utf8_puts_safe(line, dispute->record);
		before = ", ";
	}
	before = "; taken" TEXT_GLUE "out:" TEXT_GLUE;
	for (size_t i = 0; i < card->upheld.n; i++) {
		buffer_puts(line, before);
		utf8_puts_safe(line, upheld[i]);
		before = ", ";
	}
}

static void put_foot(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};
	size_t raters = count_raters(card);

	buffer_printf(&line, "coverage %d %%", whole(100 * card->coverage));
	if (card->coverage < FULL_COVERAGE)
		buffer_printf(&line, ", floor %.1f, ceiling %.1f", card->floor, card->ceiling);
	if (raters)
		buffer_printf(&line, "; %zu rater%s, %s", raters, raters > 1 ? "s" : "",
			card->calibration->digest ? "calibrated" : "uncalibrated");
	else
		buffer_puts(&line, "; no raters");
	put_disputes(&line, card);
	put_wrapped(buffer, &line, 2, style);
}

void scorecard_put_text(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	bool scored = !isnan(card->score);

	put_title(buffer, card, style);
	put_verdict(buffer, card, style);
	put_why(buffer, card, style);
	put_flips(buffer, card, style);
	put_next(buffer, card, style);
	put_mirror(buffer, card, style);
	put_trend(buffer, card, style);
	put_robustness(buffer, card, style);
	if (scored || style->explain) {
		buffer_putc(buffer, '\n');
		put_criteria(buffer, card, style);
	}
	if (scored || card->signs.n)
		buffer_putc(buffer, '\n');
	put_signs(buffer, card, style);
	if (scored)
		put_foot(buffer, card, style);
	put_muted(buffer, card, style);
}
