/*
 * What the rules of warnings share: how one is raised, where it points to, and words for what it
 * says. A rule looks at the plan, and raises its warning as often as it finds a subject, in the
 * order of the records. Private to lib/exit.
 */
#ifndef EXIT_WARNINGS_H
#define EXIT_WARNINGS_H

#include "leaving.h"

struct warnings {
	const struct leaving *leaving;
	const struct exit_plan *plan; /* all of it but completeness and warnings */
	struct arena *arena;
	enum exit_warning rule; /* the one that is asked */
	struct plan_warning *rows;
	size_t n, room;
};

typedef void warning_rule(struct warnings *warnings);

/* ---- raising ---- */

/* Where a warning points to. */
struct place {
	const char *path;
	int64_t line;
};

/* The field of a record, else the record, else where the file speaks of leaving: its exit record,
 * its contract, its first key. Both may be NULL. */
struct place warning_place(
	const struct warnings *warnings, const struct head *head, const struct leaf *field);

/* Where the file or the policy speaks of a task (may be NULL), else where it speaks of leaving. */
struct place warning_task_place(const struct warnings *warnings, const struct plan_task *task);

/* Raises the warning of the rule at its level, or at another. */
void warning_raise(struct warnings *warnings, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void warning_raise_as(struct warnings *warnings, enum diag_level level, struct place at,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

/* ---- words; in the arena ---- */

const char *warning_day(const struct warnings *warnings, int32_t date);
const char *warning_money(const struct warnings *warnings, struct money money);

/* `1 day`, `30 days`. */
const char *warning_days(const struct warnings *warnings, int32_t days);

/* `data:crm`, `data:#2` without an id. */
const char *warning_ref(const struct warnings *warnings, const char *name, const struct head *head,
	const struct text_field *id);

/* Names in a row: `a, b, c`. Of very many the rest is only counted. Starts as all zeros. */
struct naming {
	struct buffer text;
	size_t n;
};

void naming_add(struct naming *naming, const char *name);

/* They are all zeros again. */
const char *naming_keep(struct naming *naming, struct arena *arena);

/* ---- tasks ---- */

/* Whether `task` starts before `first` is over. What is done is over on its day, and what takes
 * no time when it begins. */
bool task_overlaps(const struct plan_task *task, const struct plan_task *first);

/* ---- the rules ---- */

/* warnings_clock.c */
warning_rule warn_send_by_passed, warn_send_by_near, warn_retrieval_short, warn_no_right;

/* warnings_schedule.c */
warning_rule warn_does_not_fit, warn_slack_negative, warn_told_before_partner;
warning_rule warn_cycle, warn_unknown_after, warn_answer_pending;

/* warnings_order.c */
warning_rule warn_deletion_early, warn_staff_leave_early, warn_access_outlives;
warning_rule warn_access_cut_early, warn_rollback_unserved;

/* warnings_records.c */
warning_rule warn_alternative_untested, warn_legal_hold, warn_uncovered;
warning_rule warn_successor_missing, warn_customer_renews;

/* warnings_people.c */
warning_rule warn_owner_missing, warn_owner_leaves;

/* warnings_money.c */
warning_rule warn_refund_assumed, warn_credits_unabsorbed, warn_egress_unasked;
warning_rule warn_remedy_unclaimed, warn_rate_missing, warn_over_budget, warn_line_missing;

/* warnings_file.c */
warning_rule warn_not_fair, warn_unapproved, warn_untested, warn_no_reentry, warn_no_exit_record;

#endif
