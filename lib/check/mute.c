/* Exceptions: findings that somebody decided to keep quiet about until a day. */
#include "rules.h"

/* Errors stay, and so does what is wrong with exceptions themselves. */
static bool can_be_muted(enum diag_rule rule)
{
	return diag_rule_info(rule)->level != DIAG_ERROR && rule != P305_EXCEPTION_EXPIRED &&
		rule != P306_EXCEPTION_INCOMPLETE;
}

/* An exception is of a rule, so that it mutes those that were only counted as well. */
static void mute_dropped(struct diag_list *faults, const int32_t until[DIAG_RULES])
{
	for (int rule = 0; rule < DIAG_RULES; rule++) {
		if (until[rule] == DATE_NONE || !can_be_muted((enum diag_rule)rule))
			continue;
		faults->dropped_muted += faults->dropped_by[rule];
		faults->dropped_by[rule] = 0;
	}
}

/* Until when each rule is muted; DATE_NONE: it is not. */
static void read_mutes(const struct check *check, int32_t until[DIAG_RULES])
{
	for (int rule = 0; rule < DIAG_RULES; rule++)
		until[rule] = DATE_NONE;
	EACH (struct exception, exception, check->partner->exceptions) {
		enum diag_rule rule;

		if (!exception_complete(exception) || exception->until.date < check->as_of)
			continue;
		/* A sign and its rule have one name, and are muted together. */
		rule = diag_rule_find(exception->mute.text);
		if (rule < DIAG_RULES && exception->until.date > until[rule])
			until[rule] = exception->until.date;
	}
}

int32_t muted_until(const struct check *check, enum diag_rule rule)
{
	int32_t until[DIAG_RULES];

	read_mutes(check, until);
	return until[rule];
}

void mute_findings(const struct check *check)
{
	int32_t until[DIAG_RULES];
	struct diag_list *faults = check->report.faults;

	read_mutes(check, until);
	for (size_t i = 0; i < faults->n; i++)
		if (can_be_muted(faults->items[i].rule))
			faults->items[i].muted_until = until[faults->items[i].rule];
	mute_dropped(faults, until);
}
