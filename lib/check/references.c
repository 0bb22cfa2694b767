/* Rules on names: people, goals, criteria, records, signs and rules must exist. */
#include "rules.h"

#include <string.h>

#include "partner/exit_warnings.h"
#include "partner/signs.h"

/* ---- P101 ---- */

const struct person *check_person(const struct check *check, const struct text_field *id)
{
	return HAS(*id) ? (const struct person *)index_find(&check->people.index, id->text) : NULL;
}

static bool is_unknown(const struct check *check, const struct text_field *id)
{
	return HAS(*id) && !check_person(check, id);
}

static const char *person_hint(struct check *check, const char *id)
{
	const char *hint = ids_hint(&check->people, &check->report, id);

	return hint ? hint : "add the person to people, here or in people.yaml";
}

static void need_person(struct check *check, const struct trail *list, const struct head *head,
	const char *field, const struct text_field *id)
{
	if (is_unknown(check, id))
		report_item(&check->report, P101_UNKNOWN_PERSON, list, head, field, &id->leaf,
			person_hint(check, id->text), SUBJECTS(id->text));
}

static void need_participants(
	struct check *check, const struct trail *list, const struct touchpoint *touchpoint)
{
	size_t index = 0;

	EACH (struct text_field, id, touchpoint->people) {
		if (is_unknown(check, id))
			report_value(&check->report, P101_UNKNOWN_PERSON, list, &touchpoint->head,
				"people", index, &id->leaf, person_hint(check, id->text),
				SUBJECTS(id->text));
		index++;
	}
}

static void need_exit_people(struct check *check)
{
	static const struct trail exit = {NULL, "exit", 0};
	static const struct trail data = {&exit, "data", 0};
	static const struct trail access = {&exit, "access", 0};
	static const struct trail knowledge = {&exit, "knowledge", 0};
	static const struct trail tasks = {&exit, "tasks", 0};
	const struct exit_record *record = &check->partner->exit;

	EACH (struct exit_data, item, record->data)
		need_person(check, &data, &item->head, "owner", &item->owner);
	EACH (struct exit_access, item, record->access)
		need_person(check, &access, &item->head, "owner", &item->owner);
	EACH (struct exit_knowledge, item, record->knowledge) {
		need_person(check, &knowledge, &item->head, "holder", &item->holder);
		need_person(check, &knowledge, &item->head, "successor", &item->successor);
	}
	EACH (struct exit_task, item, record->tasks)
		need_person(check, &tasks, &item->head, "owner", &item->owner);
}

void check_people_named(struct check *check)
{
	static const struct trail touchpoints = {NULL, "touchpoints", 0};
	static const struct trail ratings = {NULL, "ratings", 0};
	static const struct trail documents = {NULL, "documents", 0};
	const struct partner *partner = check->partner;
	const struct text_field *owner = &partner->owner;

	if (is_unknown(check, owner))
		report_field(&check->report, P101_UNKNOWN_PERSON, NULL, &partner->head, "owner",
			&owner->leaf, ids_hint(&check->people, &check->report, owner->text),
			SUBJECTS(owner->text));
	EACH (struct touchpoint, touchpoint, partner->touchpoints)
		need_participants(check, &touchpoints, touchpoint);
	EACH (struct rating, rating, partner->ratings)
		need_person(check, &ratings, &rating->head, "by", &rating->by);
	EACH (struct document, document, partner->documents)
		need_person(check, &documents, &document->head, "by", &document->by);
	need_exit_people(check);
}

/* ---- P102 ---- */

static void need_goals(struct check *check, const struct touchpoint *touchpoint)
{
	static const struct trail touchpoints = {NULL, "touchpoints", 0};
	size_t index = 0;

	EACH (struct text_field, id, touchpoint->goals) {
		if (HAS(*id) && !index_find(&check->goals.index, id->text))
			report_value(&check->report, P102_UNKNOWN_GOAL, &touchpoints,
				&touchpoint->head, "goals", index, &id->leaf,
				ids_hint(&check->goals, &check->report, id->text),
				SUBJECTS(id->text));
		index++;
	}
}

void check_goals_named(struct check *check)
{
	if (FAULTY(check->partner->goals.list))
		return;
	EACH (struct touchpoint, touchpoint, check->partner->touchpoints)
		need_goals(check, touchpoint);
}

/* ---- P103 ---- */

/* The nearest, else all: there are never many. */
static const char *criterion_hint(struct check *check, const char *id)
{
	const char *hint = ids_hint(&check->criteria, &check->report, id), *all = NULL;

	if (hint || report_is_full(&check->report))
		return hint;
	EACH (struct criterion, criterion, check->rules.criteria)
		all = all ? arena_printf(check->arena, "%s, %s", all, criterion->id.text)
			  : arena_printf(check->arena, "one of %s", criterion->id.text);
	return all;
}

static void need_criteria(struct check *check, const struct rating *rating)
{
	static const struct trail ratings = {NULL, "ratings", 0};
	struct trail item = {&ratings, NULL, rating->head.index};
	struct trail scores = {&item, "scores", 0};

	EACH (struct score_entry, entry, rating->scores) {
		const struct text_field *id = &entry->criterion;

		if (!index_find(&check->criteria.index, id->text))
			report_field(&check->report, P103_UNKNOWN_CRITERION, &scores, &rating->head,
				id->text, &id->leaf, criterion_hint(check, id->text),
				SUBJECTS(id->text));
	}
}

void check_criteria_named(struct check *check)
{
	EACH (struct rating, rating, check->partner->ratings)
		need_criteria(check, rating);
}

/* ---- P104 ---- */

static struct ids *ids_of(struct check *check, const struct record *record, const struct list *list)
{
	struct ids *ids;

	if (!check->records)
		check->records = arena_array(check->arena, partner_record.n, sizeof(*ids));
	for (size_t i = 0; i < check->n_records; i++)
		if (check->records[i].index.list == list)
			return &check->records[i];
	ids = &check->records[check->n_records++];
	ids_init(ids, check->arena, record, list);
	return ids;
}

enum reference_verdict check_reference(struct check *check, const char *reference, struct ids **ids)
{
	const char *colon = strchr(reference, ':');
	const struct record *record;
	const struct list *list = colon
		? partner_list(check->partner, reference, (size_t)(colon - reference), &record)
		: NULL;
	bool found;

	if (!list)
		return REFERENCE_NO_LIST;
	if (FAULTY(*list))
		return REFERENCE_UNKNOWN;
	*ids = ids_of(check, record, list);
	found = colon[1] == '#' ? partner_find(check->partner, reference) != NULL
				: index_find(&(*ids)->index, colon + 1) != NULL;
	return found ? REFERENCE_FOUND : REFERENCE_NO_RECORD;
}

const char *reference_hint(struct check *check, struct ids *ids, const char *reference)
{
	const char *id = strchr(reference, ':') + 1;

	if (*id == '#')
		return arena_printf(check->arena, "the list ends at #%zu", ids->index.list->n);
	return ids_hint(ids, &check->report, id);
}

static void need_disputed(struct check *check, const struct dispute *dispute)
{
	static const struct trail disputes = {NULL, "disputes", 0};
	const char *reference = dispute->record.text, *kind = "record", *id = reference;
	const char *hint = "for example incident:INC-7 or rating:#2";
	struct ids *ids = NULL;

	switch (check_reference(check, reference, &ids)) {
	case REFERENCE_FOUND:
	case REFERENCE_UNKNOWN:
		return;
	case REFERENCE_NO_LIST:
		break;
	case REFERENCE_NO_RECORD:
		kind = ids->index.record->name;
		id = strchr(reference, ':') + 1;
		hint = reference_hint(check, ids, reference);
	}
	report_item(&check->report, P104_UNKNOWN_RECORD, &disputes, &dispute->head, "record",
		&dispute->record.leaf, hint, SUBJECTS(kind, id));
}

void check_disputes_named(struct check *check)
{
	EACH (struct dispute, dispute, check->partner->disputes)
		if (HAS(dispute->record))
			need_disputed(check, dispute);
}

/* ---- P108 ---- */

/* A sign, a rule of this check, or a warning of an exit plan. */
static bool is_finding(const char *name)
{
	return sign_find(name) || diag_rule_find(name) < DIAG_RULES ||
		exit_warning_find(name) < EXIT_WARNINGS;
}

static const char *mute_hint(struct report *report, const char *name)
{
	size_t n_signs, n = 0;
	const struct sign_info *signs = sign_catalogue(&n_signs);
	const char **names = arena_array(
		report->arena, n_signs + 2 * DIAG_RULES + 2 * EXIT_WARNINGS, sizeof(char *));

	for (size_t i = 0; i < n_signs; i++)
		names[n++] = signs[i].id;
	for (int rule = 0; rule < DIAG_RULES; rule++) {
		names[n++] = diag_rule_info((enum diag_rule)rule)->name;
		names[n++] = diag_rule_info((enum diag_rule)rule)->id;
	}
	for (int warning = 0; warning < EXIT_WARNINGS; warning++) {
		names[n++] = exit_warning_info((enum exit_warning)warning)->rule;
		names[n++] = exit_warning_info((enum exit_warning)warning)->id;
	}
	return nearest_hint(report->arena, name, names, n);
}

void check_mutes_named(struct check *check)
{
	static const struct trail exceptions = {NULL, "exceptions", 0};
	struct report *report = &check->report;

	EACH (struct exception, exception, check->partner->exceptions) {
		const struct text_field *mute = &exception->mute;

		if (!HAS(*mute) || is_finding(mute->text))
			continue;
		report_item(report, P108_UNKNOWN_RULE, &exceptions, &exception->head, "mute",
			&mute->leaf, report_is_full(report) ? NULL : mute_hint(report, mute->text),
			SUBJECTS(mute->text));
	}
}
