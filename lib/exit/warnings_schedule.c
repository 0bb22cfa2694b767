/* Warnings of the schedule as a whole: it does not fit, cannot be, or is in a wrong order. */

#include "warnings.h"

/* ---- does not fit ---- */

/* What a task waits for longest, of several the first; NULL when it waits for a day, or for
 * nothing that is still to be done. */
static const struct activity *driver_of(
	const struct schedule *schedule, const struct activity *activity)
{
	const struct activity *last = NULL;

	for (size_t i = 0; i < activity->n_after; i++) {
		const struct activity *one = &schedule->activities[activity->after[i]];

		if (!last || one->early_finish > last->early_finish ||
			(one->early_finish == last->early_finish && one < last))
			last = one;
	}
	if (!last || last->done ||
		(activity->not_before != DATE_NONE && activity->not_before > last->early_finish))
		return NULL;
	return last;
}

/* The tasks that the cutover hangs on, first to last. */
static const char *path_to(const struct warnings *warnings, const struct step *cutover)
{
	const struct schedule *schedule = &warnings->leaving->schedule;
	const char **ids = arena_array(warnings->arena, schedule->n, sizeof(*ids));
	const struct activity *at = &schedule->activities[cutover - schedule->steps];
	struct naming names = {0};
	size_t n = 0;

	for (; at; at = driver_of(schedule, at))
		if (!at->passed)
			ids[n++] = schedule->steps[at - schedule->activities].id;
	while (n)
		naming_add(&names, ids[--n]);
	return naming_keep(&names, warnings->arena);
}

/* We can do without it for less than that. */
static bool is_shorter(const struct warnings *warnings, struct duration rto, int32_t days)
{
	const struct leaving *leaving = warnings->leaving;
	int32_t from = leaving->transition_end;

	if (rto.unit == DURATION_MINUTES)
		return rto.count < (int64_t)days * 24 * 60;
	if (rto.unit == DURATION_HOURS)
		return rto.count < (int64_t)days * 24;
	return date_add(from, rto, &leaving->view->calendar) < from + days;
}

/* The functions that would be missed before they are back. */
static const char *missed_functions(const struct warnings *warnings, int32_t days)
{
	struct naming names = {0};
	char rto[16];

	EACH (struct exit_function, function, warnings->leaving->exit->functions)
		if (HAS(function->rto) && is_shorter(warnings, function->rto.duration, days))
			naming_add(&names,
				arena_printf(warnings->arena, "%s (%s)",
					warning_ref(warnings, "function", &function->head,
						&function->id),
					duration_format(function->rto.duration, rto)));
	if (!names.n)
		return "";
	return arena_printf(warnings->arena, "; longer than the rto of %s",
		naming_keep(&names, warnings->arena));
}

void warn_does_not_fit(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	const struct contract *contract = leaving->contract;
	const struct step *cutover = schedule_find(&leaving->schedule, "cutover");
	bool helped = leaving->transition_end != leaving->last_day;

	if (!cutover || leaving->shortfall <= 0)
		return;
	warning_raise(warnings, warning_place(warnings, &contract->head, &contract->end.leaf),
		"the cutover ends %s, %s after the contract%s: %s; start by %s%s",
		warning_day(warnings, leaving->cutover), warning_days(warnings, leaving->shortfall),
		helped ? " and its transition" : "", path_to(warnings, cutover),
		warning_day(warnings, leaving->start_by),
		missed_functions(warnings, leaving->shortfall));
}

/* Notice has to be in time. Without one only the calendar's end can make tasks late. */
static const char *why_late(const struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;

	if (!leaving->notice_needed || leaving->send_by < leaving->view->as_of)
		return "tasks would have to start before they can";
	return arena_printf(warnings->arena,
		"notice must be sent by %s, for which tasks are too late",
		warning_day(warnings, leaving->send_by));
}

void warn_slack_negative(struct warnings *warnings)
{
	const struct notice *notice = &warnings->leaving->contract->notice;
	const struct plan_task *tasks = warnings->plan->tasks.items, *first = NULL;
	struct naming names = {0};

	for (size_t i = 0; i < warnings->plan->tasks.n; i++) {
		if (!(tasks[i].slack_days < 0))
			continue;
		first = first ? first : &tasks[i];
		naming_add(&names,
			arena_printf(warnings->arena, "%s by %s", tasks[i].id,
				warning_days(warnings, (int32_t)-tasks[i].slack_days)));
	}
	if (!first)
		return;
	warning_raise(warnings,
		first->path ? warning_task_place(warnings, first)
			    : warning_place(warnings, &notice->head, &notice->period.leaf),
		"%s: %s", why_late(warnings), naming_keep(&names, warnings->arena));
}

/* ---- who is told first ---- */

void warn_told_before_partner(struct warnings *warnings)
{
	static const char *const others[] = {"announce-customers", "announce-public"};
	const struct plan_task *notice = plan_task(warnings->plan, "notice-sent");

	for (size_t i = 0; notice && i < COUNT_OF(others); i++) {
		const struct plan_task *task = plan_task(warnings->plan, others[i]);

		if (task && task_overlaps(task, notice))
			warning_raise(warnings, warning_task_place(warnings, task),
				"%s starts %s, and the partner is told by %s (notice-sent)",
				task->id, warning_day(warnings, task->start),
				warning_day(warnings, notice->end));
	}
}

/* Agreed in a talk by D; what came of it is not known before its review. */
void warn_answer_pending(struct warnings *warnings)
{
	const struct view *view = warnings->leaving->view;
	const struct plan_task *gate = plan_task(warnings->plan, "gate");

	if (!gate || gate->done != DATE_NONE)
		return;
	EACH (struct conversation, talk, view->partner->conversations) {
		if (!leaving_talk_counts(view, talk) || !HAS(talk->review) ||
			talk->review.date <= gate->start)
			continue;
		warning_raise(warnings, warning_place(warnings, &talk->head, &talk->review.leaf),
			"what was agreed on %s is reviewed on %s, after gate starts on %s",
			warning_day(warnings, talk->date.date),
			warning_day(warnings, talk->review.date),
			warning_day(warnings, gate->start));
	}
}

/* ---- tasks that cannot be put in order ---- */

static bool is_ordered_by_file(const struct step *step)
{
	return step->own && HAS(step->own->after.list);
}

/* The template alone has no cycle: the file, else the policy, orders one of its tasks. */
static struct place cycle_place(const struct warnings *warnings)
{
	const struct schedule *schedule = &warnings->leaving->schedule;
	const struct network *network = &schedule->network;
	const struct step *step = NULL;

	/* the first that is named comes last here */
	for (size_t i = network->n_cycle; i-- > 0 && !(step && is_ordered_by_file(step));) {
		const struct step *next = &schedule->steps[network->cycle[i]];

		if (is_ordered_by_file(next) || (!step && next->rule))
			step = next;
	}
	if (step && is_ordered_by_file(step))
		return warning_place(warnings, &step->own->head, &step->own->after.list.leaf);
	if (step)
		return (struct place){
			warnings->leaving->source->policy->path, step->rule->head.leaf.at.line};
	return warning_place(warnings, NULL, NULL);
}

void warn_cycle(struct warnings *warnings)
{
	const char *cycle = schedule_cycle(&warnings->leaving->schedule, warnings->arena);

	if (cycle)
		warning_raise(
			warnings, cycle_place(warnings), "tasks wait for each other: %s", cycle);
}

void warn_unknown_after(struct warnings *warnings)
{
	const struct schedule *schedule = &warnings->leaving->schedule;
	const struct exit_task *task = schedule->unknown_task;

	if (!task)
		return;
	warning_raise(warnings, warning_place(warnings, &task->head, &schedule->unknown->leaf),
		"%s waits for '%s', which is no task of the plan",
		warning_ref(warnings, "task", &task->head, &task->id), schedule->unknown->text);
}
