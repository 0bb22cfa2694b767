/* Comma-separated values. */
#include "partner/csv.h"

#include <math.h>
#include <string.h>

#include "partner/date.h"
#include "partner/utf8.h"

/* From here on a double has no decimals, and buffer_put_fixed does not take it. */
#define FIXED_LIMIT 9e15

static void begin_cell(struct csv *csv)
{
	if (csv->cells++)
		buffer_putc(csv->out, ',');
}

/* ---- text ---- */

/* Whether a spreadsheet would take what begins so for a formula. */
static bool is_formula(const char *text)
{
	static const char *const begins[] = {
		"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if (strncmp(text, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

/* Quotes within a quoted cell are doubled. */
static void put_quoted(struct buffer *out, const char *text)
{
	buffer_putc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			buffer_putc(out, '"');
		buffer_putc(out, *text);
	}
	buffer_putc(out, '"');
}

void csv_word(struct csv *csv, const char *word)
{
	begin_cell(csv);
	if (!word)
		return;
	if (strpbrk(word, ",\"\r\n") || *word == ' ' || *word == '\t')
		put_quoted(csv->out, word);
	else
		buffer_puts(csv->out, word);
}

static void put_text(struct csv *csv, const char *text, bool guarded)
{
	struct buffer safe = {0};

	if (!text) {
		csv_word(csv, NULL);
		return;
	}
	if (guarded && is_formula(text))
		buffer_putc(&safe, '\'');
	for (size_t length; *text; text += length) {
		length = strcspn(text, "\t\r\n");
		utf8_put_safe(&safe, text, length);
		if (text[length])
			buffer_putc(&safe, text[length++]);
	}
	buffer_putc(&safe, '\0');
	csv_word(csv, safe.data);
	buffer_free(&safe);
}

void csv_text(struct csv *csv, const char *text)
{
	put_text(csv, text, true);
}

void csv_plain(struct csv *csv, const char *text)
{
	put_text(csv, text, false);
}

/* ---- values ---- */

void csv_real(struct csv *csv, double value, int decimals)
{
	begin_cell(csv);
	if (!isfinite(value))
		return;
	if (fabs(value) < FIXED_LIMIT)
		buffer_put_fixed(csv->out, value, decimals);
	else
		buffer_printf(csv->out, "%.0f", value);
}

void csv_whole(struct csv *csv, int64_t value)
{
	begin_cell(csv);
	buffer_put_whole(csv->out, value);
}

void csv_date(struct csv *csv, int32_t date)
{
	begin_cell(csv);
	if (date != DATE_NONE)
		date_put(csv->out, date);
}

void csv_truth(struct csv *csv, bool truth)
{
	csv_word(csv, truth ? "true" : "false");
}

void csv_end_row(struct csv *csv)
{
	buffer_puts(csv->out, "\r\n");
	csv->cells = 0;
}
