/*
 * The portfolio as a whole. Private to lib/report.
 */
#ifndef REPORT_OVERVIEW_H
#define REPORT_OVERVIEW_H

#include "partner/report.h"

/* ---- grades: overview_grades.c ---- */

struct graded {
	const char *name;
	double from; /* the least score that earns it; below 0: no policy has it */
	size_t place;
	int64_t n;
};

/* The grades that partners could have, by any of their policies, the best first. */
struct grades {
	struct names names;
	struct graded *items;
	size_t n, capacity;
	size_t *places; /* by number of the name */
	int64_t ungraded;
};

void grades_count(struct grades *grades, const struct portfolio *portfolio);

/* The place of a partner's grade; grades->n when it has none. */
size_t grades_place(struct grades *grades, const struct member *member);

/* Its name; "-" for none. */
const char *grades_name(const struct grades *grades, size_t place);

/* ---- spend: overview_spend.c ---- */

/* Fills in all that is about money. */
void overview_spend(struct report_portfolio *overview, const struct portfolio *portfolio,
	struct grades *grades);

#endif
