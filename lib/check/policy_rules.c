/* Rules on a policy: weights, scales, names, grades. */
#include "rules.h"

#include <string.h>

#include "partner/measure.h"
#include "partner/signs.h"

/* Rules of a policy file: its own, or those of an override. */
struct own_rules {
	struct report *report;
	const struct rules *rules;
	const struct head *head;
	const struct trail *trail; /* NULL: the file itself */
};

/* ---- P601 ---- */

#define SHARE_SLACK 0.000100001 /* 0.01 %, and what adding up doubles loses */

/* Weights of a list, added up by how they are written. */
struct weights {
	double shares, plain;
	const struct criterion *first_other; /* not written like the first; NULL: all alike */
	bool sound;
};

static struct weights add_weights(const struct rules *rules)
{
	struct weights weights = {.sound = true};
	const struct criterion *first = LIST_ITEMS(struct criterion, rules->criteria);

	EACH (struct criterion, criterion, rules->criteria) {
		const struct weight_field *weight = &criterion->weight;

		weights.sound &= HAS(*weight);
		if (weight->percent)
			weights.shares += weight->value;
		else
			weights.plain += weight->value;
		if (!weights.first_other && weight->percent != first->weight.percent)
			weights.first_other = criterion;
	}
	return weights;
}

/* The first of a criterion's weights that is below 0, and its name; NULL: none is. */
static const struct weight_field *find_negative(
	const struct criterion *criterion, const char **name)
{
	const struct {
		const char *name;
		const struct weight_field *weight;
	} weights[] = {
		{"weight", &criterion->weight},
		{"weight_low", &criterion->weight_low},
		{"weight_high", &criterion->weight_high},
	};

	for (size_t i = 0; i < COUNT_OF(weights); i++) {
		*name = weights[i].name;
		if (HAS(*weights[i].weight) && weights[i].weight->value < 0)
			return weights[i].weight;
	}
	return NULL;
}

static bool report_negative(const struct own_rules *own, const struct trail *criteria, double sum)
{
	bool found = false;

	EACH (struct criterion, criterion, own->rules->criteria) {
		const char *name;
		const struct weight_field *weight = find_negative(criterion, &name);

		if (!weight)
			continue;
		found = true;
		report_item(own->report, P601_WEIGHTS, criteria, &criterion->head, name,
			&weight->leaf, "a weight is 0 or more",
			SUBJECTS(arena_printf(own->report->arena, "%.6g", sum)));
	}
	return found;
}

static void report_weights(const struct own_rules *own, const char *hint, const char *sum)
{
	report_field(own->report, P601_WEIGHTS, own->trail, own->head, "criteria",
		&own->rules->criteria.list.leaf, hint, SUBJECTS(sum));
}

static void check_criteria_weights(const struct own_rules *own)
{
	struct trail criteria = {own->trail, "criteria", 0};
	struct arena *arena = own->report->arena;
	struct weights weights = add_weights(own->rules);
	double missing = 1 - weights.shares;

	if (report_negative(own, &criteria, weights.plain) || !weights.sound)
		return;
	if (weights.first_other)
		report_item(own->report, P601_WEIGHTS, &criteria, &weights.first_other->head,
			"weight", &weights.first_other->weight.leaf,
			"write all of them as shares, or all as plain numbers",
			SUBJECTS(arena_printf(
				arena, "%.6g%% and %.6g", 100 * weights.shares, weights.plain)));
	else if (weights.plain <= 0 && weights.shares <= 0)
		report_weights(own, "at least one must be more than 0", "0");
	else if (weights.plain <= 0 && (missing > SHARE_SLACK || missing < -SHARE_SLACK))
		report_weights(own, "make them 100%, or write plain numbers",
			arena_printf(arena, "%.6g%%", 100 * weights.shares));
}

static void check_measure_weights(const struct own_rules *own, const struct trail *criteria,
	const struct criterion *criterion)
{
	const struct list *measures = &criterion->measures.list;

	if (!HAS(*measures))
		return;
	EACH (struct policy_measure, measure, criterion->measures)
		if (!HAS(measure->weight) || measure->weight.value > 0)
			return;
	report_item(own->report, P601_WEIGHTS, criteria, &criterion->head, "measures",
		&measures->leaf, "at least one must be more than 0", SUBJECTS("0"));
}

/* ---- P602, P603 for measures ---- */

static const char *measure_hint(struct report *report, const char *id)
{
	size_t n;
	const struct measure_info *catalogue = measure_catalogue(&n);
	const char **ids = arena_array(report->arena, n, sizeof(char *));

	for (size_t i = 0; i < n; i++)
		ids[i] = catalogue[i].id;
	return nearest_hint(report->arena, id, ids, n);
}

/* The first knot at fault, and why; NULL when there is none. */
static const struct scale_knot *find_bad_knot(
	const struct policy_measure *measure, const char **hint)
{
	const struct scale_knot *previous = NULL;

	EACH (struct scale_knot, knot, measure->scale) {
		*hint = "points go from 0 to 100";
		if (knot->points < 0 || knot->points > 100)
			return knot;
		*hint = "values must rise from pair to pair";
		if (previous && !(knot->x > previous->x))
			return knot;
		previous = knot;
	}
	return NULL;
}

static void check_scale(
	struct report *report, const struct trail *measures, const struct policy_measure *measure)
{
	const struct list *scale = &measure->scale.list;
	const char *const *subjects = SUBJECTS(measure->measure.text);
	const char *hint;
	const struct scale_knot *knot;

	if (scale->n < 2) {
		report_item(report, P602_SCALE, measures, &measure->head, "scale", &scale->leaf,
			"write at least two pairs", subjects);
		return;
	}
	knot = find_bad_knot(measure, &hint);
	if (knot)
		report_value(report, P602_SCALE, measures, &measure->head, "scale",
			(size_t)(knot - LIST_ITEMS(struct scale_knot, measure->scale)), &knot->leaf,
			hint, subjects);
}

static void check_measure(
	struct report *report, const struct trail *measures, const struct policy_measure *measure)
{
	const struct text_field *id = &measure->measure;
	const struct measure_info *info;

	if (!HAS(*id))
		return;
	info = measure_find(id->text);
	if (!info)
		report_item(report, P603_UNKNOWN_MEASURE, measures, &measure->head, "measure",
			&id->leaf, measure_hint(report, id->text), SUBJECTS("measure", id->text));
	else if (HAS(measure->scale.list))
		check_scale(report, measures, measure);
	else if (ABSENT(measure->scale.list) && !info->scale)
		report_item(report, P602_SCALE, measures, &measure->head, "scale", NULL,
			"add scale: a measure of your own has no default", SUBJECTS(id->text));
}

static void check_criteria(const struct own_rules *own)
{
	struct trail criteria = {own->trail, "criteria", 0};

	if (!HAS(own->rules->criteria.list))
		return;
	check_criteria_weights(own);
	EACH (struct criterion, criterion, own->rules->criteria) {
		struct trail item = {&criteria, NULL, criterion->head.index};
		struct trail measures = {&item, "measures", 0};

		check_measure_weights(own, &criteria, criterion);
		EACH (struct policy_measure, measure, criterion->measures)
			check_measure(own->report, &measures, measure);
	}
}

/* ---- P603 for signs ---- */

static bool is_common(const char *field)
{
	return !strcmp(field, "sign") || !strcmp(field, "level") || !strcmp(field, "note");
}

static bool has_parameter(const struct sign_info *info, const char *name)
{
	for (const char *const *parameter = info->parameters; *parameter; parameter++)
		if (!strcmp(*parameter, name))
			return true;
	return false;
}

static const char *parameters_hint(struct arena *arena, const struct sign_info *info)
{
	const char *hint = NULL;

	for (const char *const *parameter = info->parameters; *parameter; parameter++)
		hint = hint ? arena_printf(arena, "%s, %s", hint, *parameter)
			    : arena_printf(arena, "%s has %s", info->id, *parameter);
	return hint ? hint : arena_printf(arena, "%s has none", info->id);
}

static void check_parameters(const struct own_rules *own, const struct trail *signs,
	const struct record *record, const struct sign_rule *rule, const struct sign_info *info)
{
	for (size_t i = 0; i < record->n; i++) {
		const char *name = record->fields[i].name;
		const struct leaf *leaf = field_at(rule, &record->fields[i]);

		if (leaf->state != LEAF_SOUND || is_common(name) || has_parameter(info, name))
			continue;
		report_item(own->report, P603_UNKNOWN_MEASURE, signs, &rule->head, name, leaf,
			parameters_hint(own->report->arena, info), SUBJECTS("parameter", name));
	}
}

static const char *sign_hint(struct report *report, const char *id)
{
	size_t n;
	const struct sign_info *catalogue = sign_catalogue(&n);
	const char **ids = arena_array(report->arena, n, sizeof(char *));

	for (size_t i = 0; i < n; i++)
		ids[i] = catalogue[i].id;
	return nearest_hint(report->arena, id, ids, n);
}

static void check_signs(const struct own_rules *own)
{
	const struct record *record = list_record(&rules_record, "signs");
	struct trail signs = {own->trail, "signs", 0};

	EACH (struct sign_rule, rule, own->rules->signs) {
		const struct text_field *id = &rule->sign;
		const struct sign_info *info;

		if (!HAS(*id))
			continue;
		info = sign_find(id->text);
		if (info)
			check_parameters(own, &signs, record, rule, info);
		else
			report_item(own->report, P603_UNKNOWN_MEASURE, &signs, &rule->head, "sign",
				&id->leaf, sign_hint(own->report, id->text),
				SUBJECTS("sign", id->text));
	}
}

/* ---- P604 ---- */

static void report_grade(
	const struct own_rules *own, const struct grade_band *band, const char *hint)
{
	struct trail grades = {own->trail, "grades", 0};

	report_item(own->report, P604_GRADES, &grades, &band->head, "from", &band->from.leaf, hint,
		SUBJECTS(HAS(band->grade) ? band->grade.text : ""));
}

/* One token for tables; `-` is how the absence of a grade is printed. */
static bool is_grade(const struct text_field *grade)
{
	return grade->length && strcmp(grade->text, "-") != 0 && !strpbrk(grade->text, " \t\r\n");
}

static void check_grades(const struct own_rules *own)
{
	struct trail grades = {own->trail, "grades", 0};
	const struct list *list = &own->rules->grades.list;
	const struct grade_band *previous = NULL;

	if (!HAS(*list))
		return;
	if (!list->n)
		report_field(own->report, P604_GRADES, own->trail, own->head, "grades", &list->leaf,
			"write at least one", SUBJECTS("[]"));
	EACH (struct grade_band, band, own->rules->grades) {
		if (HAS(band->grade) && !is_grade(&band->grade))
			report_item(own->report, P604_GRADES, &grades, &band->head, "grade",
				&band->grade.leaf, "write one word, but not a lone hyphen",
				SUBJECTS(band->grade.text));
		if (!HAS(band->from))
			return;
		if (previous && band->from.value >= previous->from.value) {
			report_grade(own, band, "each must begin below the one before");
			return;
		}
		previous = band;
	}
	if (previous && previous->from.value > 0)
		report_grade(own, previous, "the last must begin at 0");
}

/* ---- all ---- */

static void check_rules(const struct own_rules *own)
{
	check_criteria(own);
	check_signs(own);
	check_grades(own);
}

static void check_file(struct policy_file *file, struct arena *arena)
{
	struct report report = {&file->faults, arena, NULL, NULL};
	const struct policy *policy = &file->own;
	static const struct trail overrides = {NULL, "overrides", 0};

	if (HAS(policy->head)) {
		report_duplicate_ids(&report, &policy_record, policy);
		check_rules(&(struct own_rules){&report, &policy->rules, &policy->head, NULL});
	}
	EACH (struct policy_override, override, policy->overrides) {
		struct trail item = {&overrides, NULL, override->head.index};

		check_rules(&(struct own_rules){&report, &override->rules, &override->head, &item});
	}
	diag_sort(&file->faults);
	if (!file->faults.errors)
		measure_resolve(arena, &file->policy);
}

void check_policy(struct policy_file *file, struct arena *arena)
{
	check_file(file, arena);
	check_calibrations(file, arena);
}

void check_policy_to_calibrate(struct policy_file *file, struct arena *arena)
{
	check_file(file, arena);
	for (size_t i = 0; i < file->n_calibrations; i++)
		file->calibrations[i].faults = (struct diag_list){.arena = arena};
}
