/*
 * partner-calibrate: which raters are harsh or lenient, and do they agree at all?
 */
#include <string.h>

#include "command.h"
#include "complain.h"
#include "input.h"
#include "output.h"
#include "partner/calibrate.h"
#include "partner/calibration.h"
#include "partner/check.h"
#include "partner/write.h"

static const char *const formats[] = {"yaml", "json", NULL};

static const char *const examples[] = {
	"partner-calibrate partners -o partners/calibration.yaml",
	"a calibration to review, commit and name in the policy",
	"partner-calibrate --as-of=2025-12-31 partners | diff partners/calibration.yaml -",
	"how the raters have changed since the end of last year",
	"partner-calibrate -j partners | jq -r '.agreement[] | [.criterion, .alpha] | @tsv'",
	"on which criteria the raters agree",
	NULL,
};

static void collect(struct collection *collection, const struct source *source, int32_t as_of)
{
	struct rules rules;

	policy_rules_for(source->arena, &source->policy->policy, source->partner, &rules);
	collect_document(collection, source->partner, &rules, source->path, source->line, as_of,
		source->arena);
}

/* The policy that the portfolio as a whole is calibrated by; NULL, and told, when it is unfit. */
static const struct policy_file *find_policy(struct input *input)
{
	const struct policy_file *policy = sources_policy(input->sources);
	double lambda = policy->policy.rules.lambda.value;

	input_tell_surroundings(input);
	if (policy->error || policy->faults.errors)
		return NULL;
	if (lambda >= LAMBDA_LEAST && lambda <= LAMBDA_MOST)
		return policy;
	complain("cannot calibrate with lambda %.10g of '%s%s'; write %g to %.0f", lambda,
		tree_prefix(policy->tree), policy->path, LAMBDA_LEAST, LAMBDA_MOST);
	return NULL;
}

static void tell_counts(const struct calibration_result *result)
{
	char day[DATE_SIZE];

	if (result->ratings == 0)
		complain("no ratings that count as of %s: the calibration has no raters",
			date_format(result->as_of, day));
	if (result->residuals_left_out)
		complain("listed are the %d ratings that stand out most, and not %zu others",
			RESIDUALS_MOST, result->residuals_left_out);
}

static void put(struct buffer *buffer, const struct settings *settings,
	const struct calibration_result *result)
{
	if (!settings->quiet)
		tell_counts(result);
	if (strcmp(settings->format, "json") == 0)
		write_json_line(buffer, &calibration_result_record, result);
	else
		calibration_put_yaml(buffer, result);
}

/* Where nothing could be read, or was found, an earlier one is worth more than an empty one. */
static int calibrate_all(
	struct input *input, const struct settings *settings, struct output *output)
{
	const struct policy_file *policy = find_policy(input);
	struct collection *collection;
	struct calibration_result result;
	struct arena arena = {0};
	struct source source;

	if (!policy)
		return STATUS_FAULT;
	collection = collection_new();
	while (input_next(input, &source))
		if (input_sound(input, &source))
			collect(collection, &source, settings->as_of);
	calibrate(collection, &policy->policy, settings->as_of, &arena, &result);
	if (result.ratings > 0 || (input->found && !input->fault))
		put(&output->buffer, settings, &result);
	else
		output_abandon(output);
	collection_free(collection);
	arena_free(&arena);
	return input->fault ? STATUS_FAULT : STATUS_FINE;
}

static int run_calibrate(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct source_options how = input_options(settings);
	struct input input;
	int status;

	/* the calibration that the policy names is to be made: it may be missing */
	how.validate = check_policy_to_calibrate;
	input_open(&input, &how, operands);
	status = calibrate_all(&input, settings, output);
	input_close(&input);
	return status;
}

const struct command command_calibrate = {
	.name = "calibrate",
	.summary = SUMMARY_CALIBRATE,
	.operands = "FILE…",
	.formats = formats,
	.examples = examples,
	.found = "not used by this command",
	.may_replace = calibration_is_at,
	.run = run_calibrate,
};
