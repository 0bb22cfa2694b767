/* Sections of a plan: the decision, the clock, the schedule. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"
#include "partner/exact.h"

/* ---- 1 decision ---- */

static void put_standing(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_decision *decision = plan->decision;
	const struct scorecard *card = plan->card;
	struct buffer text = {0};

	buffer_puts(&text, standing_words[decision->standing]);
	if (!isnan(decision->score)) {
		buffer_puts(&text, ", ");
		buffer_put_fixed(&text, decision->score, 1);
		buffer_puts(&text, " (");
		buffer_put_fixed(&text, decision->low, 1);
		buffer_puts(&text, " to ");
		buffer_put_fixed(&text, decision->high, 1);
		buffer_puts(&text, ")");
	}
	buffer_printf(&text, ", grade %s", decision->grade);
	if (card->reason)
		buffer_printf(&text, ": %s", card->reason);
	doc_fact_of(doc, "standing", &text);
}

static enum tone tone_of(const struct card_sign *sign)
{
	return sign->level == SIGN_CRITICAL ? TONE_CRITICAL : TONE_PLAIN;
}

/* Those that are heard. */
static void put_signs(struct doc *doc, const struct exit_plan *plan)
{
	static const struct doc_column columns[] = {
		{.title = "sign"},
		{.title = "level"},
		{.title = "what was seen", .note = true},
		{.title = "source", .note = true},
	};

	doc_caption(doc, "Warning signs about the partner");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct card_sign, sign, plan->card->signs) {
		const struct card_reference *record = sign->records.items;

		if (sign->muted != DATE_NONE)
			continue;
		doc_cell(doc, sign->sign);
		doc_cell_toned(doc, tone_of(sign), sign_level_words[sign->level]);
		doc_cell(doc, sign->text);
		doc_cell_place(doc,
			sign->records.n ? (struct place){record->path, record->line} : doc_nowhere);
	}
}

static void put_talk(struct doc *doc, const struct plan_talk *talk)
{
	struct buffer text = {0};

	buffer_printf(&text, "%s %s", doc_date(doc, talk->date), talk->kind);
	if (talk->outcome)
		buffer_printf(&text, ", %s", talk->outcome);
	else if (talk->review != DATE_NONE)
		buffer_printf(&text, ", review on %s", doc_date(doc, talk->review));
	buffer_printf(&text, ": %s", talk->agreed ? talk->agreed : "nothing agreed is on record");
	doc_fact(doc, "talk", buffer_keep(&text, doc->arena),
		(struct place){talk->path, talk->line});
}

/* How much more or less leaving costs, where both are known. */
static void put_difference(struct buffer *text, struct money stay, struct money leave)
{
	bool less = leave.minor < stay.minor;
	struct exact difference = {0};
	struct money amount;

	if (!stay.currency || stay.currency != leave.currency)
		return;
	exact_add(&difference, leave, less ? -1 : 1, 1);
	exact_add(&difference, stay, less ? 1 : -1, 1);
	if (!exact_round(&difference, &amount))
		return;
	if (!amount.minor) {
		buffer_puts(text, ", as much");
		return;
	}
	buffer_puts(text, ", ");
	money_put(text, amount);
	buffer_puts(text, less ? " less" : " more");
}

/* The amounts that are lacking in what leaving costs. */
static void put_lacking(struct buffer *text, const struct exit_plan *plan)
{
	const char *before = "; without ", *last = "";

	RESULT_EACH (struct plan_money, line, plan->money) {
		if (line->status != LINE_MISSING || line->direction != MONEY_OUT ||
			strcmp(line->item, last) == 0)
			continue;
		buffer_printf(text, "%s%s", before, line->item);
		before = ", ";
		last = line->item;
	}
	if (*last)
		buffer_puts(text, ", which nobody knows yet");
}

static void put_staying(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_decision *decision = plan->decision;
	const char *cost = doc_money(doc, decision->recover_cost);
	const char *until = doc_date(doc, decision->until);

	doc_fact(doc, "recover",
		cost ? arena_printf(doc->arena, "staying costs %s until %s", cost, until)
		     : arena_printf(doc->arena, "what staying costs until %s is not known", until),
		doc_nowhere);
}

static void put_leaving(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_decision *decision = plan->decision;
	const char *cost = doc_money(doc, decision->exit_cost);
	struct buffer text = {0};

	if (cost) {
		buffer_printf(&text, "leaving costs %s until then", cost);
		put_difference(&text, decision->recover_cost, decision->exit_cost);
		put_lacking(&text, plan);
	} else {
		buffer_puts(&text, "what leaving costs until then is not known");
	}
	doc_fact_of(doc, "exit", &text);
}

/* Both to the same day, so that they can be compared. */
static void put_comparison(struct doc *doc, const struct exit_plan *plan)
{
	int32_t last = plan->decision->break_even;

	if (plan->decision->until == DATE_NONE)
		return;
	put_staying(doc, plan);
	put_leaving(doc, plan);
	if (last != DATE_NONE)
		doc_fact(doc, "break-even",
			arena_printf(doc->arena,
				"until %s an end before the term's costs less, in charges, fees and "
				"refunds alone",
				doc_date(doc, last)),
			doc_nowhere);
}

void page_decision(struct doc *doc, const struct exit_plan *plan)
{
	doc_section(doc, "1 Decision");
	if (!plan->fair)
		doc_text(doc,
			"Not yet fair: nobody has talked with them about it in the last 12 "
			"months. That talk comes first.");
	doc_caption(doc, "Recover or leave");
	put_standing(doc, plan);
	RESULT_EACH (struct plan_talk, talk, plan->decision->talks)
		put_talk(doc, talk);
	put_comparison(doc, plan);
	put_signs(doc, plan);
}

/* ---- 2 clock ---- */

static struct place source_of(const struct plan_clock *clock, const char *field)
{
	RESULT_EACH (struct card_reference, source, clock->sources)
		if (strcmp(source->ref, field) == 0)
			return (struct place){source->path, source->line};
	return doc_nowhere;
}

static void put_date(struct doc *doc, const struct plan_clock *clock, const char *label,
	int32_t date, const char *field)
{
	if (date != DATE_NONE)
		doc_fact(doc, label, doc_date(doc, date), source_of(clock, field));
}

/* The latest day, and the other way to count when that gives another one. */
static void put_latest(struct doc *doc, const struct plan_clock *clock)
{
	struct buffer text = {0};

	if (clock->notice_latest == DATE_NONE)
		return;
	buffer_puts(&text, doc_date(doc, clock->notice_latest));
	if (clock->notice_forward != clock->notice_backward)
		buffer_printf(&text,
			"; counted forward %s, counted back %s: the earlier one is safe",
			doc_date(doc, clock->notice_forward),
			doc_date(doc, clock->notice_backward));
	doc_fact(doc, "notice latest", buffer_keep(&text, doc->arena),
		source_of(clock, "contract.notice.period"));
}

static void put_send_by(struct doc *doc, const struct plan_clock *clock)
{
	struct buffer text = {0};

	if (!clock->needed) {
		doc_fact(doc, "notice", clock->given ? "given" : "not needed",
			source_of(clock,
				clock->given ? "contract.notice.given" : "contract.renewal"));
		return;
	}
	if (clock->send_by == DATE_NONE) {
		doc_fact(doc, "notice", "once leaving is decided: no day is set for it",
			source_of(clock, "contract.notice.period"));
		return;
	}
	buffer_puts(&text, doc_date(doc, clock->send_by));
	if (clock->days_left >= 0)
		buffer_printf(&text, ", %.0f day%s left", clock->days_left,
			clock->days_left > 1 || clock->days_left < 1 ? "s" : "");
	else
		buffer_printf(&text, ", missed %.0f day%s ago", -clock->days_left,
			clock->days_left < -1 ? "s" : "");
	doc_fact(doc, "send by", buffer_keep(&text, doc->arena),
		source_of(clock, "contract.notice.delivery"));
}

static void put_miss(struct doc *doc, const struct plan_clock *clock)
{
	const char *cost = doc_money(doc, clock->cost_of_missing);

	if (clock->given || clock->early || clock->next_term_end == DATE_NONE)
		return;
	doc_fact(doc, "if missed",
		arena_printf(doc->arena, "bound to %s%s%s", doc_date(doc, clock->next_term_end),
			cost ? ", for " : "", cost ? cost : ""),
		source_of(clock, "contract.value"));
}

void page_clock(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_clock *clock = plan->clock;

	doc_section(doc, "2 Clock");
	doc_caption(doc, "What the contract says about time");
	put_date(doc, clock, "term ends", clock->term_end, "contract.end");
	if (clock->needed)
		put_date(doc, clock, "notice opens", clock->notice_earliest,
			"contract.notice.opens");
	if (clock->needed || clock->given)
		put_latest(doc, clock);
	put_send_by(doc, clock);
	put_date(doc, clock, "send next by", clock->next_send_by, "contract.notice.period");
	put_miss(doc, clock);
	if (clock->last_day == clock->effective_end)
		put_date(doc, clock, "last day", clock->last_day, "contract.end");
	else
		doc_fact_date(doc, "last day", clock->last_day);
	if (clock->early)
		doc_fact_date(doc, "natural end", clock->natural_end);
	if (clock->transition_end != clock->last_day)
		put_date(doc, clock, "transition to", clock->transition_end,
			"contract.transition.period");
	doc_fact_date(doc, "service ends", clock->service_end);
	if (!plan->fits && clock->start_by != DATE_NONE)
		doc_fact(doc, "start by",
			arena_printf(doc->arena, "%s%s", doc_date(doc, clock->start_by),
				clock->start_by < plan->as_of ? ", which has passed" : ""),
			doc_nowhere);
}

/* ---- 3 schedule ---- */

static const char *slack_of(struct doc *doc, const struct plan_task *task)
{
	if (task->done != DATE_NONE)
		return "done";
	if (isnan(task->slack_days))
		return NULL;
	return arena_printf(doc->arena, "%.0f%s", task->slack_days, task->critical ? "*" : "");
}

static int compare_tasks(const void *left, const void *right)
{
	const struct plan_task *a = *(const struct plan_task *const *)left;
	const struct plan_task *b = *(const struct plan_task *const *)right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	return (a > b) - (a < b); /* in the order of the plan */
}

const struct plan_task **page_tasks(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_task **rows = arena_array(doc->arena, plan->tasks.n, sizeof(*rows));
	size_t n = 0;

	RESULT_EACH (struct plan_task, task, plan->tasks)
		rows[n++] = task;
	if (n)
		qsort(rows, n, sizeof(*rows), compare_tasks);
	return rows;
}

/* `Inês Caldeira, us`. */
static const char *person_of(struct doc *doc, const struct plan_task *task)
{
	const char *side = task->side == CHOICE_NONE ? NULL : side_words[task->side];

	if (!task->owner_name || !side)
		return task->owner_name ? task->owner_name : side;
	return arena_printf(doc->arena, "%s, %s", task->owner_name, side);
}

static void put_task(struct doc *doc, const struct plan_task *task)
{
	const char *after = doc_list(doc, task->after.items, task->after.n);

	doc_cell_date(doc, task->start);
	doc_aside(doc, arena_printf(doc->arena, "takes %s (%s)", task->takes, task->basis));
	doc_cell_date(doc, task->end);
	if (task->latest_end != DATE_NONE)
		doc_aside(doc,
			arena_printf(doc->arena, "latest %s", doc_date(doc, task->latest_end)));
	doc_cell_toned(doc, task->critical ? TONE_CRITICAL : TONE_PLAIN, slack_of(doc, task));
	page_cell_owner(doc, task->owner, task->done != DATE_NONE);
	doc_aside(doc, person_of(doc, task));
	doc_cell(doc, task->id);
	doc_cell(doc, task->title);
	if (after)
		doc_aside(doc, arena_printf(doc->arena, "after %s", after));
	doc_cell_place(doc, (struct place){task->path, task->line});
}

static void put_tasks(struct doc *doc, const struct exit_plan *plan)
{
	static const struct doc_column columns[] = {
		{.title = "start"},
		{.title = "end"},
		{.title = "slack", .right = true},
		{.title = "owner"},
		{.title = "task", .names = true},
		{.title = "what", .note = true},
		{.title = "source", .note = true},
	};
	const struct plan_task **tasks = page_tasks(doc, plan);

	doc_caption(doc, "The tasks, as they follow each other");
	doc_table(doc, columns, COUNT_OF(columns));
	for (size_t i = 0; i < plan->tasks.n; i++)
		put_task(doc, tasks[i]);
	if (plan->tasks.n)
		doc_text(doc, "Slack in days; * on the critical path, or late already.");
	else
		doc_text(doc, "The tasks cannot be put in order; the warnings say why.");
}

void page_schedule(struct doc *doc, const struct exit_plan *plan, const char *chart)
{
	const char *path = doc_list(doc, plan->critical_path.items, plan->critical_path.n);

	doc_section(doc, "3 Schedule");
	doc_caption(doc, "When it begins and ends");
	doc_fact_date(doc, "starts", plan->start);
	doc_fact_date(doc, "cutover", plan->cutover);
	doc_fact_date(doc, "all done", plan->finish);
	if (path)
		doc_fact(doc, "critical path", path, doc_nowhere);
	if (chart) {
		doc_caption(doc,
			"The schedule. Thick: on the critical path. Thin: may slip. "
			"Hollow, ticked: done. Diamond: a point in time.");
		doc_figure(doc, chart);
	}
	put_tasks(doc, plan);
}
