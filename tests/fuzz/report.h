/*
 * Reports for the fuzz targets: whatever lines of JSON say, each is a card or has a reason not to
 * be one, and a report on the cards, beside one that is sound, is written in every format
 * without harm to who reads it.
 */
#ifndef FUZZ_REPORT_H
#define FUZZ_REPORT_H

#include "card.h"
#include "partner/date.h"
#include "partner/exit_facts.h"
#include "partner/json_value.h"
#include "partner/report.h"
#include "written.h"

#define LINK_BASE "https://forge.example/main"

/* Cells of a row of CSV. */
#define REPORT_CELLS 32

/* ---- a partner to stand beside the fuzzed ones ---- */

static const char beside_yaml[] =
	"partner: beside\nname: Beside\nkind: vendor\ncriticality: critical\nowner: dana\n"
	"people: [{id: dana}, {id: rhys, side: partner}]\n"
	"contract: {start: 2024-01-01, end: 2026-12-31, renewal: auto, renewal_term: 1y,\n"
	"  notice: {period: 3mo}, value: 1200.50 EUR, per: month}\n"
	"milestones:\n"
	"  - {id: m1, promised: 2026-01-01, due: 2026-02-01, delivered: 2026-05-20}\n"
	"  - {id: m2, promised: 2026-01-01, due: 2026-02-01, delivered: 2026-02-01, by: us}\n"
	"ratings:\n"
	"  - {date: 2026-02-20, by: dana, evidence: [milestone:m1], scores: {value: 4, people: 4}}\n"
	"  - {date: 2026-06-20, by: dana, evidence: [milestone:m1], scores: {value: 1, people: 2}}\n"
	"  - {date: 2026-06-20, by: rhys, of: us, evidence: [milestone:m1], scores: {people: 2}}\n"
	"exit: {alternatives: [{name: Desk, kind: in-house, substitutability: difficult}]}\n";

static inline void write_beside(struct source *source, int32_t day, struct buffer *line)
{
	const struct card_request request = {.as_of = day, .effects = true, .trend = 8};

	write_json_line(line, &scorecard_record, exit_facts_card(source, &request, SIDE_PARTNER));
}

/* Its cards of two days, the older one first. */
static inline const struct buffer *lines_beside(void)
{
	static struct buffer lines[2];
	struct arena arena = {0};
	struct diag_list faults = {.arena = &arena};
	struct partner *partner;
	struct source source;

	if (lines[0].length)
		return lines;
	partner = ARENA_NEW(&arena, struct partner);
	PROMISE(read_first(
		&arena, beside_yaml, sizeof(beside_yaml) - 1, &partner_record, partner, &faults));
	promise_faults(&faults);
	PROMISE(!faults.errors);
	source = source_of(&arena, built_in_policy(&arena), partner, 1);
	write_beside(&source, date_add_months(DAY_WITHIN, -PORTFOLIO_MONTHS), &lines[0]);
	write_beside(&source, DAY_WITHIN, &lines[1]);
	arena_free(&arena);
	return lines;
}

/* ---- lines ---- */

static inline void print_read(const struct scorecard *card)
{
	const struct card_style plain = {.columns = 80};
	const struct card_style narrow = {.ascii = true, .columns = 40};
	struct buffer text = {0};

	scorecard_put_text(&text, card, &plain);
	scorecard_put_text(&text, card, &narrow);
	scorecard_put_table_head(&text, card->rules, &plain);
	scorecard_put_table_line(&text, card, &plain);
	promise_harmless(&text);
	buffer_free(&text);
}

/* Whether the line is a card. */
static inline bool take_card(const char *line, size_t length)
{
	struct arena arena = {0};
	struct buffer message = {0};
	struct read_fault fault;
	const struct scorecard *card = scorecard_read(&arena, line, length, &fault);

	PROMISE(!card == (fault.message != NULL));
	if (card) {
		print_read(card);
	} else {
		buffer_puts(&message, fault.message);
		PROMISE(message.length > 0);
		promise_harmless(&message);
	}
	buffer_free(&message);
	arena_free(&arena);
	return card != NULL;
}

static inline void add_line(struct portfolio *portfolio, const char *line, size_t length)
{
	size_t before = portfolio->n_cards;
	struct read_fault fault;
	bool added = portfolio_add(portfolio, line, length, &fault);

	/* a line that stands for a file that could not be read is taken, and is no card */
	PROMISE(portfolio->n_cards - before <= added);
	PROMISE(added || *fault.message);
}

/* Closed, with whatever of the text is a card; what else is asked for depends on its size. */
static inline void open_lines(
	struct portfolio *portfolio, enum portfolio_keep keep, const char *text, size_t size)
{
	const struct portfolio_options options = {
		.as_of = size % 2 ? DATE_NONE : DAY_WITHIN,
		.since = size % 3 ? DATE_NONE : DAY_BEFORE,
		.keep = (int)keep,
		.csv_safe = size % 4 < 2,
	};
	const struct buffer *beside = lines_beside();
	const char *end = text + size;

	portfolio_open(portfolio, &options);
	add_line(portfolio, beside[1].data, beside[1].length);
	add_line(portfolio, beside[0].data, beside[0].length);
	while (text < end) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		const char *next = newline ? newline + 1 : end;

		add_line(portfolio, text, (size_t)(next - text));
		text = next;
	}
	portfolio_add_unread(portfolio, "gone.yaml");
	portfolio_close(portfolio);
	PROMISE(!portfolio->spool.error);
}

/* ---- formats ---- */

static inline void print_report_text(const struct report *report)
{
	const struct card_style plain = {.columns = 80};
	const struct card_style narrow = {.ascii = true, .columns = 40};
	struct buffer text = {0};

	report_put_text(&text, report, &plain);
	report_put_text(&text, report, &narrow);
	promise_harmless(&text);
	buffer_clear(&text);
	report_put_markdown(&text, report);
	promise_harmless(&text);
	buffer_free(&text);
}

/* Links lead within the page or below the forge. */
static inline void promise_links(struct buffer *page)
{
	static const char start[] = " href=\"";
	const char *at = page->data;

	buffer_putc(page, '\0');
	while ((at = strstr(at, start)) != NULL) {
		at += sizeof(start) - 1;
		PROMISE(*at == '#' || !strncmp(at, LINK_BASE "/", sizeof(LINK_BASE)));
	}
}

static inline void print_report_html(const struct report *report)
{
	struct buffer text = {0};

	report_put_html(&text, report);
	promise_page(&text);
	promise_links(&text);
	buffer_free(&text);
}

static inline void print_report_json(const struct report *report)
{
	struct buffer text = {0};
	struct json_fault fault;
	struct json_value *top;

	report_put_json(&text, report);
	promise_harmless(&text);
	top = json_open(text.data, text.length, &fault);
	PROMISE(json_kind(top) == JSON_KIND_OBJECT);
	json_close(top);
	buffer_free(&text);
}

static inline void print_report_data(const struct report *report)
{
	struct buffer text = {0};

	report_put_metrics(&text, report, NULL, NULL);
	promise_harmless(&text);
	PROMISE(text.length && text.data[text.length - 1] == '\n');
	buffer_clear(&text);
	report_put_ics(&text, report);
	promise_calendar(&text);
	buffer_free(&text);
}

static inline void print_report_rows(struct portfolio *portfolio)
{
	struct buffer text = {0};

	report_put_csv_head(&text);
	for (size_t i = 0; i < portfolio->all.n; i++)
		PROMISE(report_put_csv_rows_of(&text, portfolio, portfolio->all.items[i]));
	PROMISE(promise_rows(&text, REPORT_CELLS, portfolio->options.csv_safe) > 0);
	buffer_free(&text);
}

/* ---- all of it ---- */

/* Each format keeps what the command would keep for it. */
static inline void promise_report(const char *text, size_t size)
{
	struct portfolio portfolio;
	const struct report *report;

	open_lines(&portfolio, KEEP_LINES, text, size);
	portfolio.options.uncut = true;
	print_report_json(report_make(&portfolio, NULL));
	portfolio.options.uncut = false;
	report = report_make(&portfolio, size % 5 ? LINK_BASE : NULL);
	portfolio_drop_parts(&portfolio);
	print_report_text(report);
	print_report_html(report);
	portfolio_free(&portfolio);
	open_lines(&portfolio, KEEP_NOTHING, text, size);
	print_report_data(report_make(&portfolio, NULL));
	portfolio_free(&portfolio);
	open_lines(&portfolio, KEEP_ROWS, text, size);
	print_report_rows(&portfolio);
	portfolio_free(&portfolio);
}

#endif
