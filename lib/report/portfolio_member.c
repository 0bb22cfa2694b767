/* What is kept of a card. */
#include <math.h>
#include <string.h>

#include "partner/signs.h"
#include "portfolio_parts.h"

/* ---- criteria ---- */

/* The ids: those of the card before, where they are the same. */
static struct array name_criteria(struct portfolio *portfolio, struct array criteria)
{
	const char *const *last = portfolio->criteria.items;
	const char **ids = arena_array(&portfolio->scratch, criteria.n, sizeof(*ids));
	bool same = criteria.n == portfolio->criteria.n;
	size_t n = 0;

	RESULT_EACH (struct card_criterion, criterion, criteria) {
		ids[n] = portfolio_once(portfolio, criterion->criterion);
		same = same && ids[n] == last[n];
		n++;
	}
	if (!same) {
		const char **kept = arena_array(&portfolio->parts, n, sizeof(*kept));

		memcpy(kept, ids, n * sizeof(*kept));
		portfolio->criteria = (struct array){kept, n};
	}
	return portfolio->criteria;
}

static void take_criteria(
	struct member *member, struct portfolio *portfolio, const struct scorecard *card)
{
	double *points = arena_array(&portfolio->parts, card->criteria.n, sizeof(*points));
	size_t n = 0;

	member->criteria = name_criteria(portfolio, card->criteria);
	RESULT_EACH (struct card_criterion, criterion, card->criteria)
		points[n++] = criterion->score;
	member->points = points;
}

/* ---- signs ---- */

/* A sign of the card on its way to its place. */
struct placed {
	const struct sign_info *info; /* NULL: this version does not know it */
	const struct card_sign *sign;
};

/* In the order of the catalogue; what it does not know comes last. */
static bool is_before(const struct placed *one, const struct placed *other)
{
	return one->info && (!other->info || one->info < other->info);
}

/* Nearly always they come in order, and there are never many of them. */
static const struct placed *place_signs(struct arena *scratch, struct array signs)
{
	struct placed *placed = arena_array(scratch, signs.n, sizeof(*placed));
	size_t n = 0;

	RESULT_EACH (struct card_sign, sign, signs) {
		struct placed one = {sign_find(sign->sign), sign};
		size_t at = n++;

		for (; at > 0 && is_before(&one, &placed[at - 1]); at--)
			placed[at] = placed[at - 1];
		placed[at] = one;
	}
	return placed;
}

static struct member_sign take_sign(struct portfolio *portfolio, const struct placed *placed)
{
	const struct card_sign *sign = placed->sign;

	return (struct member_sign){
		.sign = placed->info ? placed->info->id : portfolio_once(portfolio, sign->sign),
		.newest = sign->newest,
		.level = (int16_t)sign->level,
		.muted = sign->muted != DATE_NONE,
	};
}

static void take_texts(
	struct member *member, struct portfolio *portfolio, const struct placed *placed)
{
	const struct member_sign *signs = member->signs.items;
	const char **texts =
		arena_array(&portfolio->parts, member->heard[SIGN_CRITICAL], sizeof(*texts));
	size_t n = 0;

	for (size_t i = 0; i < member->signs.n; i++) {
		const char *text = placed[i].sign->text;

		if (sign_is_serious(&signs[i]))
			texts[n++] =
				text ? arena_copy(&portfolio->parts, text, strlen(text)) : NULL;
	}
	member->texts = texts;
}

static void take_signs(
	struct member *member, struct portfolio *portfolio, const struct scorecard *card)
{
	const struct placed *placed = place_signs(&portfolio->scratch, card->signs);
	struct member_sign *rows =
		arena_array(&portfolio->parts, card->signs.n, sizeof(struct member_sign));

	for (size_t i = 0; i < card->signs.n; i++) {
		rows[i] = take_sign(portfolio, &placed[i]);
		if (rows[i].muted)
			member->muted++;
		else
			member->heard[rows[i].level]++;
	}
	member->signs = (struct array){rows, card->signs.n};
	if (member->heard[SIGN_CRITICAL])
		take_texts(member, portfolio, placed);
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
	rows = arena_array(&portfolio->parts, raters.n, sizeof(*rows));
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
	member->policy = portfolio_policy(portfolio, card->policy);
	member->calibration = portfolio_once(portfolio, card->calibration->digest);
}

/* What only cards that count are asked for. */
static void fill_parts(
	struct member *member, struct portfolio *portfolio, const struct scorecard *card)
{
	member->reason = portfolio_once(portfolio, card->reason);
	take_criteria(member, portfolio, card);
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
		.term_end = contract ? contract->end : DATE_NONE,
		.units = NAN,
	};
	fill_name(member, portfolio, before, card);
	member->rank = policy_rank(member->policy, member->grade);
	take_signs(member, portfolio, card);
	if (!is_past(portfolio, before, card))
		fill_parts(member, portfolio, card);
}
