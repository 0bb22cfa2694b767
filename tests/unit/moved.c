#include "moved.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "partner/findings.h"
#include "partner/match.h"
#include "found.h"
#include "measured.h"

#define FILE "partners/northbeam.yaml"

static const struct change_record conduct_records[] = {
	{"incident:NB-131", RECORD_ADDED, -2.4, FILE, 88},
	{"incident:NB-127", RECORD_CHANGED, -0.5, FILE, 75},
	{"incident:NB-90", RECORD_AGED, 0.0, FILE, 60},
};
static const struct change_measure support_measures[] = {
	{"incident-conduct", -2.9, 88.2, 60.6, LIST(conduct_records)},
	{"fault-share", 0.0, 70, 70, {NULL, 0}},
};
static const struct change_record goal_records[] = {
	{"goal:sso", RECORD_LEFT, -0.4, FILE, 30},
	{NULL, RECORD_JOINT, -0.2, NULL, 0},
};
static const struct change_measure value_measures[] = {
	{"goal-attainment", -0.6, 45, 43, LIST(goal_records)},
};
static const struct change_criterion criteria[] = {
	{"support", -2.9, 0.0, 50.9, 36.3, LIST(support_measures)},
	{"people", 0.0, 0.0, 53.9, 53.9, {NULL, 0}},
	{"value", -0.6, 0.0, 49.2, 46.1, LIST(value_measures)},
};

static const char *const raised[] = {"blame-shifting"};
static const char *const cleared[] = {"goals-stale"};
static const struct card_sign card_signs[] = {
	{.sign = "blame-shifting", .level = SIGN_CRITICAL, .muted = DATE_NONE},
	{.sign = "captive", .level = SIGN_WARNING, .muted = DATE_NONE},
};

static const struct card_reference added[] = {{"incident:NB-131", FILE, 88}};
static const struct field_change fields[] = {{"ownership", "deflected", "owned"}};
static const struct changed_record changed[] = {{"incident:NB-127", FILE, 75, LIST(fields)}};
static const struct card_reference removed[] = {{"rating:#3", FILE, 300}};

void move(struct moved *moved)
{
	int32_t today = day("2026-11-21");

	*moved = (struct moved){
		.from = {today, 44.2, 0.98, "C", STANDING_KEEP, NULL, NULL, PHASE_STEADY, true},
		.to = {today, 40.7, 0.98, "D", STANDING_TALK, "score below 55", NULL, PHASE_STEADY,
			true},
		.causes = {.time = -0.4, .data = -3.1},
		.signs = {.raised = LIST(raised), .cleared = LIST(cleared)},
		.records = {LIST(added), LIST(changed), LIST(removed)},
		.card.signs = LIST(card_signs),
	};
	moved->change = (struct change){
		.partner = "northbeam",
		.name = "Northbeam Identity Cloud",
		.kind = "vendor",
		.tier = "strategic",
		.criticality = "critical",
		.as_of = today,
		.status = CHANGE_CHANGED,
		.from = &moved->from,
		.to = &moved->to,
		.delta = -3.5,
		.causes = &moved->causes,
		.criteria = LIST(criteria),
		.disputes = &moved->disputes,
		.signs = &moved->signs,
		.records = &moved->records,
		.cards = {&moved->old_card, &moved->card},
		.path = FILE,
		.line = 1,
	};
}

void move_end(struct moved *moved, enum change_status status)
{
	moved->change.status = (int)status;
	moved->change.from = status == CHANGE_ADDED ? NULL : &moved->from;
	moved->change.to = status == CHANGE_REMOVED ? NULL : &moved->to;
	moved->change.delta = NAN;
	moved->change.causes = NULL;
}

/* ---- texts ---- */

static void rename_effects(const char *text, struct change *change)
{
	static struct change_record record = {.change = RECORD_ADDED, .effect = -3.5, .line = 88};
	static struct change_measure measure = {.effect = -3.5, .from = 88, .to = 61};
	static struct change_criterion criterion = {.value_effect = -3.5, .from = 50.9, .to = 36.3};

	record.ref = record.path = measure.measure = criterion.criterion = text;
	measure.records = (struct array){&record, 1};
	criterion.measures = (struct array){&measure, 1};
	change->criteria = (struct array){&criterion, 1};
}

void move_texts(struct moved *moved, const char *text)
{
	static const char *names[1];
	static struct card_reference reference = {.line = 88};
	static struct field_change field;
	static struct changed_record record = {.line = 75};
	struct array references = {&reference, 1};

	names[0] = text;
	reference.ref = reference.path = record.ref = record.path = text;
	field = (struct field_change){text, text, text};
	record.fields = (struct array){&field, 1};
	moved->records = (struct change_records){references, {&record, 1}, references};
	moved->signs.raised = moved->signs.cleared = (struct array){names, 1};
	moved->change.gates = (struct array){names, 1};
	moved->change.name = moved->change.partner = moved->change.path = text;
	moved->from.grade = text;
	moved->to.grade = text;
	rename_effects(text, &moved->change);
}

/* ---- all together ---- */

const struct changes *moved_totals(void)
{
	static const char *const partners[] = {"acme", "northbeam"};
	static const struct changes_gate gates[] = {
		{"score-drop:5", LIST(partners)}, {"sign:critical", {NULL, 0}}};
	static struct changes_end from = {"main:partners", 0, "1a2b3c4d5e6f708192a3"},
				  to = {"HEAD:partners", 0, "ffee3c4d5e6f708192a3"};
	static struct changes changes = {.from = &from,
		.to = &to,
		.compared = 12,
		.added = 1,
		.changed = 3,
		.unchanged = 9,
		.gates = LIST(gates)};

	from.as_of = to.as_of = changes.as_of = day("2026-11-21");
	return &changes;
}

void assert_moved_text(const struct moved *moved, const char *part, size_t times)
{
	const struct card_style style = {.columns = 80};
	struct buffer out = {0};

	change_put_text(&out, &moved->change, &style);
	assert_times(&out, part, times);
	buffer_free(&out);
}

void assert_moved_markdown(const struct moved *moved, const char *part, size_t times)
{
	const struct change *items[] = {&moved->change};
	struct buffer out = {0};

	changes_put_markdown(&out, moved_totals(), items, 1);
	assert_times(&out, part, times);
	buffer_free(&out);
}

struct change moved_by(const char *partner, double delta)
{
	return (struct change){.partner = partner, .delta = delta};
}

void changes_put_markdown(struct buffer *buffer, const struct changes *changes,
	const struct change *const *items, size_t n)
{
	struct arena arena = {0};
	const char **rows = arena_array(&arena, n, sizeof(*rows));
	const char **details = arena_array(&arena, n, sizeof(*details));

	for (size_t i = 0; i < n; i++) {
		struct buffer part = {0};

		change_put_markdown_row(&part, items[i]);
		rows[i] = buffer_keep(&part, &arena);
		change_put_markdown_details(&part, items[i]);
		details[i] = buffer_keep(&part, &arena);
	}
	changes_join_markdown(buffer, changes, rows, details, n);
	arena_free(&arena);
}

void changes_put_annotations(struct buffer *buffer, const struct change *const *items, size_t n,
	change_place place, void *context)
{
	struct annotations annotations = {.tool = "partner-diff"};
	struct buffer line = {0};

	for (size_t i = 0; i < n; i++) {
		enum diag_level level = change_put_annotation(&line, items[i], place, context);

		buffer_putc(&line, '\0');
		annotations_add_line(&annotations, level, line.data);
		buffer_clear(&line);
	}
	buffer_free(&line);
	annotations_end(&annotations, buffer);
}
