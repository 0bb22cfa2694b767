/* Sections of a plan: what must not break, who is told, what is fair, the door, completeness. */

#include "pages.h"

/* ---- 5 nothing breaks ---- */

static void put_coverage(struct doc *doc, const struct plan_coverage *row)
{
	if (!row->done && !row->task)
		doc_cell_toned(doc, TONE_CRITICAL, "NOTHING");
	else
		doc_cell(doc, row->done ? "done" : row->task);
	doc_cell_date(doc, row->end);
	page_cell_owner(doc, row->owner, row->done);
	doc_cell(doc, row->record);
	doc_cell(doc, row->title);
	doc_cell_place(doc, (struct place){row->path, row->line});
}

void page_coverage(struct doc *doc, const struct exit_plan *plan)
{
	static const struct doc_column columns[] = {
		{.title = "task"},
		{.title = "until"},
		{.title = "owner"},
		{.title = "record", .names = true},
		{.title = "what", .note = true},
		{.title = "source", .note = true},
	};

	doc_section(doc, "5 Nothing breaks");
	doc_caption(doc, "What must not break, and who sees to it");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct plan_coverage, row, plan->coverage)
		put_coverage(doc, row);
	if (!plan->coverage.n)
		doc_text(doc, "The file names nothing that could break.");
}

/* ---- 6 people told ---- */

void page_communications(struct doc *doc, const struct exit_plan *plan)
{
	static const struct doc_column columns[] = {
		{.title = "date"},
		{.title = "audience", .names = true},
		{.title = "owner"},
		{.title = "draft", .note = true},
	};

	doc_section(doc, "6 People told");
	doc_caption(doc, "Who is told, when and by whom, with a neutral draft");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct plan_communication, row, plan->communications) {
		doc_cell_date(doc, row->date);
		doc_cell(doc, row->audience);
		doc_aside(doc, row->task);
		page_cell_owner(doc, row->owner, false);
		doc_cell(doc, row->draft);
	}
	if (!plan->communications.n)
		doc_text(doc, "Nobody is told by this plan.");
}

/* ---- 7 fair record ---- */

void page_fair_record(struct doc *doc, const struct exit_plan *plan)
{
	doc_section(doc, "7 Fair record");
	doc_caption(doc, "What is disputed, what we owe, and where we failed");
	RESULT_EACH (struct plan_fair, row, plan->fair_record)
		doc_fact(doc, row->kind,
			row->ref ? arena_printf(doc->arena, "%s: %s", row->ref, row->text)
				 : row->text,
			(struct place){row->path, row->line});
	if (!plan->fair_record.n)
		doc_text(doc, "Nothing is disputed, owed or unanswered.");
}

/* ---- 8 the door ---- */

void page_door(struct doc *doc, const struct exit_plan *plan)
{
	doc_section(doc, "8 The door");
	doc_fact_date(doc, "review", plan->reentry->review);
	doc_caption(doc, "What must hold before we come back");
	RESULT_EACH (struct plan_condition, row, plan->reentry->details)
		doc_item(doc, TONE_PLAIN, row->sign ? row->sign : "condition", row->text,
			(struct place){row->path, row->line});
	if (!plan->reentry->details.n)
		doc_text(doc, "No condition is named.");
}

/* ---- 9 completeness ---- */

static const char *status_of(const struct plan_item *row)
{
	static const char *const words[] = {
		[PLAN_ITEM_PRESENT] = "present",
		[PLAN_ITEM_MISSING] = "MISSING",
		[PLAN_ITEM_NOT_APPLICABLE] = "n/a",
	};

	return words[row->status];
}

void page_completeness(struct doc *doc, const struct exit_plan *plan)
{
	static const struct doc_column columns[] = {
		{.title = "status"},
		{.title = "item", .names = true},
		{.title = "asked for by"},
		{.title = "source", .note = true},
	};

	doc_section(doc, "9 Completeness");
	doc_caption(doc, "What supervisors and standards ask of an exit plan");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct plan_item, row, plan->completeness) {
		doc_cell_toned(doc, row->status == PLAN_ITEM_MISSING ? TONE_WARNING : TONE_PLAIN,
			status_of(row));
		doc_cell(doc, row->item);
		doc_cell(doc, row->reference);
		doc_cell_place(doc, (struct place){row->path, row->line});
	}
}
