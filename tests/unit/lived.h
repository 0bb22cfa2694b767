/* Costs to the end of life of plans made from short texts. */
#ifndef UNIT_LIVED_H
#define UNIT_LIVED_H

#include "planned.h"

/* 100.00 EUR a day until the end of 2026. A line of 365.00 EUR a month is of 12.00 EUR a day. */
#define CONTRACT(more) \
	"contract: {start: 2026-01-01, end: 2026-12-31, value: 36500.00 EUR" more "}\n"

/* An exit whose cutover is on a day; by default two months before the end. */
#define EXIT_ON(day, more) "exit: {tasks: [{id: cutover, after: [], fixed: " day "}]" more "}\n"
#define EXIT(more) EXIT_ON("2026-10-31", more)

/* Fails unless the plan's costs are these, a line for each currency: `EUR: low, expected, high,
 * present value`. */
void life_check(const struct plan_text *text, const char *expected);

#endif
