#include "sign_votes.h"

#include <stdlib.h>

static size_t place_of(const struct view *view, const struct rating *rating)
{
	return (size_t)(rating - LIST_ITEMS(struct rating, view->partner->ratings));
}

static void read_votes(const struct sign_case *sign, struct panel *panel)
{
	const struct view *view = sign->view;
	const struct measurement *taken = &panel->measure->taken;

	panel->votes = arena_array(sign->arena, taken->n_used, sizeof(struct vote));
	for (size_t i = 0; i < taken->n_used; i++) {
		const struct rating *rating = (const struct rating *)taken->used[i].head;

		panel->votes[panel->n++] = (struct vote){
			.rating = rating,
			.rater = &view->raters[view->rater_of[place_of(view, rating)]],
			.adjusted = taken->used[i].value,
		};
	}
}

struct panels panels_read(const struct sign_case *sign)
{
	const struct score *score = &sign->judgement->score;
	size_t ratings = sign->view->partner->ratings.list.n;
	struct panels panels = {0};

	if (!ratings)
		return panels;
	panels.items = arena_array(sign->arena, score->n, sizeof(struct panel));
	panels.cited = arena_array(sign->arena, ratings, sizeof(bool));
	for (size_t i = 0; i < score->n; i++) {
		struct panel panel = {.criterion = &score->criteria[i]};

		panel.measure = panel_measure(panel.criterion);
		if (!panel.measure || !panel.measure->taken.n_used)
			continue;
		read_votes(sign, &panel);
		panels.items[panels.n++] = panel;
	}
	return panels;
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
	struct panels panels = panels_read(sign);
	size_t n = 0;

	for (size_t i = 0; i < panels.n; i++)
		if (worry(sign, &panels.items[i]))
			panels.items[n++] = panels.items[i];
	panels.n = n;
	if (n)
		qsort(panels.items, n, sizeof(struct panel), compare_panels);
	return panels;
}

void panels_cite(const struct panels *panels, struct sign_case *sign, const struct rating *rating)
{
	bool *cited = &panels->cited[place_of(sign->view, rating)];

	if (!*cited)
		sign_cite(sign, &rating_record, &rating->head, rating->date.date);
	*cited = true;
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

struct ballot *ballots_count(const struct sign_case *sign, const struct panels *panels)
{
	const struct rater *raters = sign->view->raters;
	struct ballot *ballots =
		arena_array(sign->arena, sign->view->n_raters, sizeof(struct ballot));

	for (size_t i = 0; i < panels->n; i++)
		for (size_t k = 0; k < panels->items[i].n; k++) {
			const struct vote *vote = &panels->items[i].votes[k];

			count_vote(&ballots[vote->rater - raters], vote);
		}
	return ballots;
}

void ballots_cite(const struct ballot *ballots, const struct panels *panels, struct sign_case *sign)
{
	const struct view *view = sign->view;

	for (size_t i = 0; i < panels->n; i++)
		for (size_t k = 0; k < panels->items[i].n; k++) {
			const struct vote *vote = &panels->items[i].votes[k];

			if (ballots[vote->rater - view->raters].named)
				panels->cited[place_of(view, vote->rating)] = true;
		}
	EACH (struct rating, rating, view->partner->ratings)
		if (panels->n && panels->cited[place_of(view, rating)])
			sign_cite(sign, &rating_record, &rating->head, rating->date.date);
}
