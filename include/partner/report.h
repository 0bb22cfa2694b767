/**
 * The report on a portfolio: sections as records, from which every format is written. See
 * partner-report(1). D is the day of the report, S the earlier day that it compares with.
 *
 * Without options.uncut, which JSON wants, lists of which pages show the first rows only may end
 * there; else what a page shows of a list is up to the writer.
 */
#ifndef PARTNER_REPORT_H
#define PARTNER_REPORT_H

#include "partner/doc.h"
#include "partner/portfolio.h"

/* ---- 1 What needs you ---- */

enum need_class {
	NEED_NOTICE_CRITICAL, /**< a: notice-due at level critical */
	NEED_NOTICE_MISSED,   /**< b: at most 30 days ago */
	NEED_NOTICE_WARNING,  /**< c: notice-due at level warning */
	NEED_EXIT,            /**< d: standing exit */
	NEED_SIGN,            /**< e: a critical sign that was not raised at S */
	NEED_FELL,            /**< f: a worse grade than at S */
	NEED_TALK,            /**< g: standing talk */
	NEED_REVIEW,          /**< h: a conversation to be reviewed has no outcome */
};
extern const char *const need_words[]; /**< notice-critical, …; closed by NULL */

/** So many needs have their sentence; all of them with options.uncut. */
#define NEEDS_TOLD 10

struct need {
	int class; /**< enum need_class: the first that holds */
	const char *partner, *name;
	/** Of the first class, joined by that of the next one that holds; NULL: it is not told. */
	const char *sentence;
	int32_t date;      /**< DATE_NONE: none */
	const char *owner; /**< name, else id; NULL: nobody */
	int standing;      /**< enum standing */
	const char *path;
	int64_t line;
	const struct member *member; /**< not printed as JSON */
};

/** The next date of any partner, when nothing needs anybody. */
struct need_next {
	int32_t date; /**< DATE_NONE: there is none */
	const char *name;
};

/* ---- 2 Portfolio ---- */

struct report_tally { /**< how many with a standing or grade */
	const char *name;
	int64_t n;
};

#define HISTOGRAM_BINS 20

struct report_spend {
	const char *grade; /**< `-`: ungraded; NULL: of all */
	const char *currency;
	struct money amount;
	int64_t partners;
};

struct report_share {
	const char *partner, *name;
	double share; /**< 0 to 1 */
};

struct report_concentration {
	const char *currency;
	double hhi;           /**< 10 000 × Σ share² */
	const char *level;    /**< low < 1000, moderate <= 1800, high */
	int64_t partners;     /**< of known spend, 2 or more */
	struct array largest; /**< struct report_share, three at most */
};

struct report_functions {
	int64_t critical; /**< critical functions of all partners */
	int64_t partners; /**< that have some */
	int64_t untested; /**< of these: no alternative was tested within 12 months of D */
};

struct report_portfolio {
	struct array standings; /**< struct report_tally: all five, exit first, as in H */
	struct array
		grades; /**< struct report_tally: all that policies have, best first, then `-` */
	/** int64_t: graded partners in each of HISTOGRAM_BINS of 5 points; 100 is in the last. What
	 * an ungraded one has so far is no score. */
	struct array histogram;
	struct array spend;         /**< struct report_spend by grade, then currency */
	struct array spend_total;   /**< struct report_spend of all, by currency */
	bool converted;             /**< into one currency */
	int64_t unknown_spend;      /**< partners */
	struct array concentration; /**< struct report_concentration, by currency */
	double coverage;            /**< mean; NaN without partners */
	const struct report_functions *functions;
};

/* ---- 3 Movers ---- */

struct report_end {
	int32_t as_of;
	double score;
	const char *grade;
};

struct report_cause {
	const char *kind;      /**< measure, policy, calibration */
	const char *criterion; /**< of a measure; else NULL */
	const char *measure;
	double effect;   /**< its points in the change of the score */
	const char *ref; /**< its record of largest effect; NULL: none */
	const char *path;
	int64_t line;
};

struct report_mover {
	const char *partner, *name;
	const struct report_end *from, *to;
	double delta;                     /**< printed score at D less that at S */
	const struct report_cause *cause; /**< NULL: nothing tells, or it was not looked for */
	const struct member *member;      /**< not printed as JSON */
};

/** So many falls, and so many rises, are explained, the largest ones; with options.uncut
 * all of them are. */
#define MOVERS_EXPLAINED 5

struct report_movers {
	struct array falls; /**< struct report_mover, the largest first; by 2 points or more */
	struct array rises;
	int64_t still; /**< moved less than 2 points */
	int64_t newly_graded;
	int64_t no_longer_graded;
	int64_t compared; /**< partners with a past */
};

/* ---- 4 Quadrant ---- */

enum quadrant { QUADRANT_EXPOSED, QUADRANT_BACKBONE, QUADRANT_REPLACEABLE, QUADRANT_DEPENDABLE };
extern const char *const quadrant_words[];  /**< exposed, …; closed by NULL */
extern const char *const quadrant_advice[]; /**< Exposed: repair, or build a way out; … */

/** The line between the lower and the upper quadrants. */
#define DEPENDENCE_MIDDLE 50

struct report_dot {
	const char *partner, *name;
	double score, low, high;                          /**< NaN when ungraded */
	double dependence;                                /**< 0 to 100; NaN: no part is known */
	double spend_rank, criticality, substitutability; /**< its parts, 0 to 1; NaN: unknown */
	int quadrant; /**< enum quadrant; CHOICE_NONE: it cannot be placed */
	int standing;
	const struct member *member; /**< not printed as JSON */
};

/* ---- 5 Renewals ---- */

struct report_renewal {
	const char *partner, *name;
	const char *renewal;
	int32_t notice_earliest, send_by, term_end;
	int32_t by; /**< that it is sorted by: send_by where notice is to be sent, else term_end */
	bool missed;
	struct money
		at_stake; /**< cost_of_missing; of a manual one its spend; currency 0: unknown */
	const struct member *member; /**< not printed as JSON */
};

struct report_month {
	const char *month; /**< 2026-12: of `by`; the month of D for what was missed before */
	const char *currency;
	struct money at_stake;
	int64_t partners;
};

/* ---- 6 Heat maps ---- */

struct heat_column {
	const char *name;
	int64_t partners; /**< of signs: that have it */
};

/** So many rows a map has, the first in order H; of all partners with options.uncut. */
#define HEAT_ROWS_CUT 50

struct heat_row {
	const char *partner, *name;
	int standing;
	struct array
		points; /**< double: scores by criteria; NaN: not measured, or not its policy's */
	struct array
		steps; /**< int64_t, 1 (best) to 5 by the policy's grades, 0: no score; not JSON */
	struct array levels; /**< const char *: critical, warning, note, muted, NULL; of signs */
};

/** So many columns a map has at most: criteria by first appearance in the rows, or signs, the most
 * frequent first. Cards can name as many as they like. */
#define HEAT_COLUMNS_MOST 100

struct report_heat_map {
	struct array columns; /**< struct heat_column */
	int64_t columns_all;  /**< how many there would be */
	struct array rows;    /**< struct heat_row, in order H */
};

struct report_heat {
	const struct report_heat_map *criteria;
	const struct report_heat_map *signs;
};

/* ---- 7 Mirror ---- */

struct report_ratio {
	const char *name; /**< milestones, incidents, incidents-1 … -4, remedies, feedback */
	int64_t k, n;
	double share;     /**< NaN when n is 0 */
	double low, high; /**< Wilson at 95 % */
};

struct report_opinion {
	const char *criterion;
	double mean; /**< 1 to 5 */
	int64_t n;
};

struct report_worst {
	const char *partner, *name;
	double score; /**< of our side */
	const char *grade;
};

struct report_mirror {
	struct array ratios; /**< struct report_ratio; of severities those that occur */
	int64_t given, received;
	struct array ratings; /**< struct report_opinion */
	struct array grades;  /**< struct report_tally of our side */
	struct array worst;   /**< struct report_worst: five at most, the lowest score first */
	struct array self;    /**< const char *: ids of our own organisation */
};

/* ---- 8 Panel ---- */

struct report_rater {
	const char *rater;
	double offset, se, reliability; /**< NaN without a calibration */
	int64_t n;                      /**< ratings */
	int64_t group;                  /**< 0: unknown */
};

struct report_agreement {
	const char *criterion;
	double alpha; /**< NaN: too few units */
	int64_t units, ratings;
	const char *verdict; /**< reliable, tentative, do not rely on it; NULL without alpha */
};

struct report_group {
	int64_t group;
	struct array raters; /**< const char * */
};

struct report_bridge {
	const char *rater, *partner;
};

struct report_panel {
	bool calibrated;
	struct array raters;    /**< struct report_rater: by |offset| descending, then id */
	struct array agreement; /**< struct report_agreement, in the calibration's order */
	struct array groups;    /**< struct report_group */
	struct array bridges;   /**< struct report_bridge */
};

/* ---- 9 Cost to end of life ---- */

/** So many rows a currency has; all of them with options.uncut. */
#define COSTS_CUT 30

struct report_cost {
	const char *partner, *name; /**< NULL: the sum of the currency */
	const char *currency;
	struct money low, expected, high;
	struct money npv; /**< currency 0: unknown; of a sum when one of its rows has none */
	int64_t partners; /**< of a sum; 1 of a row */
};

/* ---- the whole ---- */

struct report_inputs {
	int64_t partners; /**< of side partner that have not ended */
	int64_t ended;
	struct array unread; /**< const char * */
};

/** A line of `partners` in JSON. */
struct report_partner {
	const char *partner, *name, *kind, *tier, *criticality, *owner, *owner_name;
	int side, standing;
	int32_t as_of, ended;
	const char *grade, *reason;
	double score, low, high, coverage;
	struct money spend;
	int32_t send_by, term_end;
	int64_t critical, warnings, notes, muted;
	const char *path;
	int64_t line;
};

struct report {
	int32_t as_of, since;
	const struct card_policy *policy; /**< NULL: there are several */
	const struct report_inputs *inputs;
	struct array needs; /**< struct need, in order */
	const struct need_next *next;
	const struct report_portfolio *portfolio;
	const struct report_movers *movers;
	struct array quadrant; /**< struct report_dot, in order K */
	double talk_below;     /**< where the quadrant is parted: of most partners' policies */
	struct array renewals; /**< struct report_renewal, by `by`, then K */
	struct array renewal_months; /**< struct report_month */
	const struct report_heat *heat;
	const struct report_mirror *mirror;
	const struct report_panel *panel;
	struct array costs;       /**< struct report_cost, by currency, then expected descending */
	struct array cost_totals; /**< struct report_cost: a sum for each currency */
	int64_t without_cost;     /**< partners without any */
	/** struct report_partner, in order H, then ended, selves; only with options.uncut. */
	struct array partners;
	struct portfolio *source; /**< for cards and rows; not printed as JSON */
	const char *link_base;    /**< NULL: places are no links; not printed as JSON */
};

extern const struct record report_record;

/**
 * The report on a closed portfolio, in its arena. Movers are explained only when lines were
 * kept.
 *
 * With options.keep KEEP_NOTHING the sections below are not made, and stay empty or NULL. That is
 * enough for the writers of metrics and of calendars, which look at `source` and `as_of`; no
 * other may be given such a report.
 */
const struct report *report_make(struct portfolio *portfolio, const char *link_base);

/* ---- sections: each a pure function of the portfolio ---- */

struct array report_needs(const struct portfolio *portfolio);
const struct need_next *report_next(const struct portfolio *portfolio);
const struct report_portfolio *report_portfolio(const struct portfolio *portfolio);
const struct report_movers *report_movers(struct portfolio *portfolio);
struct array report_quadrant(const struct portfolio *portfolio, double *talk_below);
struct array report_renewals(const struct portfolio *portfolio);
struct array report_months(const struct portfolio *portfolio, struct array renewals);
const struct report_heat *report_heat(const struct portfolio *portfolio);
const struct report_mirror *report_mirror(const struct portfolio *portfolio);
const struct report_panel *report_panel(const struct portfolio *portfolio);
/** With the sums of all, by currency. */
struct array report_costs(const struct portfolio *portfolio, struct array *totals);

/* ---- writers: each appends the whole report ---- */

void report_put_text(
	struct buffer *out, const struct report *report, const struct card_style *style);
void report_put_markdown(struct buffer *out, const struct report *report);
void report_put_html(struct buffer *out, const struct report *report);
void report_put_json(struct buffer *out, const struct report *report);
void report_put_ics(struct buffer *out, const struct report *report);

/** The lines for all partners need not fit into memory: `drain`, unless it is NULL, is called
 * after each, and may take away what is in `out`. */
void report_put_metrics(struct buffer *out, const struct report *report,
	void (*drain)(void *context), void *context);

/* ---- CSV: needs no sections, and comes piece by piece ---- */

void report_put_csv_head(struct buffer *out);

/** Appends what was kept of a member by KEEP_ROWS; all rows are those of portfolio->all, in that
 * order. False when it cannot be read again: portfolio->spool.error. */
bool report_put_csv_rows_of(
	struct buffer *out, struct portfolio *portfolio, const struct member *member);

/** Appends the rows of a card; `safe` guards formulas in text. */
void report_put_csv_rows(struct buffer *out, const struct scorecard *card, bool safe);

#endif
