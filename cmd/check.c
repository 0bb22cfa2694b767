/*
 * partner-check: is this data well formed, complete and honest?
 */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "complain.h"
#include "input.h"
#include "output.h"
#include "partner/calibrate.h"
#include "partner/check.h"
#include "partner/json_schema.h"
#include "partner/scorecard.h"
#include "partner/starter.h"
#include "partner/write.h"

static const char *const formats[] = {"text", "json", NULL};
static const char *const levels[] = {"note", "warning", "error", NULL};

/* What --schema can print. */
static const char *const schema_types[] = {
	"partner", "people", "policy", "scorecard", "calibration", "error", "diagnostic", NULL};

static const struct {
	const struct record *record;
	const char *id;
	const char *title;
} schemas[] = {
	{&partner_record, "partner/1", "Partner file"},
	{&people_record, "people/1", "Our own people"},
	{&policy_record, "policy/1", "Policy"},
	{&scorecard_record, "partner.scorecard/1", "Scorecard"},
	{&calibration_result_record, "partner.calibration/1", "Calibration"},
	{&error_record, "partner.error/1", "File that could not be read"},
	{&diagnostic_record, "partner.diagnostic/1", "Finding of partner-check"},
};

/* clang-format off */
static const struct option options[] = {
	{.name = "fail-on", SETS_CHOOSE(fail_on), .argument = "LEVEL", .choices = levels,
	 .base = DIAG_NOTE, .preset = "error",
	 .doc = "exit with 1 for findings of this level or a higher one"},
	{.name = "schema", SETS_CHOICE(schema), .argument = "TYPE", .optional = true,
	 .standalone = true, .choices = schema_types, .set = "partner",
	 .doc = "print the JSON Schema (draft-07) of a file or an output, and exit"},
	{.name = "template", SETS_CHOICE(template), .argument = "KIND", .standalone = true,
	 .choices = partner_kind_words,
	 .doc = "print a commented starter file for this kind of partner, and exit; the "
		"operand is its id"},
	{.name = NULL},
};
/* clang-format on */

static const char *const examples[] = {
	"partner-check partners",
	"everything that is wrong, on a line each",
	"partner-check --fail-on=warning partners",
	"a gate for a merge that lets only clean data through",
	"partner-check -j partners | jq -r .rule | sort | uniq -c",
	"which faults are the most common",
	"partner-check --template=vendor -o partners/acme.yaml",
	"a file for a new partner, to be filled in",
	NULL,
};

static int put_schema(const char *type, struct buffer *buffer)
{
	size_t i = 0;

	while (strcmp(schema_types[i], type) != 0)
		i++;
	json_schema_put(buffer, schemas[i].record, schemas[i].id, schemas[i].title);
	return STATUS_FINE;
}

/* ---- templates ---- */

/* `partners/acme.yaml` → acme */
static const char *stem(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');

	return arena_copy(arena, name, dot && dot != name ? (size_t)(dot - name) : strlen(name));
}

static int put_template(
	const struct settings *settings, const struct operands *operands, struct buffer *buffer)
{
	struct arena scratch = {0};
	const char *id = "example", *hint = NULL;
	int kind = 0, status = STATUS_FAULT;

	while (strcmp(partner_kind_words[kind], settings->template) != 0)
		kind++;
	if (operands->n > 0)
		id = operands->items[0];
	else if (settings->output)
		id = stem(&scratch, settings->output);
	if (settings->output && access(settings->output, F_OK) == 0) {
		complain("cannot write '%s': it exists, and a template would replace it",
			settings->output);
	} else if (operands->n > 1) {
		complain("more than one id for a template");
	} else if (partner_id_check(id, strlen(id), &hint) != SCALAR_OK) {
		complain("invalid id '%s'; %s", id, hint);
	} else {
		starter_put(buffer, (enum partner_kind)kind, id, NULL);
		status = STATUS_FINE;
	}
	arena_free(&scratch);
	return status;
}

/* ---- findings ---- */

struct counts {
	size_t level[DIAG_ERROR + 1];
	size_t muted;
};

struct run {
	const struct settings *settings;
	struct output *output;
	struct check_memory *memory;
	struct arena arena; /* of fingerprints, which last */
	struct fingerprints given;
	struct counts counts;
	bool json;
};

static const char *level_color(enum diag_level level)
{
	static const char *const colors[] = {"", "\033[36m", "\033[33m", "\033[31m"};

	return colors[level];
}

/* The level and its colon stand once in a line, after the place. */
static void put_text(struct run *run, const struct diag *diag)
{
	struct buffer *buffer = &run->output->buffer;

	if (run->output->color)
		buffer_puts(buffer, level_color(diag_rule_info(diag->rule)->level));
	diag_put_line(buffer, diag);
	if (run->output->color) {
		buffer->length--; /* the newline comes last */
		buffer_puts(buffer, "\033[0m\n");
	}
}

static void put_json(struct run *run, const struct diag *diag)
{
	struct arena scratch = {0};
	struct diagnostic record;

	diagnostic_of(diag, run->settings->as_of, &run->given, &scratch, &record);
	write_json_line(&run->output->buffer, &diagnostic_record, &record);
	arena_free(&scratch);
}

static void put_count(struct buffer *line, size_t n, const char *word, const char *end)
{
	buffer_printf(line, "%zu %s%s%s", n, word, n == 1 ? "" : "s", end);
}

static void put_counts(struct buffer *line, const struct counts *counts)
{
	put_count(line, counts->level[DIAG_ERROR], "error", ", ");
	put_count(line, counts->level[DIAG_WARNING], "warning", ", ");
	put_count(line, counts->level[DIAG_NOTE], "note", "");
	if (counts->muted)
		buffer_printf(line, ", %zu muted", counts->muted);
}

/* Findings beyond the most: they count like all others, and the file says how many they are. */
static void count_dropped(struct run *run, const struct diag_list *found, const char *path)
{
	struct counts more = {.muted = found->dropped_muted};
	struct buffer line = {0};

	if (!found->dropped)
		return;
	for (int rule = 0; rule < DIAG_RULES; rule++)
		more.level[diag_rule_info((enum diag_rule)rule)->level] += found->dropped_by[rule];
	for (int level = DIAG_NOTE; level <= DIAG_ERROR; level++)
		run->counts.level[level] += more.level[level];
	run->counts.muted += more.muted;
	put_counts(&line, &more);
	complain("not shown in '%s': %.*s", path, (int)line.length, line.data);
	buffer_free(&line);
}

static void put_findings(struct run *run, const struct diag_list *found, const char *path)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct diag *diag = &found->items[i];
		bool muted = diag->muted_until != DATE_NONE;

		if (muted)
			run->counts.muted++;
		else
			run->counts.level[diag_rule_info(diag->rule)->level]++;
		if (run->json)
			put_json(run, diag);
		else if (!muted)
			put_text(run, diag);
	}
	count_dropped(run, found, path);
	output_flush_some(run->output);
}

static void put_surroundings(struct run *run, struct input *input)
{
	const struct policy_file *policy;
	struct people_source *people;

	while ((policy = input_new_policy(input)) != NULL) {
		put_findings(run, &policy->faults, policy->path);
		for (size_t i = 0; i < policy->n_calibrations; i++)
			put_findings(
				run, &policy->calibrations[i].faults, policy->calibrations[i].path);
	}
	while ((people = input_new_people(input)) != NULL) {
		check_people(people, run->memory);
		put_findings(run, &people->faults, people->path);
	}
}

static void check_source(struct run *run, struct source *source)
{
	if (source->kind == SOURCE_DOCUMENT) {
		check_document(source, run->memory, run->settings->as_of);
	} else if (source->kind == SOURCE_ORPHAN) {
		struct span nowhere = {0};

		diag_add(&source->faults, P018_ORPHAN_COMPANION, source->path, nowhere, "", NULL,
			source->path);
	}
	put_findings(run, &source->faults, source->path);
}

static void put_totals(const struct run *run)
{
	struct buffer line = {0};

	put_counts(&line, &run->counts);
	buffer_putc(&line, '\n');
	complain_lines(&line);
	buffer_free(&line);
}

static int status_of(const struct run *run, const struct input *input)
{
	if (input->fault)
		return STATUS_FAULT;
	for (int level = run->settings->fail_on; level <= DIAG_ERROR; level++)
		if (run->counts.level[level])
			return STATUS_FOUND;
	return STATUS_FINE;
}

static int check_all(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct run run = {
		.settings = settings,
		.output = output,
		.memory = check_memory_new(),
		.json = !strcmp(settings->format, "json"),
	};
	struct input input;
	struct source source;
	int status;

	run.given.arena = &run.arena;
	input_open(&input, settings, operands);
	while (input_next(&input, &source)) {
		put_surroundings(&run, &input);
		check_source(&run, &source);
	}
	output_flush(output);
	if (!settings->quiet)
		put_totals(&run);
	status = status_of(&run, &input);
	input_close(&input);
	check_memory_free(run.memory);
	arena_free(&run.arena);
	return status;
}

static int run_check(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	if (settings->schema && operands->n) {
		complain("the type follows an equals sign: --schema=%s", operands->items[0]);
		return STATUS_FAULT;
	}
	if (settings->schema)
		return put_schema(settings->schema, &output->buffer);
	if (settings->template)
		return put_template(settings, operands, &output->buffer);
	return check_all(settings, operands, output);
}

const struct command command_check = {
	.name = "check",
	.summary = SUMMARY_CHECK,
	.operands = "FILE…",
	.formats = formats,
	.options = options,
	.examples = examples,
	.found = "there were findings of the level of --fail-on or a higher one",
	.run = run_check,
};
