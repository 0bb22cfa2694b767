/* Why a partner has changed, in a few words. */
#include <math.h>

#include "change_phrases.h"

/* The parts of the difference by enum change_cause, and their order, the largest first. */
struct parts {
	double effects[CAUSES];
	enum change_cause order[CAUSES];
};

static const char *const cause_words[] = {
	[CAUSE_POLICY] = "policy",
	[CAUSE_CALIBRATION] = "calibration",
	[CAUSE_TIME] = "time",
	[CAUSE_DATA] = "data",
};

static struct parts parts_of(const struct change_causes *causes)
{
	struct parts parts = {
		.effects = {[CAUSE_POLICY] = causes->policy,
			[CAUSE_CALIBRATION] = causes->calibration,
			[CAUSE_TIME] = causes->time,
			[CAUSE_DATA] = causes->data},
	};

	for (int cause = 0; cause < CAUSES; cause++) {
		int place = cause;

		/* a tenth is a whole number of ten times it: equal ones keep their order */
		while (place &&
			fabs(parts.effects[parts.order[place - 1]]) + 0.05 <
				fabs(parts.effects[cause])) {
			parts.order[place] = parts.order[place - 1];
			place--;
		}
		parts.order[place] = (enum change_cause)cause;
	}
	return parts;
}

/* R2: few events may lower a grade, so that it moves although the score does not. */
static void put_few_events(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	if (!change->from || !change->to || change_grade_turn(change) == 0) {
		buffer_puts(buffer, "few events (R2)");
	} else if (change_grade_turn(change) < 0) {
		buffer_puts(buffer, "few events (R2): too few now to earn grade ");
		tongue->put_words(buffer, change->from->grade);
	} else {
		buffer_puts(buffer, "few events (R2): enough now to earn grade ");
		tongue->put_words(buffer, change->to->grade);
	}
}

/* What is no part of a difference; false when there is nothing of it. */
static bool put_other_reason(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	if (change->repaired)
		buffer_puts(buffer, "the older file was faulty");
	else if (change->few_events)
		put_few_events(buffer, change, tongue);
	else if (!change->causes && !isnan(change->delta))
		buffer_puts(
			buffer, "unknown, as the scorecards differ in policy, calibration or day");
	else
		return false;
	return true;
}

void change_put_causes(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	const char *before = "";

	if (change->causes) {
		struct parts parts = parts_of(change->causes);

		for (size_t i = 0; i < CAUSES; i++) {
			double effect = parts.effects[parts.order[i]];

			if (change_is_nothing(effect))
				continue;
			buffer_printf(buffer, "%s%s ", before, cause_words[parts.order[i]]);
			change_put_effect(buffer, effect);
			before = ", ";
		}
	}
	if (*before && change->few_events)
		buffer_puts(buffer, "; ");
	if (!*before || change->few_events)
		put_other_reason(buffer, change, tongue);
}

static void put_main_record(struct buffer *buffer, const struct change *change,
	const struct change_main *main, const struct change_tongue *tongue)
{
	const struct change_record *record = main->record;

	buffer_puts(buffer, ": ");
	tongue->put_code(buffer, record->ref);
	buffer_printf(buffer, " %s, ", change_word(record));
	change_put_effect(buffer, main->effect);
	buffer_puts(buffer, ", ");
	change_put_place(
		buffer, change_prefix(change, record->change), record->path, record->line, tongue);
}

/* False when no cause has an effect. */
static bool put_largest_cause(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	struct change_main main;
	enum change_cause largest;
	struct parts parts;

	if (!change->causes)
		return false;
	parts = parts_of(change->causes);
	largest = parts.order[0];
	if (change_is_nothing(parts.effects[largest]))
		return false;
	buffer_printf(buffer, "%s ", cause_words[largest]);
	change_put_effect(buffer, parts.effects[largest]);
	main = change_main_record(change, largest);
	if (main.record)
		put_main_record(buffer, change, &main, tongue);
	return true;
}

void change_put_main_cause(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	if (change->status == CHANGE_ADDED)
		buffer_puts(buffer, "added");
	else if (change->status == CHANGE_REMOVED)
		buffer_puts(buffer, "removed");
	else if (!put_largest_cause(buffer, change, tongue) &&
		!put_other_reason(buffer, change, tongue))
		buffer_puts(buffer, isnan(change->delta) ? "no score to compare" : "no points");
}

void change_put_standing_reason(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	if (change->status == CHANGE_CHANGED && change->from && change->to &&
		change->from->standing != change->to->standing && change->to->reason)
		tongue->put_words(buffer, change->to->reason);
}
