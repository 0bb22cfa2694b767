/* A partner file as the lines that partner-score would print of it. */
#include "partner/portfolio_source.h"

#include <assert.h>
#include <string.h>

#include "partner/exit_facts.h"
#include "partner/write.h"

/* Quarter ends on a card's sparkline. */
#define QUARTERS 8

/* ---- from the file to lines ---- */

static void put_line(struct portfolio_lines *lines, const struct source *source,
	const struct scorecard *card, struct buffer *scratch)
{
	size_t i = lines->n++;

	buffer_clear(scratch);
	write_json_line(scratch, &scorecard_record, card);
	lines->cards[i] = card;
	lines->lines[i].text = arena_copy(source->arena, scratch->data, scratch->length);
	lines->lines[i].length = scratch->length;
}

const struct portfolio_lines *portfolio_lines_of(
	const struct source *source, const struct portfolio_days *days, struct buffer *scratch)
{
	struct portfolio_lines *lines = ARENA_NEW(source->arena, struct portfolio_lines);
	struct card_request request = {
		.as_of = days->as_of, .effects = days->whole, .trend = days->whole ? QUARTERS : 0};
	enum side sides[2];

	scorecard_sides(source, true, false, sides);
	put_line(lines, source, exit_facts_card(source, &request, sides[0]), scratch);
	if (!days->whole || days->since >= days->as_of)
		return lines;
	request = (struct card_request){.as_of = days->since, .effects = true};
	put_line(lines, source, scorecard_make(source, &request, sides[0]), scratch);
	return lines;
}

/* ---- from lines to the portfolio ---- */

/* The calibration that the card names; it is one of its policy's. */
static void add_calibration(
	struct portfolio *portfolio, const struct source *source, const struct scorecard *card)
{
	const struct policy_file *policy = source->policy;

	for (size_t i = 0; card->calibration->digest && i < policy->n_calibrations; i++)
		if (strcmp(policy->calibrations[i].digest, card->calibration->digest) == 0)
			portfolio_add_calibration(portfolio, &policy->calibrations[i]);
}

void portfolio_add_lines(struct portfolio *portfolio, const struct source *source,
	const struct portfolio_lines *lines)
{
	struct read_fault fault;
	bool added;

	for (size_t i = 0; i < lines->n; i++) {
		added = portfolio_add(
			portfolio, lines->lines[i].text, lines->lines[i].length, &fault);
		assert(added);
		(void)added;
		add_calibration(portfolio, source, lines->cards[i]);
	}
}
