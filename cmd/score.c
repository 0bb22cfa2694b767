/*
 * partner-score: how is this partnership doing, and which records say so?
 */
#include <string.h>

#include "command.h"
#include "complain.h"
#include "input.h"
#include "output.h"
#include "partner/scorecard.h"
#include "partner/write.h"

static const char *const formats[] = {"text", "table", "json", NULL};

/* clang-format off */
static const struct option options[] = {
	{.name = "explain", SETS_FLAG(explain),
	 .doc = "list under each criterion its measures, and under each measure its records "
		"with their lines and their effect on the score"},
	{.name = "print-policy", SETS_FLAG(print_policy), .standalone = true,
	 .doc = "print the policy in force, with all that it takes from the built-in one, "
		"and exit"},
	{.name = NULL},
};
/* clang-format on */

static const char *const examples[] = {
	"partner-score partners/acme.yaml",
	"how one partnership is doing",
	"partner-score --explain partners/acme.yaml",
	"which record, on which line, made which point",
	"partner-score -j partners | jq -c '[.partner, .score, .grade]'",
	"a line for each partner, for further work",
	"partner-score -O table --as-of=2025-12-31 partners",
	"the portfolio as it was at the end of last year",
	NULL,
};

/* What goes from document to document. */
struct run {
	const struct settings *settings;
	struct output *output;
	struct card_style style;
	bool json;
	bool table;
	size_t printed;
};

static void put_card(struct run *run, const struct source *source)
{
	const struct scorecard *card =
		scorecard_make(source, run->settings->as_of, run->json || run->style.explain);
	struct buffer *buffer = &run->output->buffer;

	if (run->json) {
		write_json_line(buffer, &scorecard_record, card);
	} else if (run->table) {
		if (!run->printed)
			scorecard_put_table_head(buffer, card->rules, &run->style);
		scorecard_put_table_line(buffer, card, &run->style);
	} else {
		if (run->printed)
			buffer_putc(buffer, '\n');
		scorecard_put_text(buffer, card, &run->style);
	}
	run->printed++;
}

/* So that nothing goes missing in a pipe. */
static void put_error(const struct run *run, const struct source *source)
{
	struct arena scratch = {0};
	struct fingerprints given = {.arena = &scratch};
	struct result_source place = {.path = source->path, .line = source->line};
	struct file_error error = {.as_of = run->settings->as_of, .source = &place};
	const struct diag_list *faults = &source->faults;
	int system = source->error;

	if (source->kind == SOURCE_DOCUMENT && !faults->errors) {
		/* the document is sound: what it is judged by is not */
		const struct people_source *people = source->people;
		bool policy = source->policy->error || source->policy->faults.errors;

		faults = policy ? &source->policy->faults : &people->faults;
		system = policy ? source->policy->error : people->error;
	}
	if (system)
		error.message = strerror(system);
	error.diagnostics = diagnostics_of(faults, run->settings->as_of, &given, &scratch);
	write_json_line(&run->output->buffer, &error_record, &error);
	arena_free(&scratch);
}

static void take(struct run *run, struct input *input, const struct source *source)
{
	bool sound = input_sound(input, source);

	if (sound)
		put_card(run, source);
	else if (run->json &&
		(source->kind == SOURCE_DOCUMENT || source->kind == SOURCE_UNREADABLE))
		put_error(run, source);
	output_flush_some(run->output);
}

/* `--print-policy >policy.yaml`: the shell has made the file before anybody could read it. */
static bool is_empty(const struct policy_file *policy)
{
	return !policy->path ||
		(policy->faults.n == 1 && policy->faults.items[0].rule == P019_EMPTY);
}

static int print_policy(struct input *input, struct output *output)
{
	const struct policy_file *policy = sources_policy(input->sources);

	if (policy->path && same_file(policy->path, output->path)) {
		complain("cannot write '%s': it is an input", output->path);
		return STATUS_FAULT;
	}
	if (is_empty(policy)) {
		buffer_add(&output->buffer, default_policy_yaml, default_policy_size);
		return STATUS_FINE;
	}
	input_tell_surroundings(input);
	if (policy->error || policy->faults.errors)
		return STATUS_FAULT;
	policy_put_yaml(&output->buffer, &policy->policy);
	return STATUS_FINE;
}

static int run_score(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct run run = {
		.settings = settings,
		.output = output,
		.style = {settings->ascii, output->color, settings->explain, output->columns},
		.json = !strcmp(settings->format, "json"),
		.table = !strcmp(settings->format, "table"),
	};
	struct input input;
	struct source source;
	int status;

	input_open(&input, settings, operands);
	if (settings->print_policy) {
		status = print_policy(&input, output);
	} else {
		while (input_next(&input, &source))
			take(&run, &input, &source);
		status = input.fault ? STATUS_FAULT : STATUS_FINE;
	}
	input_close(&input);
	return status;
}

const struct command command_score = {
	.name = "score",
	.summary = SUMMARY_SCORE,
	.operands = "FILE…",
	.formats = formats,
	.options = options,
	.examples = examples,
	.run = run_score,
};
