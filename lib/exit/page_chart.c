/* The plan's schedule as a chart. */
#include "pages.h"
#include "partner/svg.h"

static struct gantt_row row_of(const struct plan_task *task)
{
	return (struct gantt_row){
		.label = task->title ? task->title : task->id,
		.start = task->start,
		.end = task->end,
		.critical = task->critical,
		.done = task->done != DATE_NONE,
		.point = task->takes_days == 0,
	};
}

static const char *title_of(struct doc *doc, const struct exit_plan *plan)
{
	return arena_printf(doc->arena,
		"Schedule of leaving %s in %zu task%s; the table below has its dates",
		plan->name ? plan->name : plan->partner, plan->tasks.n,
		plan->tasks.n == 1 ? "" : "s");
}

const char *page_chart(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_clock *clock = plan->clock;
	const struct plan_task **tasks = page_tasks(doc, plan);
	struct gantt_row *rows = arena_array(doc->arena, plan->tasks.n, sizeof(*rows));
	bool served_on = clock->service_end != clock->last_day;
	const struct gantt_day days[] = {
		{"today", plan->as_of},
		{"send notice", clock->needed ? clock->send_by : DATE_NONE},
		{"contract ends", clock->last_day},
		{"service ends", served_on ? clock->service_end : DATE_NONE},
	};
	const struct gantt gantt = {title_of(doc, plan), rows, plan->tasks.n, days, COUNT_OF(days)};
	struct buffer svg = {0};

	if (!plan->tasks.n)
		return NULL;
	for (size_t i = 0; i < plan->tasks.n; i++)
		rows[i] = row_of(tasks[i]);
	svg_put_gantt(&svg, &gantt);
	return buffer_keep(&svg, doc->arena);
}
