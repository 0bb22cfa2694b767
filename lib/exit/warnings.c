/* What is wrong with a plan: every rule asked once, in the order of the catalogue. */
#include "warnings.h"

#include <stdarg.h>
#include <string.h>

/* The rule of each warning, in the order of the catalogue. */
static warning_rule *const rules[EXIT_WARNINGS] = {
	[X01_SEND_BY_PASSED] = warn_send_by_passed,
	[X02_SEND_BY_NEAR] = warn_send_by_near,
	[X03_DOES_NOT_FIT] = warn_does_not_fit,
	[X04_SLACK_NEGATIVE] = warn_slack_negative,
	[X05_ALTERNATIVE_UNTESTED] = warn_alternative_untested,
	[X06_DELETION_EARLY] = warn_deletion_early,
	[X07_LEGAL_HOLD] = warn_legal_hold,
	[X08_RETRIEVAL_SHORT] = warn_retrieval_short,
	[X09_UNCOVERED] = warn_uncovered,
	[X10_SUCCESSOR_MISSING] = warn_successor_missing,
	[X11_OWNER_MISSING] = warn_owner_missing,
	[X12_OWNER_LEAVES] = warn_owner_leaves,
	[X13_STAFF_LEAVE_EARLY] = warn_staff_leave_early,
	[X14_ACCESS_OUTLIVES] = warn_access_outlives,
	[X15_ACCESS_CUT_EARLY] = warn_access_cut_early,
	[X16_ROLLBACK_UNSERVED] = warn_rollback_unserved,
	[X17_NO_RIGHT] = warn_no_right,
	[X18_REFUND_ASSUMED] = warn_refund_assumed,
	[X19_CREDITS_UNABSORBED] = warn_credits_unabsorbed,
	[X20_EGRESS_UNASKED] = warn_egress_unasked,
	[X21_REMEDY_UNCLAIMED] = warn_remedy_unclaimed,
	[X22_TOLD_BEFORE_PARTNER] = warn_told_before_partner,
	[X23_CUSTOMER_RENEWS] = warn_customer_renews,
	[X24_NOT_FAIR] = warn_not_fair,
	[X25_UNAPPROVED] = warn_unapproved,
	[X26_UNTESTED] = warn_untested,
	[X27_NO_REENTRY] = warn_no_reentry,
	[X28_CYCLE] = warn_cycle,
	[X29_UNKNOWN_AFTER] = warn_unknown_after,
	[X30_RATE_MISSING] = warn_rate_missing,
	[X31_ANSWER_PENDING] = warn_answer_pending,
	[X32_OVER_BUDGET] = warn_over_budget,
	[X33_LINE_MISSING] = warn_line_missing,
	[X34_NO_EXIT_RECORD] = warn_no_exit_record,
};

/* ---- raising ---- */

static struct place place_at(const struct head *head)
{
	return (struct place){head->path, head->leaf.at.line};
}

struct place warning_place(
	const struct warnings *warnings, const struct head *head, const struct leaf *field)
{
	const struct partner *partner = warnings->leaving->partner;

	if (head && field && field->state == LEAF_SOUND)
		return (struct place){head->path, field->at.line};
	if (head && HAS(*head))
		return place_at(head);
	if (HAS(partner->exit.head))
		return place_at(&partner->exit.head);
	return place_at(HAS(partner->contract.head) ? &partner->contract.head : &partner->head);
}

struct place warning_task_place(const struct warnings *warnings, const struct plan_task *task)
{
	return task && task->path ? (struct place){task->path, task->line}
				  : warning_place(warnings, NULL, NULL);
}

__attribute__((format(printf, 4, 0))) static void raise_warning(struct warnings *warnings,
	enum diag_level level, struct place at, const char *format, va_list arguments)
{
	const struct exit_warning_info *info = exit_warning_info(warnings->rule);
	struct buffer message = {0};

	buffer_vprintf(&message, format, arguments);
	warnings->rows = arena_grow(warnings->arena, warnings->rows, warnings->n, &warnings->room,
		sizeof(*warnings->rows));
	warnings->rows[warnings->n++] = (struct plan_warning){
		.id = info->id,
		.rule = info->rule,
		.level = diag_level_word(level),
		.message = buffer_keep(&message, warnings->arena),
		.muted = DATE_NONE,
		.path = at.path,
		.line = at.line,
	};
}

void warning_raise(struct warnings *warnings, struct place at, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	raise_warning(warnings, exit_warning_info(warnings->rule)->level, at, format, arguments);
	va_end(arguments);
}

void warning_raise_as(
	struct warnings *warnings, enum diag_level level, struct place at, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	raise_warning(warnings, level, at, format, arguments);
	va_end(arguments);
}

/* ---- words ---- */

const char *warning_day(const struct warnings *warnings, int32_t date)
{
	char text[DATE_SIZE];

	return arena_printf(warnings->arena, "%s", date_format(date, text));
}

const char *warning_money(const struct warnings *warnings, struct money money)
{
	struct buffer text = {0};

	money_put(&text, money);
	return buffer_keep(&text, warnings->arena);
}

const char *warning_days(const struct warnings *warnings, int32_t days)
{
	return arena_printf(warnings->arena, "%d day%s", (int)days, days == 1 ? "" : "s");
}

const char *warning_ref(const struct warnings *warnings, const char *name, const struct head *head,
	const struct text_field *id)
{
	if (id && HAS(*id))
		return arena_printf(warnings->arena, "%s:%s", name, id->text);
	return arena_printf(warnings->arena, "%s:#%u", name, (unsigned)head->place);
}

/* So many names of a row are read out. */
#define NAMED_MOST 30

void naming_add(struct naming *naming, const char *name)
{
	if (naming->n++ < NAMED_MOST)
		buffer_printf(&naming->text, "%s%s", naming->n > 1 ? ", " : "", name);
}

const char *naming_keep(struct naming *naming, struct arena *arena)
{
	if (naming->n > NAMED_MOST)
		buffer_printf(&naming->text, " and %zu more", naming->n - NAMED_MOST);
	naming->n = 0;
	return buffer_keep(&naming->text, arena);
}

/* ---- tasks ---- */

bool task_overlaps(const struct plan_task *task, const struct plan_task *first)
{
	bool lasts = first->done == DATE_NONE && first->takes_days > 0;

	return lasts ? task->start <= first->end : task->start < first->end;
}

/* ---- all of them ---- */

/* Until when each is muted; DATE_NONE: it is not. */
static void read_mutes(const struct view *view, int32_t until[EXIT_WARNINGS])
{
	for (int i = 0; i < EXIT_WARNINGS; i++)
		until[i] = DATE_NONE;
	EACH (struct exception, exception, view->partner->exceptions) {
		enum exit_warning muted;

		if (!exception_complete(exception) || exception->until.date < view->as_of)
			continue;
		muted = exit_warning_find(exception->mute.text);
		if (muted < EXIT_WARNINGS && exception->until.date > until[muted])
			until[muted] = exception->until.date;
	}
}

/* Asks one rule, and mutes what it raised but for errors. */
static void ask(struct warnings *warnings, enum exit_warning rule, int32_t until)
{
	const char *error = diag_level_word(DIAG_ERROR);
	size_t first = warnings->n;

	warnings->rule = rule;
	rules[rule](warnings);
	for (size_t i = first; i < warnings->n; i++)
		if (strcmp(warnings->rows[i].level, error) != 0)
			warnings->rows[i].muted = until;
}

struct array plan_warnings(const struct leaving *leaving, const struct exit_plan *plan)
{
	struct warnings warnings = {.leaving = leaving, .plan = plan, .arena = leaving->arena};
	int32_t until[EXIT_WARNINGS];

	read_mutes(leaving->view, until);
	for (int rule = 0; rule < EXIT_WARNINGS; rule++)
		ask(&warnings, (enum exit_warning)rule, until[rule]);
	if (!warnings.rows)
		warnings.rows = arena_array(leaving->arena, 0, sizeof(*warnings.rows));
	return (struct array){warnings.rows, warnings.n};
}
