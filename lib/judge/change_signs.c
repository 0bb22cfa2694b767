/* Which warning signs are heard that were not, and the other way round (D11). */
#include <string.h>

#include "change_parts.h"

enum turn { SIGN_STAYS, SIGN_RAISED, SIGN_CLEARED, SIGN_EASED, SIGN_MUTED };

static bool is_muted(const struct card_sign *sign)
{
	return sign && sign->muted != DATE_NONE;
}

/* What is muted is heard no more than what is not there. */
static int rank_of(const struct card_sign *sign)
{
	return sign && !is_muted(sign) ? sign->level : SIGN_OFF;
}

static enum turn turn_of(const struct card_sign *before, const struct card_sign *after)
{
	int from = rank_of(before), to = rank_of(after);

	if (to > from)
		return SIGN_RAISED;
	if (to == from)
		return SIGN_STAYS;
	if (!after)
		return SIGN_CLEARED;
	return is_muted(after) ? SIGN_MUTED : SIGN_EASED;
}

static const struct card_sign *find(const struct scorecard *card, const char *name)
{
	RESULT_EACH (struct card_sign, sign, card->signs)
		if (strcmp(sign->sign, name) == 0)
			return sign;
	return NULL;
}

/* The names of the signs of `listed` that took the turn. */
static struct array names_of(struct arena *arena, const struct scorecard *listed,
	const struct scorecard *from, const struct scorecard *to, enum turn turn)
{
	const char **names = arena_array(arena, listed->signs.n, sizeof(*names));
	size_t n = 0;

	RESULT_EACH (struct card_sign, sign, listed->signs)
		if (turn_of(find(from, sign->sign), find(to, sign->sign)) == turn)
			names[n++] = sign->sign;
	return (struct array){names, n};
}

const struct change_signs *change_signs_of(
	struct arena *arena, const struct scorecard *from, const struct scorecard *to)
{
	struct change_signs *signs = ARENA_NEW(arena, struct change_signs);

	*signs = (struct change_signs){
		.raised = names_of(arena, to, from, to, SIGN_RAISED),
		.cleared = names_of(arena, from, from, to, SIGN_CLEARED),
		.eased = names_of(arena, to, from, to, SIGN_EASED),
		.muted = names_of(arena, to, from, to, SIGN_MUTED),
	};
	return signs;
}
