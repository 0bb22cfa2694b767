/*
 * A portfolio written by hand, to be written in every format: one with a partner of everything,
 * one of nothing and one that has ended, which tests alter.
 */
#ifndef UNIT_REPORTED_H
#define UNIT_REPORTED_H

#include "partner/report.h"

/* As of 2026-06-30; every part can be changed. The report has no sections. */
struct reported {
	struct report report;
	struct portfolio portfolio;
	struct member zeta; /* named Zeta: talk, B */
	struct member beta; /* named Beta: gather, ungraded, nothing known */
	struct member gone; /* named Gone: ended on 2026-05-31 */
	struct card_mirror mirror;
	struct card_facts facts;                     /* of zeta */
	struct card_facts ended;                     /* of gone */
	struct card_event events[7];                 /* of zeta: two are past */
	struct card_event reentry[1];                /* of gone */
	const struct member *partners[2], *gones[1]; /* in order H: zeta, beta; gone */
};

void report_write(struct reported *reported);

#endif
