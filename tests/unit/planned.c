#include "planned.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/check.h"
#include "tree.h"

static void put_files(struct arena *arena, const struct plan_text *text)
{
	tree_put("acme.yaml",
		arena_printf(arena, "partner: acme\nname: Acme\nkind: %s\n%s",
			text->kind ? text->kind : "vendor", text->records));
	if (text->policy)
		tree_put("policy.yaml", arena_printf(arena, "policy: test\n%s", text->policy));
}

void plan_open(struct planned *planned, const struct plan_text *text)
{
	struct plan_request request = {
		.as_of = day(text->as_of ? text->as_of : "2026-06-30"),
		.start = day_or_none(text->start),
		.by = day_or_none(text->by),
		.mode = text->stressed ? PLAN_STRESSED : PLAN_PLANNED,
		.reason = text->reason ? text->reason - 1 : CHOICE_NONE,
	};
	struct source_options options;

	*planned = (struct planned){0};
	put_files(&planned->arena, text);
	options = tree_options(&planned->arena, "acme.yaml");
	options.validate = check_policy;
	planned->sources = sources_open(&options);
	assert_true(sources_next(planned->sources, &planned->source));
	tree_assert_sound(&planned->source);
	assert_true(exit_plan_applies(&planned->source, request.as_of));
	planned->plan = exit_plan_make(&planned->source, &request);
}

void plan_close(struct planned *planned)
{
	sources_close(planned->sources);
	arena_free(&planned->arena);
}

const struct plan_task *plan_task_of(const struct exit_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->tasks.n; i++)
		if (strcmp(PLAN_ITEM(struct plan_task, plan->tasks, i)->id, id) == 0)
			return PLAN_ITEM(struct plan_task, plan->tasks, i);
	return NULL;
}

const struct plan_money *plan_line_of(const struct exit_plan *plan, const char *item, size_t i)
{
	for (size_t k = 0; k < plan->money.n; k++)
		if (strcmp(PLAN_ITEM(struct plan_money, plan->money, k)->item, item) == 0 && !i--)
			return PLAN_ITEM(struct plan_money, plan->money, k);
	return NULL;
}

const struct plan_coverage *plan_coverage_of(const struct exit_plan *plan, const char *record)
{
	for (size_t i = 0; i < plan->coverage.n; i++)
		if (strcmp(PLAN_ITEM(struct plan_coverage, plan->coverage, i)->record, record) == 0)
			return PLAN_ITEM(struct plan_coverage, plan->coverage, i);
	return NULL;
}

const struct plan_warning *plan_warning_of(const struct exit_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->warnings.n; i++)
		if (strcmp(PLAN_ITEM(struct plan_warning, plan->warnings, i)->id, id) == 0)
			return PLAN_ITEM(struct plan_warning, plan->warnings, i);
	return NULL;
}

const char *plan_ids(struct planned *planned, struct array ids)
{
	const char *const *items = ids.items;
	struct buffer text = {0};

	for (size_t i = 0; i < ids.n; i++) {
		if (i)
			buffer_putc(&text, ' ');
		buffer_puts(&text, items[i]);
	}
	return buffer_keep(&text, &planned->arena);
}

const char *plan_after(struct planned *planned, const char *id)
{
	const struct plan_task *task = plan_task_of(planned->plan, id);

	return task ? plan_ids(planned, task->after) : NULL;
}

const char *plan_amount(struct planned *planned, struct money money)
{
	struct buffer text = {0};

	if (!money.currency)
		return "none";
	money_put(&text, money);
	return buffer_keep(&text, &planned->arena);
}

const char *plan_day(struct planned *planned, int32_t date)
{
	char text[DATE_SIZE];

	return date == DATE_NONE ? "none"
				 : arena_printf(&planned->arena, "%s", date_format(date, text));
}
