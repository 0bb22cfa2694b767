#include "sign_votes.h"

#include <stdlib.h>
#include <string.h>

static size_t place_of(const struct view *view, const struct rating *rating)
{
	return (size_t)(rating - LIST_ITEMS(struct rating, view->partner->ratings));
}

static void read_votes(struct arena *arena, const struct view *view, struct panel *panel)
{
	const struct measurement *taken = &panel->measure->taken;

	panel->votes = arena_array(arena, taken->n_used, sizeof(struct vote));
	for (size_t i = 0; i < taken->n_used; i++) {
		const struct rating *rating = (const struct rating *)taken->used[i].head;

		panel->votes[panel->n++] = (struct vote){
			.rating = rating,
			.rater = &view->raters[view->rater_of[place_of(view, rating)]],
			.adjusted = taken->used[i].value,
			.weight = taken->used[i].weight,
		};
	}
}

static void count_vote(struct ballot *ballot, const struct vote *vote)
{
	if (!ballot->n) {
		ballot->rater = vote->rater;
		ballot->adjusted = vote->adjusted;
		ballot->alike = true;
	}
	/* of one rater: the same points less the same offset are the same number */
	ballot->alike &= vote->adjusted >= ballot->adjusted && vote->adjusted <= ballot->adjusted;
	ballot->n++;
}

struct panels *panels_read(struct arena *arena, const struct view *view, const struct score *score)
{
	struct panels *panels = ARENA_NEW(arena, struct panels);

	if (!view->n_raters)
		return panels;
	panels->items = arena_array(arena, score->n, sizeof(struct panel));
	panels->ballots = arena_array(arena, view->n_raters, sizeof(struct ballot));
	panels->cited = arena_array(arena, view->partner->ratings.list.n, sizeof(bool));
	for (size_t i = 0; i < score->n; i++) {
		struct panel panel = {.criterion = &score->criteria[i]};

		panel.measure = judge_panel_measure(panel.criterion);
		if (!panel.measure || !panel.measure->taken.n_used)
			continue;
		read_votes(arena, view, &panel);
		for (size_t k = 0; k < panel.n; k++)
			count_vote(&panels->ballots[panel.votes[k].rater - view->raters],
				&panel.votes[k]);
		panels->items[panels->n++] = panel;
	}
	return panels;
}

/* No rating is cited yet in this sign. */
static void clear_cited(const struct sign_case *sign, const struct panels *panels)
{
	if (panels->n)
		memset(panels->cited, 0, sign->view->partner->ratings.list.n * sizeof(bool));
}

/* Equal ones keep their order. */
static int compare_panels(const void *left, const void *right)
{
	const struct panel *a = left, *b = right;

	if (a->worry < b->worry || a->worry > b->worry)
		return a->worry > b->worry ? -1 : 1;
	return (a->criterion > b->criterion) - (a->criterion < b->criterion);
}

struct panels panels_worrying(const struct sign_case *sign, worry_fn *worry)
{
	const struct panels *all = sign->judgement->panels;
	struct panels panels = {.cited = all->cited};
	size_t room = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct panel panel = all->items[i];

		if (!worry(sign, &panel))
			continue;
		panels.items = arena_grow(
			sign->arena, panels.items, panels.n, &room, sizeof(struct panel));
		panels.items[panels.n++] = panel;
	}
	if (panels.n)
		qsort(panels.items, panels.n, sizeof(struct panel), compare_panels);
	clear_cited(sign, &panels);
	return panels;
}

void panels_cite(const struct panels *panels, struct sign_case *sign, const struct rating *rating)
{
	bool *cited = &panels->cited[place_of(sign->view, rating)];

	if (!*cited)
		sign_cite(sign, &rating_record, &rating->head, rating->date.date);
	*cited = true;
}

struct ballot *ballots_open(const struct sign_case *sign)
{
	struct ballot *ballots = sign->judgement->panels->ballots;

	for (size_t i = 0; i < sign->view->n_raters; i++)
		ballots[i].named = false;
	return ballots;
}

void ballots_cite(struct sign_case *sign)
{
	const struct panels *panels = sign->judgement->panels;
	const struct view *view = sign->view;

	clear_cited(sign, panels);
	for (size_t i = 0; i < panels->n; i++)
		for (size_t k = 0; k < panels->items[i].n; k++) {
			const struct vote *vote = &panels->items[i].votes[k];

			if (panels->ballots[vote->rater - view->raters].named)
				panels->cited[place_of(view, vote->rating)] = true;
		}
	EACH (struct rating, rating, view->partner->ratings)
		if (panels->n && panels->cited[place_of(view, rating)])
			sign_cite(sign, &rating_record, &rating->head, rating->date.date);
}
