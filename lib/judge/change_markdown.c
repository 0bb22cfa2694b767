/*
 * All changes as a comment of a merge request: totals, a table that fits a phone, and what is
 * behind each row folded below it.
 */
#include <math.h>
#include <string.h>

#include "change_phrases.h"
#include "partner/escape.h"

/* Of many partners that meet a gate, of many gates, and of the name of a side so much is shown. */
#define PARTNERS_SHOWN 8
#define GATES_SHOWN 24
#define OPERAND_CHARACTERS 100
/* A table on a phone is narrow: of a measure but the records of largest effect. */
#define RECORDS_SHOWN 5
/* So many digits of a commit are known by. */
#define REVISION_DIGITS 8
/* What the last line takes at most. */
#define LAST_LINE 96

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

/* ---- the beginning ---- */

/* As it was named; of a hash, which nobody reads, only the first digits. */
static void put_operand(struct buffer *buffer, const struct changes_end *end)
{
	size_t digits = end->revision ? strlen(end->revision) : 0;
	bool hash = digits && strncmp(end->operand, end->revision, digits) == 0;
	struct buffer name = {0};

	if (hash)
		buffer_add(&name, end->operand, REVISION_DIGITS);
	buffer_puts(&name, end->operand + (hash ? digits : 0));
	buffer_putc(&name, '\0');
	change_put_short(buffer, name.data, OPERAND_CHARACTERS, markdown.ellipsis,
		escape_puts_markdown_code);
	if (digits && !hash)
		buffer_printf(buffer, " at `%.*s`", REVISION_DIGITS, end->revision);
	buffer_free(&name);
}

static void put_side(struct buffer *buffer, const struct changes_end *end, bool day)
{
	put_operand(buffer, end);
	if (day && end->as_of != DATE_NONE) {
		buffer_puts(buffer, " on ");
		date_put(buffer, end->as_of);
	}
}

/* Both sides; the day once when it is the same. */
static void put_heading(struct buffer *buffer, const struct changes *changes)
{
	const struct changes_end *from = changes->from, *to = changes->to;
	bool days = from->as_of != to->as_of;

	buffer_puts(buffer, "<!-- partner-diff -->\n### Partners: ");
	put_side(buffer, from, days);
	buffer_puts(buffer, " to ");
	put_side(buffer, to, days);
	if (!days && to->as_of != DATE_NONE) {
		buffer_puts(buffer, ", as of ");
		date_put(buffer, to->as_of);
	}
	buffer_puts(buffer, "\n\n");
}

static void put_gate(struct buffer *buffer, const struct changes_gate *gate)
{
	const char *const *partners = gate->partners.items;
	size_t n = gate->partners.n, shown = n > PARTNERS_SHOWN ? PARTNERS_SHOWN : n;

	buffer_puts(buffer, "- **gate met** ");
	change_put_short(buffer, gate->gate, CHANGE_NAME_CHARACTERS, markdown.ellipsis,
		escape_puts_markdown_code);
	buffer_puts(buffer, " by ");
	for (size_t i = 0; i < shown; i++) {
		buffer_puts(buffer, i ? ", " : "");
		change_put_short(buffer, partners[i], CHANGE_NAME_CHARACTERS, markdown.ellipsis,
			escape_puts_markdown_code);
	}
	if (n > shown)
		buffer_printf(buffer, ", %zu more", n - shown);
	buffer_putc(buffer, '\n');
}

static void put_gates(struct buffer *buffer, const struct changes *changes)
{
	size_t n = 0;

	CARD_EACH (struct changes_gate, gate, changes->gates)
		if (gate->partners.n && n++ < GATES_SHOWN)
			put_gate(buffer, gate);
	if (n > GATES_SHOWN)
		buffer_printf(buffer, "- %zu more gates met\n", n - GATES_SHOWN);
	if (n)
		buffer_putc(buffer, '\n');
	else if (changes->gates.n)
		buffer_puts(buffer, "No gate met.\n\n");
}

static void put_beginning(struct buffer *buffer, const struct changes *changes)
{
	struct buffer totals = {0};

	put_heading(buffer, changes);
	change_put_totals(&totals, changes);
	totals.data[0] = totals.data[0] == 'n' ? 'N' : totals.data[0];
	buffer_puts(buffer, "**");
	buffer_add(buffer, totals.data, totals.length);
	buffer_puts(buffer, ".**\n\n");
	buffer_free(&totals);
	put_gates(buffer, changes);
}

/* ---- the table ---- */

#define TABLE_HEAD "| partner | score | grade | standing | why |\n| :-- | :-- | :-- | :-- | :-- |\n"

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

/* As the phrase, without the word that stands at the head of the column. */
static void put_grade_cell(struct buffer *buffer, const struct change *change)
{
	struct buffer phrase = {0};
	char *word;

	change_put_grade(&phrase, change, &markdown);
	buffer_putc(&phrase, '\0');
	word = strstr(phrase.data, "grade ");
	if (word && change_last_end(change)->graded)
		memmove(word, word + strlen("grade "), strlen(word + strlen("grade ")) + 1);
	buffer_puts(buffer, phrase.data);
	buffer_free(&phrase);
}

void change_put_markdown_row(struct buffer *buffer, const struct change *change)
{
	struct buffer reason = {0};

	buffer_puts(buffer, "| ");
	put_name(buffer, change);
	buffer_puts(buffer, " | ");
	put_score_cell(buffer, change);
	buffer_puts(buffer, " | ");
	put_grade_cell(buffer, change);
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
	change_put_grade(buffer, change, &html);
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
	CARD_EACH (struct change_record, record, measure->records)
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
	CARD_EACH (struct change_measure, measure, criterion->measures)
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

	CARD_EACH (struct change_criterion, criterion, change->criteria)
		any = any || !change_omits(criterion);
	if (any)
		buffer_puts(buffer, "\n**Points**\n\n");
	CARD_EACH (struct change_criterion, criterion, change->criteria)
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

/* ---- as much as fits ---- */

/* Appends parts while the text stays within `most`; returns how many. */
static size_t put_fitting(struct buffer *buffer, const char *const *parts, size_t n, size_t most)
{
	size_t i;

	for (i = 0; i < n; i++) {
		size_t length = strlen(parts[i]);

		if (buffer->length + length > most)
			break;
		buffer_add(buffer, parts[i], length);
	}
	return i;
}

void changes_join_markdown(struct buffer *buffer, const struct changes *changes,
	const char *const *rows, const char *const *details, size_t n)
{
	size_t most = buffer->length + CHANGES_MARKDOWN_MOST - LAST_LINE, shown, told = 0;

	put_beginning(buffer, changes);
	if (!n)
		return;
	buffer_puts(buffer, TABLE_HEAD);
	shown = put_fitting(buffer, rows, n, most);
	buffer_putc(buffer, '\n');
	if (shown == n)
		told = put_fitting(buffer, details, n, most);
	if (shown < n)
		buffer_printf(buffer, "and %zu more\n", n - shown);
	else if (told < n)
		buffer_printf(buffer, "and %zu more, of which only the table tells\n", n - told);
}
