/* What each format of partner-diff does with a change. */
#include <stdlib.h>
#include <string.h>

#include "diff.h"
#include "partner/findings.h"
#include "partner/write.h"

struct diff_format {
	const char *name;
	/* Draws one change. */
	void (*draw)(struct telling *telling, const struct change *change, struct told *told);
	/* Prints all that was drawn, in order. */
	void (*print)(struct telling *telling, const struct changes *changes);
	bool by_id; /* in order of ids, not of what matters most */
};

static struct buffer *buffer_of(struct telling *telling)
{
	return &telling->output->buffer;
}

/* ---- text ---- */

static void draw_text(struct telling *telling, const struct change *change, struct told *told)
{
	struct buffer text = {0};

	change_put_text(&text, change, &telling->style);
	told->text = buffer_keep(&text, &telling->arena);
}

static void print_text(struct telling *telling, const struct changes *changes)
{
	for (size_t i = 0; i < telling->n; i++) {
		buffer_puts(buffer_of(telling), telling->items[i].text);
		buffer_putc(buffer_of(telling), '\n');
		output_flush_some(telling->output);
	}
	changes_put_text(buffer_of(telling), changes, &telling->style);
}

/* ---- JSON ---- */

static void draw_json(struct telling *telling, const struct change *change, struct told *told)
{
	struct buffer text = {0};

	write_json_line(&text, &change_record, change);
	told->text = buffer_keep(&text, &telling->arena);
}

static void print_json(struct telling *telling, const struct changes *changes)
{
	for (size_t i = 0; i < telling->n; i++) {
		buffer_puts(buffer_of(telling), telling->items[i].text);
		output_flush_some(telling->output);
	}
	write_json_line(buffer_of(telling), &changes_record, changes);
}

/* ---- Markdown ---- */

static void draw_markdown(struct telling *telling, const struct change *change, struct told *told)
{
	struct buffer text = {0};

	change_put_markdown_row(&text, change);
	told->text = buffer_keep(&text, &telling->arena);
	change_put_markdown_details(&text, change);
	told->details = buffer_keep(&text, &telling->arena);
}

static void print_markdown(struct telling *telling, const struct changes *changes)
{
	size_t n = telling->n;
	const char **rows = arena_array(&telling->arena, n, sizeof(*rows));
	const char **details = arena_array(&telling->arena, n, sizeof(*details));

	for (size_t i = 0; i < n; i++) {
		rows[i] = telling->items[i].text;
		details[i] = telling->items[i].details;
	}
	changes_join_markdown(buffer_of(telling), changes, rows, details, n);
}

/* ---- annotations ---- */

/* Paths at a revision start at the repository's top, those on disk in the current folder. */
static const char *place_on_disk(void *context, struct arena *arena, const char *path)
{
	return repository_path(context, arena, path);
}

static const char *place_at_revision(void *context, struct arena *arena, const char *path)
{
	(void)context;
	(void)arena;
	return path;
}

static void draw_github(struct telling *telling, const struct change *change, struct told *told)
{
	const struct change_end *end = change->to ? change->to : change->from;
	change_place place = end && end->revision ? place_at_revision : place_on_disk;
	struct buffer text = {0};

	told->level = change_put_annotation(&text, change, place, &telling->repository);
	told->text = buffer_keep(&text, &telling->arena);
}

static void print_github(struct telling *telling, const struct changes *changes)
{
	struct annotations annotations = {.tool = "partner-diff"};

	(void)changes;
	for (size_t i = 0; i < telling->n; i++)
		annotations_add_line(&annotations, telling->items[i].level, telling->items[i].text);
	annotations_end(&annotations, buffer_of(telling));
}

static const struct diff_format diff_formats[] = {
	{.name = "text", .draw = draw_text, .print = print_text},
	{.name = "json", .draw = draw_json, .print = print_json, .by_id = true},
	{.name = "markdown", .draw = draw_markdown, .print = print_markdown},
	{.name = "github", .draw = draw_github, .print = print_github},
};

/* ---- what all have in common ---- */

static int compare_told(const void *left, const void *right)
{
	const struct told *a = left, *b = right;

	return change_compare(&a->key, &b->key);
}

static int compare_ids(const void *left, const void *right)
{
	const struct told *a = left, *b = right;

	return strcmp(a->key.partner, b->key.partner);
}

void telling_init(struct telling *telling, const struct settings *settings, struct output *output)
{
	size_t i = 0;

	*telling = (struct telling){
		.output = output,
		.style = {settings->ascii, output->color, false, output->columns},
	};
	for (size_t k = 0; k < settings->gates.n; k++)
		gates_add(&telling->gates, &telling->arena, settings->gates.items[k], NULL);
	while (strcmp(diff_formats[i].name, settings->format) != 0)
		i++;
	telling->format = &diff_formats[i];
}

void telling_free(struct telling *telling)
{
	repository_free(&telling->repository);
	arena_free(&telling->arena);
}

/* The change with the gates that it meets. */
static struct change judge_gates(
	struct telling *telling, const struct change *change, struct told *told)
{
	const struct gates *gates = &telling->gates;
	const char **names = arena_array(&telling->arena, gates->n, sizeof(*names));
	bool *met = arena_array(&telling->arena, gates->n, sizeof(*met));
	struct change judged = *change;

	judged.gates = (struct array){names, 0};
	for (size_t i = 0; i < gates->n; i++) {
		met[i] = gate_met(&gates->items[i], change);
		if (met[i])
			names[judged.gates.n++] = gates->items[i].text;
	}
	told->met = met;
	return judged;
}

/* What the order needs of a change that is forgotten. */
static void keep_key(struct telling *telling, struct told *told, const struct change *change)
{
	told->key = (struct change){
		.partner = arena_copy(&telling->arena, change->partner, strlen(change->partner)),
		.status = change->status,
		.delta = change->delta,
		.gates = change->gates,
	};
}

void telling_add(struct telling *telling, const struct change *change)
{
	struct told *told;
	struct change judged;

	telling->items = arena_grow(&telling->arena, telling->items, telling->n, &telling->capacity,
		sizeof(*telling->items));
	told = &telling->items[telling->n++];
	*told = (struct told){0};
	judged = judge_gates(telling, change, told);
	telling->met |= judged.gates.n > 0;
	keep_key(telling, told, &judged);
	telling->format->draw(telling, &judged, told);
}

static void count(const struct telling *telling, struct changes *changes)
{
	int64_t *const counts[] = {
		[CHANGE_ADDED] = &changes->added,
		[CHANGE_CHANGED] = &changes->changed,
		[CHANGE_REMOVED] = &changes->removed,
	};

	for (size_t i = 0; i < telling->n; i++)
		(*counts[telling->items[i].key.status])++;
}

static struct array partners_at(struct telling *telling, size_t gate)
{
	const char **names = arena_array(&telling->arena, telling->n, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < telling->n; i++)
		if (telling->items[i].met[gate])
			names[n++] = telling->items[i].key.partner;
	return (struct array){names, n};
}

static struct array make_gates(struct telling *telling)
{
	size_t n = telling->gates.n;
	struct changes_gate *rows = arena_array(&telling->arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct changes_gate){
			telling->gates.items[i].text, partners_at(telling, i)};
	return (struct array){rows, n};
}

void telling_end(struct telling *telling, struct changes *changes)
{
	if (telling->n)
		qsort(telling->items, telling->n, sizeof(*telling->items),
			telling->format->by_id ? compare_ids : compare_told);
	count(telling, changes);
	changes->gates = make_gates(telling);
	telling->format->print(telling, changes);
}
