/*
 * Whole cards for the fuzz targets: whatever is judged, from either side, every number of its
 * card lies where it can lie, and the card prints harmless text and a line of JSON that says
 * whose it is.
 */
#ifndef FUZZ_CARD_H
#define FUZZ_CARD_H

#include "fuzz.h"
#include "partner/json.h"
#include "partner/scorecard.h"
#include "partner/write.h"

#define ITEM(type, list, i) (&((const type *)(list).items)[i])

/* Scores are printed with one decimal, and limits are rounded apart from what they limit. */
#define ROUNDING 0.1001

static inline void print_card(const struct scorecard *card)
{
	const struct card_style plain = {.columns = 80};
	const struct card_style all = {.ascii = true, .explain = true, .columns = 40};
	struct buffer text = {0};

	scorecard_put_text(&text, card, &plain);
	scorecard_put_text(&text, card, &all);
	scorecard_put_table_head(&text, card->rules, &plain);
	scorecard_put_table_line(&text, card, &plain);
	promise_harmless(&text);
	buffer_free(&text);
}

/* The line of JSON says by itself which partner it is about. */
static inline void print_json(struct arena *arena, const struct scorecard *card)
{
	struct json_source found;
	struct buffer line = {0};
	const char *fault;

	write_json_line(&line, &scorecard_record, card);
	promise_harmless(&line);
	PROMISE(json_line_source(arena, line.data, line.length, &found, &fault) == JSON_LINE_READ);
	PROMISE(!strcmp(found.type, "scorecard") && !strcmp(found.partner, card->partner));
	PROMISE(!strcmp(found.path, card->source->path));
	buffer_free(&line);
}

static inline bool within(double least, double x, double most)
{
	return x >= least - ROUNDING && x <= most + ROUNDING;
}

static inline void promise_total(const struct scorecard *card)
{
	PROMISE(card->coverage >= 0 && card->coverage <= 1);
	PROMISE(card->grade && *card->grade && !isinf(card->slope));
	PROMISE(isnan(card->score) == isnan(card->low) && isnan(card->low) == isnan(card->high));
	if (isnan(card->score))
		return;
	PROMISE(card->score >= 0 && card->score <= 100);
	PROMISE(within(card->low, card->score, card->high));
	PROMISE(card->low >= 0 && card->high <= 100);
	PROMISE(within(card->floor, card->score, card->ceiling));
	PROMISE(isnan(card->tolerance) || (card->tolerance >= 0 && card->tolerance <= 1));
}

static inline void promise_measures(const struct card_criterion *criterion)
{
	for (size_t i = 0; i < criterion->measures.n; i++) {
		const struct card_measure *measure =
			ITEM(struct card_measure, criterion->measures, i);

		PROMISE(!isinf(measure->value) && measure->n >= 0);
		PROMISE(isnan(measure->points) || within(0, measure->points, 100));
		PROMISE(isnan(measure->points) || isnan(measure->points_low) ||
			within(measure->points_low, measure->points, measure->points_high));
	}
}

static inline void promise_criteria(const struct scorecard *card)
{
	for (size_t i = 0; i < card->criteria.n; i++) {
		const struct card_criterion *criterion =
			ITEM(struct card_criterion, card->criteria, i);

		PROMISE(criterion->weight >= 0 && criterion->weight <= 1);
		PROMISE(isnan(criterion->score) ||
			within(criterion->low, criterion->score, criterion->high));
		promise_measures(criterion);
	}
}

/* The other side's card has no standing, no signs and no mirror of its own. */
static inline void promise_side(const struct scorecard *card, enum side side, bool self)
{
	bool judged = (self || side == SIDE_PARTNER) && card->ended == DATE_NONE;

	PROMISE(judged == (card->reason != NULL));
	PROMISE(judged || !card->signs.n);
	PROMISE((card->mirror != NULL) == (!self && side == SIDE_PARTNER));
	for (size_t i = 0; i < card->signs.n; i++) {
		const struct card_sign *sign = ITEM(struct card_sign, card->signs, i);

		PROMISE(*sign->text && *sign->advice);
	}
}

static inline void promise_robustness(const struct scorecard *card)
{
	const struct card_robustness *robustness = card->robustness;
	double sum = 0;

	if (!robustness)
		return;
	for (size_t i = 0; i < robustness->grades.n; i++)
		sum += ITEM(struct named_share, robustness->grades, i)->share;
	PROMISE(fabs(sum - 1) < 1e-9);
	PROMISE(within(robustness->least, card->score, robustness->most));
}

static inline void promise_card(
	const struct source *source, const struct card_request *request, enum side side)
{
	const struct scorecard *card = scorecard_make(source, request, side);

	promise_total(card);
	promise_criteria(card);
	promise_side(card, side, partner_is_self(source->partner));
	promise_robustness(card);
	PROMISE(card->trend.n <= (size_t)request->trend + 1);
	print_card(card);
	print_json(source->arena, card);
}

/* Both sides of a partner; of our own organisation there is one. Drawing weights ten thousand
 * times takes longer than all else: ask for it now and then. */
static inline void promise_cards(const struct source *source, int32_t as_of, bool robustness)
{
	const struct card_request request = {as_of, true, robustness, 6};
	const struct card_request brief = {.as_of = as_of};

	promise_card(source, &brief, SIDE_US);
	if (!partner_is_self(source->partner))
		promise_card(source, &request, SIDE_PARTNER);
	else
		promise_card(source, &request, SIDE_US);
}

/* A document that has been decoded from input.yaml, to be judged by `policy`. */
static inline struct source source_of(struct arena *arena, const struct policy_file *policy,
	struct partner *partner, uint32_t line)
{
	return (struct source){
		.kind = SOURCE_DOCUMENT,
		.path = "input.yaml",
		.line = line,
		.alone = true,
		.partner = partner,
		.policy = policy,
		.arena = arena,
	};
}

#endif
