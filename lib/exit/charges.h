/*
 * What the contract costs over a stretch of days, and what of it is already paid (E2). Stretches
 * are half open to the left: (after, until]; empty when until <= after. Every function sets its
 * result as a whole: what was in it before does not matter. Private to lib/exit.
 */
#ifndef EXIT_CHARGES_H
#define EXIT_CHARGES_H

#include "leaving.h"
#include "partner/exact.h"

/* Charges are of so much a year: a year has 365 days (E2). */
#define CHARGE_YEAR 365

/* How often a year contract.value is due: per month 12; 0 of a term. */
int charge_times(const struct contract *contract);

/* The term that a day lies in, as both ends count; false when the contract lacks its dates.
 * Of a contract that does not renew by itself it is the one from start to end, for all days. */
struct charge_term {
	int32_t first, last;
};

bool charge_term_of(const struct leaving *leaving, int32_t day, struct charge_term *term);

/* One of the pieces that a charge is the sum of: amount × days × times ÷ divisor; of whole terms
 * their number and 1. */
struct charge_piece {
	struct money amount;
	int64_t days, times, divisor;
};

/* Walks over the pieces of (after, until]; the rest starts as 0. */
struct charge_walk {
	const struct leaving *leaving;
	int32_t after, until;
	size_t place;
	bool lacks; /* it has ended for want of a date */
};

bool charge_next(struct charge_walk *walk, struct charge_piece *piece);

/* Days of first…last in (after, until]. */
int64_t days_shared(int32_t first, int32_t last, int32_t after, int32_t until);

/* Whether the line is among the forecasts that stand in for contract.value. */
bool charge_stands_in(const struct view *view, const struct cost *cost);

/* What the charge is in; 0 when it is not known. */
uint16_t charge_currency(const struct leaving *leaving);

/* Why a charge could not be told: what is missing, or does not add up. */
const char *charge_lacks(const struct leaving *leaving);

/*
 * The charge of (after, until]: of the contract's value, else of the forecasts for subscription
 * and services that there are. False when neither is known, or they do not add up exactly.
 */
bool charge_rate(const struct leaving *leaving, int32_t after, int32_t until, struct exact *sum);

/* What of (after, until] is prepaid, in the currency of the charge; false as above. */
bool charge_paid(const struct leaving *leaving, int32_t after, int32_t until, struct exact *sum);

/* max(0, rate − paid). */
bool charge_due(const struct leaving *leaving, int32_t after, int32_t until, struct exact *sum);

/*
 * The exact part of a cost line's forecast (its actual with `actual`) that falls into
 * (after, until], by R44; nothing, of no currency, when it does not reach into it. False without
 * that amount.
 */
bool charge_cost(const struct leaving *leaving, const struct cost *cost, bool actual, int32_t after,
	int32_t until, struct exact *sum);

/* A share as a numerator over SHARE_PARTS: exact for up to nine decimals. */
#define SHARE_PARTS 1000000000
int64_t share_parts(double share);

/* A payment in advance that is on record by D, with its dates and amount. */
bool prepaid_known(const struct prepaid *prepaid);
bool prepaid_exists(const struct view *view, const struct prepaid *prepaid);

/* What becomes of a payment in advance when X is `day` (R28). */
struct refund {
	int64_t days;       /* of the payment */
	int64_t unused;     /* of them after X */
	int64_t beyond;     /* of those after N: owed back in full */
	int64_t share;      /* of the others, in SHARE_PARTS */
	struct money total; /* amount × unused ÷ days */
	struct money owed;  /* what of it we are entitled to; each rounded once */
};

/* Of a payment that exists and is known; false when it does not fit. */
bool refund_of(const struct leaving *leaving, const struct prepaid *prepaid, int32_t day,
	struct refund *refund);

/*
 * Early-termination fee, commitment shortfall, and refund that we are entitled to, if X were
 * `day` (E3, E4). Nothing, of no currency, where the contract has none or the day is not early;
 * false when what they need is missing, or does not add up. In an insolvency nothing is refunded.
 */
bool charge_fee(const struct leaving *leaving, int32_t day, struct exact *fee);
bool charge_shortfall(const struct leaving *leaving, int32_t day, struct exact *shortfall);
bool charge_refund(const struct leaving *leaving, int32_t day, struct exact *refund);

/* Whether the contract asks for no fee where the partner gave the cause. */
bool fee_waived(const struct leaving *leaving);

/* What a contract says about leaving early on a day. */
struct fee_clause {
	const struct fee_step *step;  /* of the table that holds; NULL: none, or past its last */
	const struct fee_step *vague; /* a step without its day or its amount; NULL: none */
	bool table;                   /* there is one */
	bool any;                     /* a fee, a share, or a table */
};

struct fee_clause fee_clause(const struct leaving *leaving, int32_t day);

#endif
