/* What records are called among their like. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/partner.h"
#include "partner/records.h"

#define HEAD "partner: acme\nname: Acme\nkind: vendor\n"

/* The label of the first item of a list. */
static const char *label_of(struct arena *arena, const char *name, const char *fields)
{
	const struct field *field = record_field(&partner_record, name, strlen(name));
	const struct partner *partner = decoded(
		arena, &partner_record, arena_printf(arena, HEAD "%s: [{%s}]\n", name, fields));

	return record_label(
		arena, field->record, ((const struct list *)field_at(partner, field))->items);
}

static void labels_are_ids_or_what_versions_are_matched_by(void **state)
{
	static const struct {
		const char *list, *fields, *label;
	} rows[] = {
		{"incidents", "title: Down, id: INC-7", "INC-7"},
		{"touchpoints", "note: x, kind: call, initiated_by: us, date: 2026-03-04",
			"2026-03-04 call us"},
		{"exchanges", "kind: lead, direction: given, date: 2026-03-04",
			"2026-03-04 given lead"},
		{"costs", "from: 2026-03-04, kind: staff, to: 2026-04-01", "staff 2026-03-04"},
		{"feedback", "from: us, date: 2026-03-04", "2026-03-04 us"},
		{"conversations", "kind: praise, date: 2026-03-04", "2026-03-04 praise"},
		{"ratings", "of: us, by: ann, date: 2026-03-04", "2026-03-04 ann us"},
		{"disputes", "by: us, record: 'goal:a'", "goal:a us"},
		{"exceptions", "mute: silence, by: ann", "silence"},
		{"relies_on", "name: Example Grid, for: power", "Example Grid"},
	};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(label_of(&arena, rows[i].list, rows[i].fields), rows[i].label);
	arena_free(&arena);
}

static void a_label_has_what_there_is(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(label_of(&arena, "touchpoints", "initiated_by: us"), "us");
	assert_null(label_of(&arena, "touchpoints", "note: x"));
	assert_null(label_of(&arena, "incidents", "title: Down"));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_are_ids_or_what_versions_are_matched_by),
		cmocka_unit_test(a_label_has_what_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
