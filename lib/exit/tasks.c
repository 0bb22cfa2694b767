/* The tasks of the plan, as they are printed. */
#include <math.h>
#include <string.h>

#include "leaving.h"

static const char *const basis_words[] = {
	[BASIS_TEMPLATE] = "template",
	[BASIS_POLICY] = "policy",
	[BASIS_FILE] = "file",
	[BASIS_ALTERNATIVE] = "alternative",
};

/* Where the file speaks of the task, else the alternative that it waits for, or the policy. */
static void place(struct plan_task *row, const struct leaving *leaving, const struct step *step)
{
	if (step->own) {
		row->path = step->own->head.path;
		row->line = step->own->head.leaf.at.line;
	} else if (step->lead) {
		row->path = step->lead->head.path;
		row->line = step->lead->lead.leaf.at.line;
	} else if (step->rule) {
		row->path = leaving->source->policy->path;
		row->line = step->rule->head.leaf.at.line;
	}
}

/* What is done takes what it would have taken, and may not slip. */
static void put_times(struct plan_task *row, const struct leaving *leaving, const struct step *step,
	const struct activity *activity)
{
	const struct calendar *calendar = &leaving->view->calendar;

	row->start = step->start;
	row->end = step->end;
	if (step->done != DATE_NONE) {
		row->takes_days = date_add(step->done, activity->takes, calendar) - step->done;
		return;
	}
	row->takes_days = activity->early_finish - activity->early_start;
	if (activity->apart)
		return;
	row->latest_start = activity->late_start;
	row->latest_end = row->takes_days ? date_clamp((int64_t)activity->late_finish - 1)
					  : activity->late_start;
	row->slack_days = activity_slack(activity);
	row->critical = activity->critical;
}

static void make_task(struct plan_task *row, const struct leaving *leaving, size_t i)
{
	const struct step *step = &leaving->schedule.steps[i];
	const struct activity *activity = &leaving->schedule.activities[i];
	const struct person *owner = leaving_person(leaving, step->owner);
	char takes[16];

	*row = (struct plan_task){
		.id = step->id,
		.title = step->title,
		.after = schedule_after(&leaving->schedule, leaving->arena, i),
		.takes =
			arena_printf(leaving->arena, "%s", duration_format(activity->takes, takes)),
		.basis = basis_words[step->basis],
		.owner = step->owner,
		.owner_name = owner ? owner->name.text : NULL,
		.side = (int)step->side,
		.latest_start = DATE_NONE,
		.latest_end = DATE_NONE,
		.slack_days = NAN,
		.done = step->done,
		.fixed = step->own && HAS(step->own->fixed) ? step->own->fixed.date : DATE_NONE,
	};
	place(row, leaving, step);
	put_times(row, leaving, step, activity);
}

struct array plan_tasks(const struct leaving *leaving)
{
	const struct schedule *schedule = &leaving->schedule;
	struct plan_task *rows = arena_array(leaving->arena, schedule->n, sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; schedule->sound && i < schedule->n; i++)
		if (!schedule->steps[i].dropped)
			make_task(&rows[n++], leaving, i);
	return (struct array){rows, n};
}

/* What the template has stands first: those are found at once. */
const struct plan_task *plan_task(const struct exit_plan *plan, const char *id)
{
	const struct plan_task *tasks = plan->tasks.items;

	for (size_t i = 0; i < plan->tasks.n; i++)
		if (strcmp(tasks[i].id, id) == 0)
			return &tasks[i];
	return NULL;
}

/* What is passed over or done stands on no path. */
struct array plan_critical_path(const struct leaving *leaving)
{
	const struct schedule *schedule = &leaving->schedule;
	const struct network *network = &schedule->network;
	const char **rows = arena_array(leaving->arena, network->n_path, sizeof(*rows));

	for (size_t i = 0; i < network->n_path; i++)
		rows[i] = schedule->steps[network->path[i]].id;
	return (struct array){rows, schedule->sound ? network->n_path : 0};
}
