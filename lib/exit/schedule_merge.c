/* What is to be done: the template's tasks, changed and followed by the policy's and the file's. */
#include <string.h>

#include "partner/index.h"
#include "schedule.h"

/* What is being merged, and what for. */
struct merge {
	struct schedule *schedule;
	struct arena *arena;
	const struct schedule_terms *terms;
	const struct partner *partner;
	int kind;                  /* enum partner_kind */
	uint32_t *slots;           /* as in the schedule */
	const struct list **after; /* by step: as given; NULL: as the template has it */
};

/* ---- steps by id ---- */

/* The slot of the step with this id, or the free one where it belongs. */
static size_t find_slot(const struct schedule *schedule, const char *id)
{
	size_t at = (size_t)hash_bytes(id, strlen(id)) & schedule->mask;

	while (schedule->slots[at] && strcmp(schedule->steps[schedule->slots[at] - 1].id, id) != 0)
		at = (at + 1) & schedule->mask;
	return at;
}

size_t schedule_place(const struct schedule *schedule, const char *id)
{
	uint32_t place = schedule->slots[find_slot(schedule, id)];

	return place ? place - 1 : schedule->n;
}

/* The step with this id, a new one when there is none. */
static struct step *take_step(struct merge *merge, const char *id)
{
	struct schedule *schedule = merge->schedule;
	size_t slot = find_slot(schedule, id);
	struct step *step;

	if (schedule->slots[slot])
		return &schedule->steps[schedule->slots[slot] - 1];
	step = &schedule->steps[schedule->n++];
	*step = (struct step){.id = id, .done = DATE_NONE, .start = DATE_NONE, .end = DATE_NONE};
	merge->slots[slot] = (uint32_t)schedule->n;
	return step;
}

static size_t place_of(const struct merge *merge, const struct step *step)
{
	return (size_t)(step - merge->schedule->steps);
}

static struct activity *activity_of(const struct merge *merge, const struct step *step)
{
	return &merge->schedule->activities[place_of(merge, step)];
}

/* ---- the template, the policy, the file: each overrides what was before ---- */

static void merge_templates(struct merge *merge)
{
	size_t n;
	const struct exit_template *templates = exit_templates(&n);

	for (size_t i = 0; i < n; i++) {
		struct step *step;

		if (!exit_template_is_for(&templates[i], merge->kind))
			continue;
		step = take_step(merge, templates[i].id);
		step->template = &templates[i];
		step->title = templates[i].title;
		step->side = templates[i].side;
		activity_of(merge, step)->takes = templates[i].takes[merge->kind];
		activity_of(merge, step)->business_start = templates[i].business_start;
	}
}

/* What a rule or a task of the file gives. */
static void override(struct merge *merge, struct step *step, const struct text_field *title,
	const struct duration_field *takes, const struct list *after, enum step_basis basis)
{
	if (HAS(*title))
		step->title = title->text;
	if (HAS(*after))
		merge->after[place_of(merge, step)] = after;
	if (HAS(*takes)) {
		activity_of(merge, step)->takes = takes->duration;
		step->basis = basis;
	}
}

/* A task that the template does not have takes no time unless somebody says so. */
static struct step *take_own(struct merge *merge, const char *id, enum step_basis basis)
{
	size_t n = merge->schedule->n;
	struct step *step = take_step(merge, id);

	if (merge->schedule->n > n) {
		activity_of(merge, step)->takes = (struct duration){0, DURATION_DAYS};
		step->basis = basis;
	}
	return step;
}

static bool rule_is_for(const struct merge *merge, const struct template_rule *rule)
{
	return HAS(rule->task) && WORD_OR(rule->kind, merge->kind) == merge->kind;
}

/* Rules for the kind come after those for all kinds, and so override them. */
static void merge_rules(struct merge *merge)
{
	const struct exit_policy *policy = &merge->terms->view->rules->exit;

	EACH (struct template_rule, rule, policy->templates)
		if (rule_is_for(merge, rule))
			take_own(merge, rule->task.text, BASIS_POLICY);
	for (int own_kind = 0; own_kind < 2; own_kind++) {
		EACH (struct template_rule, rule, policy->templates) {
			struct step *step;

			if (!rule_is_for(merge, rule) || HAS(rule->kind) != own_kind)
				continue;
			step = take_step(merge, rule->task.text);
			step->rule = rule;
			override(merge, step, &rule->title, &rule->takes, &rule->after.list,
				BASIS_POLICY);
		}
	}
}

/* The time that the chosen alternative needs to be ready. */
static void merge_alternative(struct merge *merge)
{
	size_t place = schedule_place(merge->schedule, "alternative-ready");

	EACH (struct exit_alternative, alternative, merge->partner->exit.alternatives) {
		if (!alternative_exists(alternative) || !HAS(alternative->lead))
			continue;
		merge->schedule->activities[place].takes = alternative->lead.duration;
		merge->schedule->steps[place].basis = BASIS_ALTERNATIVE;
		merge->schedule->steps[place].lead = alternative;
		return;
	}
}

/* What has no id is named by its place. Of two with one id the first counts. */
static void merge_tasks(struct merge *merge)
{
	EACH (struct exit_task, task, merge->partner->exit.tasks) {
		struct step *step = take_own(merge,
			HAS(task->id) ? task->id.text
				      : arena_printf(merge->arena, "task:#%u",
						(unsigned)task->head.place),
			BASIS_FILE);

		if (step->own)
			continue;
		step->own = task;
		override(merge, step, &task->title, &task->takes, &task->after.list, BASIS_FILE);
	}
}

/* ---- who does it, and what is over ---- */

static bool speaks_for_them(const struct merge *merge, const struct person *person)
{
	if (!HAS(person->id) || WORD_OR(person->side, SIDE_US) != SIDE_PARTNER ||
		view_by(merge->terms->view, person->left) || !HAS(person->role))
		return false;
	return person->role.value == ROLE_EXECUTIVE ||
		person->role.value == ROLE_CUSTOMER_SUCCESS || person->role.value == ROLE_SALES;
}

static const char *their_owner(const struct merge *merge)
{
	EACH (struct person, person, merge->partner->people)
		if (speaks_for_them(merge, person))
			return person->id.text;
	return NULL;
}

static void set_names(struct merge *merge)
{
	const char *owners[] = {
		[SIDE_US] = merge->partner->owner.text,
		[SIDE_PARTNER] = their_owner(merge),
	};

	for (size_t i = 0; i < merge->schedule->n; i++) {
		struct step *step = &merge->schedule->steps[i];

		if (!step->title)
			step->title = step->id;
		step->owner = step->own && HAS(step->own->owner) ? step->own->owner.text
								 : owners[step->side];
	}
}

static void set_done(struct merge *merge)
{
	const struct conversation *talk = merge->terms->talk;

	if (talk)
		merge->schedule->steps[schedule_place(merge->schedule, "conversation")].done =
			talk->date.date;
	for (size_t i = 0; i < merge->schedule->n; i++) {
		struct step *step = &merge->schedule->steps[i];

		if (step->own && view_by(merge->terms->view, step->own->done))
			step->done = step->own->done.date;
	}
}

/* Tasks of the file alone are not dropped: they can be left out of it. */
static void set_dropped(struct merge *merge)
{
	struct schedule *schedule = merge->schedule;

	EACH (struct text_field, id, merge->partner->exit.drop) {
		size_t place = HAS(*id) ? schedule_place(schedule, id->text) : schedule->n;

		if (place < schedule->n &&
			(schedule->steps[place].template || schedule->steps[place].rule))
			schedule->steps[place].dropped = true;
	}
	for (size_t i = 0; i < schedule->n; i++) {
		const struct exit_template *template = schedule->steps[i].template;

		if (merge->terms->stressed && template && template->assisted)
			schedule->steps[i].dropped = true;
	}
}

/* ---- what the network is asked ---- */

static void ask(const struct merge *merge, const struct step *step)
{
	struct activity *activity = activity_of(merge, step);
	bool fixed = step->own && HAS(step->own->fixed);

	activity->passed = step->dropped;
	activity->done = !step->dropped && step->done != DATE_NONE;
	activity->apart = !step->dropped && strcmp(step->id, "reentry-review") == 0;
	activity->not_before = fixed && !step->dropped ? step->own->fixed.date : DATE_NONE;
	activity->finish_by = DATE_NONE;
	if (merge->terms->notice_by != DATE_NONE && strcmp(step->id, "notice-sent") == 0)
		activity->finish_by = date_clamp((int64_t)merge->terms->notice_by + 1);
}

/* The first in the file counts, wherever the order of the steps puts it. */
static void note_unknown(
	struct schedule *schedule, const struct exit_task *task, const struct text_field *id)
{
	if (schedule->unknown_task && schedule->unknown_task <= task)
		return;
	schedule->unknown_task = task;
	schedule->unknown = id;
}

/* A policy may name tasks that only other kinds have; a file knows its own. */
static size_t link_given(struct merge *merge, const struct step *step, size_t *after)
{
	struct schedule *schedule = merge->schedule;
	const struct list *given = merge->after[place_of(merge, step)];
	const struct text_field *ids = given->items;
	bool of_file = step->own && given == &step->own->after.list;
	size_t n = 0;

	for (size_t i = 0; i < given->n; i++) {
		if (!HAS(ids[i]))
			continue;
		after[n] = schedule_place(schedule, ids[i].text);
		if (after[n] < schedule->n)
			n++;
		else if (of_file)
			note_unknown(schedule, step->own, &ids[i]);
	}
	return n;
}

static size_t link_template(
	const struct merge *merge, const struct exit_template *template, size_t *after)
{
	size_t n = 0;

	for (; n < TEMPLATE_AFTER && template->after[n]; n++)
		after[n] = schedule_place(merge->schedule, template->after[n]);
	if (template->also_after &&
		strcmp(template->also_kind, partner_kind_words[merge->kind]) == 0)
		after[n++] = schedule_place(merge->schedule, template->also_after);
	return n;
}

static void link_step(struct merge *merge, const struct step *step)
{
	struct activity *activity = activity_of(merge, step);
	const struct list *given = merge->after[place_of(merge, step)];
	size_t *after =
		arena_array(merge->arena, given ? given->n : TEMPLATE_AFTER + 1, sizeof(*after));

	if (given)
		activity->n_after = link_given(merge, step, after);
	else if (step->template)
		activity->n_after = link_template(merge, step->template, after);
	activity->after = after;
}

static void make_room(struct merge *merge)
{
	struct schedule *schedule = merge->schedule;
	size_t n;

	exit_templates(&n);
	n += merge->terms->view->rules->exit.templates.list.n;
	n += merge->partner->exit.tasks.list.n;
	schedule->steps = arena_array(merge->arena, n, sizeof(*schedule->steps));
	schedule->activities = arena_array(merge->arena, n, sizeof(*schedule->activities));
	merge->after = arena_array(merge->arena, n, sizeof(const struct list *));
	schedule->mask = slots_for(n) - 1;
	merge->slots = arena_array(merge->arena, schedule->mask + 1, sizeof(uint32_t));
	schedule->slots = merge->slots;
}

void schedule_merge(
	struct schedule *schedule, struct arena *arena, const struct schedule_terms *terms)
{
	const struct partner *partner = terms->view->partner;
	struct merge merge = {
		.schedule = schedule,
		.arena = arena,
		.terms = terms,
		.partner = partner,
		.kind = WORD_OR(partner->kind, KIND_VENDOR),
	};

	make_room(&merge);
	merge_templates(&merge);
	merge_rules(&merge);
	merge_alternative(&merge);
	merge_tasks(&merge);
	set_names(&merge);
	set_done(&merge);
	set_dropped(&merge);
	for (size_t i = 0; i < schedule->n; i++) {
		ask(&merge, &schedule->steps[i]);
		link_step(&merge, &schedule->steps[i]);
	}
}
