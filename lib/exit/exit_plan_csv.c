/* The tasks of plans as comma-separated values. */
#include "partner/csv.h"
#include "partner/exit_plan.h"

void exit_plans_put_csv_head(struct buffer *buffer)
{
	static const char *const names[] = {"partner", "task", "title", "side", "owner", "after",
		"takes_days", "start", "end", "latest_end", "slack_days", "critical", "done"};
	struct csv csv = {.out = buffer};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		csv_word(&csv, names[i]);
	csv_end_row(&csv);
}

/* Ids, which have no blanks, with one between them. */
static void put_after(struct csv *csv, struct array after)
{
	const char *const *ids = after.items;
	struct buffer text = {0};

	for (size_t i = 0; i < after.n; i++)
		buffer_printf(&text, "%s%s", i ? " " : "", ids[i]);
	buffer_putc(&text, '\0');
	csv_text(csv, text.data);
	buffer_free(&text);
}

static void put_task(struct csv *csv, const char *partner, const struct plan_task *task)
{
	csv_text(csv, partner);
	csv_text(csv, task->id);
	csv_text(csv, task->title);
	csv_word(csv, task->side == CHOICE_NONE ? NULL : side_words[task->side]);
	csv_text(csv, task->owner);
	put_after(csv, task->after);
	csv_whole(csv, task->takes_days);
	csv_date(csv, task->start);
	csv_date(csv, task->end);
	csv_date(csv, task->latest_end);
	csv_real(csv, task->slack_days, 0);
	csv_truth(csv, task->critical);
	csv_date(csv, task->done);
	csv_end_row(csv);
}

void exit_plan_put_csv(struct buffer *buffer, const struct exit_plan *plan)
{
	const struct plan_task *tasks = plan->tasks.items;
	struct csv csv = {.out = buffer};

	for (size_t i = 0; i < plan->tasks.n; i++)
		put_task(&csv, plan->partner, &tasks[i]);
}
