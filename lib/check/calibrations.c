/* Rules on the calibrations of a policy: that they are there (P605), and what they say. */
#include "rules.h"

#include <errno.h>

static const char *find_hint(
	struct arena *arena, const struct policy_file *policy, const struct calibration_file *file)
{
	if (!file && policy->n_calibrations == CALIBRATIONS_MOST)
		return arena_printf(arena, "a policy names %d of them at most", CALIBRATIONS_MOST);
	if (!file || file->error == ENOENT)
		return "make it with partner-calibrate";
	if (file->error == EPERM || file->error == ELOOP)
		return "name a file in the folder of the policy or below, and no link";
	return "it cannot be read";
}

void check_calibration(struct report *report, const struct policy_file *policy,
	const struct rules *rules, const struct head *head, const struct trail *trail)
{
	const struct text_field *name = &rules->calibration;
	const struct calibration_file *file = policy_calibration(policy, rules);

	if (HAS(*name) && (!file || file->error))
		report_field(report, P605_CALIBRATION, trail, head, "calibration", &name->leaf,
			find_hint(report->arena, policy, file), SUBJECTS(name->text));
}

void check_calibrations(struct policy_file *policy, struct arena *arena)
{
	for (size_t i = 0; i < policy->n_calibrations; i++) {
		struct calibration_file *file = &policy->calibrations[i];
		struct report report = {&file->faults, arena, NULL, NULL};

		if (!file->error)
			report_duplicate_ids(&report, &calibration_record, &file->calibration);
		diag_sort(&file->faults);
	}
}
