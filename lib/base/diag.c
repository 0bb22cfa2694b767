/* Diagnostics: collecting, ordering and wording them. The rules' rows are in diag_rules.c. */
#include "partner/diag.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "partner/date.h"
#include "partner/utf8.h"

static const char *copy(struct arena *arena, const char *string)
{
	return string ? arena_copy(arena, string, strlen(string)) : NULL;
}

static struct diag *append(struct diag_list *list)
{
	list->items = arena_grow(
		list->arena, list->items, list->n, &list->capacity, sizeof(*list->items));
	return &list->items[list->n++];
}

/* Every `%` of a message is a place. */
static size_t count_places(const char *message)
{
	size_t places = 0;

	while ((message = strchr(message, '%'))) {
		places++;
		message++;
	}
	return places;
}

static void copy_subjects(struct arena *arena, struct diag *diag, va_list arguments)
{
	size_t places = count_places(diag_rule_info(diag->rule)->message);

	assert(places <= DIAG_SUBJECTS);
	for (size_t i = 0; i < places; i++) {
		const char *subject = va_arg(arguments, const char *);

		assert(subject);
		diag->subjects[i] = copy(arena, subject);
	}
}

struct diag *diag_add(struct diag_list *list, enum diag_rule rule, const char *path, struct span at,
	const char *pointer, const char *hint, ...)
{
	struct diag *diag;
	va_list arguments;

	assert(path && pointer);
	if (diag_rule_info(rule)->level == DIAG_ERROR)
		list->errors = true;
	if (list->n == DIAG_MOST) {
		list->dropped++;
		list->dropped_by[rule]++;
		return NULL;
	}
	diag = append(list);
	*diag = (struct diag){
		.rule = rule,
		.path = path,
		.prefix = list->prefix,
		.at = at,
		.pointer = copy(list->arena, pointer),
		.hint = copy(list->arena, hint),
		.muted_until = DATE_NONE,
	};
	va_start(arguments, hint);
	copy_subjects(list->arena, diag, arguments);
	va_end(arguments);
	return diag;
}

static int compare_numbers(uintmax_t a, uintmax_t b)
{
	return (a > b) - (a < b);
}

/* Compares pointers into one array; equals stay in the array's order. */
static int compare_places(const void *left, const void *right)
{
	const struct diag *a = *(const struct diag *const *)left;
	const struct diag *b = *(const struct diag *const *)right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = compare_numbers(a->at.line, b->at.line);
	if (!order)
		order = compare_numbers(a->at.column, b->at.column);
	if (!order)
		order = compare_numbers(a->rule, b->rule);
	return order ? order : (a > b) - (a < b);
}

void diag_sort(struct diag_list *list)
{
	struct arena scratch = {0};
	const struct diag **order;
	struct diag *sorted;

	if (list->n < 2)
		return;
	order = arena_array(&scratch, list->n, sizeof(const struct diag *));
	sorted = arena_array(&scratch, list->n, sizeof(*sorted));
	for (size_t i = 0; i < list->n; i++)
		order[i] = &list->items[i];
	qsort(order, list->n, sizeof(const struct diag *), compare_places);
	for (size_t i = 0; i < list->n; i++)
		sorted[i] = *order[i];
	memcpy(list->items, sorted, list->n * sizeof(*sorted));
	arena_free(&scratch);
}

void diag_put_message(struct buffer *buffer, const struct diag *diag)
{
	const char *rest = diag_rule_info(diag->rule)->message;
	const char *const *subject = diag->subjects;
	const char *place;

	while ((place = strchr(rest, '%'))) {
		const char *quote = place[1] == 's' ? "'" : "";

		buffer_add(buffer, rest, (size_t)(place - rest));
		buffer_puts(buffer, quote);
		utf8_puts_safe(buffer, *subject++);
		buffer_puts(buffer, quote);
		rest = place + 2;
	}
	buffer_puts(buffer, rest);
}

void diag_put_text(struct buffer *buffer, const struct diag *diag)
{
	diag_put_message(buffer, diag);
	if (diag->hint) {
		buffer_puts(buffer, "; ");
		utf8_puts_safe(buffer, diag->hint);
	}
}

void diag_put_line(struct buffer *buffer, const struct diag *diag)
{
	const struct diag_rule_info *info = diag_rule_info(diag->rule);

	if (diag->prefix)
		utf8_puts_safe(buffer, diag->prefix);
	utf8_puts_safe(buffer, diag->path);
	if (diag->at.line) {
		buffer_putc(buffer, ':');
		buffer_put_whole(buffer, diag->at.line);
		buffer_putc(buffer, ':');
		buffer_put_whole(buffer, diag->at.column);
	}
	buffer_puts(buffer, ": ");
	buffer_puts(buffer, diag_level_word(info->level));
	buffer_puts(buffer, ": ");
	diag_put_text(buffer, diag);
	buffer_puts(buffer, " [");
	buffer_puts(buffer, info->id);
	buffer_puts(buffer, "]\n");
}

const char *diag_level_word(enum diag_level level)
{
	static const char *const words[] = {
		[DIAG_OFF] = "off",
		[DIAG_NOTE] = "note",
		[DIAG_WARNING] = "warning",
		[DIAG_ERROR] = "error",
	};

	return words[level];
}
