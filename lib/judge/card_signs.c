/* The warning signs of a card as lines of text. */
#include <string.h>

#include "card_lines.h"
#include "partner/utf8.h"

/* So many signs stand on a card that explains nothing; critical ones always do. */
#define SIGNS_SHOWN 5
#define MARK_COLUMNS 3
#define ADVICE_COLUMNS 6

static const char *mark_of(const struct card_sign *sign, const struct card_style *style)
{
	if (sign->muted != DATE_NONE)
		return " m ";
	if (sign->level == SIGN_CRITICAL)
		return "!! ";
	if (sign->level == SIGN_WARNING)
		return " ! ";
	return style->ascii ? " . " : " · ";
}

static void put_place(struct buffer *line, const struct card_reference *record)
{
	utf8_puts_safe(line, record->path);
	buffer_printf(line, ":%lld", (long long)record->line);
}

static void put_sign(struct buffer *buffer, const struct card_sign *sign, bool place,
	const struct card_style *style)
{
	struct buffer line = {0};

	buffer_puts(&line, mark_of(sign, style));
	utf8_puts_safe(&line, sign->sign);
	buffer_puts(&line, "  ");
	utf8_puts_safe(&line, sign->text);
	if (place && sign->records.n) {
		buffer_puts(&line, ": ");
		put_place(&line, sign->records.items);
	}
	card_put_wrapped(buffer, &line, MARK_COLUMNS, style);
}

/* With what to do about it, whose advice that is, and all records. */
static void put_sign_fully(
	struct buffer *buffer, const struct card_sign *sign, const struct card_style *style)
{
	struct buffer line = {0};

	put_sign(buffer, sign, false, style);
	buffer_fill(&line, ' ', ADVICE_COLUMNS);
	utf8_puts_safe(&line, sign->advice);
	buffer_puts(&line, " [");
	utf8_puts_safe(&line, sign->source);
	buffer_putc(&line, ']');
	if (sign->muted != DATE_NONE) {
		buffer_puts(&line, ", muted until ");
		date_put(&line, sign->muted);
	}
	card_put_wrapped(buffer, &line, ADVICE_COLUMNS, style);
	RESULT_EACH (struct card_reference, record, sign->records) {
		struct buffer place = {0};

		buffer_fill(&place, ' ', ADVICE_COLUMNS);
		utf8_puts_safe(&place, record->ref);
		buffer_puts(&place, "  ");
		put_place(&place, record);
		card_put_wrapped(buffer, &place, ADVICE_COLUMNS + 2, style);
	}
}

static bool is_deadline(const struct card_sign *sign)
{
	return strcmp(sign->sign, "notice-due") == 0;
}

/*
 * The signs of a level, `most` at most: what has a deadline first, then as in the catalogue.
 * Returns how many were printed.
 */
static size_t put_level(struct buffer *buffer, const struct scorecard *card, enum sign_level level,
	size_t most, const struct card_style *style)
{
	size_t n = 0;

	for (int urgent = 1; urgent >= 0; urgent--) {
		RESULT_EACH (struct card_sign, sign, card->signs) {
			if (is_deadline(sign) != urgent || !card_hears(sign, level) || n == most)
				continue;
			if (style->explain)
				put_sign_fully(buffer, sign, style);
			else
				put_sign(buffer, sign, true, style);
			n++;
		}
	}
	return n;
}

/* `10 more: 4 warnings, 6 notes`, or `1 more note`. */
static void put_rest(struct buffer *buffer, size_t warnings, size_t notes)
{
	if (!warnings && !notes)
		return;
	buffer_printf(buffer, "   %zu more", warnings + notes);
	if (warnings && notes)
		buffer_printf(buffer, ": %zu warning%s, %zu note%s\n", warnings,
			warnings > 1 ? "s" : "", notes, notes > 1 ? "s" : "");
	else if (warnings)
		buffer_printf(buffer, " warning%s\n", warnings > 1 ? "s" : "");
	else
		buffer_printf(buffer, " note%s\n", notes > 1 ? "s" : "");
}

void card_put_signs(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	size_t critical = card_count_heard(card, SIGN_CRITICAL);
	size_t warnings = card_count_heard(card, SIGN_WARNING),
	       notes = card_count_heard(card, SIGN_NOTE);
	size_t room = style->explain ? card->signs.n : SIGNS_SHOWN;

	put_level(buffer, card, SIGN_CRITICAL, critical, style);
	room = critical < room ? room - critical : 0;
	warnings -= put_level(buffer, card, SIGN_WARNING, room, style);
	if (style->explain || card_count_heard(card, SIGN_WARNING) + critical == 0)
		notes -= put_level(buffer, card, SIGN_NOTE, room, style);
	put_rest(buffer, warnings, notes);
	RESULT_EACH (struct card_sign, sign, card->signs)
		if (style->explain && sign->muted != DATE_NONE)
			put_sign_fully(buffer, sign, style);
}
