/* A change as a block of text: what happened, why, and where to look. */
#include <string.h>

#include "change_phrases.h"
#include "partner/utf8.h"

#define PLAIN_COLOR "\033[0m"
#define WORSE_COLOR "\033[1;31m"
#define BETTER_COLOR "\033[1;32m"

/* A criterion's name takes at least so many columns, an effect so many with its blank. */
#define NAME_COLUMNS 12
#define EFFECT_COLUMNS 7
/* Records stand in columns as long as their names have no more than so many. */
#define REF_COLUMNS 32
#define WORD_COLUMNS 7 /* what happened to them, mostly */
#define LIST_COLUMNS 6

static const struct change_tongue *tongue_of(const struct card_style *style)
{
	return style->ascii ? &change_plain_ascii : &change_plain;
}

/* ---- the head ---- */

/* The day; of both ends when they have two. */
static void put_days(struct buffer *line, const struct change *change)
{
	const struct change_end *from = change->from, *to = change->to;

	if (from && to && from->as_of != to->as_of) {
		date_put(line, from->as_of);
		buffer_puts(line, TEXT_GLUE "to" TEXT_GLUE);
	}
	date_put(line, change->as_of);
}

static void put_title(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	struct buffer line = {0};

	utf8_puts_safe(&line, change->name);
	buffer_printf(&line, "  %s", change->kind ? change->kind : "partner");
	if (change->tier)
		buffer_printf(&line, ", %s", change->tier);
	if (change->criticality)
		buffer_printf(&line, ", %s", change->criticality);
	buffer_puts(&line, "  ");
	put_days(&line, change);
	card_put_wrapped(buffer, &line, 2, style);
}

static void put_colored(
	struct buffer *buffer, struct buffer *part, int turn, const struct card_style *style)
{
	bool colored = style->color && turn != 0;

	if (colored)
		buffer_puts(buffer, turn < 0 ? WORSE_COLOR : BETTER_COLOR);
	buffer_add(buffer, part->data, part->length);
	if (colored)
		buffer_puts(buffer, PLAIN_COLOR);
	buffer_free(part);
}

/* As on a card: what to do, the score, the grade; in colour what is worse or better. */
static void put_verdict(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	struct buffer standing = {0}, grade = {0};

	change_put_standing(&standing, change, tongue_of(style));
	change_put_grade(&grade, change, "grade ", tongue_of(style));
	if (change->status != CHANGE_CHANGED)
		buffer_puts(buffer, change->status == CHANGE_ADDED ? "ADDED   " : "REMOVED   was ");
	put_colored(buffer, &standing, change_standing_turn(change), style);
	buffer_puts(buffer, "   ");
	change_put_score(buffer, change);
	buffer_puts(buffer, "   ");
	put_colored(buffer, &grade, change_grade_turn(change), style);
	buffer_putc(buffer, '\n');
}

/* A line with a label, unless there is nothing to say. */
static void put_labelled(struct buffer *buffer, const char *label, struct buffer *text,
	const struct card_style *style)
{
	struct buffer line = {0};

	if (!text->length)
		return;
	card_put_label(&line, label);
	buffer_add(&line, text->data, text->length);
	buffer_free(text);
	card_put_wrapped(buffer, &line, CARD_LABEL_COLUMNS, style);
}

static void put_reasons(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	struct buffer text = {0};

	change_put_gates(&text, change, tongue_of(style));
	put_labelled(buffer, "gates", &text, style);
	if (change->status != CHANGE_CHANGED)
		return;
	change_put_standing_reason(&text, change, tongue_of(style));
	put_labelled(buffer, "now", &text, style);
	change_put_causes(&text, change, tongue_of(style));
	put_labelled(buffer, "why", &text, style);
	change_put_circumstances(&text, change, tongue_of(style));
	put_labelled(buffer, "also", &text, style);
}

/* ---- what did it ---- */

static size_t safe_width(const char *text)
{
	return utf8_safe_width(text, strlen(text));
}

static void put_effect(struct buffer *line, double effect)
{
	struct buffer text = {0};

	change_put_effect(&text, effect);
	buffer_fill(line, ' ', EFFECT_COLUMNS > text.length ? EFFECT_COLUMNS - text.length : 1);
	buffer_add(line, text.data, text.length);
	buffer_free(&text);
}

/* The widest name of a record with an effect, as far as it can stand in a column. */
static size_t ref_columns(const struct change_measure *measure)
{
	size_t columns = 0;

	RESULT_EACH (struct change_record, record, measure->records) {
		size_t width = record->ref ? safe_width(record->ref) : 0;

		if (!change_is_nothing(record->effect) && width > columns && width <= REF_COLUMNS)
			columns = width;
	}
	return columns;
}

static void put_record(struct buffer *buffer, const struct change *change,
	const struct change_record *record, size_t columns, const struct card_style *style)
{
	struct buffer line = {0};

	buffer_puts(&line, "   ");
	put_effect(&line, record->effect);
	buffer_puts(&line, "  ");
	if (record->ref) {
		card_put_padded(&line, record->ref, columns);
		buffer_puts(&line, "  ");
	}
	if (record->path) {
		card_put_padded(&line, change_word(record), WORD_COLUMNS);
		buffer_puts(&line, "  ");
		change_put_place(&line, change_prefix(change, record->change), record->path,
			record->line, tongue_of(style));
	} else {
		buffer_puts(&line, change_word(record));
	}
	card_put_wrapped(buffer, &line, 3 + EFFECT_COLUMNS + 2, style);
}

/* They come by the size of their effects. */
static void put_records(struct buffer *buffer, const struct change *change,
	const struct change_measure *measure, const struct card_style *style)
{
	size_t columns = ref_columns(measure), n = 0;
	struct buffer line = {0};

	RESULT_EACH (struct change_record, record, measure->records) {
		if (!change_is_nothing(record->effect) && n++ < CHANGE_SHOWN)
			put_record(buffer, change, record, columns, style);
	}
	if (n > CHANGE_SHOWN)
		buffer_printf(
			buffer, "%*s%zu more\n", 3 + EFFECT_COLUMNS + 2, "", n - CHANGE_SHOWN);
	if (change_is_nothing(change_rest(change, measure)))
		return;
	buffer_puts(&line, "   ");
	put_effect(&line, change_rest(change, measure));
	buffer_puts(&line, "  " CHANGE_REST);
	card_put_wrapped(buffer, &line, 3 + EFFECT_COLUMNS + 2, style);
}

static void put_measure(struct buffer *buffer, const struct change *change,
	const struct change_measure *measure, const struct card_style *style)
{
	struct buffer line = {0};

	if (change_is_nothing(measure->effect))
		return;
	buffer_puts(&line, "    ");
	utf8_puts_safe(&line, measure->measure);
	buffer_puts(&line, "  ");
	change_put_effect(&line, measure->effect);
	buffer_puts(&line, "  ");
	change_put_way(&line, measure->from, measure->to, 0);
	card_put_wrapped(buffer, &line, 6, style);
	put_records(buffer, change, measure, style);
}

static void begin_criterion(struct buffer *line, const struct change_criterion *criterion,
	size_t columns, double effect)
{
	buffer_puts(line, "  ");
	card_put_padded(line, criterion->criterion, columns);
	put_effect(line, effect);
}

/* What its score did, and on a line of its own what its weight did. */
static void put_criterion(struct buffer *buffer, const struct change_criterion *criterion,
	size_t columns, const struct card_style *style)
{
	struct buffer line = {0};

	if (!change_is_nothing(criterion->value_effect)) {
		begin_criterion(&line, criterion, columns, criterion->value_effect);
		buffer_puts(&line, "  ");
		change_put_way(&line, criterion->from, criterion->to, 1);
		card_put_wrapped(buffer, &line, 4, style);
	}
	if (!change_is_nothing(criterion->weight_effect)) {
		begin_criterion(&line, criterion, columns, criterion->weight_effect);
		buffer_puts(&line, "  by another weight");
		card_put_wrapped(buffer, &line, 4, style);
	}
}

static void put_criteria(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	size_t columns = NAME_COLUMNS;

	RESULT_EACH (struct change_criterion, criterion, change->criteria) {
		size_t width = safe_width(criterion->criterion);

		if (!change_omits(criterion) && width > columns)
			columns = width;
	}
	RESULT_EACH (struct change_criterion, criterion, change->criteria) {
		if (change_omits(criterion))
			continue;
		put_criterion(buffer, criterion, columns, style);
		RESULT_EACH (struct change_measure, measure, criterion->measures)
			put_measure(buffer, change, measure, style);
	}
}

/* ---- what is another in the file ---- */

static void put_listed(struct buffer *buffer, const struct change *change,
	const struct change_listed *record, const struct card_style *style)
{
	static const char marks[] = {
		[RECORD_ADDED] = '+', [RECORD_CHANGED] = '~', [RECORD_REMOVED] = '-'};
	struct buffer line = {0};

	buffer_printf(&line, "    %c ", marks[record->change]);
	utf8_puts_safe(&line, record->ref);
	buffer_puts(&line, "  ");
	if (!change_is_nothing(record->effect)) {
		change_put_effect(&line, record->effect);
		buffer_puts(&line, "  ");
	}
	change_put_place(&line, change_prefix(change, record->change), record->path, record->line,
		tongue_of(style));
	if (record->changed && record->changed->fields.n) {
		buffer_puts(&line, ": ");
		change_put_fields(&line, record->changed, tongue_of(style));
	}
	card_put_wrapped(buffer, &line, LIST_COLUMNS + 2, style);
}

static void put_list(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	struct arena arena = {0};
	size_t n, left;
	const struct change_listed *listed = change_list(&arena, change, &n, &left);

	if (n)
		buffer_puts(buffer, "  records\n");
	for (size_t i = 0; i < n; i++)
		if (listed[i].shown)
			put_listed(buffer, change, &listed[i], style);
	if (left)
		buffer_printf(buffer, "%*s%zu more\n", LIST_COLUMNS, "", left);
	arena_free(&arena);
}

static void put_file(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	struct buffer text = {0};

	change_put_place(
		&text, change_file_prefix(change), change->path, change->line, tongue_of(style));
	put_labelled(buffer, "file", &text, style);
}

void change_put_text(
	struct buffer *buffer, const struct change *change, const struct card_style *style)
{
	struct buffer signs = {0};

	put_title(buffer, change, style);
	put_verdict(buffer, change, style);
	put_reasons(buffer, change, style);
	if (change->status == CHANGE_CHANGED) {
		put_criteria(buffer, change, style);
		change_put_signs(&signs, change, tongue_of(style));
		put_labelled(buffer, "signs", &signs, style);
		put_list(buffer, change, style);
	} else if (change->path) {
		put_file(buffer, change, style);
	}
}

/* ---- all together ---- */

static void put_met(struct buffer *line, const struct changes *changes)
{
	const char *before = "; gates met: ";

	RESULT_EACH (struct changes_gate, gate, changes->gates) {
		const char *const *partners = gate->partners.items;

		if (!gate->partners.n)
			continue;
		buffer_puts(line, before);
		utf8_puts_safe(line, gate->gate);
		for (size_t i = 0; i < gate->partners.n; i++) {
			buffer_puts(line, i ? ", " : " (");
			utf8_puts_safe(line, partners[i]);
		}
		buffer_putc(line, ')');
		before = ", ";
	}
	if (changes->gates.n && strcmp(before, ", ") != 0)
		buffer_puts(line, "; no gate met");
}

void changes_put_text(
	struct buffer *buffer, const struct changes *changes, const struct card_style *style)
{
	struct buffer line = {0};

	change_put_totals(&line, changes);
	put_met(&line, changes);
	card_put_wrapped(buffer, &line, 2, style);
}
