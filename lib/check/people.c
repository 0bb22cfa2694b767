/* Rules on people and their names: within a people.yaml, and from file to file. */
#include "rules.h"

#include <string.h>

static const struct trail people_trail = {NULL, "people", 0};

static bool is_named(const struct person *person)
{
	return HAS(person->id) && HAS(person->name);
}

/* Whether the name is the shared list's, and does not stand where the person does. */
static bool is_taken_over(const struct people_source *shared, const struct person *person)
{
	if (shared)
		EACH (struct person, other, shared->people.people)
			if (other->name.text == person->name.text)
				return true;
	return false;
}

/* Names of one file are compared with those of earlier ones; twice in a list is P010. */
static void compare_name(struct report *report, const struct check_memory *memory,
	const struct people_source *shared, const struct person *person)
{
	const struct text_field *name = &person->name;
	struct seen first;

	if (!memory_named(memory, person->id.text, &first) || !strcmp(first.name, name->text) ||
		!strcmp(first.path, named_path(report, person->head.path)) ||
		is_taken_over(shared, person))
		return;
	report_item(report, P111_TWO_NAMES, &people_trail, &person->head, "name", &name->leaf,
		first_at(report->arena, first.path, first.line),
		SUBJECTS(person->id.text, first.name));
}

/* All are compared before any is noted, so that none meets another of its own list. */
static void compare_names(struct report *report, struct check_memory *memory,
	const struct people_source *shared, const struct list *people)
{
	const struct person *persons = people->items;

	for (size_t i = 0; i < people->n; i++)
		if (is_named(&persons[i]))
			compare_name(report, memory, shared, &persons[i]);
	for (size_t i = 0; i < people->n; i++)
		if (is_named(&persons[i]))
			memory_person(memory, persons[i].id.text, persons[i].name.text,
				named_path(report, persons[i].head.path),
				persons[i].name.leaf.at.line);
}

void check_two_names(struct check *check)
{
	compare_names(
		&check->report, check->memory, check->source->people, &check->partner->people.list);
}

void check_people(struct people_source *file, struct check_memory *memory)
{
	struct diag_list *faults = &file->faults;
	struct report report = {faults, faults->arena, NULL, NULL};

	if (file->error)
		return;
	report_duplicate_ids(&report, &people_record, &file->people);
	report_duplicate_records(&report, &people_record, &file->people);
	compare_names(&report, memory, NULL, &file->people.people.list);
	for (size_t i = 0; i < faults->n; i++)
		faults->items[i].identity = find_identity(
			report.arena, &people_record, &file->people, &faults->items[i]);
	diag_sort(faults);
}
