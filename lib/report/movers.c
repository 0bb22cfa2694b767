/* Partners whose score has moved since S. */
#include "movers.h"

#include <math.h>
#include <stdlib.h>

#include "orders.h"
#include "partner/footing.h"

/* Less is no move. */
#define MOVE_LEAST 2.0

/* Who has moved, up or down. */
struct moved {
	struct report_mover *items;
	size_t n;
};

static const struct report_end *end_of(struct arena *arena, const struct member *member)
{
	struct report_end *end = ARENA_NEW(arena, struct report_end);

	*end = (struct report_end){member->as_of, member->score, member->grade};
	return end;
}

static struct report_mover make_mover(
	struct arena *arena, const struct member *member, double delta)
{
	return (struct report_mover){
		.partner = member->partner,
		.name = member->name,
		.from = end_of(arena, member->past),
		.to = end_of(arena, member),
		.delta = delta,
		.member = member,
	};
}

static void compare_ends(struct report_movers *movers, struct moved *moved, struct arena *arena,
	const struct member *member)
{
	double delta = footing_tenth(member->score - member->past->score);

	movers->compared++;
	movers->newly_graded += member->graded && !member->past->graded;
	movers->no_longer_graded += !member->graded && member->past->graded;
	if (!member->graded || !member->past->graded)
		return;
	if (fabs(delta) >= MOVE_LEAST)
		moved->items[moved->n++] = make_mover(arena, member, delta);
	else
		movers->still++;
}

/* Falls, then rises; the largest first. */
static int compare_movers(const void *left, const void *right)
{
	const struct report_mover *a = left, *b = right;

	if ((a->delta < 0) != (b->delta < 0))
		return a->delta < 0 ? -1 : 1;
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
		mover->cause = mover_cause(results_of(portfolio), &scratch, &ends);
	arena_free(&scratch);
}

static struct array finish(struct portfolio *portfolio, struct report_mover *movers, size_t n)
{
	size_t explained = rows_cut(portfolio, n, MOVERS_EXPLAINED);

	for (size_t i = 0; i < explained; i++)
		explain(portfolio, &movers[i]);
	return results_keep(portfolio, movers, n, sizeof(*movers));
}

const struct report_movers *report_movers(struct portfolio *portfolio)
{
	const struct members *partners = &portfolio->partners;
	struct report_movers *movers = ARENA_NEW(results_of(portfolio), struct report_movers);
	struct arena scratch = {0};
	struct moved moved = {arena_array(&scratch, partners->n, sizeof(*moved.items)), 0};
	size_t falls = 0;

	for (size_t i = 0; i < partners->n; i++)
		if (partners->items[i]->past)
			compare_ends(movers, &moved, results_of(portfolio), partners->items[i]);
	qsort(moved.items, moved.n, sizeof(*moved.items), compare_movers);
	while (falls < moved.n && moved.items[falls].delta < 0)
		falls++;
	movers->falls = finish(portfolio, moved.items, falls);
	movers->rises = finish(portfolio, moved.items + falls, moved.n - falls);
	arena_free(&scratch);
	return movers;
}
