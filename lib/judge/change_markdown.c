/* A change in Markdown: its row of the table, and what is folded below it (change_comment.c). */
#include <math.h>

#include "change_phrases.h"
#include "partner/escape.h"

/* A table on a phone is narrow: of a measure but the records of largest effect. */
#define RECORDS_SHOWN 5

static const struct change_tongue markdown = {
	escape_puts_markdown, escape_puts_markdown_code, "**", "**", "…"};
/* Within HTML there is no Markdown. */
static const struct change_tongue html = {
	escape_puts_markdown, escape_puts_markdown, "<b>", "</b>", "…"};

static void put_name(struct buffer *buffer, const struct change *change)
{
	change_put_short(buffer, change->name, CHANGE_NAME_CHARACTERS, markdown.ellipsis,
		escape_puts_markdown);
}

/* ---- the table ---- */

/* 40.7 (-3.5), 60.0 (new), - (60.0 before): a narrow cell. */
static void put_score_cell(struct buffer *buffer, const struct change *change)
{
	double score = change_last_end(change)->score;

	if (isnan(score))
		buffer_putc(buffer, '-');
	else
		buffer_put_fixed(buffer, score, 1);
	if (change->status != CHANGE_CHANGED)
		return;
	if (!isnan(change->delta)) {
		buffer_puts(buffer, " (");
		change_put_effect(buffer, change->delta);
		buffer_putc(buffer, ')');
	} else if (!isnan(score)) {
		buffer_puts(buffer, " (no score before)");
	} else {
		buffer_puts(buffer, " (no score");
		buffer_puts(
			buffer, change->from && !isnan(change->from->score) ? " any more)" : ")");
	}
}

void change_put_markdown_row(struct buffer *buffer, const struct change *change)
{
	struct buffer reason = {0};

	buffer_puts(buffer, "| ");
	put_name(buffer, change);
	buffer_puts(buffer, " | ");
	put_score_cell(buffer, change);
	buffer_puts(buffer, " | ");
	change_put_grade(buffer, change, "", &markdown); /* the column says what it is */
	buffer_puts(buffer, " | ");
	change_put_standing(buffer, change, &markdown);
	change_put_standing_reason(&reason, change, &markdown);
	if (reason.length)
		buffer_puts(buffer, ": ");
	buffer_add(buffer, reason.data, reason.length);
	buffer_free(&reason);
	buffer_puts(buffer, " | ");
	change_put_main_cause(buffer, change, &markdown);
	buffer_puts(buffer, " |\n");
}

/* ---- what is behind a row ---- */

static void put_summary(struct buffer *buffer, const struct change *change)
{
	static const char *const words[] = {[CHANGE_ADDED] = "added, ",
		[CHANGE_CHANGED] = "",
		[CHANGE_REMOVED] = "removed, was "};

	buffer_puts(buffer, "<details>\n<summary><b>");
	put_name(buffer, change);
	buffer_printf(buffer, "</b>: %s", words[change->status]);
	change_put_standing(buffer, change, &html);
	buffer_puts(buffer, "; ");
	change_put_score(buffer, change);
	buffer_puts(buffer, "; ");
	change_put_grade(buffer, change, "grade ", &html);
	buffer_puts(buffer, "</summary>\n\n");
}

static void put_labelled(struct buffer *buffer, const char *label, struct buffer *text)
{
	if (!text->length)
		return;
	buffer_printf(buffer, "- **%s** ", label);
	buffer_add(buffer, text->data, text->length);
	buffer_putc(buffer, '\n');
	buffer_free(text);
}

static void put_reasons(struct buffer *buffer, const struct change *change)
{
	struct buffer text = {0};

	change_put_gates(&text, change, &markdown);
	put_labelled(buffer, "gates", &text);
	if (change->status != CHANGE_CHANGED) {
		if (change->path)
			change_put_place(&text, change_file_prefix(change), change->path,
				change->line, &markdown);
		put_labelled(buffer, "file", &text);
		return;
	}
	change_put_standing_reason(&text, change, &markdown);
	put_labelled(buffer, "now", &text);
	change_put_causes(&text, change, &markdown);
	put_labelled(buffer, "why", &text);
	change_put_circumstances(&text, change, &markdown);
	put_labelled(buffer, "also", &text);
}

static void put_record(
	struct buffer *buffer, const struct change *change, const struct change_record *record)
{
	buffer_puts(buffer, "    - ");
	if (record->ref) {
		escape_puts_markdown_code(buffer, record->ref);
		buffer_putc(buffer, ' ');
	}
	buffer_puts(buffer, change_word(record));
	buffer_putc(buffer, ' ');
	change_put_effect(buffer, record->effect);
	if (record->path) {
		buffer_puts(buffer, ", ");
		change_put_place(buffer, change_prefix(change, record->change), record->path,
			record->line, &markdown);
	}
	buffer_putc(buffer, '\n');
}

static void put_measure(
	struct buffer *buffer, const struct change *change, const struct change_measure *measure)
{
	size_t n = 0;

	if (change_is_nothing(measure->effect))
		return;
	buffer_puts(buffer, "  - ");
	escape_puts_markdown(buffer, measure->measure);
	buffer_putc(buffer, ' ');
	change_put_effect(buffer, measure->effect);
	buffer_puts(buffer, ", ");
	change_put_way(buffer, measure->from, measure->to, 0);
	buffer_putc(buffer, '\n');
	RESULT_EACH (struct change_record, record, measure->records)
		if (!change_is_nothing(record->effect) && n++ < RECORDS_SHOWN)
			put_record(buffer, change, record);
	if (n > RECORDS_SHOWN)
		buffer_printf(buffer, "    - %zu more\n", n - RECORDS_SHOWN);
	if (change_is_nothing(change_rest(change, measure)))
		return;
	buffer_puts(buffer, "    - " CHANGE_REST " ");
	change_put_effect(buffer, change_rest(change, measure));
	buffer_putc(buffer, '\n');
}

static void put_criterion(struct buffer *buffer, const struct change *change,
	const struct change_criterion *criterion)
{
	const char *before = " ";

	if (change_omits(criterion))
		return;
	buffer_puts(buffer, "- ");
	escape_puts_markdown(buffer, criterion->criterion);
	if (!change_is_nothing(criterion->value_effect)) {
		buffer_puts(buffer, " **");
		change_put_effect(buffer, criterion->value_effect);
		buffer_puts(buffer, "**, ");
		change_put_way(buffer, criterion->from, criterion->to, 1);
		before = "; ";
	}
	if (!change_is_nothing(criterion->weight_effect)) {
		buffer_printf(buffer, "%s**", before);
		change_put_effect(buffer, criterion->weight_effect);
		buffer_puts(buffer, "** by another weight");
	}
	buffer_putc(buffer, '\n');
	RESULT_EACH (struct change_measure, measure, criterion->measures)
		put_measure(buffer, change, measure);
}

static void put_listed(
	struct buffer *buffer, const struct change *change, const struct change_listed *record)
{
	buffer_puts(buffer, "- ");
	escape_puts_markdown_code(buffer, record->ref);
	buffer_printf(
		buffer, " %s, ", change_word(&(struct change_record){.change = record->change}));
	if (!change_is_nothing(record->effect)) {
		change_put_effect(buffer, record->effect);
		buffer_puts(buffer, ", ");
	}
	change_put_place(buffer, change_prefix(change, record->change), record->path, record->line,
		&markdown);
	if (record->changed && record->changed->fields.n) {
		buffer_puts(buffer, ": ");
		change_put_fields(buffer, record->changed, &markdown);
	}
	buffer_putc(buffer, '\n');
}

/* A list of its own, below its name. */
static void put_records(struct buffer *buffer, const struct change *change)
{
	struct arena arena = {0};
	size_t n, left;
	const struct change_listed *listed = change_list(&arena, change, &n, &left);

	if (n)
		buffer_puts(buffer, "\n**Records**\n\n");
	for (size_t i = 0; i < n; i++)
		if (listed[i].shown)
			put_listed(buffer, change, &listed[i]);
	if (left)
		buffer_printf(buffer, "- %zu more\n", left);
	arena_free(&arena);
}

static void put_criteria(struct buffer *buffer, const struct change *change)
{
	bool any = false;

	RESULT_EACH (struct change_criterion, criterion, change->criteria)
		any = any || !change_omits(criterion);
	if (any)
		buffer_puts(buffer, "\n**Points**\n\n");
	RESULT_EACH (struct change_criterion, criterion, change->criteria)
		put_criterion(buffer, change, criterion);
}

void change_put_markdown_details(struct buffer *buffer, const struct change *change)
{
	struct buffer signs = {0};

	put_summary(buffer, change);
	put_reasons(buffer, change);
	if (change->status == CHANGE_CHANGED) {
		change_put_signs(&signs, change, &markdown);
		put_labelled(buffer, "signs", &signs);
		put_criteria(buffer, change);
		put_records(buffer, change);
	}
	buffer_puts(buffer, "\n</details>\n\n");
}
