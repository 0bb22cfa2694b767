/* What would change a judgement, in words: by how much, without whom, with which weights. */
#include <math.h>
#include <string.h>

#include "card_lines.h"
#include "partner/utf8.h"

/* So many flips are named, the rest is counted. */
#define FLIPS_SHOWN 3
/* Below this a grade is at the mercy of the weights. */
#define FIRM_TOLERANCE 0.25

/* ---- what the next standing lacks ---- */

/* The first printed score that is not below an edge, and the last that is. */
static double first_from(double edge)
{
	return ceil(10 * edge - 1e-6) / 10;
}

static double last_below(double edge)
{
	return first_from(edge) - 0.1;
}

static size_t count_moving(const struct scorecard *card, enum sign_level level)
{
	size_t n = 0;

	CARD_EACH (struct card_sign, sign, card->signs)
		n += sign->moves && is_heard(sign, level);
	return n;
}

/* Phrases: `A`, `A and B`, `A, B, and C`. */
struct phrases {
	struct buffer *line;
	size_t n, all;
};

static void begin_phrase(struct phrases *phrases)
{
	if (phrases->n++ == 0)
		return;
	if (phrases->all > 2)
		buffer_putc(phrases->line, ',');
	buffer_puts(phrases->line, phrases->n == phrases->all ? " and " : " ");
}

static void put_critical(struct buffer *line, const struct scorecard *card)
{
	size_t all = count_moving(card, SIGN_CRITICAL), n = 0;

	buffer_puts(line, "without ");
	CARD_EACH (struct card_sign, sign, card->signs) {
		if (!sign->moves || !is_heard(sign, SIGN_CRITICAL))
			continue;
		if (n++)
			buffer_puts(line, n == all ? " and " : ", ");
		buffer_puts(line, sign->sign);
	}
}

static void lack_of_talk(struct buffer *line, const struct scorecard *card)
{
	const struct standing_rules *rules = &card->rules->standing;
	bool low = card->score < rules->talk_below.value;
	size_t critical = count_moving(card, SIGN_CRITICAL);
	int64_t warnings = (int64_t)count_moving(card, SIGN_WARNING);
	bool many = warnings >= rules->talk_warnings.value && rules->talk_warnings.value > 0;
	struct phrases phrases = {line, 0, (size_t)low + (critical > 0) + many};

	buffer_puts(line, "keep, ");
	if (low) {
		begin_phrase(&phrases);
		buffer_printf(line, "with %.1f points more",
			first_from(rules->talk_below.value) - card->score);
	}
	if (critical) {
		begin_phrase(&phrases);
		put_critical(line, card);
	}
	if (many) {
		begin_phrase(&phrases);
		buffer_printf(line, "with %lld warning%s down to %lld", (long long)warnings,
			warnings == 1 ? "" : "s", (long long)rules->talk_warnings.value - 1);
	}
}

static bool has_signs(const struct scorecard *card)
{
	return strcmp(card->side, side_words[SIDE_PARTNER]) == 0;
}

static void end_of_keep(struct buffer *line, const struct scorecard *card)
{
	const struct standing_rules *rules = &card->rules->standing;
	int64_t more = rules->talk_warnings.value - (int64_t)count_moving(card, SIGN_WARNING);

	buffer_printf(line, "talk, with %.1f points less",
		card->score - last_below(rules->talk_below.value));
	if (has_signs(card))
		buffer_printf(line, ", a critical sign or %lld more warning%s", (long long)more,
			more == 1 ? "" : "s");
}

static void end_of_grow(struct buffer *line, const struct scorecard *card)
{
	const struct grade_band *best = LIST_ITEMS(struct grade_band, card->rules->grades);

	buffer_printf(
		line, "keep, with %.1f points less", card->score - last_below(best->from.value));
	if (has_signs(card))
		buffer_puts(line, " or one warning");
}

static void put_lack(struct buffer *line, const struct scorecard *card)
{
	if (!strcmp(card->standing, "exit"))
		buffer_puts(line, "talk, once that talk or a newer one has outcome improving");
	else if (!strcmp(card->standing, "talk"))
		lack_of_talk(line, card);
	else if (!strcmp(card->standing, "keep"))
		end_of_keep(line, card);
	else
		end_of_grow(line, card);
	buffer_puts(line, "; ");
}

/* ---- without whom ---- */

static bool differs(const char *a, const char *b)
{
	return a && b && strcmp(a, b) != 0;
}

static bool same_outcome(const struct card_flip *a, const struct card_flip *b)
{
	return !differs(a->grade, b->grade) && !differs(a->standing, b->standing);
}

static void put_outcome(
	struct buffer *line, const struct scorecard *card, const struct card_flip *flip)
{
	bool standing = differs(card->standing, flip->standing);
	bool grade = differs(card->grade, flip->grade);

	if (standing)
		buffer_puts(line, flip->standing);
	if (grade && !strcmp(flip->grade, "-")) {
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

	return n && !differs(card->standing, flips[n - 1].standing);
}

static void put_shift(struct buffer *line, const struct scorecard *card)
{
	int shift = whole(100 * card->tolerance);

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

void put_flips(struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	if (card->ended != DATE_NONE)
		return;
	put_label(&line, "flips");
	if (!is_graded(card)) {
		put_missing(&line, card);
	} else {
		if (card->standing)
			put_lack(&line, card);
		put_flips_found(&line, card);
	}
	put_wrapped(buffer, &line, LABEL_COLUMNS, style);
}

/* ---- under chance and other weights ---- */

static void put_shares(struct buffer *line, const struct card_robustness *robustness)
{
	const char *before = "";

	CARD_EACH (struct named_share, grade, robustness->grades) {
		if (grade->share <= 0)
			continue;
		buffer_puts(line, before);
		utf8_puts_safe(line, grade->name);
		if (grade->share < 0.005)
			buffer_puts(line, TEXT_GLUE "below" TEXT_GLUE "1" TEXT_GLUE "%");
		else
			buffer_printf(
				line, TEXT_GLUE "%d" TEXT_GLUE "%%", whole(100 * grade->share));
		before = ", ";
	}
	buffer_printf(line, " of %lld draws", (long long)robustness->draws);
}

void put_robustness(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const struct card_robustness *robustness = card->robustness;
	struct buffer line = {0};

	if (!robustness)
		return;
	put_label(&line, "robust");
	put_shares(&line, robustness);
	buffer_puts(&line, "; ");
	put_range(&line, robustness->least, robustness->most, 1, style);
	buffer_puts(&line, " under any weights; ");
	if (robustness->records.n)
		put_named(&line, card, &robustness->records);
	else
		buffer_puts(&line, "no one record");
	put_wrapped(buffer, &line, LABEL_COLUMNS, style);
}
