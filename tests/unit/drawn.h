/*
 * What was drawn in a chart, read from its SVG.
 */
#ifndef UNIT_DRAWN_H
#define UNIT_DRAWN_H

#include <stdbool.h>

/* The next of these at or after `*at`, which is moved behind its beginning; NULL: no more. Such as
 * `<circle class="dot`. */
const char *drawn_next(const char **at, const char *beginning);

/* The number of this attribute of the element that begins there; fails when it has none. */
double drawn_number(const char *element, const char *name);

/* Whether the element that begins there has this in its tag. */
bool drawn_has(const char *element, const char *part);

/* That an element that begins so has these numbers: "x=216 width=3". */
void assert_drawn(const char *svg, const char *beginning, const char *numbers);

/* Of what may be anything: no NaN, no infinity, the titles and the tags in order. */
void assert_well_drawn(const char *svg);

#endif
