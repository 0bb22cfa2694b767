/*
 * What rows of sections have in common. Private to lib/report.
 */
#ifndef REPORT_ROWS_H
#define REPORT_ROWS_H

#include "partner/report.h"

/* What a partner is called; without a name it goes by its id. */
static inline const char *row_name(const struct member *member)
{
	return member->name ? member->name : member->partner;
}

#endif
