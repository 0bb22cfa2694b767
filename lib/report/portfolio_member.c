/* What is kept of a card. */
#include <math.h>
#include <string.h>

#include "partner/signs.h"
#include "portfolio_parts.h"

/* ---- criteria ---- */

static struct array take_criteria(struct portfolio *portfolio, const struct scorecard *card)
{
	struct member_criterion *rows =
		arena_array(&portfolio->arena, card->criteria.n, sizeof(struct member_criterion));
	size_t n = 0;

	RESULT_EACH (struct card_criterion, criterion, card->criteria)
		rows[n++] = (struct member_criterion){
			portfolio_once(portfolio, criterion->criterion), criterion->score};
	return (struct array){rows, n};
}

/* ---- signs ---- */

static struct member_sign take_sign(struct portfolio *portfolio, const struct card_sign *sign)
{
	const struct sign_info *info = sign_find(sign->sign);
	bool muted = sign->muted != DATE_NONE;
	bool told = sign->level == SIGN_CRITICAL && !muted && sign->text;

	return (struct member_sign){
		.info = info,
		.sign = info ? info->id : portfolio_once(portfolio, sign->sign),
		.level = (int16_t)sign->level,
		.muted = muted,
		.newest = sign->newest,
		.text = told ? arena_copy(&portfolio->arena, sign->text, strlen(sign->text)) : NULL,
	};
}

/* In the order of the catalogue; what it does not know comes last. */
static bool is_before(const struct member_sign *one, const struct member_sign *other)
{
	return one->info && (!other->info || one->info < other->info);
}

/* Nearly always they come in order, and there are never many of them. */
static void take_signs(
	struct member *member, struct portfolio *portfolio, const struct scorecard *card)
{
	struct member_sign *rows =
		arena_array(&portfolio->arena, card->signs.n, sizeof(struct member_sign));
	size_t n = 0;

	RESULT_EACH (struct card_sign, sign, card->signs) {
		struct member_sign row = take_sign(portfolio, sign);
		size_t at = n++;

		for (; at > 0 && is_before(&row, &rows[at - 1]); at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
		if (row.muted)
			member->muted++;
		else
			member->heard[row.level]++;
	}
	member->signs = (struct array){rows, n};
}

/* ---- raters ---- */

/* Whose votes counted; a name is numbered by its first appearance. */
static struct array take_raters(struct portfolio *portfolio, const struct scorecard *card)
{
	struct names raters = {.arena = &portfolio->scratch};
	int64_t *votes = arena_array(&portfolio->scratch, card->panel.n, sizeof(*votes));
	struct member_rater *rows;

	RESULT_EACH (struct card_vote, vote, card->panel)
		if (vote->rater && vote->weight > 0)
			votes[names_add(&raters, vote->rater)]++;
	rows = arena_array(&portfolio->arena, raters.n, sizeof(*rows));
	for (size_t i = 0; i < raters.n; i++)
		rows[i] =
			(struct member_rater){portfolio_once(portfolio, raters.texts[i]), votes[i]};
	return (struct array){rows, raters.n};
}

/* ---- the rest ---- */

/* What two cards of one partner share. */
static const char *take_text(struct portfolio *portfolio, const char *before, const char *text)
{
	if (!text)
		return NULL;
	if (before && strcmp(before, text) == 0)
		return before;
	return arena_copy(&portfolio->arena, text, strlen(text));
}

static const struct card_mirror *take_mirror(
	struct portfolio *portfolio, const struct card_mirror *mirror)
{
	struct card_mirror *copy;

	if (!mirror)
		return NULL;
	copy = arena_take(&portfolio->arena, sizeof(*copy));
	*copy = *mirror;
	copy->grade = portfolio_once(portfolio, mirror->grade);
	return copy;
}

/* Whom the card is about, and where it came from. */
static void fill_name(struct member *member, struct portfolio *portfolio,
	const struct member *before, const struct scorecard *card)
{
	const struct member none = {0};

	before = before ? before : &none;
	member->partner = take_text(portfolio, before->partner, card->partner);
	member->name = take_text(portfolio, before->name, card->name);
	member->path = take_text(portfolio, before->path, card->source->path);
	member->line = card->source->line;
	member->kind = portfolio_once(portfolio, card->kind);
	member->tier = portfolio_once(portfolio, card->tier);
	member->criticality = portfolio_once(portfolio, card->criticality);
	member->self = card->kind && strcmp(card->kind, partner_kind_words[KIND_SELF]) == 0;
	member->policy = portfolio_policy(portfolio, before->policy, card->policy);
	member->calibration = portfolio_once(portfolio, card->calibration->digest);
}

/* What only cards that count are asked for. */
static void fill_parts(struct member *member, struct portfolio *portfolio,
	const struct member *before, const struct scorecard *card)
{
	member->reason = take_text(portfolio, before ? before->reason : NULL, card->reason);
	member->criteria = take_criteria(portfolio, card);
	member->raters = take_raters(portfolio, card);
	member->mirror = take_mirror(portfolio, card->mirror);
	member->facts = member_facts(portfolio, member, card->facts);
}

/* Whether a newer card of the partner, just before, leaves it to be a past at most. */
static bool is_past(const struct portfolio *portfolio, const struct member *before,
	const struct scorecard *card)
{
	int32_t day = portfolio->options.as_of;

	return before && before->side == card->side && before->as_of > card->as_of &&
		(day == DATE_NONE || before->as_of <= day) &&
		strcmp(before->partner, card->partner) == 0;
}

void member_fill(struct member *member, struct portfolio *portfolio, const struct member *before,
	const struct scorecard *card)
{
	const struct card_contract *contract = card->contract;

	*member = (struct member){
		.side = card->side,
		.as_of = card->as_of,
		.ended = card->ended,
		.score = card->score,
		.low = card->low,
		.high = card->high,
		.coverage = card->coverage,
		.grade = portfolio_once(portfolio, card->grade),
		.graded = card->graded,
		.standing = card->standing,
		.term_start = contract ? contract->start : DATE_NONE,
		.term_end = contract ? contract->end : DATE_NONE,
		.units = NAN,
	};
	fill_name(member, portfolio, before, card);
	member->rank = policy_rank(member->policy, member->grade);
	take_signs(member, portfolio, card);
	if (!is_past(portfolio, before, card))
		fill_parts(member, portfolio, before, card);
}
