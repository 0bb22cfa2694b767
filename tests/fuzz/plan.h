/*
 * Exit plans for the fuzz targets: whatever a stranger wrote, what is planned holds together, in
 * its dates, its money and its warnings, and no format of it harms who reads it.
 */
#ifndef FUZZ_PLAN_H
#define FUZZ_PLAN_H

#include "card.h"
#include "partner/exit_plan.h"
#include "partner/read.h"
#include "written.h"

/* ---- the schedule ---- */

static inline const struct plan_task *find_task(const struct exit_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->tasks.n; i++)
		if (!strcmp(ITEM(struct plan_task, plan->tasks, i)->id, id))
			return ITEM(struct plan_task, plan->tasks, i);
	return NULL;
}

/* The calendar has an end, where all that is later falls together. */
static inline void promise_follows(const struct plan_task *task, const struct plan_task *before)
{
	if (task->done != DATE_NONE || before->done != DATE_NONE || task->start == DATE_MAX)
		return;
	if (before->takes_days)
		PROMISE(before->end < task->start);
	else
		PROMISE(before->end <= task->start);
}

static inline void promise_after(const struct exit_plan *plan, const struct plan_task *task)
{
	for (size_t i = 0; i < task->after.n; i++) {
		const struct plan_task *before =
			find_task(plan, *ITEM(char *const, task->after, i));

		PROMISE(before);
		promise_follows(task, before);
	}
}

static inline void promise_open(const struct exit_plan *plan, const struct plan_task *task)
{
	PROMISE(task->start >= plan->start);
	PROMISE(task->fixed == DATE_NONE || task->start >= task->fixed);
	PROMISE(isnan(task->slack_days) == (task->latest_start == DATE_NONE));
	PROMISE(isnan(task->slack_days) == (task->latest_end == DATE_NONE));
	if (isnan(task->slack_days)) {
		PROMISE(!task->critical && !strcmp(task->id, "reentry-review"));
		return;
	}
	PROMISE(task->slack_days == (double)task->latest_start - task->start);
	PROMISE(task->slack_days >= 0 || task->critical);
	PROMISE(task->latest_start <= task->latest_end || task->latest_start == DATE_MIN);
	PROMISE(task->end <= plan->finish);
}

static inline void promise_done(const struct exit_plan *plan, const struct plan_task *task)
{
	PROMISE(task->done <= plan->as_of && !task->critical);
	PROMISE(task->start == task->done && task->end == task->done);
	PROMISE(isnan(task->slack_days) && task->latest_end == DATE_NONE);
}

static inline void promise_tasks(const struct exit_plan *plan)
{
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct plan_task *task = ITEM(struct plan_task, plan->tasks, i);

		PROMISE(task->title && find_task(plan, task->id) == task);
		PROMISE(task->start <= task->end && task->takes_days >= 0);
		if (task->done == DATE_NONE)
			promise_open(plan, task);
		else
			promise_done(plan, task);
		promise_after(plan, task);
	}
}

static inline bool waits_for(const struct plan_task *task, const char *id)
{
	for (size_t i = 0; i < task->after.n; i++)
		if (!strcmp(*ITEM(char *const, task->after, i), id))
			return true;
	return false;
}

/* Each waits for the one before it, and the last one ends when all is done; a point in time may
 * stand on the day after. */
static inline void promise_path(const struct exit_plan *plan)
{
	const struct plan_task *task = NULL;

	for (size_t i = 0; i < plan->critical_path.n; i++) {
		const char *id = *ITEM(char *const, plan->critical_path, i);

		PROMISE(find_task(plan, id) && find_task(plan, id)->critical);
		PROMISE(!task || waits_for(find_task(plan, id), task->id));
		task = find_task(plan, id);
	}
	PROMISE(!task || task->end == plan->finish || task->end + 1 == plan->finish);
}

/* ---- the clock ---- */

static inline void promise_notice(const struct source *source, const struct plan_clock *clock)
{
	const struct contract *contract = &source->partner->contract;
	const struct flag_field *at_will = &contract->termination.convenience;
	bool early = clock->early && HAS(*at_will) && at_will->value;
	int32_t end = clock->natural_end > clock->term_end ? clock->natural_end : clock->term_end;

	if (early)
		end = clock->last_day;
	PROMISE((clock->send_by == DATE_NONE) == isnan(clock->days_left));
	PROMISE((clock->send_by == DATE_NONE) == (clock->notice_latest == DATE_NONE));
	PROMISE(clock->send_by <= clock->notice_latest);
	PROMISE(clock->notice_latest <= end);
	PROMISE(clock->notice_latest <= clock->notice_backward);
	PROMISE(clock->notice_latest <= clock->notice_forward);
	PROMISE(!clock->given || !clock->needed);
	PROMISE(!clock->missed || !clock->given);
}

static inline void promise_clock(const struct source *source, const struct exit_plan *plan)
{
	const struct plan_clock *clock = plan->clock;

	promise_notice(source, clock);
	PROMISE(clock->last_day <= clock->natural_end);
	PROMISE(clock->early == (clock->last_day < clock->natural_end));
	PROMISE(clock->last_day <= clock->transition_end);
	PROMISE(clock->service_end <= clock->transition_end);
	PROMISE(clock->start_by <= plan->start);
	PROMISE(plan->fits == (plan->shortfall_days == 0));
	PROMISE(isnan(plan->shortfall_days) || plan->shortfall_days >= 0);
	if (plan->decision->break_even != DATE_NONE)
		PROMISE(plan->decision->break_even < clock->natural_end);
}

/* ---- money ---- */

/* What the lines of a currency add up to: none is negative, so that no sum of some is too large
 * where the sum of all is not. */
static inline int64_t add_lines(const struct exit_plan *plan, const char *currency,
	enum money_direction direction, bool entitled)
{
	int64_t sum = 0;

	for (size_t i = 0; i < plan->money.n; i++) {
		const struct plan_money *line = ITEM(struct plan_money, plan->money, i);

		if (line->status == LINE_COMPUTED && line->direction == (int)direction &&
			line->entitled == entitled &&
			!strcmp(currency_code(line->amount.currency), currency))
			sum += line->amount.minor;
	}
	return sum;
}

static inline void promise_sum(const struct exit_plan *plan, const struct plan_total *total)
{
	if (total->in.currency)
		PROMISE(total->in.minor == add_lines(plan, total->currency, MONEY_IN, true));
	if (total->out.currency)
		PROMISE(total->out.minor == add_lines(plan, total->currency, MONEY_OUT, true));
	if (total->ask.currency)
		PROMISE(total->ask.minor == add_lines(plan, total->currency, MONEY_IN, false));
}

static inline void promise_totals(const struct exit_plan *plan)
{
	for (size_t i = 0; i < plan->totals.n; i++) {
		const struct plan_total *total = ITEM(struct plan_total, plan->totals, i);
		bool known = total->in.currency && total->out.currency;

		PROMISE(known == (total->net.currency != 0));
		PROMISE(total->missing || (known && total->ask.currency));
		if (known)
			PROMISE(total->net.minor == total->in.minor - total->out.minor);
		if (!total->converted)
			promise_sum(plan, total);
	}
}

static inline void promise_lines(const struct exit_plan *plan)
{
	for (size_t i = 0; i < plan->money.n; i++) {
		const struct plan_money *line = ITEM(struct plan_money, plan->money, i);
		bool computed = line->status == LINE_COMPUTED;

		PROMISE(line->basis && *line->basis);
		PROMISE(computed == (line->amount.currency != 0));
		PROMISE(!computed || line->amount.minor >= 0);
		PROMISE(line->entitled || line->direction == MONEY_IN);
	}
}

/* ---- the rest ---- */

static inline void promise_warnings(const struct exit_plan *plan)
{
	const char *last = "";
	bool error = false;

	for (size_t i = 0; i < plan->warnings.n; i++) {
		const struct plan_warning *warning = ITEM(struct plan_warning, plan->warnings, i);
		bool grave = !strcmp(warning->level, "error");

		PROMISE(strcmp(last, warning->id) <= 0 && *warning->message);
		PROMISE(warning->path && warning->line > 0);
		PROMISE(!grave || warning->muted == DATE_NONE);
		last = warning->id;
		error |= grave;
	}
	PROMISE(error == exit_plan_has_error(plan));
}

static inline void promise_care(const struct exit_plan *plan)
{
	for (size_t i = 0; i < plan->coverage.n; i++) {
		const struct plan_coverage *row = ITEM(struct plan_coverage, plan->coverage, i);

		PROMISE(*row->record && (!row->task || find_task(plan, row->task)));
	}
	for (size_t i = 0; i < plan->communications.n; i++) {
		const struct plan_communication *row =
			ITEM(struct plan_communication, plan->communications, i);
		const struct plan_task *task = find_task(plan, row->task);

		PROMISE(*row->draft && row->date == (task ? task->end : DATE_NONE));
	}
	PROMISE(plan->reentry->conditions.n == plan->reentry->details.n);
	PROMISE(plan->completeness.n);
}

/* ---- what is printed ---- */

static inline void print_pages(const struct exit_plan *plan)
{
	const struct card_style plain = {.columns = 80};
	const struct card_style narrow = {.ascii = true, .columns = 40};
	struct buffer text = {0};

	exit_plan_put_text(&text, plan, &plain);
	exit_plan_put_text(&text, plan, &narrow);
	exit_plan_put_markdown(&text, plan);
	exit_plans_put_html_head(&text, "Exit plan");
	exit_plan_put_html(&text, plan);
	exit_plans_put_html_end(&text);
	promise_page(&text);
	buffer_free(&text);
}

static inline void print_calendar(const struct exit_plan *plan)
{
	struct buffer text = {0};

	exit_plans_put_ics_head(&text);
	exit_plan_put_ics(&text, plan);
	exit_plans_put_ics_end(&text);
	promise_calendar(&text);
	buffer_free(&text);
}

/* As many rows as tasks, and the heading; no cell is a formula. */
static inline void print_table(const struct exit_plan *plan)
{
	struct buffer text = {0};

	exit_plans_put_csv_head(&text);
	exit_plan_put_csv(&text, plan);
	PROMISE(promise_rows(&text, 13, true) == plan->tasks.n + 1);
	buffer_free(&text);
}

/* The line of JSON is read back as the plan that it was written from. */
static inline void print_record(struct arena *arena, const struct exit_plan *plan)
{
	struct exit_plan *again = ARENA_NEW(arena, struct exit_plan);
	struct buffer once = {0}, twice = {0};
	struct read_fault fault;

	write_json_line(&once, &exit_plan_record, plan);
	promise_harmless(&once);
	PROMISE(read_json_record(arena, &exit_plan_record, once.data, once.length, again, &fault));
	write_json_line(&twice, &exit_plan_record, again);
	PROMISE(once.length == twice.length && !memcmp(once.data, twice.data, once.length));
	buffer_free(&once);
	buffer_free(&twice);
}

/* ---- all of it ---- */

static inline const struct exit_plan *promise_plan(
	const struct source *source, const struct plan_request *request)
{
	const struct exit_plan *plan = exit_plan_make(source, request);

	promise_tasks(plan);
	promise_path(plan);
	promise_clock(source, plan);
	promise_lines(plan);
	promise_totals(plan);
	promise_warnings(plan);
	promise_care(plan);
	print_pages(plan);
	print_calendar(plan);
	print_table(plan);
	print_record(source->arena, plan);
	return plan;
}

/* What a plan says of the other way to leave is what that one says of itself. */
static inline void promise_other(const struct exit_plan *plan, const struct exit_plan *other)
{
	PROMISE(plan->other->mode == other->mode && plan->other->finish == other->finish);
	PROMISE(plan->other->fits == other->fits);
	PROMISE(plan->other->shortfall_days == other->shortfall_days ||
		(isnan(plan->other->shortfall_days) && isnan(other->shortfall_days)));
}

/* Both ways to leave a partner; what else is asked for depends on the size of the input. */
static inline void promise_plans(const struct source *source, int32_t day, size_t size)
{
	struct plan_request request = {
		.as_of = day,
		.start = size % 4 == 1 ? day + (int32_t)(size % 97) : DATE_NONE,
		.by = size % 3 == 1 ? day + (int32_t)(size % 1009) : DATE_NONE,
		.reason = size % 5 == 1 ? (int)(size / 5 % (EXIT_REGULATION + 1)) : CHOICE_NONE,
	};
	const struct exit_plan *plan, *other;

	if (!exit_plan_applies(source, day))
		return;
	request.mode = PLAN_PLANNED;
	plan = promise_plan(source, &request);
	request.mode = PLAN_STRESSED;
	other = promise_plan(source, &request);
	promise_other(plan, other);
	promise_other(other, plan);
}

#endif
