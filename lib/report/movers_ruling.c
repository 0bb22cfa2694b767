/* A move that comes of another policy, or of another calibration. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "movers.h"
#include "partner/footing.h"
#include "partner/same.h"
#include "partner/search.h"

/* The measure that a calibration adjusts. */
#define PANEL "panel"

/* ---- another policy ---- */

/* Only scale or weights can have moved it: it says the same on both cards, or one policy alone
 * has it. */
static bool is_policy(const struct card_measure *from, const struct card_measure *to)
{
	return !from || !to || (same_real(from->value, to->value) && from->n == to->n);
}

/* Where a criterion was measured at one end only, its weight effect is shared by its measures. */
static double policy_part(
	struct arena *scratch, const struct mover_ends *ends, const struct change *change)
{
	const struct change_criterion *criteria = change->criteria.items;
	struct measures from = measures_of(scratch, ends->from);
	struct measures to = measures_of(scratch, ends->to);
	double part = 0;

	for (size_t i = 0; i < change->criteria.n; i++) {
		const struct change_criterion *criterion = &criteria[i];
		const struct change_measure *measures = criterion->measures.items;

		if (!isnan(criterion->from) && !isnan(criterion->to))
			part += criterion->weight_effect;
		for (size_t k = 0; k < criterion->measures.n; k++) {
			const char *measure = measures[k].measure;

			if (is_policy(measures_find(&from, criterion->criterion, measure),
				    measures_find(&to, criterion->criterion, measure)))
				part += measures[k].effect;
		}
	}
	return part;
}

/* ---- another calibration ---- */

struct votes {
	struct card_vote *items;
	size_t n;
};

static int compare_votes(const void *left, const void *right)
{
	const struct card_vote *a = left, *b = right;
	int order = strcmp(a->criterion, b->criterion);

	if (!order)
		order = strcmp(a->rater, b->rater);
	return order ? order : (a->raw > b->raw) - (a->raw < b->raw);
}

static struct votes votes_of(struct arena *scratch, const struct scorecard *card)
{
	const struct card_vote *panel = card->panel.items;
	struct votes votes = {arena_array(scratch, card->panel.n, sizeof(*panel)), 0};

	for (size_t i = 0; i < card->panel.n; i++)
		if (panel[i].criterion && panel[i].rater && !isnan(panel[i].raw))
			votes.items[votes.n++] = panel[i];
	qsort(votes.items, votes.n, sizeof(*panel), compare_votes);
	return votes;
}

/* The first vote on the criterion; NULL without one. */
static const struct card_vote *find_votes(const struct votes *votes, const char *criterion)
{
	struct search search = {.end = votes->n};

	while (search_on(&search))
		search_halve(&search, strcmp(votes->items[search.at].criterion, criterion) < 0);
	return &votes->items[search.at];
}

static bool is_on(const struct votes *votes, const struct card_vote *vote, const char *criterion)
{
	return vote < votes->items + votes->n && strcmp(vote->criterion, criterion) == 0;
}

/* The same raters gave the same points; there must be some. */
static bool same_votes(const struct votes *from, const struct votes *to, const char *criterion)
{
	const struct card_vote *a = find_votes(from, criterion), *b = find_votes(to, criterion);
	bool some = is_on(from, a, criterion);

	while (is_on(from, a, criterion) && is_on(to, b, criterion)) {
		if (strcmp(a->rater, b->rater) != 0 || a->raw != b->raw)
			return false;
		a++;
		b++;
	}
	return some && !is_on(from, a, criterion) && !is_on(to, b, criterion);
}

static double calibration_part(
	struct arena *scratch, const struct mover_ends *ends, const struct change *change)
{
	const struct change_criterion *criteria = change->criteria.items;
	struct votes from = votes_of(scratch, ends->from), to = votes_of(scratch, ends->to);
	double part = 0;

	for (size_t i = 0; i < change->criteria.n; i++) {
		const struct change_measure *measures = criteria[i].measures.items;

		for (size_t k = 0; k < criteria[i].measures.n; k++)
			if (strcmp(measures[k].measure, PANEL) == 0 &&
				same_votes(&from, &to, criteria[i].criterion))
				part += measures[k].effect;
	}
	return part;
}

/* ---- which of them ---- */

static bool is_over_half(const struct mover_ends *ends, double part)
{
	return footing_tenth(2 * along(ends, part)) > fabs(ends->delta);
}

bool mover_ruling(struct report_cause *cause, struct arena *scratch, const struct mover_ends *ends,
	const struct change *change)
{
	const struct scorecard *from = ends->from, *to = ends->to;

	if (!same_text(from->policy->digest, to->policy->digest)) {
		cause->kind = "policy";
		cause->effect = footing_tenth(policy_part(scratch, ends, change));
		if (is_over_half(ends, cause->effect))
			return true;
	}
	if (!same_text(from->calibration->digest, to->calibration->digest)) {
		cause->kind = "calibration";
		cause->effect = footing_tenth(calibration_part(scratch, ends, change));
		if (is_over_half(ends, cause->effect))
			return true;
	}
	return false;
}
