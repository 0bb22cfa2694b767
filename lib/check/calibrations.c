/* Rules on the calibrations of a policy: that they are there (P605), and what they say. */
#include "rules.h"

#include <errno.h>
#include <string.h>

static const char *find_hint(const struct calibration_file *file)
{
	if (file->error == ENOENT)
		return "make it with partner-calibrate";
	if (file->error == EPERM || file->error == ELOOP)
		return "name a file in the folder of the policy or below, and no link";
	if (file->error == ENOTSUP || file->error == EISDIR)
		return "name a regular file";
	return "it cannot be read";
}

static struct calibration_file *find(struct policy_file *policy, const char *name)
{
	for (size_t i = 0; i < policy->n_calibrations; i++)
		if (strcmp(policy->calibrations[i].name, name) == 0)
			return &policy->calibrations[i];
	return NULL;
}

/*
 * P605 where `rules`, in the map of `head` and `trail`, name one in vain. It is a fault of the
 * calibration, so that it stops only whose rules name it; beyond the most it is the policy's.
 */
static void check_name(struct policy_file *policy, const struct rules *rules,
	const struct head *head, const struct trail *trail, struct arena *arena)
{
	const struct text_field *name = &rules->calibration;
	struct calibration_file *file = HAS(*name) ? find(policy, name->text) : NULL;
	struct report report = {file ? &file->faults : &policy->faults, arena, NULL, NULL};

	if (HAS(*name) && (!file || file->error))
		report_field(&report, P605_CALIBRATION, trail, head, "calibration", &name->leaf,
			file ? find_hint(file)
			     : arena_printf(arena, "a policy names %d of them at most",
				       CALIBRATIONS_MOST),
			SUBJECTS(name->text));
}

void check_calibrations(struct policy_file *policy, struct arena *arena)
{
	static const struct trail overrides = {NULL, "overrides", 0};

	check_name(policy, &policy->own.rules, &policy->own.head, NULL, arena);
	EACH (struct policy_override, override, policy->own.overrides) {
		struct trail item = {&overrides, NULL, override->head.index};

		check_name(policy, &override->rules, &override->head, &item, arena);
	}
	diag_sort(&policy->faults);
	for (size_t i = 0; i < policy->n_calibrations; i++) {
		struct calibration_file *file = &policy->calibrations[i];
		struct report report = {&file->faults, arena, NULL, NULL};

		if (!file->error)
			report_duplicate_ids(&report, &calibration_record, &file->calibration);
		diag_sort(&file->faults);
	}
}
