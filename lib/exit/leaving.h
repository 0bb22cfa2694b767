/*
 * What every part of an exit plan is computed from: the partner as of a day, the judgement of
 * it, the contract's clock, and the schedule. Private to lib/exit.
 */
#ifndef EXIT_LEAVING_H
#define EXIT_LEAVING_H

#include "partner/clock.h"
#include "partner/exit_plan.h"
#include "partner/index.h"
#include "partner/view.h"
#include "schedule.h"

/* A record and the open dispute about it. */
struct disputed {
	const struct head *head;
	const struct dispute *dispute;
};

struct leaving {
	struct arena *arena;
	const struct source *source;
	const struct partner *partner;
	const struct exit_record *exit;  /* of the partner; all absent when there is none */
	const struct contract *contract; /* likewise */
	const struct view *view;         /* side partner, as of D = view->as_of */
	const struct scorecard *card;
	int mode;                        /* enum plan_mode */
	bool brief;                      /* only for plan_end_of_life: see leaving_lay_out */
	int reason;                      /* enum exit_reason; CHOICE_NONE: leaving is not decided */
	bool cause;                      /* breach, insolvency, regulation */
	bool convenience;                /* the contract lets us leave for no cause */
	const struct conversation *talk; /* the newest of E8's kinds within 12 months; or NULL */
	struct clock clock;
	int32_t first_day;               /* of the term that contract.end ends; DATE_NONE */
	struct id_index people;          /* for leaving_person */
	const struct disputed *disputed; /* by record, for leaving_dispute */
	size_t n_disputed;
	/* notice for this plan (E1): of the term's end, or of X */
	int32_t notice_end;             /* the end that notice is counted from */
	int32_t notice_latest, send_by; /* DATE_NONE: none, or not needed */
	bool notice_needed;             /* renews by itself or early, and not given */
	/* the schedules of this mode and of the other */
	struct schedule schedule;
	struct schedule other;
	/* E1; DATE_NONE where it cannot be known */
	int32_t cutover;         /* C */
	int32_t last_day;        /* X */
	int32_t natural_end;     /* N */
	int32_t transition_end;  /* X + T, with T 0 when stressed or absent */
	int32_t service_end;     /* S */
	bool asked;              /* X is a day that was asked for */
	bool early;              /* X < N */
	int32_t shortfall;       /* days, >= 0; DATE_NONE without C */
	int32_t other_shortfall; /* of the other mode */
	int32_t start_by;
};

/*
 * Fills in everything; in source->arena. `card` is that of the source as of the request's day,
 * from side partner.
 */
void leaving_init(struct leaving *leaving, const struct source *source,
	const struct scorecard *card, const struct plan_request *request);

/*
 * The two steps by which it begins, for those who need no more: first who is left and what the
 * clock says, then the schedule of the mode and the days of E1 but start_by, from which the lines
 * of money are made. Where only the cost to the end of life is asked for, `brief` is set between
 * them: then the schedule has early days alone.
 */
void leaving_look(struct leaving *leaving, const struct source *source,
	const struct scorecard *card, const struct plan_request *request);
void leaving_lay_out(struct leaving *leaving, const struct plan_request *request);

/* N of an X: the end of the term that it falls into, X itself where no term goes beyond it. */
int32_t leaving_natural_end(const struct contract *contract, int32_t last_day);

/* When re-entry is looked at after an end: half a year later, unless the file says otherwise. */
int32_t leaving_review(const struct leaving *leaving, int32_t end);

/* The contract ends by itself, by notice, or on a day that was asked for; else with the cutover. */
bool leaving_has_end(const struct leaving *leaving);

/* Printed end (start) of a task; DATE_NONE when it was dropped, or there is no schedule. */
int32_t leaving_end(const struct leaving *leaving, const char *task);
int32_t leaving_start(const struct leaving *leaving, const char *task);

/* The person with this id, NULL when there is none. */
const struct person *leaving_person(const struct leaving *leaving, const char *id);

/* Our (their) first person with one of these roles, closed by -1, who has not left by D. */
const struct person *leaving_person_in(
	const struct leaving *leaving, enum side side, const int *roles);

/* A talk by D about the relationship, its recovery, or the exit: not one of praise. */
bool leaving_talk_counts(const struct view *view, const struct conversation *talk);

/* The open dispute about a record, NULL: there is none. */
const struct dispute *leaving_dispute(const struct leaving *leaving, const struct head *head);

/* What takes the partner's place: the first alternative of a kind other than none; or NULL. */
const struct exit_alternative *leaving_alternative(const struct leaving *leaving);

/* ---- the parts of the plan: each fills in its own, from `leaving` and those before it ---- */

const struct plan_clock *plan_clock(const struct leaving *leaving);
/* Rows of struct plan_task, and the ids on the critical path; none when nothing is solved. */
struct array plan_tasks(const struct leaving *leaving);
struct array plan_critical_path(const struct leaving *leaving);
/* A task that takes place; NULL when it was dropped, or nothing is scheduled. */
const struct plan_task *plan_task(const struct exit_plan *plan, const char *id);
const struct plan_decision *plan_decision(const struct leaving *leaving, struct array money);

/* Rows of struct plan_money (E3); in brief only those that come once. */
struct array plan_money_lines(const struct leaving *leaving);
/* Rows of struct plan_total. */
struct array plan_totals(const struct leaving *leaving, struct array money);
/* Recover or exit, and the break-even day (E4), of a decision that has the rest. */
void plan_compare(
	const struct leaving *leaving, struct array money, struct plan_decision *decision);
/* Rows of struct plan_cost (E4). */
struct array plan_end_of_life(const struct leaving *leaving, struct array money);

struct array plan_coverage(const struct leaving *leaving);       /* E5 */
struct array plan_communications(const struct leaving *leaving); /* E6 */
/* `money`: for what we owe. */
struct array plan_fair_record(const struct leaving *leaving, struct array money); /* E6 */
const struct plan_reentry *plan_reentry(const struct leaving *leaving);           /* E6 */

/* These look at all that is already in `plan`. */
struct array plan_completeness(const struct leaving *leaving, const struct exit_plan *plan);
struct array plan_warnings(const struct leaving *leaving, const struct exit_plan *plan);

#endif
