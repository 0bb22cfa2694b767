/* What would change a judgement, in words: by how much, without whom, with which weights. */
#include <math.h>
#include <string.h>

#include "card_lines.h"
#include "partner/utf8.h"

/* So many flips are named, the rest is counted. */
#define FLIPS_SHOWN 3
/* Below this a grade is at the mercy of the weights. */
#define FIRM_TOLERANCE 0.25

/* ---- what the next standing lacks, what ends this one ---- */

/* `A`, `A and B`, `A, B, and C`; with `or` no comma before it. */
struct phrases {
	struct buffer *line;
	const char *last; /* the word before the last of them */
	bool comma;       /* before that word, when there are more than two */
	size_t n, all;
};

static struct buffer *begin_phrase(struct phrases *phrases)
{
	bool last = ++phrases->n == phrases->all;

	if (phrases->n > 1) {
		if (phrases->all > 2 && (!last || phrases->comma))
			buffer_putc(phrases->line, ',');
		buffer_putc(phrases->line, ' ');
		buffer_puts(phrases->line, last ? phrases->last : "");
	}
	return phrases->line;
}

static void put_warnings(struct buffer *line, int64_t n)
{
	buffer_printf(line, "%lld warning%s", (long long)n, n == 1 ? "" : "s");
}

static void put_names(struct buffer *line, const struct array *names)
{
	const char *const *items = names->items;

	for (size_t i = 0; i < names->n; i++) {
		if (i)
			buffer_puts(line, i + 1 == names->n ? " and " : ", ");
		utf8_puts_safe(line, items[i]);
	}
}

/* `with 14.3 points more, without captive, and with 8 warnings down to 4` */
static void put_better(struct buffer *line, const struct card_way *way)
{
	const struct card_warnings *warnings = way->warnings;
	bool points = !isnan(way->points);
	struct phrases phrases = {
		line, "and ", true, 0, (size_t)points + (way->without.n > 0) + (warnings != NULL)};

	if (points)
		buffer_printf(begin_phrase(&phrases), "with %.1f points more", way->points);
	if (way->without.n) {
		buffer_puts(begin_phrase(&phrases), "without ");
		put_names(line, &way->without);
	}
	if (warnings) {
		buffer_puts(begin_phrase(&phrases), warnings->to ? "with " : "without ");
		put_warnings(line, warnings->from);
		if (warnings->to)
			buffer_printf(line, " down to %lld", (long long)warnings->to);
	}
}

/* Any one of them is enough. What takes a better grade is left to the plot. */
static void put_lack(struct buffer *line, const struct array *ways)
{
	int before = STANDING_NONE;

	RESULT_EACH (struct card_way, way, *ways) {
		if (way->grade)
			continue;
		if (way->standing == before)
			buffer_puts(line, ", or ");
		else
			buffer_printf(line, "%s%s, ", before == STANDING_NONE ? "" : "; ",
				standing_words[way->standing]);
		if (way->improving)
			buffer_puts(line, "once that talk or a newer one has outcome improving");
		else
			put_better(line, way);
		before = way->standing;
	}
	if (before != STANDING_NONE)
		buffer_puts(line, "; ");
}

/* Each takes one thing: `15.1 points less`. */
static void put_worse(struct buffer *line, const struct card_way *way)
{
	const struct card_warnings *warnings = way->warnings;

	if (way->critical)
		buffer_puts(line, "a critical sign");
	else if (!warnings)
		buffer_printf(line, "%.1f points less", -way->points);
	else if (warnings->to == 1)
		buffer_puts(line, "one warning");
	else
		buffer_printf(line, "%lld more warning%s",
			(long long)(warnings->to - warnings->from),
			warnings->to - warnings->from == 1 ? "" : "s");
}

static size_t count_ways(const struct array *ways, int standing)
{
	size_t n = 0;

	RESULT_EACH (struct card_way, way, *ways)
		n += way->standing == standing;
	return n;
}

/* By standing. That a critical sign is talked about goes without a phrase of its own. */
static void put_end(struct buffer *line, const struct array *ways)
{
	const struct card_way *items = ways->items;

	for (size_t i = 0; i < ways->n; i++) {
		int standing = items[i].standing;
		struct phrases phrases = {line, "or ", false, 0, count_ways(ways, standing)};

		if (count_ways(&(struct array){items, i}, standing) ||
			(items[i].critical && phrases.all == 1 && ways->n > 1))
			continue;
		buffer_printf(line, "%s, with ", standing_words[standing]);
		for (size_t k = i; k < ways->n; k++)
			if (items[k].standing == standing)
				put_worse(begin_phrase(&phrases), &items[k]);
		buffer_puts(line, "; ");
	}
}

static void put_change(struct buffer *line, const struct scorecard *card)
{
	if (!card->change)
		return;
	if (card->standing >= STANDING_KEEP)
		put_end(line, &card->change->worse);
	put_lack(line, &card->change->better);
}

/* ---- without whom ---- */

static bool same_outcome(const struct card_flip *a, const struct card_flip *b)
{
	return !strcmp(a->grade, b->grade) && a->standing == b->standing;
}

static void put_outcome(
	struct buffer *line, const struct scorecard *card, const struct card_flip *flip)
{
	bool standing = flip->standing != card->standing;
	bool grade = strcmp(flip->grade, card->grade) != 0;

	if (standing)
		buffer_puts(line, standing_words[flip->standing]);
	if (grade && !flip->graded) {
		buffer_puts(line, standing ? " and no grade" : "no grade");
	} else if (grade) {
		buffer_puts(line, standing ? " and grade " : "grade ");
		utf8_puts_safe(line, flip->grade);
	}
	buffer_puts(line, " without ");
}

static void put_without(struct buffer *line, const struct card_flip *flip)
{
	utf8_puts_safe(line, flip->without);
	if (isnan(flip->score))
		buffer_puts(line, TEXT_GLUE "(no" TEXT_GLUE "score)");
	else
		buffer_printf(line, TEXT_GLUE "(%.1f)", flip->score);
}

/* The first of them by what they would make, the rest counted. */
static void put_named(struct buffer *line, const struct scorecard *card, const struct array *list)
{
	const struct card_flip *flips = list->items;

	for (size_t i = 0; i < list->n && i < FLIPS_SHOWN; i++) {
		if (i)
			buffer_puts(line, ", ");
		if (!i || !same_outcome(&flips[i - 1], &flips[i]))
			put_outcome(line, card, &flips[i]);
		put_without(line, &flips[i]);
	}
	if (list->n > FLIPS_SHOWN)
		buffer_printf(line, ", %zu" TEXT_GLUE "more", list->n - FLIPS_SHOWN);
}

/* The last flip named is of the grade alone, as re-weighting is. */
static bool ends_with_grade(const struct scorecard *card)
{
	const struct card_flip *flips = card->flips.items;
	size_t n = card->flips.n < FLIPS_SHOWN ? card->flips.n : FLIPS_SHOWN;

	return n && flips[n - 1].standing == card->standing;
}

static void put_shift(struct buffer *line, const struct scorecard *card)
{
	int shift = card_percent(card->tolerance);

	buffer_puts(line,
		ends_with_grade(card) ? ", or" TEXT_GLUE : "; another" TEXT_GLUE "grade" TEXT_GLUE);
	buffer_puts(line, "with" TEXT_GLUE "weights" TEXT_GLUE "shifted" TEXT_GLUE "by" TEXT_GLUE);
	if (shift)
		buffer_printf(line, "%d" TEXT_GLUE "%%", shift);
	else
		buffer_puts(line, "less" TEXT_GLUE "than" TEXT_GLUE "1" TEXT_GLUE "%");
}

/* `no one rater or criterion; no re-weighting` is read as one. */
static void put_flips_found(struct buffer *line, const struct scorecard *card)
{
	if (card->flips.n)
		put_named(line, card, &card->flips);
	else
		buffer_puts(line,
			"no" TEXT_GLUE "one" TEXT_GLUE "rater" TEXT_GLUE "or" TEXT_GLUE
			"criterion");
	if (card->tolerance < FIRM_TOLERANCE) {
		put_shift(line, card);
	} else if (card->tolerance >= 1) {
		buffer_puts(line, card->flips.n ? "; " : ";" TEXT_GLUE);
		buffer_puts(line, "no" TEXT_GLUE "re-weighting");
	}
}

void card_say_flips(struct buffer *line, const struct scorecard *card)
{
	if (card_has_ended(card))
		return;
	if (!card->graded) {
		card_put_missing(line, card);
	} else {
		put_change(line, card);
		put_flips_found(line, card);
	}
}

/* ---- under chance and other weights ---- */

static void put_shares(struct buffer *line, const struct card_robustness *robustness)
{
	const char *before = "";

	RESULT_EACH (struct named_share, grade, robustness->grades) {
		if (grade->share <= 0)
			continue;
		buffer_puts(line, before);
		utf8_puts_safe(line, grade->name);
		if (grade->share < 0.005)
			buffer_puts(line, TEXT_GLUE "below" TEXT_GLUE "1" TEXT_GLUE "%");
		else
			buffer_printf(
				line, TEXT_GLUE "%d" TEXT_GLUE "%%", card_percent(grade->share));
		before = ", ";
	}
	buffer_printf(line, " of %lld draws", (long long)robustness->draws);
}

void card_put_robustness(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const struct card_robustness *robustness = card->robustness;
	struct buffer line = {0};

	if (!robustness)
		return;
	card_put_label(&line, "robust");
	put_shares(&line, robustness);
	buffer_puts(&line, "; ");
	card_put_range(&line, robustness->least, robustness->most, 1, style);
	buffer_puts(&line, " under any weights; ");
	if (robustness->records.n)
		put_named(&line, card, &robustness->records);
	else
		buffer_puts(&line, "no one record");
	card_put_wrapped(buffer, &line, CARD_LABEL_COLUMNS, style);
}
