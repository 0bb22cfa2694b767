/* Warnings of who sees to it: nobody, or somebody who will not be there. */
#include "warnings.h"

#include <string.h>

/* ---- nobody ---- */

/* One person would own them all, of our side or of theirs: that one is missing is said once. */
static void want_task_owners(struct warnings *warnings)
{
	const struct partner *partner = warnings->leaving->partner;
	const char *lack = HAS(partner->owner)
		? "nobody speaks for the partner (executive, customer-success or sales)"
		: "the file names no owner";
	const struct plan_task *tasks = warnings->plan->tasks.items;
	struct naming names = {0};
	size_t n;

	for (size_t i = 0; i < warnings->plan->tasks.n; i++)
		if (!tasks[i].owner && tasks[i].done == DATE_NONE)
			naming_add(&names, tasks[i].id);
	n = names.n;
	if (n)
		warning_raise(warnings, warning_place(warnings, &partner->head, NULL),
			"%s, and %zu task%s no owner: %s", lack, n, n == 1 ? " has" : "s have",
			naming_keep(&names, warnings->arena));
}

void warn_owner_missing(struct warnings *warnings)
{
	const struct plan_coverage *rows = warnings->plan->coverage.items;
	const char *last = "";

	if (!warnings->leaving->schedule.sound)
		return;
	want_task_owners(warnings);
	for (size_t i = 0; i < warnings->plan->coverage.n; i++) {
		/* one record may need two tasks; of what no task covers that is worse */
		if (rows[i].owner || rows[i].done || !rows[i].task ||
			strcmp(rows[i].record, last) == 0)
			continue;
		last = rows[i].record;
		warning_raise(warnings, (struct place){rows[i].path, rows[i].line},
			"%s has no owner", last);
	}
}

/* ---- somebody who leaves ---- */

/* What somebody has to do, and until when. */
struct duty {
	const char *person; /* id; NULL: nobody */
	const char *as;     /* owner, holder, successor */
	const char *of;
	int32_t end; /* DATE_NONE: nothing is to be done */
	struct place at;
};

/* True when it is raised. `left` may lie ahead: then it is planned. */
static bool want_stay(struct warnings *warnings, const struct duty *duty)
{
	const struct person *person = leaving_person(warnings->leaving, duty->person);
	bool gone;

	if (!person || !HAS(person->left) || duty->end == DATE_NONE ||
		person->left.date > duty->end)
		return false;
	gone = view_by(warnings->leaving->view, person->left);
	warning_raise(warnings,
		duty->at.path ? duty->at : warning_place(warnings, &person->head, NULL),
		"%s %s on %s: %s of %s until %s", duty->person, gone ? "left" : "leaves",
		warning_day(warnings, person->left.date), duty->as, duty->of,
		warning_day(warnings, duty->end));
	return true;
}

static void want_owners(struct warnings *warnings)
{
	const struct plan_task *tasks = warnings->plan->tasks.items;

	for (size_t i = 0; i < warnings->plan->tasks.n; i++) {
		struct duty duty = {tasks[i].owner, "owner", tasks[i].id, tasks[i].end,
			{tasks[i].path, tasks[i].line}};

		if (tasks[i].done == DATE_NONE)
			want_stay(warnings, &duty);
	}
}

static void want_teachers(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	const struct plan_task *task = plan_task(warnings->plan,
		leaving->mode == PLAN_STRESSED ? "alternative-ready" : "knowledge-transfer");

	if (!task || task->done != DATE_NONE)
		return;
	EACH (struct exit_knowledge, knowledge, leaving->exit->knowledge) {
		const char *ref = warning_ref(warnings, "knowledge", &knowledge->head, NULL);
		struct duty holder = {knowledge->holder.text, "holder", ref, task->end,
			warning_place(warnings, &knowledge->head, &knowledge->holder.leaf)};
		struct duty successor = {knowledge->successor.text, "successor", ref, task->end,
			warning_place(warnings, &knowledge->head, &knowledge->successor.leaf)};

		want_stay(warnings, &holder);
		want_stay(warnings, &successor);
	}
}

/* Whether what the record asks of its owner was said of the task's owner, or of a successor. */
static bool is_said(const struct warnings *warnings, const struct plan_coverage *row)
{
	static const char knowledge[] = "knowledge:";
	const struct plan_task *task = row->task ? plan_task(warnings->plan, row->task) : NULL;

	if (strncmp(row->record, knowledge, sizeof(knowledge) - 1) == 0)
		return true;
	return task && task->done == DATE_NONE && task->owner && task->end == row->end &&
		strcmp(task->owner, row->owner) == 0;
}

static void want_keepers(struct warnings *warnings)
{
	const struct plan_coverage *rows = warnings->plan->coverage.items;
	const char *last = "";

	for (size_t i = 0; i < warnings->plan->coverage.n; i++) {
		struct duty duty = {rows[i].owner, "owner", rows[i].record, rows[i].end,
			{rows[i].path, rows[i].line}};

		if (rows[i].owner && !rows[i].done && !is_said(warnings, &rows[i]) &&
			strcmp(rows[i].record, last) != 0 && want_stay(warnings, &duty))
			last = rows[i].record;
	}
}

void warn_owner_leaves(struct warnings *warnings)
{
	want_owners(warnings);
	want_teachers(warnings);
	want_keepers(warnings);
}
