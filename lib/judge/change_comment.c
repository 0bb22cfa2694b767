/*
 * All changes as a comment of a merge request: totals, a table that fits a phone, and as much as
 * fits of what is behind each row.
 */
#include <string.h>

#include "change_phrases.h"
#include "partner/escape.h"

/* Of many partners that meet a gate, of many gates, and of the name of a side so much is shown. */
#define PARTNERS_SHOWN 8
#define GATES_SHOWN 24
#define OPERAND_CHARACTERS 100
/* So many digits of a commit are known by. */
#define REVISION_DIGITS 8
/* What the last line takes at most. */
#define LAST_LINE 96
#define ELLIPSIS "…"

#define TABLE_HEAD "| partner | score | grade | standing | why |\n| :-- | :-- | :-- | :-- | :-- |\n"

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
	change_put_short(
		buffer, name.data, OPERAND_CHARACTERS, ELLIPSIS, escape_puts_markdown_code);
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
	change_put_short(
		buffer, gate->gate, CHANGE_NAME_CHARACTERS, ELLIPSIS, escape_puts_markdown_code);
	buffer_puts(buffer, " by ");
	for (size_t i = 0; i < shown; i++) {
		buffer_puts(buffer, i ? ", " : "");
		change_put_short(buffer, partners[i], CHANGE_NAME_CHARACTERS, ELLIPSIS,
			escape_puts_markdown_code);
	}
	if (n > shown)
		buffer_printf(buffer, ", %zu more", n - shown);
	buffer_putc(buffer, '\n');
}

static void put_gates(struct buffer *buffer, const struct changes *changes)
{
	size_t n = 0;

	RESULT_EACH (struct changes_gate, gate, changes->gates)
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
