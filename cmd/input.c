#include "input.h"

#include "complain.h"
#include "partner/check.h"

void input_open(
	struct input *input, const struct settings *settings, const struct operands *operands)
{
	struct source_options options = {
		.operands = operands->items,
		.n = operands->n,
		.policy = settings->policy,
		.people = settings->people,
		.validate = check_policy,
	};

	*input = (struct input){.sources = sources_open(&options)};
}

bool input_next(struct input *input, struct source *source)
{
	if (!sources_next(input->sources, source)) {
		if (!input->found)
			complain("no partner files; those of a folder end in .yaml or .yml");
		return false;
	}
	input->found++;
	if (source->kind == SOURCE_UNREADABLE) {
		complain_errno(source->error, "cannot open '%s'", source->path);
		input->fault = true;
	} else if (source->kind == SOURCE_SKIPPED) {
		complain("skipped '%s': a link, or neither a file nor a folder", source->path);
	}
	return true;
}

const struct policy_file *input_new_policy(struct input *input)
{
	const struct policy_file *policy = sources_policy_at(input->sources, input->policies);

	if (!policy)
		return NULL;
	input->policies++;
	if (policy->error) {
		complain_errno(policy->error, "cannot open '%s'", policy->path);
		input->fault = true;
	}
	return policy;
}

struct people_source *input_new_people(struct input *input)
{
	struct people_source *people = sources_people_at(input->sources, input->people);

	if (!people)
		return NULL;
	input->people++;
	if (people->error) {
		complain_errno(people->error, "cannot open '%s'", people->path);
		input->fault = true;
	}
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

	while ((policy = input_new_policy(input)) != NULL)
		tell(&policy->faults);
	while ((people = input_new_people(input)) != NULL)
		tell(&people->faults);
}

static bool surroundings_are_sound(const struct source *source)
{
	const struct people_source *people = source->people;

	return !source->policy->error && !source->policy->faults.errors &&
		!(people && (people->error || people->faults.errors));
}

bool input_sound(struct input *input, const struct source *source)
{
	bool sound;

	input_tell_surroundings(input);
	if (source->kind != SOURCE_DOCUMENT)
		return false;
	tell(&source->faults);
	sound = !source->faults.errors && surroundings_are_sound(source);
	input->fault |= !sound;
	return sound;
}

void input_close(struct input *input)
{
	sources_close(input->sources);
}
