/*
 * The counted ratings of today's panels, for the signs about raters. Private to lib/judge.
 */
#ifndef JUDGE_SIGN_VOTES_H
#define JUDGE_SIGN_VOTES_H

#include "sign_rules.h"

/* Differences smaller than this come from arithmetic. */
#define NOISE 1e-9

/* One counted rating of one criterion. */
struct vote {
	const struct rating *rating;
	const struct rater *rater;
	double adjusted; /* 1 to 5, less the rater's offset */
	double weight;   /* evidence × age, above 0 */
};

/* The votes on one criterion, at least one. */
struct panel {
	const struct scored_criterion *criterion;
	const struct scored_measure *measure;
	struct vote *votes; /* by first appearance of the raters */
	size_t n;
	double worry; /* how bad it is to the sign that asks */
};

/* What one rater gave. */
struct ballot {
	const struct rater *rater;
	size_t n;        /* criteria; 0: none is counted */
	double adjusted; /* the points of the first */
	bool alike;      /* all the same points */
	bool named;      /* the sign at hand is about this rater */
};

/* Of all criteria, in their order. */
struct panels {
	struct panel *items;
	size_t n;
	struct ballot *ballots; /* one of each rater of the view, in its order */
	bool *cited; /* by place of the rating in the file: it stands in the evidence at hand */
};

/* The panels that a score rests on, which was taken with records; once for all signs. */
struct panels *panels_read(struct arena *arena, const struct view *view, const struct score *score);

/* Whether a panel is worth the sign; then it says in panel->worry how bad it is. */
typedef bool worry_fn(const struct sign_case *sign, struct panel *panel);

/* Those that are worth it, the worst first; without ballots. */
struct panels panels_worrying(const struct sign_case *sign, worry_fn *worry);

/* Cites a rating, but only once. */
void panels_cite(const struct panels *panels, struct sign_case *sign, const struct rating *rating);

/* The ballots of the judgement, one of each rater of the view, and nobody is named. */
struct ballot *ballots_open(const struct sign_case *sign);

/* Cites the counted ratings of all raters that are named, in the order of the file. */
void ballots_cite(struct sign_case *sign);

#endif
