/*
 * partner-report: how does the portfolio stand, and what in it needs whom today?
 */
#include <string.h>

#include "command.h"
#include "complain.h"
#include "input.h"
#include "output.h"
#include "partner/portfolio_source.h"
#include "partner/report.h"

static const char *const formats[] = {
	"text", "markdown", "html", "json", "csv", "metrics", "ics", NULL};

/* clang-format off */
static const struct option options[] = {
	{.name = "since", SETS_DATE(past), .argument = "DATE",
	 .doc = "compare with DATE; without it with the day three months earlier"},
	{.name = "link-base", SETS_TEXT(link_base), .argument = "URL",
	 .doc = "make every file:line a link below this address of a forge, such as "
		"https://forge.example/team/partners/blob/main"},
	{.name = "csv-safe", SETS_FLAG(csv_safe),
	 .doc = "put an apostrophe before text of CSV that a spreadsheet would take for a formula"},
	{.name = NULL},
};
/* clang-format on */

static const char *const examples[] = {
	"partner-report partners",
	"the portfolio as text, fit for mail",
	"partner-report -o report.html partners",
	"a page to look at, to print or to forward",
	"partner-report --since=2026-06-30 -O markdown partners",
	"what has moved since the middle of the year",
	"partner-report -O csv --csv-safe -o scores.csv partners",
	"a row for each measure of each partner, for a spreadsheet",
	"partner-report -O metrics -o /var/lib/node_exporter/partner.prom partners",
	"samples for the textfile collector of the node exporter",
	"cat shards/*.jsonl | partner-report -o report.html -",
	"one report from scorecards that many machines have printed",
	NULL,
};

/* What of each card a format needs again in the end. */
static int keep_for(const char *format)
{
	if (strcmp(format, "csv") == 0)
		return KEEP_ROWS;
	if (strcmp(format, "metrics") == 0 || strcmp(format, "ics") == 0)
		return KEEP_NOTHING;
	return KEEP_LINES;
}

struct run {
	const struct settings *settings;
	struct input input;
	struct portfolio portfolio;
	struct portfolio_days days;
};

/* Run by any thread. */
static const void *judge(const struct source *source, struct buffer *scratch, const void *context)
{
	const struct portfolio_days *days = context;

	return input_is_sound(source) ? portfolio_lines_of(source, days, scratch) : NULL;
}

static void take_document(struct run *run, const struct source *source)
{
	if (input_sound(&run->input, source))
		portfolio_add_lines(&run->portfolio, source, source->prepared);
	else if (source->kind != SOURCE_SKIPPED && source->kind != SOURCE_ORPHAN)
		portfolio_add_unread(&run->portfolio, source->path);
}

static void add_unread_line(struct run *run, const struct source *source)
{
	struct buffer place = {0};

	buffer_printf(&place, "%s:%u", source->path, source->line);
	buffer_putc(&place, '\0');
	portfolio_add_unread(&run->portfolio, place.data);
	buffer_free(&place);
}

static void tell_line(const struct source *source, const struct read_fault *fault)
{
	unsigned column = fault->column ? fault->column : 1;
	const struct diag diag = {
		.rule = P002_SYNTAX,
		.path = source->path,
		.prefix = tree_prefix(source->tree),
		.at = {source->line, column, source->line, column},
		.hint = "write it with partner-score -j",
		.subjects = {fault->message},
		.muted_until = DATE_NONE,
	};
	struct buffer line = {0};

	diag_put_line(&line, &diag);
	complain_lines(&line);
	buffer_free(&line);
}

static void take_line(struct run *run, const struct source *source)
{
	struct read_fault fault;

	if (portfolio_add(&run->portfolio, source->text, source->length, &fault))
		return;
	tell_line(source, &fault);
	run->input.fault = true;
	add_unread_line(run, source);
}

static void take_all(struct run *run)
{
	struct source source;

	while (input_next(&run->input, &source)) {
		if (source.kind == SOURCE_LINE)
			take_line(run, &source);
		else
			take_document(run, &source);
	}
}

/* Two files with one id: only one of them can be right. */
static void tell_repeated(const struct portfolio *portfolio)
{
	const struct member *twice[2];
	size_t n = portfolio_repeated(portfolio, twice);

	if (n)
		complain("%s:%lld: warning: '%s' is in %s as well, which is left out%s",
			twice[0]->path, (long long)twice[0]->line, twice[0]->partner,
			twice[1]->path, n > 1 ? "; others are repeated, too" : "");
}

/* What was read is all of another day, or of another side. */
static void tell_none(const struct portfolio *portfolio)
{
	if (portfolio->n_cards && !portfolio->partners.n && !portfolio->ended.n &&
		!portfolio->selves.n)
		complain("none of %zu scorecards counts: they are later than the report, or of our "
			 "own side",
			portfolio->n_cards);
}

/* Those that want nothing but the report. */
static const struct {
	const char *name;
	void (*put)(struct buffer *out, const struct report *report);
} writers[] = {
	{"markdown", report_put_markdown},
	{"html", report_put_html},
	{"json", report_put_json},
	{"ics", report_put_ics},
};

/* Piece by piece: the rows of all partners need not fit into memory. */
static void put_csv(struct run *run, struct output *output)
{
	const struct members *all = &run->portfolio.all;
	bool kept = true;

	report_put_csv_head(&output->buffer);
	for (size_t i = 0; i < all->n && kept; i++) {
		kept = report_put_csv_rows_of(&output->buffer, &run->portfolio, all->items[i]);
		output_flush_some(output);
	}
}

static void put_text(const struct run *run, struct output *output, const struct report *report)
{
	const struct card_style style = {
		.ascii = run->settings->ascii, .color = output->color, .columns = output->columns};

	report_put_text(&output->buffer, report, &style);
}

static void flush_some(void *output)
{
	output_flush_some(output);
}

static void put_report(struct run *run, struct output *output)
{
	const char *format = run->settings->format;
	const struct report *report = report_make(&run->portfolio, run->settings->link_base);

	portfolio_drop_parts(&run->portfolio);
	if (strcmp(format, "text") == 0)
		put_text(run, output, report);
	if (strcmp(format, "metrics") == 0)
		report_put_metrics(&output->buffer, report, flush_some, output);
	for (size_t i = 0; i < sizeof(writers) / sizeof(*writers); i++)
		if (strcmp(writers[i].name, format) == 0)
			writers[i].put(&output->buffer, report);
}

static void put(struct run *run, struct output *output)
{
	if (run->portfolio.options.keep == KEEP_ROWS)
		put_csv(run, output);
	else
		put_report(run, output);
}

/* False when what was put away cannot be had again. */
static bool tell_spool(const struct portfolio *portfolio)
{
	if (portfolio->spool.error)
		complain("cannot keep the scorecards in a temporary file: %s",
			strerror(portfolio->spool.error));
	return !portfolio->spool.error;
}

/* Which day the report is of may be known only when all is read. */
static bool follows(const struct run *run)
{
	int32_t since = run->settings->past;

	if (since == DATE_NONE || since <= run->portfolio.as_of)
		return true;
	complain("--since lies after the day of the report");
	return false;
}

static int run_report(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	const struct portfolio_options asked = {
		.as_of = settings->dated ? settings->as_of : DATE_NONE,
		.since = settings->past,
		.keep = keep_for(settings->format),
		.csv_safe = settings->csv_safe,
		.uncut = strcmp(settings->format, "json") == 0,
	};
	struct run run = {.settings = settings,
		.days = {.as_of = settings->as_of,
			.since = settings->past != DATE_NONE
				? settings->past
				: date_add_months(settings->as_of, -PORTFOLIO_MONTHS),
			.whole = asked.keep == KEEP_LINES}};
	struct source_options how = input_options(settings);
	bool whole, fault;

	how.raw_lines = true;
	how.prepare = judge;
	how.context = &run.days;
	input_open(&run.input, &how, operands);
	portfolio_open(&run.portfolio, &asked);
	take_all(&run);
	if (!run.portfolio.n_cards)
		run.portfolio.options.as_of = settings->as_of;
	portfolio_close(&run.portfolio);
	whole = follows(&run);
	if (whole) {
		tell_repeated(&run.portfolio);
		tell_none(&run.portfolio);
		put(&run, output);
		whole = tell_spool(&run.portfolio);
	}
	if (!whole)
		output_abandon(output);
	fault = !whole || run.input.fault || run.portfolio.unread.n;
	portfolio_free(&run.portfolio);
	input_close(&run.input);
	return fault ? STATUS_FAULT : STATUS_FINE;
}

static bool is_address(const char *text)
{
	size_t scheme = strncmp(text, "https://", 8) == 0 ? 8
		: strncmp(text, "http://", 7) == 0        ? 7
							  : 0;

	return scheme && text[scheme] && text[scheme] != '/';
}

static bool check_settings(
	const struct settings *settings, const struct operands *operands, struct buffer *fault)
{
	(void)operands;
	if (settings->dated && settings->past != DATE_NONE && settings->past > settings->as_of)
		buffer_puts(fault, "--since lies after the day of the report");
	else if (settings->link_base && !is_address(settings->link_base))
		buffer_puts(fault, "--link-base wants an address: https://…");
	else if (settings->csv_safe && strcmp(settings->format, "csv") != 0)
		buffer_puts(fault, "--csv-safe is for CSV only");
	else
		return true;
	return false;
}

const struct command command_report = {
	.name = "report",
	.summary = SUMMARY_REPORT,
	.operands = "FILE…",
	.formats = formats,
	.options = options,
	.examples = examples,
	.found = "not used by this command",
	.check = check_settings,
	.run = run_report,
};
