/* What a card says besides numbers: running text, for its block and for whoever quotes it. */
#include <math.h>

#include "card_lines.h"
#include "partner/names.h"
#include "partner/utf8.h"

/* Below this coverage it is said what the rest could make of the score. */
#define FULL_COVERAGE 0.9

static const char *const heads[] = {
	[STANDING_GATHER] = "GATHER: record more first",
	[STANDING_EXIT] = "EXIT: consider leaving",
	[STANDING_TALK] = "TALK: have the conversation",
	[STANDING_KEEP] = "KEEP: carry on",
	[STANDING_GROW] = "GROW: do more together",
};

static void say_head(struct buffer *line, const struct scorecard *card)
{
	if (card->standing != STANDING_NONE) {
		buffer_puts(line, heads[card->standing]);
	} else if (card_has_ended(card)) {
		buffer_puts(line, "ENDED");
		if (card->ended == DATE_NONE)
			return; /* earlier versions did not say when */
		buffer_putc(line, ' ');
		date_put(line, card->ended);
	}
}

static void say_why(struct buffer *line, const struct scorecard *card)
{
	if (card->reason)
		utf8_puts_safe(line, card->reason);
}

static void say_next(struct buffer *line, const struct scorecard *card)
{
	const char *before = "";

	RESULT_EACH (struct card_date, next, card->next) {
		int days = next->date - card->as_of;

		buffer_puts(line, before);
		date_put(line, next->date);
		buffer_putc(line, ' ');
		utf8_puts_safe(line, next->what);
		buffer_puts(line, ", ");
		if (days)
			buffer_printf(line, "%d" TEXT_GLUE "day%s", days, days > 1 ? "s" : "");
		else
			buffer_puts(line, "today");
		if (next->cost.currency) {
			buffer_puts(line, "; missing it costs ");
			money_put(line, next->cost);
		}
		before = "; ";
	}
}

/* How we do by the same measures. */
static void say_us(
	struct buffer *line, const struct scorecard *card, const struct card_style *style)
{
	const struct card_mirror *mirror = card->mirror;

	if (!mirror || isnan(mirror->score))
		return;
	buffer_printf(line, "%.1f (", mirror->score);
	card_put_range(line, mirror->low, mirror->high, 1, style);
	buffer_puts(line, ") grade ");
	utf8_puts_safe(line, mirror->grade);
}

/* A record may be disputed by more than one: it is named once. */
static void put_disputed(struct buffer *line, struct array disputes)
{
	struct arena scratch = {0};
	struct names records = {.arena = &scratch};
	const char *before = "; disputed:" TEXT_GLUE;

	RESULT_EACH (struct card_dispute, dispute, disputes) {
		size_t known = records.n;

		if (names_add(&records, dispute->record) < known)
			continue;
		buffer_puts(line, before);
		utf8_puts_safe(line, dispute->record);
		before = ", ";
	}
	arena_free(&scratch);
}

/* Records that are called in question, and those that a dispute has taken out. */
static void put_disputes(struct buffer *line, const struct scorecard *card)
{
	const char *const *upheld = card->upheld.items;
	const char *before = "; taken" TEXT_GLUE "out:" TEXT_GLUE;

	put_disputed(line, card->disputes);
	for (size_t i = 0; i < card->upheld.n; i++) {
		buffer_puts(line, before);
		utf8_puts_safe(line, upheld[i]);
		before = ", ";
	}
}

static void say_coverage(struct buffer *line, const struct scorecard *card)
{
	if (isnan(card->score))
		return;
	buffer_printf(line, "coverage %d %%", card_percent(card->coverage));
	if (card->coverage < FULL_COVERAGE)
		buffer_printf(line, ", floor %.1f, ceiling %.1f", card->floor, card->ceiling);
	if (card->raters)
		buffer_printf(line, "; %lld rater%s, %s", (long long)card->raters,
			card->raters > 1 ? "s" : "",
			card->calibration->digest ? "calibrated" : "uncalibrated");
	else
		buffer_puts(line, "; no raters");
	put_disputes(line, card);
}

static void say_muted(struct buffer *line, const struct scorecard *card)
{
	const char *before = "muted: ";

	RESULT_EACH (struct card_sign, sign, card->signs) {
		if (sign->muted == DATE_NONE)
			continue;
		buffer_puts(line, before);
		utf8_puts_safe(line, sign->sign);
		buffer_puts(line, TEXT_GLUE "until" TEXT_GLUE);
		date_put(line, sign->muted);
		before = ", ";
	}
}

void card_say(struct buffer *line, const struct scorecard *card, enum card_phrase phrase,
	const struct card_style *style)
{
	switch (phrase) {
	case CARD_HEAD:
		say_head(line, card);
		return;
	case CARD_WHY:
		say_why(line, card);
		return;
	case CARD_FLIPS:
		card_say_flips(line, card);
		return;
	case CARD_NEXT:
		say_next(line, card);
		return;
	case CARD_US:
		say_us(line, card, style);
		return;
	case CARD_COVERAGE:
		say_coverage(line, card);
		return;
	case CARD_MUTED:
		say_muted(line, card);
	}
}

const char *scorecard_phrase(
	struct arena *arena, const struct scorecard *card, enum card_phrase phrase)
{
	const struct card_style plain = {.ascii = false};
	struct buffer line = {0};
	char *text;

	card_say(&line, card, phrase, &plain);
	if (!line.length)
		return NULL;
	text = buffer_keep(&line, arena);
	for (char *glue = text; (glue = strchr(glue, TEXT_GLUE[0])); glue++)
		*glue = ' ';
	return text;
}
