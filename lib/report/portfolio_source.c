/* A partner file as the lines that partner-score would print of it. */
#include "partner/portfolio_source.h"

#include <assert.h>
#include <string.h>

#include "partner/exit_facts.h"
#include "partner/write.h"

/* Quarter ends on a card's sparkline. */
#define QUARTERS 8

/* The calibration that the card names; it is one of its policy's. */
static void add_calibration(
	struct portfolio *portfolio, const struct source *source, const struct scorecard *card)
{
	const struct policy_file *policy = source->policy;

	for (size_t i = 0; card->calibration->digest && i < policy->n_calibrations; i++)
		if (strcmp(policy->calibrations[i].digest, card->calibration->digest) == 0)
			portfolio_add_calibration(portfolio, &policy->calibrations[i]);
}

static void add_card(
	struct portfolio *portfolio, const struct source *source, const struct scorecard *card)
{
	struct buffer line = {0};
	struct read_fault fault;
	bool added;

	write_json_line(&line, &scorecard_record, card);
	added = portfolio_add(portfolio, line.data, line.length, &fault);
	assert(added);
	(void)added;
	add_calibration(portfolio, source, card);
	buffer_free(&line);
}

void portfolio_add_source(
	struct portfolio *portfolio, const struct source *source, int32_t as_of, int32_t since)
{
	bool whole = portfolio->options.keep == KEEP_LINES;
	struct card_request request = {
		.as_of = as_of, .effects = whole, .trend = whole ? QUARTERS : 0};
	enum side sides[2];

	scorecard_sides(source, true, false, sides);
	add_card(portfolio, source, exit_facts_card(source, &request, sides[0]));
	if (!whole || since >= as_of)
		return;
	request = (struct card_request){.as_of = since, .effects = true};
	add_card(portfolio, source, scorecard_make(source, &request, sides[0]));
}
