/* P206: what is dated after the day that is looked at. */
#include "rules.h"

#include <string.h>

/* Fields that say what happened; all other dates say what is planned or agreed. */
static const char *const events[] = {
	"date",
	"opened",
	"acknowledged",
	"resolved",
	"debriefed",
	"claimed",
	"settled",
	"promised",
	"delivered",
	"cancelled",
	"on",
	"shared",
	"reviewed",
	"answered",
	"agreed",
	"given",
	"tested",
	"verified",
	"deleted",
	"issued",
	"paid",
	"requested",
	"done",
	"approved",
	"moved",
};

/* Where the beginning of a span makes a record exist. */
static const struct {
	const char *record;
	const char *field;
} beginnings[] = {
	{"goal", "start"},
	{"prepaid", "from"},
};

bool names_event(const char *field)
{
	for (size_t i = 0; i < COUNT_OF(events); i++)
		if (!strcmp(events[i], field))
			return true;
	return false;
}

static bool is_event(const struct record *record, const struct field *field, const void *object)
{
	if (names_event(field->name))
		return true;
	for (size_t i = 0; i < COUNT_OF(beginnings); i++)
		if (!strcmp(beginnings[i].record, record->name) &&
			!strcmp(beginnings[i].field, field->name))
			return true;
	/* A forecast is made ahead of time; only what was spent cannot lie ahead. */
	return record == &cost_record && !strcmp(field->name, "from") &&
		HAS(((const struct cost *)object)->actual);
}

/* A date of a record that lies ahead. */
struct ahead {
	const struct leaf *leaf; /* NULL: none does */
	int32_t date;
	size_t index; /* in a list of dates */
};

static struct ahead first_ahead(const struct field *field, const void *value, int32_t as_of)
{
	const struct date_field *dates = value;
	size_t n = 1;

	if (field->kind == KIND_TIME) {
		const struct time_field *time = value;
		int32_t date = HAS(*time) ? instant_date(time->time) : DATE_NONE;

		return (struct ahead){date > as_of ? &time->leaf : NULL, date, 0};
	}
	if (field->kind == KIND_DATES) {
		dates = ((const struct list *)value)->items;
		n = ((const struct list *)value)->n;
	} else if (field->kind != KIND_DATE) {
		n = 0;
	}
	for (size_t i = 0; i < n; i++)
		if (HAS(dates[i]) && dates[i].date > as_of)
			return (struct ahead){&dates[i].leaf, dates[i].date, i};
	return (struct ahead){0};
}

static void report_ahead(struct check *check, const struct field *field, const struct head *head,
	const struct trail *trail, const struct ahead *ahead)
{
	struct trail last = {trail, field->name, 0};
	struct trail value = {&last, NULL, ahead->index};

	report_place(&check->report, P206_AFTER_AS_OF, field->kind == KIND_DATES ? &value : &last,
		head, ahead->leaf, "not counted yet",
		SUBJECTS(date_text(check->arena, ahead->date),
			date_text(check->arena, check->as_of)));
}

static void look_ahead(struct check *check, const struct record *record, const void *object,
	const struct trail *trail)
{
	bool reported = false;

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const void *value = field_at(object, field);
		struct trail step = {trail, field->name, 0};
		struct ahead ahead;

		if (field->kind == KIND_RECORD)
			look_ahead(check, field->record, value, &step);
		if (reported)
			continue;
		ahead = first_ahead(field, value, check->as_of);
		if (!ahead.leaf || !is_event(record, field, object))
			continue;
		report_ahead(check, field, object, trail, &ahead);
		reported = true;
	}
}

static void look_ahead_in(void *context, const struct record_list *list)
{
	for (size_t i = 0; i < list->list->n; i++) {
		const struct head *head = list_item(list->record, list->list, i);
		struct trail item = {list->trail, NULL, head->index};

		look_ahead(context, list->record, head, &item);
	}
}

void check_after_as_of(struct check *check)
{
	look_ahead(check, &partner_record, check->partner, NULL);
	visit_lists(&partner_record, check->partner, NULL, look_ahead_in, check);
}
