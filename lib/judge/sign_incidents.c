/* Signs of how they behave when something has happened. */
#include "sign_words.h"

/* Incidents of this severity and worse are severe. */
#define SEVERE 2
/* More than the days between any two dates. */
#define SEVERITY_STEP 10000000

/* In W, and theirs to act on (R6). */
static bool is_conduct(const struct view *view, const struct incident *incident)
{
	return incident_in_window(view, incident) && incident_actor(incident) == view->side;
}

/* The more severe the worse; among equals, the older. */
static void add_incident(
	struct sign_case *sign, struct findings *found, const struct incident *incident)
{
	int32_t opened = instant_date(incident->opened.time);

	findings_add(sign, found,
		(struct finding){.record = &incident_record,
			.head = &incident->head,
			.date = opened,
			.rank = (int64_t)incident_severity(incident) * SEVERITY_STEP + opened});
}

/* Over for some days and still in W, and not talked about. */
static bool is_silent(const struct sign_case *sign, const struct incident *incident)
{
	const struct view *view = sign->view;
	int32_t resolved;

	if (!view_counts(view, &incident->head) || !view_time_by(view, incident->opened) ||
		!view_time_by(view, incident->resolved) || view_by(view, incident->debriefed))
		return false;
	resolved = instant_date(incident->resolved.time);
	return view_in_window(view, resolved) &&
		date_add(resolved, sign->rule->after.duration, &view->calendar) <= view->as_of;
}

bool sign_silent_after_fire(struct sign_case *sign)
{
	struct findings found = {0};

	EACH (struct incident, incident, sign->view->partner->incidents)
		if (incident_severity(incident) <= SEVERE && is_silent(sign, incident))
			add_incident(sign, &found, incident);
	if (!found.n)
		return false;
	findings_cite(sign, &found);
	buffer_printf(&sign->text, "%zu never debriefed", found.n);
	return true;
}

bool sign_blame_shifting(struct sign_case *sign)
{
	struct findings found = {0};
	size_t worst = 0;

	EACH (struct incident, incident, sign->view->partner->incidents) {
		if (!is_conduct(sign->view, incident) ||
			WORD_OR(incident->ownership, OWNERSHIP_OWNED) != OWNERSHIP_DEFLECTED)
			continue;
		worst += incident_severity(incident) == 1;
		add_incident(sign, &found, incident);
	}
	if (!found.n || (!worst && found.n < (size_t)sign->rule->count.value))
		return false;
	findings_cite(sign, &found);
	words_put_count(&sign->text, found.n, "incident", "incidents");
	buffer_puts(&sign->text, " deflected");
	if (worst && found.n == 1)
		buffer_puts(&sign->text, ", of severity 1");
	else if (worst)
		buffer_printf(&sign->text, ", %zu of severity 1", worst);
	return true;
}

bool sign_not_convenient(struct sign_case *sign)
{
	struct findings found = {0};

	EACH (struct incident, incident, sign->view->partner->incidents)
		if (is_conduct(sign->view, incident) && incident_severity(incident) <= SEVERE &&
			WORD_OR(incident->availability, AVAILABILITY_PROMPT) ==
				AVAILABILITY_DECLINED)
			add_incident(sign, &found, incident);
	if (!found.n)
		return false;
	findings_cite(sign, &found);
	buffer_printf(&sign->text, "availability declined in %zu", found.n);
	return true;
}
