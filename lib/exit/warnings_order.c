/* Warnings of what ends before, or after, what it must not. */
#include "warnings.h"

#include <string.h>

/* ---- deletion ---- */

/* Where the file drops a task; NULL: it does not. */
static const struct text_field *dropped_at(const struct exit_record *exit, const char *id)
{
	EACH (struct text_field, drop, exit->drop)
		if (HAS(*drop) && strcmp(drop->text, id) == 0)
			return drop;
	return NULL;
}

void warn_deletion_early(struct warnings *warnings)
{
	static const char *const before[] = {"final-export", "parallel-run", "rollback-window"};
	const struct exit_record *exit = warnings->leaving->exit;
	const struct plan_task *deletion = plan_task(warnings->plan, "deletion");
	const struct text_field *drop = NULL;
	struct naming names = {0};

	for (size_t i = 0; deletion && i < COUNT_OF(before); i++) {
		const struct plan_task *task = plan_task(warnings->plan, before[i]);

		if (task && task_overlaps(deletion, task))
			naming_add(&names,
				arena_printf(warnings->arena, "%s ends %s", task->id,
					warning_day(warnings, task->end)));
		if (task)
			continue;
		drop = drop ? drop : dropped_at(exit, before[i]);
		naming_add(&names, arena_printf(warnings->arena, "%s is dropped", before[i]));
	}
	if (!names.n)
		return;
	warning_raise(warnings,
		deletion->path || !drop ? warning_task_place(warnings, deletion)
					: warning_place(warnings, &exit->head, &drop->leaf),
		"data is deleted from %s on: %s", warning_day(warnings, deletion->start),
		naming_keep(&names, warnings->arena));
}

/* ---- the partner's people ---- */

static void warn_staff(
	struct warnings *warnings, enum diag_level level, const struct plan_task *task)
{
	const struct exit_staff *staff = &warnings->leaving->exit->staff;
	const char *who = HAS(staff->count)
		? arena_printf(warnings->arena, "%lld", (long long)staff->count.value)
		: "those";

	warning_raise_as(warnings, level,
		warning_place(warnings, &staff->head, &staff->last_day.leaf),
		"%s of the partner's people who work for us leave on %s, %s before %s ends on %s",
		who, warning_day(warnings, staff->last_day.date),
		warning_days(warnings, task->end - staff->last_day.date), task->id,
		warning_day(warnings, task->end));
}

static bool is_still_to_come(const struct plan_task *task, int32_t day)
{
	return task && task->done == DATE_NONE && day < task->end;
}

void warn_staff_leave_early(struct warnings *warnings)
{
	const struct exit_staff *staff = &warnings->leaving->exit->staff;
	const struct plan_task *knowledge = plan_task(warnings->plan, "knowledge-transfer");
	const struct plan_task *cutover = plan_task(warnings->plan, "cutover");

	if (!HAS(staff->last_day) || (HAS(staff->count) && !staff->count.value))
		return;
	if (is_still_to_come(knowledge, staff->last_day.date))
		warn_staff(warnings, DIAG_ERROR, knowledge);
	else if (is_still_to_come(cutover, staff->last_day.date))
		warn_staff(warnings, DIAG_WARNING, cutover);
}

/* ---- access and service ---- */

/* So long, access may outlive what it is for. */
#define ACCESS_DAYS 7

void warn_access_outlives(struct warnings *warnings)
{
	const struct plan_task *revoke = plan_task(warnings->plan, "revoke-access");
	const struct plan_task *rollback = plan_task(warnings->plan, "rollback-window");
	int32_t served = warnings->leaving->service_end;
	int32_t last = rollback && rollback->end > served ? rollback->end : served;

	if (!revoke || last == DATE_NONE || revoke->end <= last + ACCESS_DAYS)
		return;
	warning_raise(warnings, warning_task_place(warnings, revoke),
		"the partner's access ends %s, %s after the %s on %s",
		warning_day(warnings, revoke->end), warning_days(warnings, revoke->end - last),
		last == served ? "last day of service" : "end of rollback-window",
		warning_day(warnings, last));
}

void warn_access_cut_early(struct warnings *warnings)
{
	const struct plan_task *revoke = plan_task(warnings->plan, "revoke-access");
	const struct plan_task *rollback = plan_task(warnings->plan, "rollback-window");

	if (revoke && rollback && task_overlaps(revoke, rollback))
		warning_raise(warnings, warning_task_place(warnings, revoke),
			"the partner's access ends from %s on, and rollback-window ends %s",
			warning_day(warnings, revoke->start), warning_day(warnings, rollback->end));
}

/* A window of no days needs no service; a contract without an end goes on serving. */
void warn_rollback_unserved(struct warnings *warnings)
{
	const struct contract *contract = warnings->leaving->contract;
	const struct plan_task *rollback = plan_task(warnings->plan, "rollback-window");
	int32_t served = warnings->leaving->service_end;

	if (!rollback || rollback->done != DATE_NONE || !rollback->takes_days ||
		served == DATE_NONE || rollback->end <= served ||
		!leaving_has_end(warnings->leaving))
		return;
	warning_raise(warnings, warning_place(warnings, &contract->head, &contract->end.leaf),
		"rollback-window ends %s, %s after the last day of service on %s",
		warning_day(warnings, rollback->end),
		warning_days(warnings, rollback->end - served), warning_day(warnings, served));
}
