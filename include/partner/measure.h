/**
 * Measures: what can be read from the records of a partnership, one number each.
 *
 * A measure is a pure function from a view to a value. "Nothing of the kind happened" is
 * not-applicable; "it happened or was needed, but was not recorded" is no-data. Only the
 * latter lowers coverage.
 */
#ifndef PARTNER_MEASURE_H
#define PARTNER_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/interval.h"
#include "partner/policy.h"
#include "partner/view.h"

enum measure_status {
	MEASURE_MEASURED,
	MEASURE_NO_DATA,        /**< needed, but not recorded: lowers coverage */
	MEASURE_NOT_APPLICABLE, /**< did not happen: counts nowhere */
	MEASURE_TOO_YOUNG,      /**< onboarding: counts nowhere yet */
};

extern const char *const measure_status_words[];

/** A record that a measure used. */
struct used_record {
	const struct record *record; /**< its table */
	const struct head *head;     /**< what is left out to learn its effect */
	const struct head *named_by; /**< the record whose reference it has; mostly `head` */
	double value;                /**< its own part in the value; NaN: none of its own */
	double weight;               /**< of that part, where the value is a weighted mean */
	double doubt;     /**< 0: a fact; of an opinion, 1 less what its evidence is worth (R11) */
	const char *word; /**< the value in a word; NULL: itself, "": nothing */
	const struct used_record *instead; /**< what counts where it does not; NULL: nothing */
	bool spare; /**< of touchpoint-cadence: the value is the same without it */
};

struct measurement {
	enum measure_status status;
	double value;           /**< in the measure's unit; NaN: unbounded, worth 0 points */
	double mean;            /**< the value before it was moved within info->limits */
	int64_t n;              /**< records that the value rests on */
	double k;               /**< of them, those that are wholly so; for shares of events */
	double factor;          /**< of its weight: 1 less the mean doubt; of panels alone not 1 */
	double weight;          /**< of all parts together, where the value is a weighted mean */
	double effective_n;     /**< equal weights that say as much: (Σw)²/Σw² */
	double inside, outside; /**< of steady-attention: days near a renewal, and the others */
	struct used_record *used; /**< NULL unless asked for */
	size_t n_used;
	enum measure_status empty; /**< what the status would be without any of its parts */
	const struct head *hinge;  /**< the one record without which it would not apply; or NULL */
	const struct head *pivot;  /**< the one without which all others count otherwise; or NULL */
	bool ordered; /**< the others say how a part counts: without one it is to be taken again */
	struct panel_vote *votes; /**< of a panel that lists its records; some weigh 0 */
	size_t n_votes;
};

/** Quantiles behind intervals: the same for all measures of a view, and dear to compute. */
struct quantiles {
	double z; /**< of the normal distribution at (1 + confidence)/2; INFINITY at 100 % */
	double t; /**< of Student's t with the degrees of freedom of the raters' noise */
};

struct quantiles quantiles_of(const struct view *view);

/** What a measure is asked. */
struct question {
	const struct view *view;
	const struct policy_measure *how;
	const char *criterion;      /**< whose panel it is */
	struct arena *arena;        /**< where to list the used records; NULL: do not list them */
	struct quantiles quantiles; /**< of the view; only measure_range needs them */
};

/** Kinds of records that a measure looks at; leaving one out may change its value. */
enum reads {
	READS_GOALS = 1 << 0,
	READS_MILESTONES = 1 << 1,
	READS_INCIDENTS = 1 << 2,
	READS_TOUCHPOINTS = 1 << 3,
	READS_EXCHANGES = 1 << 4,
	READS_COSTS = 1 << 5,
	READS_FEEDBACK = 1 << 6,
	READS_RATINGS = 1 << 7,
	READS_METRICS = 1 << 8,
	READS_INVOICES = 1 << 9,
};

/** A row of the table of measures. */
struct measure_info {
	const char *id;
	size_t length;    /**< of the id */
	const char *unit; /**< share, days, ratio, points, or as the metric says */
	unsigned reads;   /**< enum reads */
	/**
	 * Kinds of records (enum reads) that count each for itself: the value is a weighted mean
	 * of those used, and without another one the measure is the same, unless it hinges on it.
	 * Without a record of any other kind that it reads it has to be taken again, unless it can
	 * be spared.
	 */
	unsigned separable;
	/**
	 * Takes a record of a kind that is not separable out of a measurement that lists what it
	 * used; `used` is how it does, or NULL. Status and value, of what is measured n and k too,
	 * are then as if the measure had been taken without. False: it has to be taken again. NULL:
	 * it always has to.
	 */
	bool (*spare)(const struct view *view, const struct head *head,
		const struct used_record *used, struct measurement *taken);
	struct interval
		limits;   /**< of a mean: beyond them the nearer one is the value; 0, 0: none */
	bool event_share; /**< a share of events: few of them may lower a grade, not raise it */
	void (*take)(const struct question *question, struct measurement *result);
	/** The value's interval at the policy's confidence; NULL: the value is exact. */
	struct interval (*range)(
		const struct question *question, const struct measurement *measurement);
	const double (*scale)[2]; /**< default knots: value, points */
	size_t knots;
	const char *needs;   /**< what to record when it has no data: ratings */
	const char *reading; /**< %k of %n (%s plural), %r the rest, %v value, %p percent */
	const char *doc;
};

/** The measure of that name, also `metric:ID`; NULL when there is none. */
const struct measure_info *measure_find(const char *id);

/** All rows, `*n` of them, in the order of the manual; the last is `metric:ID`. */
const struct measure_info *measure_catalogue(size_t *n);

/** Which bit of enum reads stands for the records of this table. */
unsigned measure_reads(const struct record *record);

/** Takes a measure. Too young goes before everything else. */
void measure_take(const struct measure_info *info, const struct question *question,
	struct measurement *result);

/**
 * Takes a measure however young the partnership is. The counts and the records used stay as the
 * measure left them, also when it could not be measured.
 */
void measure_take_anyway(const struct measure_info *info, const struct question *question,
	struct measurement *result);

/**
 * Takes one of the records used, of a separable kind, out of a measurement that lists them, and
 * with `replace` the one in that counts instead. Status, n, value, weight and factor are then as
 * if the measure had been taken without; the rest is left as it was. Not for what is `ordered`.
 */
void measure_leave(const struct measure_info *info, const struct used_record *used, bool replace,
	struct measurement *taken);

/**
 * The interval of a measured value, within what the value can be; both ends are the value when
 * it is exact. A rate ratio without bound has the high end INFINITY.
 */
struct interval measure_range(const struct measure_info *info, const struct question *question,
	const struct measurement *measurement);

/** Points 0–100 of a value on a piecewise-linear scale, flat outside its ends. */
double scale_points(const struct policy_measure *how, double value);

/** Least and greatest points over a range of values: at its ends and all knots between (R14). */
struct interval scale_range(const struct policy_measure *how, struct interval values);

/** Gives every measure of a policy its row, and its default scale if the policy has none. */
void measure_resolve(struct arena *arena, struct policy *policy);

/** Appends the value in words, as the row's `reading` says. */
void measure_put_reading(struct buffer *buffer, const struct measure_info *info,
	const struct measurement *measurement);

/* What others read as well. */

/** The counted rating of one rater for one criterion. */
struct panel_vote {
	const struct rating *rating;
	const struct person *person; /**< NULL: unknown */
	double raw;                  /**< 1–5 as given */
	double adjusted;             /**< less the rater's offset, where one is known */
	double weight;               /**< as shown, for the newest that counts taken as of D */
	double shown_weight;         /**< evidence × age; 0: shown, but not counted */
	bool own;                    /**< of the rater's own side: shown, and counted nowhere */
	bool evidence;
	const struct rating *earlier; /**< of the same rater, the newest but this; NULL: none */
	double earlier_raw;
};

/**
 * The votes on `criterion` in W, the newest of each rater, in order of first appearance.
 * Returns how many; `*votes` lives in the arena.
 */
size_t panel_votes(const struct view *view, const char *criterion, struct arena *arena,
	struct panel_vote **votes);

/** A milestone of a side that has been due, as of D (R7). */
struct milestone_fact {
	bool on_time;
	int32_t days_late; /**< 0 to 180 */
};

/** Whether the milestone belongs to those settled in W; fills `fact` when it does. */
bool milestone_settled(
	const struct view *view, const struct milestone *milestone, struct milestone_fact *fact);

/** Whether an incident opened by D has surely missed a level agreed for it (R37, R38). */
bool incident_missed_level(const struct view *view, const struct incident *incident);

/** A penalty, reward or credit that fell due by D (R17). */
struct remedy {
	int32_t due;      /**< DATE_NONE: there is none */
	enum side debtor; /**< who owes it; the other side may claim it */
	struct date_field claimed, settled;
};

struct remedy milestone_remedy(const struct view *view, const struct milestone *milestone);
struct remedy incident_remedy(const struct view *view, const struct incident *incident);

/** What both sides gave in 24 months (R16), in money or in pieces. */
struct give_and_take {
	double given, received; /**< by us, by the partner */
	int64_t n;              /**< exchanges */
};

struct give_and_take exchanges_balance(const struct view *view);

/**
 * Converts to the policy's currency with the last rate on or before D (R33). False without a
 * policy currency or a rate; amounts in the policy's currency need none.
 */
bool money_convert(const struct view *view, struct money money, double *units);

/** Whether a cost line has both figures, and falls into W (R44). */
bool cost_is_comparable(const struct view *view, const struct cost *cost);

/** How lines in several currencies are compared: converted, else only those of one. */
struct cost_plan {
	bool mixed; /**< there are several currencies */
	bool convert;
	uint16_t only; /**< that of the greatest forecast (R33); counts when not converting */
};

/** The plan for all comparable lines. */
struct cost_plan cost_plan(const struct view *view);

/** The amount as the plan counts it; false when it leaves the amount's line out. */
bool cost_convert(
	const struct view *view, const struct cost_plan *plan, struct money money, double *units);

/** Whether an exchange is part of give and take as of D (R16). */
bool exchange_takes_part(const struct view *view, const struct exchange *exchange);

/**
 * Whether give and take is measured by counting only because values in several currencies
 * lack a rate.
 */
bool exchanges_lack_rate(const struct view *view);

#endif
