/* Rules on the tasks of the exit plan: what they wait for must exist, and not wait for them. */
#include "rules.h"

#include <string.h>

#include "partner/exit_templates.h"

static const struct trail exit_trail = {NULL, "exit", 0};
static const struct trail tasks_trail = {&exit_trail, "tasks", 0};

/* ---- P109 ---- */

/* A task that only some kinds of partners have. */
static bool is_for(const struct partner *partner, const char *kind)
{
	return !kind || !HAS(partner->kind) ||
		!strcmp(partner_kind_words[partner->kind.value], kind);
}

/* The tasks of the template, and those that the policy adds to it. */
static const char **template_ids(const struct check *check, size_t *n)
{
	size_t n_templates;
	const struct exit_template *templates = exit_templates(&n_templates);
	const char **ids = arena_array(
		check->arena, n_templates + check->rules.exit.templates.list.n, sizeof(char *));

	*n = 0;
	for (size_t i = 0; i < n_templates; i++)
		if (is_for(check->partner, templates[i].kind))
			ids[(*n)++] = templates[i].id;
	EACH (struct template_rule, rule, check->rules.exit.templates)
		if (!HAS(rule->kind) ||
			is_for(check->partner, partner_kind_words[rule->kind.value]))
			ids[(*n)++] = rule->task.text;
	return ids;
}

static bool contains(const char *const *ids, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(ids[i], id))
			return true;
	return false;
}

static const char *task_hint(
	struct check *check, const char *id, const char *const *templates, size_t n)
{
	const char *hint = ids_hint(&check->tasks, &check->report, id);

	if (hint || report_is_full(&check->report))
		return hint;
	return nearest_hint(check->arena, id, templates, n);
}

static void need_predecessors(
	struct check *check, const struct exit_task *task, const char *const *templates, size_t n)
{
	size_t index = 0;

	EACH (struct text_field, id, task->after) {
		if (HAS(*id) && !index_find(&check->tasks.index, id->text) &&
			!contains(templates, n, id->text))
			report_value(&check->report, P109_UNKNOWN_TASK, &tasks_trail, &task->head,
				"after", index, &id->leaf, task_hint(check, id->text, templates, n),
				SUBJECTS(id->text));
		index++;
	}
}

void check_tasks_named(struct check *check)
{
	const struct exit_record *exit = &check->partner->exit;
	struct trail drop = {&exit_trail, "drop", 0};
	struct trail item = {&drop, NULL, 0};
	size_t n;
	const char **templates;

	if (FAULTY(exit->tasks.list) || (!exit->tasks.list.n && !exit->drop.list.n))
		return;
	templates = template_ids(check, &n);
	EACH (struct exit_task, task, exit->tasks)
		need_predecessors(check, task, templates, n);
	EACH (struct text_field, id, exit->drop) {
		if (HAS(*id) && !contains(templates, n, id->text))
			report_place(&check->report, P109_UNKNOWN_TASK, &item, &exit->head,
				&id->leaf, nearest_hint(check->arena, id->text, templates, n),
				SUBJECTS(id->text));
		item.index++;
	}
}

/* ---- P110 ---- */

enum visit { UNSEEN, ON_PATH, DONE };

/* The search for cycles: a path of tasks, each waiting for the one after it. */
struct path {
	const struct exit_task *tasks;
	enum visit *visits;
	size_t *tasks_on; /* places of the tasks on the path */
	size_t *next;     /* which of its predecessors comes next */
	size_t length;
};

/* Of a longer cycle only so many ids are named. */
#define NAMED_MOST 20

/* `a, b, a`: from the first time on the path to the last. */
static const char *cycle_text(struct arena *arena, const struct path *path, size_t from)
{
	struct buffer text = {0};

	for (size_t i = from; i < path->length; i++) {
		if (i - from == NAMED_MOST) {
			buffer_printf(&text, "%zu more, ", path->length - i);
			break;
		}
		buffer_puts(&text, path->tasks[path->tasks_on[i]].id.text);
		buffer_puts(&text, ", ");
	}
	buffer_puts(&text, path->tasks[path->tasks_on[from]].id.text);
	return buffer_keep(&text, arena);
}

static void report_cycle(struct check *check, const struct path *path, size_t task)
{
	const struct exit_task *last = &path->tasks[path->tasks_on[path->length - 1]];
	size_t index = path->next[path->length - 1] - 1, from = path->length - 1;

	if (report_is_full(&check->report))
		return;
	while (path->tasks_on[from] != task)
		from--;
	report_value(&check->report, P110_TASK_CYCLE, &tasks_trail, &last->head, "after", index,
		&LIST_ITEMS(struct text_field, last->after)[index].leaf,
		cycle_text(check->arena, path, from), SUBJECTS(path->tasks[task].id.text));
}

static void push(struct path *path, size_t task)
{
	path->visits[task] = ON_PATH;
	path->tasks_on[path->length] = task;
	path->next[path->length++] = 0;
}

/* Follows the last task of the path one step, or drops it when nothing is left to follow. */
static void step(struct check *check, struct path *path)
{
	size_t at = path->tasks_on[path->length - 1];
	const struct exit_task *task = &path->tasks[at];
	const struct text_field *id;
	const struct exit_task *before;

	if (path->next[path->length - 1] == task->after.list.n) {
		path->visits[at] = DONE;
		path->length--;
		return;
	}
	id = &LIST_ITEMS(struct text_field, task->after)[path->next[path->length - 1]++];
	before = HAS(*id) ? (const struct exit_task *)index_find(&check->tasks.index, id->text)
			  : NULL;
	if (!before)
		return;
	at = (size_t)(before - path->tasks);
	if (path->visits[at] == ON_PATH)
		report_cycle(check, path, at);
	else if (path->visits[at] == UNSEEN)
		push(path, at);
}

void check_task_cycles(struct check *check)
{
	const struct list *list = &check->partner->exit.tasks.list;
	struct path path = {.tasks = list->items};

	if (FAULTY(*list) || !list->n)
		return;
	path.visits = arena_array(check->arena, list->n, sizeof(*path.visits));
	path.tasks_on = arena_array(check->arena, list->n, sizeof(*path.tasks_on));
	path.next = arena_array(check->arena, list->n, sizeof(*path.next));
	for (size_t i = 0; i < list->n; i++) {
		if (path.visits[i] == UNSEEN && HAS(path.tasks[i].id))
			push(&path, i);
		while (path.length)
			step(check, &path);
	}
}
