/* Warnings of what the file lacks: a talk, an approval, a rehearsal, a door, an exit record. */
#include "warnings.h"

/* What a plan is worth after such a time nobody knows. */
#define FRESH_MONTHS 12

void warn_not_fair(struct warnings *warnings)
{
	const struct exit_plan *plan = warnings->plan;
	const struct plan_talk *talks = plan->decision->talks.items;
	struct place at = warning_place(warnings, NULL, NULL);
	const char *last = "";

	if (plan->fair)
		return;
	if (plan->decision->talks.n) {
		at = (struct place){talks[0].path, talks[0].line};
		last = arena_printf(warnings->arena, ", the last one was on %s",
			warning_day(warnings, talks[0].date));
	}
	warning_raise(warnings, at,
		"nobody has talked with the partner about the relationship, its recovery or the "
		"exit within %d months%s",
		FRESH_MONTHS, last);
}

/* Whether something that is to be done once a year was not; `field` is of the exit record. */
static void want_fresh(struct warnings *warnings, const struct date_field *field, const char *done)
{
	const struct leaving *leaving = warnings->leaving;
	const struct view *view = leaving->view;
	struct place at = warning_place(warnings, &leaving->exit->head, &field->leaf);

	if (!view_by(view, *field))
		warning_raise(warnings, at, "nobody has %s the plan", done);
	else if (field->date <= view_months_back(view, FRESH_MONTHS))
		warning_raise(warnings, at, "nobody has %s the plan since %s", done,
			warning_day(warnings, field->date));
}

void warn_unapproved(struct warnings *warnings)
{
	want_fresh(warnings, &warnings->leaving->exit->approved, "approved");
}

void warn_untested(struct warnings *warnings)
{
	want_fresh(warnings, &warnings->leaving->exit->tested, "rehearsed");
}

void warn_no_reentry(struct warnings *warnings)
{
	const struct exit_record *exit = warnings->leaving->exit;

	if (!exit->reentry.conditions.list.n)
		warning_raise(warnings, warning_place(warnings, &exit->reentry.head, NULL),
			"the file names no conditions on which we would come back (exit.reentry)");
}

void warn_no_exit_record(struct warnings *warnings)
{
	if (!HAS(warnings->leaving->exit->head))
		warning_raise(warnings, warning_place(warnings, NULL, NULL),
			"the file has no exit record, so that the plan is the template alone");
}
