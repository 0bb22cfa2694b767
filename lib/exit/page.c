/* The plan as a document: its head, its warnings, and the order of its sections. */
#include <math.h>
#include <string.h>

#include "pages.h"
#include "partner/html.h"

void page_cell_owner(struct doc *doc, const char *owner, bool done)
{
	if (owner || done)
		doc_cell(doc, owner);
	else
		doc_cell_toned(doc, TONE_WARNING, "nobody");
}

/* ---- the head ---- */

/* Nothing but the cutover ends a contract without an end. */
static const char *fits_how(struct doc *doc, const struct exit_plan *plan)
{
	int32_t end = plan->clock->transition_end;
	const char *cutover = doc_date(doc, plan->cutover);

	if (plan->clock->effective_end == DATE_NONE && plan->clock->last_day == plan->cutover)
		return arena_printf(
			doc->arena, "FITS: cutover on %s, and no end before it", cutover);
	if (plan->cutover == end)
		return arena_printf(
			doc->arena, "FITS: cutover on %s, the last possible day", cutover);
	return arena_printf(doc->arena, "FITS: cutover on %s, %s before the last possible day, %s",
		cutover, doc_days(doc, (double)end - plan->cutover), doc_date(doc, end));
}

static const char *verdict_of(struct doc *doc, const struct exit_plan *plan)
{
	if (isnan(plan->shortfall_days))
		return plan->tasks.n
			? "NO CUTOVER: without one nobody can say whether the plan fits"
			: "NO SCHEDULE: the tasks cannot be put in order";
	if (plan->fits)
		return fits_how(doc, plan);
	return arena_printf(doc->arena,
		"DOES NOT FIT: cutover on %s, %s after the last possible day, %s",
		doc_date(doc, plan->cutover), doc_days(doc, plan->shortfall_days),
		doc_date(doc, plan->clock->transition_end));
}

/* What fits is not yet good. */
static const char *with_errors(struct doc *doc, const struct exit_plan *plan, const char *verdict)
{
	size_t n = 0;

	RESULT_EACH (struct plan_warning, warning, plan->warnings)
		n += strcmp(warning->level, "error") == 0;
	if (!n)
		return verdict;
	return arena_printf(doc->arena, "%s; %zu error%s", verdict, n, n == 1 ? "" : "s");
}

static const char *details_of(struct doc *doc, const struct exit_plan *plan)
{
	return arena_printf(doc->arena, "%s, %s exit, %s%s · %s", plan->kind ? plan->kind : "-",
		plan_mode_words[plan->mode], plan->reason, plan->fair ? "" : ", not yet fair",
		doc_date(doc, plan->as_of));
}

/* In one line how it would be the other way. */
static void put_other(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_other *other = plan->other;
	const char *label = other->mode == PLAN_STRESSED ? "without help" : "with help";
	const char *text;

	if (isnan(other->shortfall_days))
		text = "there is no schedule with a cutover";
	else if (other->fits)
		text = plan->fits ? "it fits, too" : "it fits";
	else
		text = arena_printf(doc->arena, "the cutover is %s too late",
			doc_days(doc, other->shortfall_days));
	if (other->finish != DATE_NONE)
		text = arena_printf(
			doc->arena, "%s; all is done on %s", text, doc_date(doc, other->finish));
	doc_fact(doc, label,
		arena_printf(doc->arena, "%s (%s)", text, plan_mode_words[other->mode]),
		doc_nowhere);
}

/* ---- figures to be seen at once ---- */

static void put_date_figure(struct doc *doc, int32_t date, const char *meaning)
{
	if (date != DATE_NONE)
		doc_key_figure(doc, TONE_PLAIN, doc_date(doc, date), meaning);
}

static void put_notice_figure(struct doc *doc, const struct plan_clock *clock)
{
	const char *send_by = doc_date(doc, clock->send_by);

	if (!clock->needed)
		doc_key_figure(doc, TONE_PLAIN, clock->given ? "given" : "not needed",
			"notice to the partner");
	else if (clock->send_by != DATE_NONE && clock->days_left < 0)
		doc_key_figure(doc, TONE_CRITICAL, send_by,
			arena_printf(doc->arena, "last day to send notice, missed %s ago",
				doc_days(doc, -clock->days_left)));
	else if (clock->send_by != DATE_NONE)
		doc_key_figure(doc, clock->days_left <= 14 ? TONE_WARNING : TONE_PLAIN, send_by,
			arena_printf(doc->arena, "last day to send notice, %s left",
				doc_days(doc, clock->days_left)));
}

static void put_cutover_figure(struct doc *doc, const struct exit_plan *plan)
{
	if (isnan(plan->shortfall_days))
		doc_key_figure(doc, TONE_CRITICAL, "unknown", "cutover");
	else if (plan->fits)
		put_date_figure(doc, plan->cutover, "cutover, in time");
	else
		doc_key_figure(doc, TONE_CRITICAL, doc_date(doc, plan->cutover),
			arena_printf(doc->arena, "cutover, %s too late",
				doc_days(doc, plan->shortfall_days)));
}

/* All currencies in one where the policy has rates, else each. */
static void put_net_figures(struct doc *doc, const struct exit_plan *plan)
{
	const struct plan_total *totals = plan->totals.items;
	size_t n = plan->totals.n;
	bool converted = n && totals[n - 1].converted;

	for (size_t i = converted ? n - 1 : 0; i < n; i++)
		doc_key_figure(doc, TONE_PLAIN, doc_money(doc, totals[i].net),
			totals[i].missing ? "comes in less goes out, as far as known"
					  : "comes in less goes out");
}

static void put_figures(struct doc *doc, const struct exit_plan *plan)
{
	put_notice_figure(doc, plan->clock);
	put_date_figure(doc, plan->clock->last_day, "last day of the contract");
	put_cutover_figure(doc, plan);
	put_date_figure(doc, plan->finish, "all is done");
	put_net_figures(doc, plan);
	if (!plan->fair)
		doc_key_figure(doc, TONE_WARNING, "not yet fair",
			"nobody has talked with them about it in the last 12 months");
}

/* ---- warnings ---- */

static enum tone tone_of(const struct plan_warning *warning)
{
	if (warning->muted != DATE_NONE)
		return TONE_MUTED;
	if (strcmp(warning->level, "error") == 0)
		return TONE_CRITICAL;
	return strcmp(warning->level, "warning") == 0 ? TONE_WARNING : TONE_NOTE;
}

/* The gravest first; what is muted comes last, with its date. */
static void put_warnings(struct doc *doc, const struct exit_plan *plan)
{
	static const enum tone order[] = {TONE_CRITICAL, TONE_WARNING, TONE_NOTE, TONE_MUTED};

	doc_section(doc, "Warnings");
	if (!plan->warnings.n)
		doc_text(doc, "None.");
	doc_caption(doc, "What is wrong with the plan, the gravest first");
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		if (order[i] == TONE_MUTED)
			doc_caption(doc, "What exceptions in the file silence, and until when");
		RESULT_EACH (struct plan_warning, warning, plan->warnings) {
			const char *message = warning->message;

			if (tone_of(warning) != order[i])
				continue;
			if (warning->muted != DATE_NONE)
				message = arena_printf(doc->arena, "%s; muted until %s", message,
					doc_date(doc, warning->muted));
			doc_item(doc, order[i],
				arena_printf(doc->arena, "%s %s", warning->id, warning->rule),
				message, (struct place){warning->path, warning->line});
		}
	}
}

/* The plan's head, its warnings and the nine sections, with `chart` (SVG of our own, may be NULL)
 * above the schedule. */
static void fill(struct doc *doc, const struct exit_plan *plan, const char *chart)
{
	doc->kind = "Exit plan";
	doc->title = plan->name ? plan->name : plan->partner;
	doc->details = details_of(doc, plan);
	doc->verdict = with_errors(doc, plan, verdict_of(doc, plan));
	doc->tone = plan->fits && !exit_plan_has_error(plan) ? TONE_GOOD : TONE_CRITICAL;
	put_figures(doc, plan);
	doc_fact(doc, "owner", plan->owner ? plan->owner : "nobody",
		(struct place){plan->source->path, plan->source->line});
	put_other(doc, plan);
	put_warnings(doc, plan);
	page_decision(doc, plan);
	page_clock(doc, plan);
	page_schedule(doc, plan, chart);
	page_money_lines(doc, plan);
	page_coverage(doc, plan);
	page_communications(doc, plan);
	page_fair_record(doc, plan);
	page_door(doc, plan);
	page_completeness(doc, plan);
}

/* ---- formats ---- */

void exit_plan_put_text(
	struct buffer *buffer, const struct exit_plan *plan, const struct card_style *style)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};
	const struct doc_style look = {style->ascii, style->color, style->columns};

	fill(&doc, plan, NULL);
	doc_put_text(buffer, &doc, &look);
	arena_free(&arena);
}

void exit_plan_put_markdown(struct buffer *buffer, const struct exit_plan *plan)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	fill(&doc, plan, NULL);
	doc_put_markdown(buffer, &doc);
	arena_free(&arena);
}

void exit_plans_put_html_head(struct buffer *buffer, const char *title)
{
	html_begin(buffer, title);
}

void exit_plan_put_html(struct buffer *buffer, const struct exit_plan *plan)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	fill(&doc, plan, page_chart(&doc, plan));
	doc_put_html(buffer, &doc);
	arena_free(&arena);
}

void exit_plans_put_html_end(struct buffer *buffer)
{
	html_end(buffer);
}
