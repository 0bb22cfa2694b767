/* Section 5: renewals of the next twelve months. */

#include "pages.h"
#include "partner/svg.h"
#include "partner/utf8.h"

#define MONTHS 12
#define WEEKS 52
#define LABEL_COLUMNS 15
#define URGENT_DAYS 60

static int32_t last_day(const struct report *report)
{
	return date_add_months(report->as_of, MONTHS);
}

/* ---- plain lines: a cell a week ---- */

/* The cell of a day; WEEKS when it is none of the year's. */
static int week_of(const struct report *report, int32_t date)
{
	int week;

	if (date == DATE_NONE || date < report->as_of || date > last_day(report))
		return WEEKS;
	week = (date - report->as_of) / 7;
	return week < WEEKS ? week : WEEKS - 1;
}

static void put_cells(
	struct buffer *line, const struct page *page, const struct report_renewal *row)
{
	bool ascii = page->style->ascii;
	int due = row->missed ? 0 : week_of(page->report, row->send_by);
	int end = week_of(page->report, row->term_end);

	for (int week = 0; week < WEEKS; week++) {
		bool between = week < end && end < WEEKS && (due == WEEKS || week > due);

		if (week == due)
			buffer_puts(line, row->missed ? (ascii ? "o" : "◇") : (ascii ? "*" : "◆"));
		else if (week == end)
			buffer_puts(line, ascii ? "]" : "┤");
		else if (between)
			buffer_puts(line, ascii ? "-" : "─");
		else
			buffer_puts(line, ascii ? "." : "·");
	}
}

static void put_line(struct buffer *lines, struct page *page, const struct report_renewal *row)
{
	const char *stake = doc_money_rounded(page->doc, row->at_stake);
	struct buffer label = {0};
	size_t columns;

	utf8_puts_safe(&label, row->partner);
	buffer_putc(&label, '\0');
	columns = utf8_width(label.data, label.length - 1);
	buffer_puts(lines, label.data);
	if (columns > LABEL_COLUMNS) {
		buffer_putc(lines, '\n'); /* a long id has a line of its own */
		columns = 0;
	}
	buffer_fill(lines, ' ', LABEL_COLUMNS + 1 - columns);
	put_cells(lines, page, row);
	buffer_printf(lines, " %s\n", stake ? stake : "-");
	buffer_free(&label);
}

static void put_plain(struct page *page, const struct report_renewal *rows, size_t n)
{
	struct buffer lines = {0};

	for (size_t i = 0; i < n; i++)
		put_line(&lines, page, &rows[i]);
	doc_plain(page->doc, buffer_keep(&lines, page->doc->arena));
	doc_text(page->doc,
		page->style->ascii
			? "A cell a week from today: * last day to send notice, o missed, ] end of "
			  "term. On the right what is at stake."
			: "A cell a week from today: ◆ last day to send notice, ◇ missed, ┤ end of "
			  "term. On the right what is at stake.");
}

/* ---- the chart ---- */

static struct timeline_row row_of(struct page *page, const struct report_renewal *row)
{
	int32_t today = page->report->as_of;

	return (struct timeline_row){
		.label = row->partner,
		.aside = doc_money_rounded(page->doc, row->at_stake),
		.opens = row->notice_earliest,
		.due = row->missed ? DATE_NONE : row->send_by,
		.end = row->term_end,
		.urgent = row->send_by != DATE_NONE && row->send_by - today <= URGENT_DAYS,
		.missed = row->missed,
	};
}

static void put_chart(struct page *page, const struct report_renewal *renewals, size_t n)
{
	struct doc *doc = page->doc;
	struct timeline_row *rows = arena_array(doc->arena, n, sizeof(*rows));
	const struct timeline line = {
		.title = arena_printf(doc->arena,
			"Renewals of the next 12 months, %zu partners; the table below has the dates",
			n),
		.rows = rows,
		.n = n,
		.first = page->report->as_of,
		.last = last_day(page->report),
	};
	struct buffer text = {0};

	for (size_t i = 0; i < n; i++)
		rows[i] = row_of(page, &renewals[i]);
	svg_put_timeline(&text, &line);
	doc_caption(doc,
		"Diamond: last day to send notice (red within 60 days, hollow when missed). "
		"Bar: end of term. On the right what is at stake.");
	doc_figure(doc, buffer_keep(&text, doc->arena));
}

static void put_table(struct page *page, const struct report_renewal *rows, size_t n)
{
	static const struct doc_column columns[] = {
		{.title = "partner", .names = true},
		{.title = "renewal"},
		{.title = "notice from"},
		{.title = "send by"},
		{.title = "term ends"},
		{.title = "at stake", .right = true},
	};
	struct doc *doc = page->doc;

	doc_fold(doc, "The dates of the chart");
	doc_caption(doc, "Renewals of the next 12 months");
	doc_table(doc, columns, COUNT_OF(columns));
	for (const struct report_renewal *row = rows; row < rows + n; row++) {
		page_cell_partner(page, row->partner, row->partner);
		doc_cell(doc, row->renewal);
		doc_cell_date(doc, row->notice_earliest);
		if (row->missed)
			doc_cell_toned(doc, TONE_CRITICAL,
				arena_printf(doc->arena, "missed %s", doc_date(doc, row->send_by)));
		else
			doc_cell_date(doc, row->send_by);
		doc_cell_date(doc, row->term_end);
		doc_cell(doc, doc_money(doc, row->at_stake));
	}
}

/* ---- by month ---- */

static void put_months(struct page *page)
{
	static const struct doc_column columns[] = {
		{.title = "month", .names = true},
		{.title = "partners", .right = true},
		{.title = "at stake", .right = true},
	};
	struct doc *doc = page->doc;

	page_caption(page, "At stake by month of the last day to act");
	doc_table(doc, columns, COUNT_OF(columns));
	RESULT_EACH (struct report_month, month, page->report->renewal_months) {
		doc_cell(doc, month->month);
		doc_cell(doc, doc_count(doc, month->partners));
		doc_cell(doc, doc_money_rounded(doc, month->at_stake));
	}
}

void page_renewals(struct page *page)
{
	const struct report_renewal *rows = page->report->renewals.items;
	size_t n = page->report->renewals.n, shown = n < ROWS_SHOWN ? n : ROWS_SHOWN;

	if (!page->report->inputs->partners)
		return;
	doc_section(page->doc, "Renewals");
	if (!n) {
		doc_text(page->doc, "No term ends within 12 months, and no notice is due.");
		return;
	}
	if (page->html) {
		put_chart(page, rows, shown);
		put_table(page, rows, shown);
	} else {
		put_plain(page, rows, shown);
	}
	page_cut(page, shown, n, "the earliest first");
	put_months(page);
}
