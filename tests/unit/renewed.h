/*
 * Partners whose contract ends or renews, as tests of what is at stake want them.
 */
#ifndef UNIT_RENEWED_H
#define UNIT_RENEWED_H

#include "filed.h"

/* A contract; days and amounts may be NULL. */
struct terms {
	const char *renewal;
	const char *opens, *send_by, *end, *next;
	const char *missing, *spend; /* amounts: of missing the notice, of a year */
	bool missed;
};

struct scorecard *renewed_card(struct filed *filed, const char *id, const struct terms *terms);

/* ADD_RENEWED(&filed, "acme", .renewal = "auto", .send_by = "2026-09-30") */
#define ADD_RENEWED(filed, id, ...) \
	filed_add((filed), renewed_card((filed), (id), &(struct terms){__VA_ARGS__}))

#endif
