#include "priced.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct plan_money *line_at(const struct planned *planned, size_t i)
{
	return PLAN_ITEM(struct plan_money, planned->plan->money, i);
}

static void put_line(struct buffer *told, struct planned *planned, const struct plan_money *line)
{
	if (line->status == LINE_COMPUTED)
		buffer_printf(told, "%s = ", plan_amount(planned, line->amount));
	else
		buffer_puts(told, line->status == LINE_MISSING ? "missing: " : "not applicable: ");
	assert_true(line->status == LINE_COMPUTED || !line->amount.currency);
	buffer_puts(told, line->basis);
	if (line->direction == MONEY_IN && !line->entitled)
		buffer_puts(told, " (ask)");
	if (line->disputed)
		buffer_puts(told, " (disputed)");
	buffer_putc(told, '\n');
}

static void check_told(struct planned *planned, struct buffer *told, const char *expected)
{
	assert_string_equal(buffer_keep(told, &planned->arena), expected);
	plan_close(planned);
}

void price_check(const struct plan_text *text, const char *item, const char *expected)
{
	struct planned planned;
	struct buffer told = {0};

	plan_open(&planned, text);
	for (size_t i = 0; i < planned.plan->money.n; i++)
		if (strcmp(line_at(&planned, i)->item, item) == 0)
			put_line(&told, &planned, line_at(&planned, i));
	check_told(&planned, &told, expected);
}

void price_check_of(const char *records, const char *item, const char *expected)
{
	price_check(&(struct plan_text){.records = records}, item, expected);
}

void price_place(const struct plan_text *text, const char *item, const char *expected)
{
	struct planned planned;
	const struct plan_money *line;
	struct buffer told = {0};

	plan_open(&planned, text);
	line = plan_line_of(planned.plan, item, 0);
	assert_non_null(line);
	buffer_printf(&told, "%s %s %s:%d", plan_day(&planned, line->date),
		line->ref ? line->ref : "nothing", line->path ? line->path : "nowhere",
		(int)line->line);
	check_told(&planned, &told, expected);
}

void price_totals(const struct plan_text *text, const char *expected)
{
	struct planned planned;
	struct buffer told = {0};

	plan_open(&planned, text);
	for (size_t i = 0; i < planned.plan->totals.n; i++) {
		const struct plan_total *row =
			PLAN_ITEM(struct plan_total, planned.plan->totals, i);

		buffer_printf(&told, "%s in %s", row->currency, plan_amount(&planned, row->in));
		buffer_printf(&told, ", out %s", plan_amount(&planned, row->out));
		buffer_printf(&told, ", net %s", plan_amount(&planned, row->net));
		buffer_printf(&told, ", ask %s", plan_amount(&planned, row->ask));
		buffer_puts(&told, row->missing ? " at least" : "");
		buffer_puts(&told, row->converted ? " together\n" : "\n");
	}
	check_told(&planned, &told, expected);
}
