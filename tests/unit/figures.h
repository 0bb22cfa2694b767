/*
 * The robustness of scores made up from a figure for each criterion.
 */
#ifndef UNIT_FIGURES_H
#define UNIT_FIGURES_H

#include "measured.h"
#include "partner/robustness.h"

/* Criteria with a figure each, as of 2026-06-30. */
struct figure {
	const char *id;
	double points;      /* NaN: not measured */
	const char *weight; /* and its bounds */
};

struct figures_of {
	struct scene scene;
	struct score score;
	struct robustness robustness;
};

/* Scores them by a policy of these criteria and grades (none: the built-in ones), with ranges. */
void open_figures(
	struct figures_of *of, const char *grades, const struct figure *figures, size_t n);

/* Takes the robustness of the partner of that name. */
void take_robustness(struct figures_of *of, const char *partner);

#define OPEN(of, grades, figures)                                           \
	do {                                                                \
		open_figures((of), (grades), (figures), COUNT_OF(figures)); \
		take_robustness((of), "acme");                              \
	} while (0)

/* Share of the draws that gave the grade. */
double share(const struct figures_of *of, const char *grade);

void assert_within(double got, double expected, double tolerance);

/* Five standard deviations of a share of the draws. */
#define CHANCE 0.025

#endif
