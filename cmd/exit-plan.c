/*
 * partner-exit-plan: how do we leave this partner, by when, for how much, and what must not break?
 */
#include <string.h>

#include "command.h"
#include "complain.h"
#include "input.h"
#include "output.h"
#include "partner/exit_plan.h"
#include "partner/write.h"

static const char *const formats[] = {"text", "markdown", "html", "json", "ics", "csv", NULL};

/* clang-format off */
static const struct option options[] = {
	{.name = "start", SETS_DATE(start), .argument = "DATE",
	 .doc = "start no task before DATE; without it today, as --as-of says"},
	{.name = "by", SETS_DATE(by), .argument = "DATE",
	 .doc = "make DATE the contract's last day, and say by how many days that fails; without "
		"it the contract ends as it can be ended now"},
	{.name = "mode", SETS_CHOOSE(mode), .argument = "MODE", .choices = plan_mode_words,
	 .base = PLAN_PLANNED, .preset = "planned",
	 .doc = "leave with the partner's help (planned), or without it (stressed)"},
	{.name = "reason", SETS_CHOOSE(reason), .argument = "REASON",
	 .choices = exit_reason_words, .base = EXIT_PERFORMANCE,
	 .doc = "plan as if this were why we leave; without it as the file says, if it does"},
	{.name = NULL},
};
/* clang-format on */

static const char *const examples[] = {
	"partner-exit-plan partners/acme.yaml",
	"what leaving would take, from today on",
	"partner-exit-plan --by=2027-06-30 partners/acme.yaml",
	"whether we could be out by the middle of next year, and what is lacking",
	"partner-exit-plan --mode=stressed --reason=insolvency partners/acme.yaml",
	"the plan for the day on which they stop answering",
	"partner-exit-plan -o plan.html partners/acme.yaml",
	"a page with a chart, to print or to forward",
	"partner-score -j partners | jq -c 'select(.standing==\"exit\")' | partner-exit-plan -",
	"a plan for each partner that should be left",
	NULL,
};

/* What goes from document to document. */
struct run {
	const struct settings *settings;
	struct output *output;
	struct card_style style;
	const struct plan_format *format;
	bool error; /* a plan has one */
	size_t printed;
};

/* What a format does before the first plan, with each, and after the last. */
struct plan_format {
	const char *name;
	void (*begin)(struct buffer *buffer);
	void (*put)(struct run *run, const struct exit_plan *plan);
	void (*end)(struct buffer *buffer);
};

static struct buffer *buffer_of(struct run *run)
{
	return &run->output->buffer;
}

static void put_text(struct run *run, const struct exit_plan *plan)
{
	if (run->printed)
		buffer_putc(buffer_of(run), '\n');
	exit_plan_put_text(buffer_of(run), plan, &run->style);
}

static void put_markdown(struct run *run, const struct exit_plan *plan)
{
	if (run->printed)
		buffer_putc(buffer_of(run), '\n');
	exit_plan_put_markdown(buffer_of(run), plan);
}

static void begin_html(struct buffer *buffer)
{
	exit_plans_put_html_head(buffer, "Exit plan");
}

static void put_html(struct run *run, const struct exit_plan *plan)
{
	exit_plan_put_html(buffer_of(run), plan);
}

static void put_json(struct run *run, const struct exit_plan *plan)
{
	write_json_line(buffer_of(run), &exit_plan_record, plan);
}

static void put_ics(struct run *run, const struct exit_plan *plan)
{
	exit_plan_put_ics(buffer_of(run), plan);
}

static void put_csv(struct run *run, const struct exit_plan *plan)
{
	exit_plan_put_csv(buffer_of(run), plan);
}

static const struct plan_format plan_formats[] = {
	{"text", NULL, put_text, NULL},
	{"markdown", NULL, put_markdown, NULL},
	{"html", begin_html, put_html, exit_plans_put_html_end},
	{"json", NULL, put_json, NULL},
	{"ics", exit_plans_put_ics_head, put_ics, exit_plans_put_ics_end},
	{"csv", exit_plans_put_csv_head, put_csv, NULL},
};

static const struct plan_format *find_format(const char *name)
{
	const struct plan_format *format = plan_formats;

	while (strcmp(format->name, name) != 0)
		format++;
	return format;
}

/* Ourselves and what has ended are passed over, with a word. */
static bool applies(const struct run *run, const struct source *source)
{
	if (exit_plan_applies(source, run->settings->as_of))
		return true;
	if (!run->settings->quiet)
		complain("%s: no exit plan: %s", source->partner->id.text,
			partner_is_self(source->partner) ? "it is our own organisation"
							 : "the partnership has ended");
	return false;
}

static void put_plan(struct run *run, const struct source *source)
{
	const struct settings *settings = run->settings;
	const struct plan_request request = {
		.as_of = settings->as_of,
		.start = settings->start,
		.by = settings->by,
		.mode = settings->mode,
		.reason = settings->reason,
	};
	const struct exit_plan *plan = exit_plan_make(source, &request);

	run->error |= exit_plan_has_error(plan);
	run->format->put(run, plan);
	run->printed++;
	output_flush_some(run->output);
}

static void take(struct run *run, struct input *input, const struct source *source)
{
	if (!input_sound(input, source)) {
		if (run->format->put == put_json)
			input_put_error(source, run->settings->as_of, buffer_of(run));
	} else if (applies(run, source)) {
		put_plan(run, source);
	}
}

static int run_exit_plan(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct run run = {
		.settings = settings,
		.output = output,
		.style = {.ascii = settings->ascii,
			.color = output->color,
			.columns = output->columns},
		.format = find_format(settings->format),
	};
	struct source_options how = input_options(settings);
	struct input input;
	struct source source;
	bool fault;

	how.nothing_is_lines = true;
	input_open(&input, &how, operands);
	if (run.format->begin)
		run.format->begin(&output->buffer);
	while (input_next(&input, &source))
		take(&run, &input, &source);
	if (run.format->end)
		run.format->end(&output->buffer);
	fault = input.fault;
	input_close(&input);
	if (fault)
		return STATUS_FAULT;
	return run.error ? STATUS_FOUND : STATUS_FINE;
}

/* A plan looks ahead. */
static bool check_dates(
	const struct settings *settings, const struct operands *operands, struct buffer *fault)
{
	(void)operands;
	if (settings->start != DATE_NONE && settings->start < settings->as_of)
		buffer_puts(fault, "--start lies before the day as of which is planned");
	else if (settings->by != DATE_NONE && settings->by < settings->as_of)
		buffer_puts(fault, "--by lies before the day as of which is planned");
	else
		return true;
	return false;
}

const struct command command_exit_plan = {
	.name = "exit-plan",
	.summary = SUMMARY_EXIT_PLAN,
	.operands = "FILE…",
	.formats = formats,
	.options = options,
	.examples = examples,
	.found = "an error stands in a plan",
	.check = check_dates,
	.run = run_exit_plan,
};
