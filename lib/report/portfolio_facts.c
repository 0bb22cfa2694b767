/* A card's facts, copied out of the line that they were read from. */
#include <string.h>

#include "portfolio_parts.h"

/* Records mostly stand in the partner's own file. */
static const char *take_path(
	struct portfolio *portfolio, const struct member *member, const char *path)
{
	if (path && strcmp(path, member->path) == 0)
		return member->path;
	return portfolio_once(portfolio, path);
}

/* The bytes of an array's items, for copying. */
static void *copy_items(struct portfolio *portfolio, struct array array, size_t size)
{
	void *copy;

	if (!array.n)
		return NULL;
	copy = arena_array(&portfolio->arena, array.n, size);
	memcpy(copy, array.items, array.n * size);
	return copy;
}

static struct array copy_events(
	struct portfolio *portfolio, const struct member *member, struct array events)
{
	struct card_event *rows = copy_items(portfolio, events, sizeof(*rows));

	for (size_t i = 0; i < events.n; i++) {
		rows[i].path = take_path(portfolio, member, rows[i].path);
		rows[i].ref = portfolio_once(portfolio, rows[i].ref);
	}
	return (struct array){rows, events.n};
}

static struct array copy_lives(struct portfolio *portfolio, struct array lives)
{
	struct card_life *rows = copy_items(portfolio, lives, sizeof(*rows));

	for (size_t i = 0; i < lives.n; i++)
		rows[i].currency = portfolio_once(portfolio, rows[i].currency);
	return (struct array){rows, lives.n};
}

static struct array copy_ratings(struct portfolio *portfolio, struct array ratings)
{
	struct card_opinion *rows = copy_items(portfolio, ratings, sizeof(*rows));

	for (size_t i = 0; i < ratings.n; i++)
		rows[i].criterion = portfolio_once(portfolio, rows[i].criterion);
	return (struct array){rows, ratings.n};
}

static const struct card_count *copy_count(
	struct portfolio *portfolio, const struct card_count *count)
{
	return count ? copy_items(portfolio, (struct array){count, 1}, sizeof(*count)) : NULL;
}

static const struct card_conduct *copy_conduct(
	struct portfolio *portfolio, const struct card_conduct *conduct)
{
	struct card_conduct *copy;

	if (!conduct)
		return NULL;
	copy = copy_items(portfolio, (struct array){conduct, 1}, sizeof(*copy));
	copy->milestones = copy_count(portfolio, conduct->milestones);
	copy->incidents.items =
		copy_items(portfolio, conduct->incidents, sizeof(struct card_severity));
	copy->remedies = copy_count(portfolio, conduct->remedies);
	copy->feedback = copy_count(portfolio, conduct->feedback);
	copy->ratings = copy_ratings(portfolio, conduct->ratings);
	return copy;
}

const struct card_facts *member_facts(
	struct portfolio *portfolio, const struct member *member, const struct card_facts *facts)
{
	struct card_facts *copy;

	if (!facts)
		return NULL;
	copy = copy_items(portfolio, (struct array){facts, 1}, sizeof(*copy));
	copy->owner = portfolio_once(portfolio, facts->owner);
	copy->owner_name = portfolio_once(portfolio, facts->owner_name);
	copy->spend_basis = portfolio_once(portfolio, facts->spend_basis);
	copy->renewal = portfolio_once(portfolio, facts->renewal);
	copy->substitutability = portfolio_once(portfolio, facts->substitutability);
	copy->events = copy_events(portfolio, member, facts->events);
	copy->mirror = copy_conduct(portfolio, facts->mirror);
	copy->cost_to_end_of_life = copy_lives(portfolio, facts->cost_to_end_of_life);
	if (facts->converted)
		copy->converted = copy_items(
			portfolio, (struct array){facts->converted, 1}, sizeof(*facts->converted));
	return copy;
}
