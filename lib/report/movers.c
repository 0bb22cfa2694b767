/* Partners whose score has moved since S. */
#include "movers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "partner/footing.h"
#include "rows.h"

/* Less is no move. */
#define MOVE_LEAST 2.0

/* Lists with room for all partners. */
struct lists {
	struct report_mover *falls, *rises;
	size_t n_falls, n_rises;
};

static const struct report_end *end_of(struct arena *arena, const struct member *member)
{
	struct report_end *end = ARENA_NEW(arena, struct report_end);

	*end = (struct report_end){member->as_of, member->score, member->grade};
	return end;
}

static void add_mover(
	struct lists *lists, struct arena *arena, const struct member *member, double delta)
{
	struct report_mover *mover =
		delta < 0 ? &lists->falls[lists->n_falls++] : &lists->rises[lists->n_rises++];

	*mover = (struct report_mover){
		.partner = member->partner,
		.name = row_name(member),
		.from = end_of(arena, member->past),
		.to = end_of(arena, member),
		.delta = delta,
		.member = member,
	};
}

static void compare_ends(struct report_movers *movers, struct lists *lists, struct arena *arena,
	const struct member *member)
{
	double delta = footing_tenth(member->score - member->past->score);

	movers->compared++;
	movers->newly_graded += member->graded && !member->past->graded;
	movers->no_longer_graded += !member->graded && member->past->graded;
	if (!member->graded || !member->past->graded)
		return;
	if (fabs(delta) >= MOVE_LEAST)
		add_mover(lists, arena, member, delta);
	else
		movers->still++;
}

/* The largest first. */
static int compare_movers(const void *left, const void *right)
{
	const struct report_mover *a = left, *b = right;

	if (fabs(a->delta) != fabs(b->delta))
		return fabs(a->delta) > fabs(b->delta) ? -1 : 1;
	return member_compare_h(&a->member, &b->member);
}

/* Without both cards nothing tells. */
static void explain(struct portfolio *portfolio, struct report_mover *mover)
{
	struct arena scratch = {0};
	struct mover_ends ends = {.delta = mover->delta};

	ends.to = portfolio_card(portfolio, mover->member, &scratch);
	ends.from = ends.to ? portfolio_card(portfolio, mover->member->past, &scratch) : NULL;
	if (ends.from)
		mover->cause = mover_cause(portfolio->names.arena, &scratch, &ends);
	arena_free(&scratch);
}

static struct array finish(struct portfolio *portfolio, struct report_mover *movers, size_t n)
{
	size_t explained = n;

	if (n > MOVERS_EXPLAINED && !portfolio->options.uncut)
		explained = MOVERS_EXPLAINED;
	qsort(movers, n, sizeof(*movers), compare_movers);
	for (size_t i = 0; i < explained; i++)
		explain(portfolio, &movers[i]);
	return (struct array){movers, n};
}

const struct report_movers *report_movers(struct portfolio *portfolio)
{
	struct arena *arena = portfolio->names.arena;
	const struct members *partners = &portfolio->partners;
	struct report_movers *movers = ARENA_NEW(arena, struct report_movers);
	struct lists lists = {
		.falls = arena_array(arena, partners->n, sizeof(struct report_mover)),
		.rises = arena_array(arena, partners->n, sizeof(struct report_mover)),
	};

	for (size_t i = 0; i < partners->n; i++)
		if (partners->items[i]->past)
			compare_ends(movers, &lists, arena, partners->items[i]);
	movers->falls = finish(portfolio, lists.falls, lists.n_falls);
	movers->rises = finish(portfolio, lists.rises, lists.n_rises);
	return movers;
}
