/*
 * The schedule: the template of the partner's kind merged with the policy's and the file's tasks,
 * solved as a network. Private to lib/exit.
 */
#ifndef EXIT_SCHEDULE_H
#define EXIT_SCHEDULE_H

#include "partner/exit_templates.h"
#include "partner/network.h"
#include "partner/view.h"

/* Where the duration of a task comes from. */
enum step_basis { BASIS_TEMPLATE, BASIS_POLICY, BASIS_FILE, BASIS_ALTERNATIVE };

/* A task of the plan, dropped ones included. */
struct step {
	const char *id;
	const char *title;
	enum side side;
	const struct exit_template *template; /* NULL: not of the template */
	const struct template_rule *rule;     /* of the policy; NULL: none */
	const struct exit_task *own;          /* of the file; NULL: none */
	const struct exit_alternative *lead;  /* whose lead it takes; NULL: none's */
	const char *owner;                    /* id, NULL: nobody */
	enum step_basis basis;
	int32_t done; /* DATE_NONE: not by D */
	bool dropped; /* by the file, or for want of the partner's help */
	/* answered; DATE_NONE while dropped or unsolved */
	int32_t start, end; /* as printed */
};

/* Which places were met last with which stamp, so that each is told once. */
struct seen {
	size_t *at; /* by place */
	size_t stamp;
};

struct schedule {
	struct step *steps; /* template order, then the policy's own, then the file's own */
	struct activity *activities; /* one for each step */
	size_t n;
	struct network network;
	const uint32_t *slots; /* places by id from 1, 0: free; see schedule_place */
	size_t mask;
	const struct array *instead; /* size_t: of a step that none waits for, places of what is
					waited for instead; of any other nothing */
	struct seen *seen;
	bool sound;                           /* solved: no cycle, nothing unknown is waited for */
	const struct exit_task *unknown_task; /* waits for something unknown; NULL: none */
	const struct text_field *unknown;     /* the name of it */
	int32_t finish;                       /* the last printed end; DATE_NONE unless sound */
};

/* What a schedule is made for. */
struct schedule_terms {
	const struct view *view;
	bool stressed;
	bool early; /* only early days are asked for: no slack, nor what stands instead of what */
	int32_t start;
	int32_t notice_by;               /* notice-sent must end by then; DATE_NONE: it need not */
	const struct conversation *talk; /* has been held; NULL: not yet */
};

/* Merges: fills in the steps and their activities, unsolved. (schedule_merge.c) */
void schedule_merge(
	struct schedule *schedule, struct arena *arena, const struct schedule_terms *terms);

/* Merges and solves. The review of re-entry may be bounded later: schedule_bound_review. */
void schedule_make(
	struct schedule *schedule, struct arena *arena, const struct schedule_terms *terms);

/* Dates reentry-review not before `day`, which is known only after the rest. */
void schedule_bound_review(struct schedule *schedule, int32_t day);

/* The place of the step with this id, dropped or not; schedule->n without one. */
size_t schedule_place(const struct schedule *schedule, const char *id);

/* The step of that id that takes place; NULL when dropped, unknown, or nothing is solved. */
const struct step *schedule_find(const struct schedule *schedule, const char *id);

/* Ids of what a step waits for, dropped ones replaced by what those wait for; as they are
 * given, each once: const char *. Of one that is dropped only so many are named that a list
 * of dropped ones does not make the plan endless. */
struct array schedule_after(const struct schedule *schedule, struct arena *arena, size_t step);

/* The cycle in words: `a, b, a`; NULL without one. */
const char *schedule_cycle(const struct schedule *schedule, struct arena *arena);

#endif
