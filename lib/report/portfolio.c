/* Cards are added to a portfolio; what closing it chooses stands in portfolio_close.c. */
#include "partner/portfolio.h"

#include <stdlib.h>
#include <string.h>

#include "portfolio_parts.h"

void portfolio_open(struct portfolio *portfolio, const struct portfolio_options *options)
{
	*portfolio = (struct portfolio){
		.options = *options,
		.as_of = DATE_NONE,
		.since = DATE_NONE,
	};
	portfolio->names.arena = &portfolio->arena;
	portfolio->unread_paths.arena = &portfolio->arena;
	portfolio->policy_keys.arena = &portfolio->arena;
}

const char *portfolio_once(struct portfolio *portfolio, const char *text)
{
	uint32_t number;

	if (!text)
		return NULL;
	number = names_add(&portfolio->names, text);
	return portfolio->names.texts[number];
}

/* Room for one more card. They are no part of the arena, which would keep what they outgrow. */
static struct member *next_card(struct portfolio *portfolio)
{
	if (portfolio->n_cards == portfolio->capacity) {
		size_t capacity = portfolio->capacity ? 2 * portfolio->capacity : 64;

		if (capacity > SIZE_MAX / sizeof(*portfolio->cards))
			arena_exhausted();
		portfolio->cards = realloc(portfolio->cards, capacity * sizeof(*portfolio->cards));
		if (!portfolio->cards)
			arena_exhausted();
		portfolio->capacity = capacity;
	}
	return &portfolio->cards[portfolio->n_cards];
}

/* Appends to an array of pointers, which has room up to the next power of two. */
static void append(struct portfolio *portfolio, struct array *array, const void *item)
{
	size_t capacity = array->n;
	const void **items = (const void **)array->items;

	if ((array->n & (array->n - 1)) == 0)
		items = arena_grow(&portfolio->arena, items, array->n, &capacity, sizeof(*items));
	items[array->n] = item;
	*array = (struct array){items, array->n + 1};
}

void portfolio_add_unread(struct portfolio *portfolio, const char *path)
{
	uint32_t number = names_add(&portfolio->unread_paths, path);

	if (number == portfolio->unread.n)
		append(portfolio, &portfolio->unread, portfolio->unread_paths.texts[number]);
}

/* What partner-score prints in place of a card, where it could not read a file. */
static bool add_error(struct portfolio *portfolio, const char *line, size_t length)
{
	struct file_error error = {.source = NULL};
	struct read_fault fault;

	if (!read_json_record(&portfolio->scratch, &error_record, line, length, &error, &fault) ||
		!error.source || !error.source->path)
		return false;
	portfolio_add_unread(portfolio, error.source->path);
	return true;
}

bool portfolio_add(
	struct portfolio *portfolio, const char *line, size_t length, struct read_fault *fault)
{
	const struct scorecard *card;
	struct member *member;

	arena_reset(&portfolio->scratch);
	card = scorecard_read(&portfolio->scratch, line, length, fault);
	if (!card)
		return add_error(portfolio, line, length);
	member = next_card(portfolio);
	member_fill(member, portfolio, portfolio->n_cards ? member - 1 : NULL, card);
	member->kept = portfolio_keep(portfolio, card, line, length);
	member->place = portfolio->n_cards++;
	return true;
}

void portfolio_add_calibration(
	struct portfolio *portfolio, const struct calibration_file *calibration)
{
	const struct calibration_file *const *known = portfolio->calibrations.items;

	for (size_t i = portfolio->calibrations.n; i-- > 0;)
		if (strcmp(known[i]->digest, calibration->digest) == 0)
			return;
	append(portfolio, &portfolio->calibrations, calibration);
}

bool portfolio_kept(struct portfolio *portfolio, const struct member *member, struct buffer *out)
{
	return spool_read(&portfolio->spool, member->kept, out);
}

const struct scorecard *portfolio_card(
	struct portfolio *portfolio, const struct member *member, struct arena *arena)
{
	const struct scorecard *card = NULL;
	struct buffer line = {0};
	struct read_fault fault;

	if (portfolio->options.keep == KEEP_LINES && portfolio_kept(portfolio, member, &line))
		card = scorecard_read(arena, line.data, line.length, &fault);
	buffer_free(&line);
	return card;
}

void portfolio_drop_parts(struct portfolio *portfolio)
{
	for (size_t i = 0; i < portfolio->n_cards; i++) {
		struct member *member = &portfolio->cards[i];

		member->criteria = member->signs = member->raters = (struct array){0};
		member->points = NULL;
		member->texts = NULL;
	}
	portfolio->criteria = (struct array){0};
	arena_free(&portfolio->parts);
}

void portfolio_free(struct portfolio *portfolio)
{
	if (!portfolio)
		return;
	free(portfolio->cards);
	buffer_free(&portfolio->rows);
	spool_free(&portfolio->spool);
	arena_free(&portfolio->scratch);
	arena_free(&portfolio->parts);
	arena_free(&portfolio->arena);
	*portfolio = (struct portfolio){0};
}
