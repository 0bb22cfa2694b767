/**
 * The facts of a scorecard: what a report needs to know of a partner beyond the judgement, so
 * that a report made from scorecards is the one that is made from the files. exit_facts.h fills
 * them in.
 */
#ifndef PARTNER_CARD_FACTS_H
#define PARTNER_CARD_FACTS_H

#include <stdint.h>

#include "partner/money.h"
#include "partner/schema.h"

/** Kinds of days worth a line in a calendar. */
enum card_event_kind {
	EVENT_SEND_BY,      /**< last day to send notice; only when it is to be sent */
	EVENT_NOTICE_OPENS, /**< first day on which notice may be given */
	EVENT_TERM_END,
	EVENT_PLAN_REVIEW,
	EVENT_CONVERSATION_REVIEW, /**< of a conversation without outcome; it may be past */
	EVENT_REENTRY,             /**< a partnership that has ended could be taken up again */
	EVENT_KINDS
};
extern const char *const card_event_words[]; /**< send-by, notice-opens, …; closed by NULL */

/** By enum substitutability, with none at last: easy, …; closed by NULL. */
extern const char *const card_substitute_words[];

struct card_event {
	int kind; /**< enum card_event_kind */
	int32_t date;
	/** What it is known by: the term's end (send-by, notice-opens, term-end), the day of the
	 * conversation; DATE_NONE: the next one (plan-review, reentry). */
	int32_t key;
	const char *path;
	int64_t line;
	const char *ref; /**< contract, plan, conversation:#3, exit */
};

/** How many of how many. */
struct card_count {
	int64_t k, n;
};

struct card_severity {
	int64_t severity; /**< 1 to 4 */
	int64_t k;        /**< those we caused */
	int64_t n;        /**< all incidents in W */
};

/** What their people think of us, one criterion. */
struct card_opinion {
	const char *criterion;
	double sum; /**< of the points 1 to 5 as given, of each rater the newest in W */
	int64_t n;
};

/** How we look as a partner, as counts, so that they can be pooled. */
struct card_conduct {
	const struct card_count *milestones; /**< ours on time, of those settled in W (R7) */
	struct array incidents;              /**< struct card_severity: those that occur */
	const struct card_count
		*remedies; /**< ours unsettled for more than 30 days, of all due (R17) */
	const struct card_count
		*feedback;       /**< theirs unanswered for 60 days, of what they told us in W */
	int64_t given, received; /**< exchanges that take part in give and take (R16) */
	struct array ratings;    /**< struct card_opinion, in the policy's order */
};

/** The cost to the end of life of one currency (exit plan, planned). */
struct card_life {
	const char *currency;
	struct money low, expected, high;
	struct money npv; /**< currency 0: no discount rate */
};

/** Amounts in the policy's currency, at its last rates on or before the day (R33); none when
 * there is no rate, or the policy has no currency. */
struct card_converted {
	struct money spend;
	struct money cost_of_missing;
};

struct card_facts {
	const char *owner;       /**< id; NULL: nobody */
	const char *owner_name;  /**< NULL: not known */
	struct money spend;      /**< a year; currency 0: unknown */
	const char *spend_basis; /**< contract, costs; NULL without spend */
	const char *renewal;     /**< auto, manual, evergreen; NULL without contract */
	int32_t notice_earliest;
	int32_t send_by;  /**< DATE_NONE: no notice is to be sent, or it was given */
	double days_left; /**< until send_by, below 0 once it is past; NaN without */
	bool missed;
	int32_t next_term_end; /**< to which it renews when notice is not sent */
	struct money cost_of_missing;
	/** Of the easiest alternative; `none` when none is possible; NULL: not known. */
	const char *substitutability;
	int32_t alternative_tested; /**< newest test of an alternative by the day; DATE_NONE */
	int64_t critical_functions;
	int32_t praised;     /**< newest conversation of kind praise by the day; DATE_NONE */
	struct array events; /**< struct card_event, by date, then kind */
	const struct card_conduct *mirror;
	struct array cost_to_end_of_life; /**< struct card_life */
	const struct card_converted *converted;
};

extern const struct record card_facts_record;

#endif
