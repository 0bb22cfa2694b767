/* Sections of a plan: the money. */

#include "pages.h"

static const char *direction_of(const struct plan_money *line)
{
	if (line->direction == MONEY_OUT)
		return "out";
	if (line->direction == MONEY_INFO)
		return "info";
	return line->entitled ? "in" : "ask";
}

static void put_line(struct doc *doc, const struct plan_money *line)
{
	const char *basis = line->basis;

	if (line->disputed)
		basis = arena_printf(doc->arena, "%s; disputed", basis ? basis : "");
	doc_cell(doc, direction_of(line));
	if (line->status == LINE_MISSING)
		doc_cell_toned(doc, TONE_WARNING, "missing");
	else
		doc_cell(doc, doc_money(doc, line->amount));
	doc_cell_date(doc, line->date);
	doc_cell(doc, line->item);
	doc_aside(doc, line->ref);
	doc_cell(doc, basis);
	doc_cell_place(doc, (struct place){line->path, line->line});
}

static void put_lines(struct doc *doc, const struct exit_plan *plan)
{
	static const struct doc_column columns[] = {
		{.title = "way"},
		{.title = "amount", .right = true},
		{.title = "date"},
		{.title = "item", .names = true},
		{.title = "because", .note = true},
		{.title = "source", .note = true},
	};

	bool some = false;

	doc_caption(doc, "Each line with its arithmetic, rounded once");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct plan_money, line, plan->money) {
		if (line->status == LINE_NOT_APPLICABLE)
			continue;
		put_line(doc, line);
		some = true;
	}
	if (!some)
		doc_text(doc, "No money is known to move.");
}

/* An amount that may be unknown. */
static const char *known(struct doc *doc, struct money money)
{
	const char *text = doc_money(doc, money);

	return text ? text : "an unknown amount";
}

static void put_total(struct doc *doc, const struct plan_total *total)
{
	struct buffer text = {0};

	buffer_printf(&text, "%s%s in, %s out: net %s%s", total->missing ? "at least " : "",
		known(doc, total->in), known(doc, total->out), known(doc, total->net),
		total->missing ? " as far as known" : "");
	if (total->ask.minor)
		buffer_printf(&text, "; %s more to ask for", known(doc, total->ask));
	doc_fact_of(doc,
		total->converted ? arena_printf(doc->arena, "all in %s", total->currency) : "total",
		&text);
}

/* An amount that counts in the cost is not known. */
static bool lacks_amounts(const struct exit_plan *plan)
{
	RESULT_EACH (struct plan_money, line, plan->money)
		if (line->status == LINE_MISSING && line->direction == MONEY_OUT)
			return true;
	return false;
}

static void put_cost(struct doc *doc, const struct plan_cost *cost, bool lacking)
{
	struct buffer text = {0};

	if (!cost->expected.currency)
		buffer_printf(&text, "cannot be computed in %s", cost->currency);
	else
		buffer_printf(&text, "%s%s expected", lacking ? "at least " : "",
			known(doc, cost->expected));
	if (cost->expected.currency && cost->low.minor != cost->high.minor)
		buffer_printf(&text, ", %s to %s", known(doc, cost->low), known(doc, cost->high));
	if (cost->npv.currency)
		buffer_printf(&text, "; present value %s", known(doc, cost->npv));
	doc_fact_of(doc, "cost to end", &text);
}

void page_money_lines(struct doc *doc, const struct exit_plan *plan)
{
	doc_section(doc, "4 Money");
	put_lines(doc, plan);
	doc_caption(doc, "What comes in, what goes out, and all that it costs to the end");
	RESULT_EACH (struct plan_total, total, plan->totals)
		put_total(doc, total);
	RESULT_EACH (struct plan_cost, cost, plan->cost_to_end_of_life)
		put_cost(doc, cost, lacks_amounts(plan));
}
