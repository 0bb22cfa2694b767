/**
 * The contract's clock: when its terms end and when notice must be on its way. Calendar
 * months are counted, never thirty days; where counting backward and forward differ, the
 * earlier day is the safe one.
 */
#ifndef PARTNER_CLOCK_H
#define PARTNER_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "partner/partner.h"

/**
 * All dates DATE_NONE when they do not exist. Once notice was given to a contract that renews
 * by itself, term_end is the end that this notice reaches, possibly past, and what is next is
 * DATE_NONE.
 */
struct clock {
	int32_t term_end;        /**< the first end on or after D (auto), the end (manual) */
	int32_t notice_earliest; /**< end − opens */
	int32_t notice_latest;   /**< last day on which notice is effective for that end */
	int32_t send_by;         /**< last day to send it: less delivery, on a business day */
	int32_t next_term_end;   /**< first later end whose send_by is still to come */
	int32_t next_send_by;    /**< that send_by */
	int32_t effective_end;   /**< the end the contract runs to as things stand */
	bool given;              /**< notice was given by D */
	bool missed;             /**< renews by itself, no notice given, send_by is past */
};

/** The clock of `contract` as of D; `calendar` has the holidays. */
void clock_read(struct clock *clock, const struct contract *contract, int32_t as_of,
	const struct calendar *calendar);

/**
 * The `k`-th end of a term: contract.end rolled over k times by renewal_term (12mo when
 * absent), always counted from the first end; DATE_NONE without an end.
 */
int32_t clock_end(const struct contract *contract, int k);

/** How long each renewal lasts: 12mo when the file does not say, and never less than a day, so
 * that terms come to an end. */
struct duration clock_renewal_term(const struct contract *contract);

/** The smallest k with clock_end(k) >= date; 0 unless the contract renews by itself. */
int clock_term_at(const struct contract *contract, int32_t date);

/** The last day on which notice for `end` is effective: the earlier of counting back from
 * the end and of the last day from which counting forward still reaches it. */
int32_t clock_notice_latest(int32_t end, struct duration period, const struct calendar *calendar);

/** The last day from which `period`, counted forward, ends by `end`. */
int32_t clock_notice_forward(int32_t end, struct duration period, const struct calendar *calendar);

/** The last day to send it: `latest` less delivery, rolled back to a business day. */
int32_t clock_send_by(int32_t latest, const struct notice *notice, const struct calendar *calendar);

/**
 * What one more term costs when the notice is missed: the value for as long as a term renews,
 * months against months, days against a yearly value of 365; half-even (R29). False, and no
 * result, without a value, or when it does not fit.
 */
bool clock_cost_of_missing(const struct contract *contract, struct money *cost);

#endif
