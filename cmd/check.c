/*
 * partner-check: is this data well formed, complete and honest?
 */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "complain.h"
#include "findings.h"
#include "input.h"
#include "output.h"
#include "partner/calibrate.h"
#include "partner/change.h"
#include "partner/check.h"
#include "partner/exit_plan.h"
#include "partner/json_schema.h"
#include "partner/report.h"
#include "partner/scorecard.h"
#include "partner/starter.h"

static const char *const formats[] = {"text", "json", "sarif", "github", "gitlab", "junit", NULL};
static const char *const levels[] = {"note", "warning", "error", NULL};

/* What --schema can print. */
static const char *const schema_types[] = {"partner", "people", "policy", "scorecard",
	"calibration", "change", "changes", "plan", "report", "error", "diagnostic", NULL};

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
	{&change_record, "partner.change/1", "Change of a partner"},
	{&changes_record, "partner.changes/1", "What was compared"},
	{&exit_plan_record, "partner.plan/1", "Exit plan"},
	{&report_record, "partner.report/1", "Report on a portfolio"},
	{&error_record, "partner.error/1", "File that could not be read"},
	{&diagnostic_record, "partner.diagnostic/1", "Finding of partner-check"},
};

/* clang-format off */
static const struct option options[] = {
	{.name = "baseline", SETS_FILE(baseline), .argument = "FILE",
	 .doc = "tell only what is not among the findings that an earlier partner-check -j "
		"wrote to this file"},
	{.name = "fail-on", SETS_CHOOSE(fail_on), .argument = "LEVEL", .choices = levels,
	 .base = DIAG_NOTE, .preset = "error",
	 .doc = "exit with 1 for findings of this level or a higher one"},
	{.name = "schema", SETS_CHOICE(schema), .argument = "TYPE", .optional = true,
	 .standalone = true, .choices = schema_types, .set = "partner",
	 .doc = "print the JSON Schema (draft-07) of a file or an output, and exit"},
	{.name = "shard", SETS_SHARD(shard), .argument = "I/N",
	 .doc = "of all files, in their order, do only the I-th, the N-th after it, and so on; "
		"files are compared only with those of the same part, and each part tells the "
		"faults of policies and people"},
	{.name = "since", SETS_COMMIT(since), .argument = "REV",
	 .doc = "compare with this git revision, and tell what was edited or removed that should "
		"stay as it was"},
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
	"partner-check -j --exit-zero -o known.jsonl partners",
	"what is found today, to be mended later",
	"partner-check --baseline=known.jsonl partners",
	"a gate that lets through what was found before, and nothing new",
	"partner-check --since=origin/main partners",
	"whether a branch rewrites history: due days, ratings, incidents, records",
	"partner-check -O sarif -o partners.sarif partners",
	"a report for code scanning",
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
	int kind = word_place(partner_kind_words, settings->template), status = STATUS_FAULT;

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

static void put_policy(struct findings *findings, const struct policy_file *policy)
{
	if (policy->error)
		findings_put_unreadable(findings, policy->tree, policy->path, policy->error);
	else
		findings_put(findings, &policy->faults, policy->path);
	for (size_t i = 0; i < policy->n_calibrations; i++)
		findings_put(
			findings, &policy->calibrations[i].faults, policy->calibrations[i].path);
}

static void put_people(
	struct findings *findings, struct people_source *people, struct check_memory *memory)
{
	if (people->error) {
		findings_put_unreadable(findings, people->tree, people->path, people->error);
		return;
	}
	check_people(people, memory);
	findings_put(findings, &people->faults, people->path);
}

static void check_surroundings(
	struct findings *findings, struct input *input, struct check_memory *memory)
{
	const struct policy_file *policy;
	struct people_source *people;

	while ((policy = input_new_policy(input)) != NULL)
		put_policy(findings, policy);
	while ((people = input_new_people(input)) != NULL)
		put_people(findings, people, memory);
}

static void check_source(
	struct findings *findings, struct source *source, struct check_memory *memory)
{
	struct span nowhere = {0};

	switch (source->kind) {
	case SOURCE_DOCUMENT:
		check_document(source, memory, findings->settings->as_of);
		break;
	case SOURCE_ORPHAN:
		diag_add(&source->faults, P018_ORPHAN_COMPANION, source->path, nowhere, "", NULL,
			source->path);
		break;
	case SOURCE_UNREADABLE:
		findings_put_unreadable(findings, source->tree, source->path, source->error);
		return;
	case SOURCE_SKIPPED:
	case SOURCE_LINE:
		return;
	}
	findings_put(findings, &source->faults, source->path);
}

/* Whether the document could be compared with what it was. */
static void tell_since(
	const struct earlier *earlier, struct input *input, const struct source *source)
{
	const char *reason = earlier ? earlier_reason(earlier) : NULL;

	if (!reason || source->kind != SOURCE_DOCUMENT)
		return;
	complain("cannot compare '%s%s': %s", tree_prefix(source->tree), source->path, reason);
	input->fault = true;
}

static void check_operands(struct findings *findings, struct earlier *earlier, struct input *input,
	struct check_memory *memory)
{
	const struct diag_list *found;
	struct source source;

	check_memory_compare(memory, earlier);
	while (input_next(input, &source)) {
		check_surroundings(findings, input, memory);
		check_source(findings, &source, memory);
		tell_since(earlier, input, &source);
	}
	for (size_t i = 0; (found = check_weighing(memory, i)) != NULL; i++)
		if (found->n)
			findings_put(findings, found, found->items[0].path);
	findings_finish(findings);
}

static int check_sources(struct findings *findings, struct earlier *earlier,
	const struct settings *settings, const struct operands *operands)
{
	const struct source_options how = input_options(settings);
	struct check_memory *memory = check_memory_new();
	struct input input;
	int status = STATUS_FINE;

	input_open(&input, &how, operands);
	check_operands(findings, earlier, &input, memory);
	if (input.fault)
		status = STATUS_FAULT;
	else if (findings_fail(findings))
		status = STATUS_FOUND;
	input_close(&input);
	check_memory_free(memory);
	return status;
}

static int check_all(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct findings findings;
	struct earlier *earlier = settings->since ? input_open_earlier(settings) : NULL;
	int status = STATUS_FAULT;

	if (settings->since && !earlier)
		return status;
	if (findings_open(&findings, settings, output))
		status = check_sources(&findings, earlier, settings, operands);
	findings_free(&findings);
	earlier_close(earlier);
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
