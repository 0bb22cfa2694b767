/* Findings: where they stand, and the words of their hints. */
#include "rules.h"

#include <string.h>

#include "partner/nearest.h"

void report_place(struct report *report, enum diag_rule rule, const struct trail *trail,
	const struct head *head, const struct leaf *leaf, const char *hint,
	const char *const *subjects)
{
	struct arena scratch = {0};
	struct diag *diag;

	if (report->elsewhere && !strcmp(head->path, report->elsewhere))
		return;
	diag = diag_add(report->faults, rule, head->path, leaf ? leaf->at : head->leaf.at,
		trail_pointer(&scratch, trail), hint, subjects[0], subjects[1], subjects[2],
		subjects[3]);
	if (diag)
		diag->partner = report->partner;
	arena_free(&scratch);
}

void report_field(struct report *report, enum diag_rule rule, const struct trail *trail,
	const struct head *head, const char *field, const struct leaf *leaf, const char *hint,
	const char *const *subjects)
{
	struct trail last = {trail, field, 0};

	report_place(report, rule, &last, head, leaf, hint, subjects);
}

void report_item(struct report *report, enum diag_rule rule, const struct trail *list,
	const struct head *head, const char *field, const struct leaf *leaf, const char *hint,
	const char *const *subjects)
{
	struct trail item = {list, NULL, head->index};

	if (field)
		report_field(report, rule, &item, head, field, leaf, hint, subjects);
	else
		report_place(report, rule, &item, head, leaf, hint, subjects);
}

void report_value(struct report *report, enum diag_rule rule, const struct trail *list,
	const struct head *head, const char *field, size_t index, const struct leaf *leaf,
	const char *hint, const char *const *subjects)
{
	struct trail item = {list, NULL, head->index};
	struct trail values = {&item, field, 0};
	struct trail value = {&values, NULL, index};

	report_place(report, rule, &value, head, leaf, hint, subjects);
}

bool report_is_full(const struct report *report)
{
	return report->faults->n >= DIAG_MOST;
}

const char *date_text(struct arena *arena, int32_t date)
{
	return date_format(date, arena_alloc(arena, DATE_SIZE));
}

const char *named_path(const struct report *report, const char *path)
{
	const char *prefix = report->faults->prefix;

	return prefix && *prefix ? arena_printf(report->arena, "%s%s", prefix, path) : path;
}

const char *first_at(struct arena *arena, const char *path, uint32_t line)
{
	return arena_printf(arena, "first at %s:%u", path, (unsigned)line);
}

const char *nearest_hint(
	struct arena *arena, const char *word, const char *const *candidates, size_t n)
{
	const char *nearest = nearest_word(word, strlen(word), candidates, n);

	return nearest ? arena_printf(arena, "did you mean '%s'", nearest) : NULL;
}
