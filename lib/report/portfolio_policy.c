/* Policies of a portfolio: few, though every card has one. */
#include <string.h>

#include "portfolio_parts.h"

/* With its length, so that no text runs into the next one. */
static void put_text(struct buffer *key, const char *text)
{
	if (text)
		buffer_printf(key, "%zu=%s", strlen(text), text);
	buffer_putc(key, ';');
}

/* The same for policies of the same content, and only for those. */
static const char *key_for(struct arena *scratch, const struct card_policy *policy)
{
	struct buffer key = {0};

	put_text(&key, policy->id);
	put_text(&key, policy->digest);
	put_text(&key, policy->currency);
	buffer_printf(&key, "%a;%a;", policy->exit_below, policy->talk_below);
	RESULT_EACH (struct card_band, band, policy->bands) {
		put_text(&key, band->grade);
		buffer_printf(&key, "%a;", band->from);
	}
	return buffer_keep(&key, scratch);
}

static const struct card_policy *copy_policy(
	struct portfolio *portfolio, const struct card_policy *policy)
{
	struct card_policy *copy = ARENA_NEW(&portfolio->arena, struct card_policy);
	struct card_band *bands =
		arena_array(&portfolio->arena, policy->bands.n, sizeof(struct card_band));
	size_t n = 0;

	RESULT_EACH (struct card_band, band, policy->bands)
		bands[n++] = (struct card_band){portfolio_once(portfolio, band->grade), band->from};
	*copy = *policy;
	copy->id = portfolio_once(portfolio, policy->id);
	copy->digest = portfolio_once(portfolio, policy->digest);
	copy->currency = portfolio_once(portfolio, policy->currency);
	copy->bands = (struct array){bands, n};
	return copy;
}

const struct card_policy *portfolio_policy(
	struct portfolio *portfolio, const struct card_policy *policy)
{
	size_t known = portfolio->policy_keys.n;
	uint32_t number = names_add(&portfolio->policy_keys, key_for(&portfolio->scratch, policy));

	if (number == known) {
		portfolio->policies = arena_grow(&portfolio->arena, portfolio->policies, known,
			&portfolio->policy_capacity, sizeof(const struct card_policy *));
		portfolio->policies[number] = copy_policy(portfolio, policy);
	}
	return portfolio->policies[number];
}

uint32_t policy_rank(const struct card_policy *policy, const char *grade)
{
	uint32_t rank = 0;

	RESULT_EACH (struct card_band, band, policy->bands) {
		if (band->grade && strcmp(band->grade, grade) == 0)
			break;
		rank++;
	}
	return rank;
}
