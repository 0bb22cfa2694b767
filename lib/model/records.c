/* What records are called among their like. */
#include "partner/records.h"

#include <string.h>

/* By which fields records without an id are matched; the inner ones have but one. */
static const struct {
	const char *record;
	const char *fields[3];
} labels[] = {
	{"touchpoint", {"date", "kind", "initiated_by"}},
	{"exchange", {"date", "direction", "kind"}},
	{"cost", {"kind", "from", NULL}},
	{"feedback", {"date", "from", NULL}},
	{"conversation", {"date", "kind", NULL}},
	{"rating", {"date", "by", "of"}},
	{"dispute", {"record", "by", NULL}},
	{"exception", {"mute", NULL, NULL}},
	{"reliance", {"name", NULL, NULL}},
	{"observation", {"date", NULL, NULL}},
	{"move", {"on", NULL, NULL}},
	{"prepaid", {"from", NULL, NULL}},
	{"fee", {"until", NULL, NULL}},
	{"service level", {"severity", NULL, NULL}},
	{"trigger", {"when", NULL, NULL}},
	{"alternative", {"name", NULL, NULL}},
	{"knowledge", {"topic", NULL, NULL}},
};

static const char *const *label_fields(const struct record *record)
{
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (!strcmp(labels[i].record, record->name))
			return labels[i].fields;
	return NULL;
}

const char *record_label(struct arena *arena, const struct record *record, const struct head *head)
{
	const struct text_field *key = key_of(key_field(record), head);
	const char *const *names = label_fields(record);
	const char *label = NULL;

	if (key)
		return key->text;
	for (size_t i = 0; names && i < COUNT_OF(labels[0].fields) && names[i]; i++) {
		const struct field *field = record_field(record, names[i], strlen(names[i]));
		const char *text = field
			? scalar_text(arena, field, field->kind, field_at(head, field))
			: NULL;

		if (text)
			label = label ? arena_printf(arena, "%s %s", label, text) : text;
	}
	return label;
}
