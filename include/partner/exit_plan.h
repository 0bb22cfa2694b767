/**
 * The exit plan: how to leave a partner gracefully, as one record from which every format is
 * written. See partner-exit-plan(1).
 *
 * Dates are days as printed, both ends counted: a task of one day starts and ends on it. C is
 * the end of the cutover, X the contract's last day in the plan, N the natural end of its term,
 * S the last day of service (with the transition that the contract grants).
 */
#ifndef PARTNER_EXIT_PLAN_H
#define PARTNER_EXIT_PLAN_H

#include "partner/exit_record.h"
#include "partner/exit_warnings.h"
#include "partner/scorecard.h"

enum plan_mode {
	PLAN_PLANNED,
	PLAN_STRESSED, /**< the partner does not help */
};
extern const char *const plan_mode_words[]; /**< closed by NULL */

/** What a plan is asked for. */
struct plan_request {
	int32_t as_of;
	int32_t start; /**< nothing undone starts before; DATE_NONE: as_of */
	int32_t by;    /**< last contract day that is wanted; DATE_NONE: as the contract has it */
	int mode;      /**< enum plan_mode */
	int reason;    /**< enum exit_reason; CHOICE_NONE: that of the file */
};

/** What was agreed in a conversation about the relationship, its recovery, or the exit. */
struct plan_talk {
	int32_t date;
	const char *kind;
	const char *agreed;  /**< NULL: nothing is on record */
	int32_t review;      /**< DATE_NONE: none */
	const char *outcome; /**< NULL: not known yet */
	const char *path;
	int64_t line;
};

struct plan_decision {
	double score, low, high; /**< NaN without */
	const char *grade;
	int standing;              /**< enum standing */
	struct array signs;        /**< const char *: ids of those that are heard */
	struct array talks;        /**< struct plan_talk, newest first */
	struct money recover_cost; /**< of staying until 12 months after the end (E4); or none */
	struct money exit_cost;    /**< of leaving, until the same day */
	int32_t until;             /**< that day; DATE_NONE: not computed */
	int32_t break_even;        /**< last day on which leaving early is cheaper; DATE_NONE */
};

struct plan_clock {
	int32_t term_end;
	int32_t notice_earliest;
	int32_t notice_latest;   /**< the earlier of both ways to count */
	int32_t notice_backward; /**< counted back from the end, clamped */
	int32_t notice_forward;  /**< last day from which counting forward reaches the end */
	int32_t send_by;
	int32_t next_send_by; /**< when send_by was missed: for the next end; else DATE_NONE */
	double days_left;     /**< to send_by, below 0 when past; NaN without */
	bool needed;          /**< somebody has to give notice for this plan */
	bool given;
	bool missed;
	int32_t next_term_end;
	int32_t effective_end;
	struct money cost_of_missing;
	int32_t last_day;       /**< X */
	int32_t natural_end;    /**< N */
	bool early;             /**< X < N */
	int32_t transition_end; /**< X + transition; DATE_NONE without X */
	int32_t service_end;    /**< S */
	int32_t start_by;       /**< start, earlier by the days that are lacking */
	struct array sources;   /**< struct card_reference: the fields of the contract behind it */
};

struct plan_task {
	const char *id;
	const char *title;
	struct array after;     /**< const char *: ids, as they are given */
	const char *takes;      /**< as written: 60d, 20bd */
	const char *basis;      /**< where that comes from: template, policy, file, alternative */
	int64_t takes_days;     /**< days of the calendar from start to end; 0: a point in time */
	const char *owner;      /**< id, NULL: nobody */
	const char *owner_name; /**< NULL: not known */
	int side;               /**< enum side */
	int32_t start, end;
	int32_t latest_start, latest_end; /**< DATE_NONE when done, and of the re-entry review */
	double slack_days;                /**< NaN likewise */
	bool critical;
	int32_t done;     /**< DATE_NONE: not yet */
	int32_t fixed;    /**< day before which it cannot start; DATE_NONE: any */
	const char *path; /**< where the file or the policy speaks of it; NULL: as the template */
	int64_t line;
};

/** The other way to leave, in one line. */
struct plan_other {
	int mode; /**< enum plan_mode */
	int32_t finish;
	bool fits;
	double shortfall_days; /**< NaN without a cutover */
};

enum money_direction { MONEY_IN, MONEY_OUT, MONEY_INFO };
enum line_status { LINE_COMPUTED, LINE_MISSING, LINE_NOT_APPLICABLE };

struct plan_money {
	const char *item;
	int direction; /**< enum money_direction */
	int status;    /**< enum line_status; what is not applicable is printed as JSON only */
	struct money amount; /**< none unless computed */
	const char *basis;   /**< the arithmetic, or what is missing */
	bool entitled;       /**< false of what comes in: to be asked for */
	bool disputed;       /**< an open dispute is about its record */
	int32_t date;        /**< when it is due */
	const char *ref;     /**< incident:INC-7, contract.prepaid; NULL: none */
	const char *path;
	int64_t line;
};

/** Of one currency. Sums of what is computed; net = in - out. */
struct plan_total {
	const char *currency;
	struct money in, out, net; /**< in: what we are entitled to */
	struct money ask;          /**< beyond it */
	bool missing;              /**< some line lacks its amount: at least so much */
	bool converted;            /**< all currencies together, by the policy's rates */
};

struct plan_cost {
	const char *currency;
	struct money low, expected, high;
	struct money npv; /**< of expected; none without a discount rate */
};

/** What must not break, and who sees to it until when. */
struct plan_coverage {
	const char *record; /**< function:booking */
	const char *title;
	const char *task;  /**< NULL: no task covers it */
	const char *owner; /**< id, NULL: nobody */
	int32_t end;
	bool done;
	const char *path;
	int64_t line;
};

struct plan_communication {
	const char *audience; /**< us, partner, customers, public */
	const char *task;
	int32_t date;
	const char *owner; /**< id, NULL: nobody */
	const char *draft;
};

struct plan_fair {
	const char *kind; /**< dispute, owed, feedback, milestone, incident, mirror */
	const char *ref;
	const char *text;
	const char *path;
	int64_t line;
};

struct plan_condition {
	const char *text;
	const char *sign; /**< the sign it is derived from; NULL: from the file or the policy */
	const char *path; /**< NULL: derived */
	int64_t line;
};

struct plan_reentry {
	struct array conditions; /**< const char * */
	struct array details;    /**< struct plan_condition: the same with their places */
	int32_t review;
};

enum item_status { PLAN_ITEM_PRESENT, PLAN_ITEM_MISSING, PLAN_ITEM_NOT_APPLICABLE };

struct plan_item {
	const char *item;
	const char *reference; /**< DORA 28(8) */
	int status;            /**< enum item_status */
	const char *path;      /**< where it stands, or where it should; NULL: nowhere */
	int64_t line;
};

struct plan_warning {
	const char *id;
	const char *rule;
	const char *level; /**< error, warning, note */
	const char *message;
	int32_t muted; /**< last day on which an exception mutes it; DATE_NONE: it is heard */
	const char *path;
	int64_t line;
};

struct exit_plan {
	const char *partner;
	const char *name;
	const char *kind;
	const char *owner; /**< id of the file's owner */
	int32_t as_of;
	const struct result_source *source;
	int mode;           /**< enum plan_mode */
	const char *reason; /**< contingency unless leaving is decided */
	bool fair;          /**< somebody has talked with them within 12 months */
	int32_t start;
	const struct plan_decision *decision;
	const struct plan_clock *clock;
	struct array tasks;         /**< struct plan_task; none when they wait in a cycle */
	struct array critical_path; /**< const char * */
	int32_t cutover;            /**< C; DATE_NONE without one */
	int32_t finish;
	bool fits;
	double shortfall_days; /**< NaN without a cutover */
	const struct plan_other *other;
	struct array money;  /**< struct plan_money, in the order of exit-plan's table */
	struct array totals; /**< struct plan_total */
	struct array cost_to_end_of_life; /**< struct plan_cost */
	struct array coverage;            /**< struct plan_coverage */
	struct array communications;      /**< struct plan_communication */
	struct array fair_record;         /**< struct plan_fair */
	const struct plan_reentry *reentry;
	struct array completeness;    /**< struct plan_item */
	struct array warnings;        /**< struct plan_warning, in the order of their ids */
	const struct scorecard *card; /**< what it rests on; not printed as JSON */
};

extern const struct record exit_plan_record;

/** Whether there is a plan for this partner as of that day: not for ourselves, nor for one that
 * has ended. */
bool exit_plan_applies(const struct source *source, int32_t as_of);

/**
 * Plans the exit from the partner of `source`, to which a plan must apply. Everything lives in
 * source->arena. The source must be a document without errors, its policy and calibration
 * without faults.
 */
const struct exit_plan *exit_plan_make(
	const struct source *source, const struct plan_request *request);

/** Whether an error stands among its warnings. */
bool exit_plan_has_error(const struct exit_plan *plan);

/* ---- writers: each appends one plan ---- */

void exit_plan_put_text(
	struct buffer *buffer, const struct exit_plan *plan, const struct card_style *style);

void exit_plan_put_markdown(struct buffer *buffer, const struct exit_plan *plan);

/** One page for all plans: head, each plan's sections with its Gantt chart, end. */
void exit_plans_put_html_head(struct buffer *buffer, const char *title);
void exit_plan_put_html(struct buffer *buffer, const struct exit_plan *plan);
void exit_plans_put_html_end(struct buffer *buffer);

/** One calendar (RFC 5545) for all plans: head, the events of each, end. */
void exit_plans_put_ics_head(struct buffer *buffer);
void exit_plan_put_ics(struct buffer *buffer, const struct exit_plan *plan);
void exit_plans_put_ics_end(struct buffer *buffer);

/** The heading, then a row for each task of a plan. */
void exit_plans_put_csv_head(struct buffer *buffer);
void exit_plan_put_csv(struct buffer *buffer, const struct exit_plan *plan);

#endif
