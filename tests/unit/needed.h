/*
 * Partners that need somebody, as tests of the first section want them.
 */
#ifndef UNIT_NEEDED_H
#define UNIT_NEEDED_H

#include "filed.h"

/* To which a contract renews, and what that costs. */
#define NEXT_END "2027-08-31"
#define FOR_MONEY " for 312000.00 USD\n"

/* A contract that renews by itself, whose notice is to be sent by that day, or was; with the sign
 * notice-due unless SIGN_OFF. */
struct scorecard *need_notice(
	struct filed *filed, const char *id, const char *send_by, enum sign_level level);

/* A standing, with a reason. */
struct scorecard *need_standing(struct filed *filed, const char *id, enum standing standing);

/* Closes the portfolio, and compares its needs: `class date NAME: sentence` a line. */
void expect_needs(struct filed *filed, const char *expected);

#endif
