#define _GNU_SOURCE /* sched_getaffinity */

#include "input.h"

#include <sched.h>
#include <string.h>
#include <unistd.h>

#include "complain.h"
#include "partner/check.h"
#include "partner/scorecard.h"
#include "partner/write.h"

/* Of the limit on open files so many are not for the jobs. */
#define FILES_BESIDES 16

/* Those that this process may run on: a batch system mostly lends only some. */
static unsigned processors(void)
{
	cpu_set_t set;
	long n = sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set)
							      : sysconf(_SC_NPROCESSORS_ONLN);

	return n > 1 ? (unsigned)n : 1;
}

/* A job has a file or folder open on each of two sides; besides, not many are. With more jobs
 * than may open theirs some files would be lost. */
static unsigned jobs_that_may_open(unsigned jobs)
{
	long files = sysconf(_SC_OPEN_MAX);
	long most = files > FILES_BESIDES ? (files - FILES_BESIDES) / 2 : 0;

	if (files < 0 || most >= (long)jobs) /* there may be no limit */
		return jobs;
	return most > 1 ? (unsigned)most : 1;
}

struct source_options input_options(const struct settings *settings)
{
	return (struct source_options){
		.policy = settings->policy,
		.people = settings->people,
		.environment = settings->environment,
		.validate = check_policy,
		.jobs = jobs_that_may_open(
			settings->jobs ? (unsigned)settings->jobs : processors()),
		.shard = settings->shard.number,
		.shards = settings->shard.of,
	};
}

void input_open(
	struct input *input, const struct source_options *options, const struct operands *operands)
{
	struct source_options own = *options;

	own.operands = operands->items;
	own.n = operands->n;
	*input = (struct input){.sources = sources_open(&own), .part = own.shards > 1};
}

struct earlier *input_open_earlier(const struct settings *settings)
{
	const struct source_options options = input_options(settings);
	struct earlier *earlier = earlier_open(&options, settings->since);
	const char *reason = earlier_reason(earlier);

	if (!reason)
		return earlier;
	complain("cannot compare with '%s': %s", settings->since, reason);
	earlier_close(earlier);
	return NULL;
}

/* The system or git refused it. All of a revision is named by the revision alone. */
static void tell_refusal(struct input *input, const struct tree *tree, const char *path, int error,
	const char *reason)
{
	const char *prefix = tree_prefix(tree);

	if (*prefix && strcmp(path, ".") == 0)
		path = "";
	complain("cannot open '%s%s': %s", prefix, path, reason ? reason : strerror(error));
	input->fault = true;
}

void input_tell_problem(struct input *input, const struct source *source)
{
	if (source->kind == SOURCE_UNREADABLE)
		tell_refusal(input, source->tree, source->path, source->error, source->reason);
	else if (source->kind == SOURCE_SKIPPED)
		complain("skipped '%s%s': a link, or neither a file nor a folder",
			tree_prefix(source->tree), source->path);
}

bool input_next(struct input *input, struct source *source)
{
	if (!sources_next(input->sources, source)) {
		/* a part of what there is may be nothing */
		if (!input->found && !input->part)
			complain("no partner files; those of a folder end in .yaml or .yml");
		return false;
	}
	input->found++;
	input_tell_problem(input, source);
	return true;
}

const struct policy_file *input_new_policy(struct input *input)
{
	const struct policy_file *policy = sources_policy_at(input->sources, input->policies);

	if (!policy)
		return NULL;
	input->policies++;
	if (policy->error)
		tell_refusal(input, policy->tree, policy->path, policy->error, policy->reason);
	return policy;
}

struct people_source *input_new_people(struct input *input)
{
	struct people_source *people = sources_people_at(input->sources, input->people);

	if (!people)
		return NULL;
	input->people++;
	if (people->error)
		tell_refusal(input, people->tree, people->path, people->error, people->reason);
	return people;
}

static void tell(const struct diag_list *faults)
{
	struct buffer lines = {0};

	for (size_t i = 0; i < faults->n; i++)
		diag_put_line(&lines, &faults->items[i]);
	complain_lines(&lines);
	buffer_free(&lines);
}

void input_tell_surroundings(struct input *input)
{
	const struct policy_file *policy;
	const struct people_source *people;

	while ((policy = input_new_policy(input)) != NULL) {
		tell(&policy->faults);
		for (size_t i = 0; i < policy->n_calibrations; i++)
			tell(&policy->calibrations[i].faults);
	}
	while ((people = input_new_people(input)) != NULL)
		tell(&people->faults);
}

/* The calibration of a document; NULL unless it has errors. Rules are only merged for those. */
static const struct calibration_file *unsound_calibration(const struct source *source)
{
	const struct policy_file *policy = source->policy;
	const struct calibration_file *file;
	struct rules rules;
	bool errors = false;

	for (size_t i = 0; i < policy->n_calibrations; i++)
		errors |= policy->calibrations[i].faults.errors;
	if (!errors || !source->partner)
		return NULL;
	policy_rules_for(source->arena, &policy->policy, source->partner, &rules);
	file = policy_calibration(policy, &rules);
	return file && file->faults.errors ? file : NULL;
}

bool input_surroundings_unsound(const struct source *source, struct unsound *why)
{
	const struct policy_file *policy = source->policy;
	const struct people_source *people = source->people;
	const struct calibration_file *calibration = NULL;

	if (policy->error || policy->faults.errors)
		*why = (struct unsound){
			&policy->faults, policy->error, policy->reason, policy->error != 0};
	else if ((calibration = unsound_calibration(source)) != NULL)
		*why = (struct unsound){&calibration->faults, 0, NULL, calibration->error != 0};
	else if (people && (people->error || people->faults.errors))
		*why = (struct unsound){
			&people->faults, people->error, people->reason, people->error != 0};
	else
		return false;
	return true;
}

bool input_is_sound(const struct source *source)
{
	struct unsound why;

	return source->kind == SOURCE_DOCUMENT && !source->faults.errors &&
		!input_surroundings_unsound(source, &why);
}

bool input_sound(struct input *input, const struct source *source)
{
	bool sound;

	input_tell_surroundings(input);
	if (source->kind != SOURCE_DOCUMENT)
		return false;
	tell(&source->faults);
	sound = input_is_sound(source);
	input->fault |= !sound;
	return sound;
}

void input_put_error(const struct source *source, int32_t as_of, struct buffer *buffer)
{
	struct arena scratch = {0};
	struct fingerprints given = {.arena = &scratch};
	struct result_source place = {
		.path = source->path,
		.line = source->line,
		.revision = tree_revision(source->tree),
	};
	struct file_error error = {.as_of = as_of, .source = &place};
	struct unsound why = {&source->faults, source->error, source->reason, source->error != 0};

	if (source->kind != SOURCE_DOCUMENT && source->kind != SOURCE_UNREADABLE)
		return;
	/* where the document is sound, what it is judged by is not */
	if (source->kind == SOURCE_DOCUMENT && !source->faults.errors)
		input_surroundings_unsound(source, &why);
	if (why.error)
		error.message = why.reason ? why.reason : strerror(why.error);
	error.diagnostics = diagnostics_of(why.faults, as_of, &given, &scratch);
	write_json_line(buffer, &error_record, &error);
	arena_free(&scratch);
}

void input_close(struct input *input)
{
	sources_close(input->sources);
}
