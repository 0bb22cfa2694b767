/* Rules on what is gone from a file, and on what a partner is let off. */
#include "since.h"

#include <string.h>

/* ---- P502 ---- */

/* Where time begins for a record, besides what happened. */
static bool begins(const char *field)
{
	static const char *const names[] = {"start", "from", "due"};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (!strcmp(names[i], field))
			return true;
	return names_event(field);
}

static int32_t first_of(int32_t one, int32_t other)
{
	return other != DATE_NONE && (one == DATE_NONE || other < one) ? other : one;
}

static int32_t day_of(const struct field *field, const void *value)
{
	const struct list *list = value;
	int32_t day = DATE_NONE;

	if (field->kind == KIND_DATE && HAS(*(const struct date_field *)value))
		return ((const struct date_field *)value)->date;
	if (field->kind == KIND_TIME && HAS(*(const struct time_field *)value))
		return instant_date(((const struct time_field *)value)->time);
	for (size_t i = 0; field->kind == KIND_DATES && i < list->n; i++)
		day = first_of(day, ((const struct date_field *)list->items)[i].date);
	return day;
}

static int32_t own_day(const struct record *record, const void *object)
{
	int32_t day = DATE_NONE;

	for (size_t i = 0; i < record->n; i++)
		if (begins(record->fields[i].name))
			day = first_of(day,
				day_of(&record->fields[i], field_at(object, &record->fields[i])));
	return day;
}

/* The first day that a record of a partner speaks of, in itself or in the lists it holds;
 * DATE_NONE: it is not dated. */
static int32_t record_day(const struct record *record, const void *object)
{
	int32_t day = own_day(record, object);

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const struct list *list = field_at(object, field);

		for (size_t item = 0; field->kind == KIND_RECORDS && item < list->n; item++)
			day = first_of(
				day, own_day(field->record, list_item(field->record, list, item)));
	}
	return day;
}

static void report_removed(struct check *check, const struct field *list, const struct head *from)
{
	const char *label = label_or_place(check->arena, list->record, from);

	report_field(&check->report, P502_RECORD_REMOVED, NULL, &check->partner->head, list->name,
		NULL, since_hint(check, check->source->tree, from->path, "end or dispute it"),
		SUBJECTS(list->record->name, label));
}

static void check_removed_from(struct check *check, const struct field *list, int32_t day)
{
	struct pairs pairs;

	pairs_of_partner(&pairs, check, list->name);
	if (!pairs_are_whole(&pairs, &check->partner->head))
		return;
	for (size_t i = 0; i < pairs.n; i++) {
		const struct head *from = pairs.items[i].from;
		int32_t first;

		if (!from || pairs.items[i].to)
			continue;
		first = record_day(pairs.record, from);
		if (first != DATE_NONE && first <= day)
			report_removed(check, list, from);
	}
}

void check_removed(struct check *check)
{
	int32_t day = earlier_day(memory_since(check->memory)->earlier);

	for (size_t i = 0; i < partner_record.n; i++)
		if (partner_record.fields[i].kind == KIND_RECORDS)
			check_removed_from(check, &partner_record.fields[i], day);
}

/* ---- P507 ---- */

void check_prolonged(struct check *check)
{
	static const struct trail exceptions = {NULL, "exceptions", 0};
	struct pairs pairs;

	pairs_of_partner(&pairs, check, "exceptions");
	EACH_EDITED(pair, pairs)
	{
		const struct exception *from = (const struct exception *)pair->from;
		const struct exception *to = (const struct exception *)pair->to;

		if (!HAS(from->until) || !HAS(to->until) || !HAS(to->mute) ||
			to->until.date <= from->until.date)
			continue;
		report_item(&check->report, P507_EXCEPTION_PROLONGED, &exceptions, &to->head,
			"until", &to->until.leaf, since_hint_at(check, &to->head, NULL),
			SUBJECTS(to->mute.text, date_text(check->arena, to->until.date)));
	}
}

/* ---- P508 ---- */

/* The words go from the highest to the lowest, which `none` is as well, where there is none. */
static void compare_words(
	struct check *check, const char *name, const struct word_field *otherwise, int none)
{
	const struct match_pair pair = {
		&check->earlier->partner->head, &check->partner->head, false};
	const struct word_field *from, *to;
	struct both both;

	if (!both_read(&both, &partner_record, &pair, name, otherwise, otherwise))
		return;
	from = both.from;
	to = both.to;
	if ((to ? to->value : none) > from->value)
		report_field(&check->report, P508_TIER_LOWERED, NULL, pair.to, name, both.leaf,
			since_hint_at(check, pair.to, NULL),
			SUBJECTS(name, value_text(check, both.field, from),
				value_text(check, both.field, to)));
}

void check_lowered(struct check *check)
{
	static const struct word_field approved = {{.state = LEAF_SOUND}, TIER_APPROVED};

	compare_words(check, "tier", &approved, TIER_TRIAL);
	compare_words(check, "criticality", NULL, CRITICALITY_ROUTINE);
}
