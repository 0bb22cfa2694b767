/* The dates of plans as a calendar: what is still to be done, told and looked at. */
#include <math.h>

#include "leaving.h"
#include "partner/ics.h"

/* An event in the making. */
struct plan_event {
	const char *key;        /* what it is called within the plan */
	const char *what;       /* for people */
	int32_t start, end;     /* both counted */
	struct buffer *details; /* more lines for its description; freed */
};

/* Where the task stands in the file; the file, for what no line of it speaks of. */
static void put_place(
	struct buffer *text, const struct exit_plan *plan, const char *path, int64_t line)
{
	buffer_printf(text, "\n%s:%lld", path ? path : plan->source->path,
		(long long)(path ? line : plan->source->line));
}

static void put_date(struct buffer *text, const char *before, int32_t date)
{
	if (date == DATE_NONE)
		return;
	buffer_puts(text, before);
	date_put(text, date);
}

static void put_event(
	struct buffer *buffer, const struct exit_plan *plan, const struct plan_event *event)
{
	struct buffer uid = {0}, summary = {0};

	buffer_printf(&uid, "%s-%s@partner", plan->partner, event->key);
	buffer_putc(&uid, '\0');
	buffer_printf(&summary, "%s: %s", plan->name ? plan->name : plan->partner, event->what);
	buffer_putc(&summary, '\0');
	buffer_putc(event->details, '\0');
	ics_put_event(buffer,
		&(struct ics_event){.uid = uid.data,
			.stamp = plan->as_of,
			.start = event->start,
			.end = event->end,
			.summary = summary.data,
			.description = event->details->data});
	buffer_free(&uid);
	buffer_free(&summary);
	buffer_free(event->details);
}

/* ---- tasks ---- */

static void describe_task(
	struct buffer *text, const struct exit_plan *plan, const struct plan_task *task)
{
	const char *owner = task->owner_name ? task->owner_name : task->owner;

	buffer_printf(text, "owner: %s", owner ? owner : "nobody");
	put_date(text, "\nstart: ", task->start);
	put_date(text, "\nend: ", task->end);
	put_date(text, "\nlatest end: ", task->latest_end);
	if (!isnan(task->slack_days))
		buffer_printf(text, "\nslack in days: %.0f%s", task->slack_days,
			task->critical ? ", on the critical path" : "");
	put_place(text, plan, task->path, task->line);
}

static void put_tasks(struct buffer *buffer, const struct exit_plan *plan)
{
	const struct plan_task *tasks = plan->tasks.items;

	for (size_t i = 0; i < plan->tasks.n; i++) {
		struct buffer details = {0};

		if (tasks[i].done != DATE_NONE || tasks[i].start == DATE_NONE)
			continue;
		describe_task(&details, plan, &tasks[i]);
		put_event(buffer, plan,
			&(struct plan_event){tasks[i].id, tasks[i].title, tasks[i].start,
				tasks[i].end, &details});
	}
}

/* ---- what is not a task ---- */

/* A day; where a task of the file has taken its name, a longer one. */
static void put_day(struct buffer *buffer, const struct exit_plan *plan, const char *key,
	const char *what, int32_t date, struct buffer *details)
{
	struct buffer name = {0};

	buffer_puts(&name, key);
	buffer_putc(&name, '\0');
	while (plan_task(plan, name.data)) {
		name.length--;
		buffer_puts(&name, "-day");
		buffer_putc(&name, '\0');
	}
	put_event(buffer, plan, &(struct plan_event){name.data, what, date, date, details});
	buffer_free(&name);
}

static void put_send_by(struct buffer *buffer, const struct exit_plan *plan)
{
	const struct plan_clock *clock = plan->clock;
	const struct card_reference *source = clock->sources.items;
	bool missed = clock->next_send_by != DATE_NONE;
	int32_t send_by = missed ? clock->next_send_by : clock->send_by;
	struct buffer details = {0};

	if (!clock->needed || send_by == DATE_NONE)
		return;
	buffer_printf(&details, "owner: %s", plan->owner ? plan->owner : "nobody");
	if (!missed)
		put_date(&details, "\nnotice must be there by ", clock->notice_latest);
	put_date(&details, "\nend of the contract: ", clock->last_day);
	if (clock->sources.n)
		put_place(&details, plan, source->path, source->line);
	else
		put_place(&details, plan, NULL, 0);
	put_day(buffer, plan, "send-by", "last day to send notice", send_by, &details);
}

static void put_message(
	struct buffer *buffer, const struct exit_plan *plan, const struct plan_communication *row)
{
	const struct plan_task *task = row->task ? plan_task(plan, row->task) : NULL;
	struct buffer key = {0}, what = {0}, details = {0};

	if (row->date == DATE_NONE || (task && task->done != DATE_NONE))
		return;
	buffer_printf(&key, "tell-%s", row->audience);
	buffer_putc(&key, '\0');
	buffer_printf(&what, "tell %s", row->audience);
	buffer_putc(&what, '\0');
	buffer_printf(&details, "owner: %s", row->owner ? row->owner : "nobody");
	put_date(&details, "\ndate: ", row->date);
	if (row->draft)
		buffer_printf(&details, "\n%s", row->draft);
	put_place(&details, plan, task ? task->path : NULL, task ? task->line : 0);
	put_day(buffer, plan, key.data, what.data, row->date, &details);
	buffer_free(&key);
	buffer_free(&what);
}

/* ---- all of it ---- */

void exit_plans_put_ics_head(struct buffer *buffer)
{
	ics_begin(buffer, "partner-exit-plan");
}

void exit_plan_put_ics(struct buffer *buffer, const struct exit_plan *plan)
{
	const struct plan_communication *messages = plan->communications.items;

	put_send_by(buffer, plan);
	put_tasks(buffer, plan);
	for (size_t i = 0; i < plan->communications.n; i++)
		put_message(buffer, plan, &messages[i]);
}

void exit_plans_put_ics_end(struct buffer *buffer)
{
	ics_end(buffer);
}
