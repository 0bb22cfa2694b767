/*
 * Marks of man pages that list tables of the library. Another table is a function and a row
 * here.
 */
#include "docs.h"

#include <string.h>

#include "partner/calibration.h"
#include "partner/diag.h"
#include "partner/exit_templates.h"
#include "partner/exit_warnings.h"
#include "partner/man.h"
#include "partner/measure.h"
#include "partner/partner.h"
#include "partner/policy.h"
#include "partner/signs.h"

/* The fields of the file formats: `@FIELDS partner@`. */
static bool put_fields(struct buffer *buffer, const struct command *command, const char *argument)
{
	static const struct {
		const char *name;
		const struct record *record;
	} formats[] = {
		{"partner", &partner_record},
		{"people", &people_record},
		{"policy", &policy_record},
		{"calibration", &calibration_record},
	};

	(void)command;
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		if (strcmp(formats[i].name, argument) == 0) {
			man_put_fields(buffer, formats[i].record);
			return true;
		}
	}
	return false;
}

static bool put_rules(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)command;
	(void)argument;
	buffer_puts(buffer, MDOC_LIST);
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const struct diag_rule_info *info = diag_rule_info(rule);

		buffer_printf(buffer, ".It %s Cm %s Pq %s\n", info->id, info->name,
			diag_level_word(info->level));
		man_put_sentence(buffer, info->doc);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

static void put_scale(struct buffer *buffer, const struct measure_info *info)
{
	buffer_puts(buffer, "Scale: ");
	for (size_t i = 0; i < info->knots; i++)
		buffer_printf(buffer, "%s%g \\(-> %g", i ? ", " : "", info->scale[i][0],
			info->scale[i][1]);
	buffer_puts(buffer, ".\n");
}

static bool put_measures(struct buffer *buffer, const struct command *command, const char *argument)
{
	size_t n;
	const struct measure_info *measures = measure_catalogue(&n);

	(void)command;
	(void)argument;
	buffer_puts(buffer, MDOC_LIST);
	for (size_t i = 0; i < n; i++) {
		buffer_printf(buffer, ".It Cm %s Pq %s\n", measures[i].id, measures[i].unit);
		man_put_sentence(buffer, measures[i].doc);
		if (measures[i].knots)
			put_scale(buffer, &measures[i]);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

static void put_parameters(struct buffer *buffer, const struct sign_info *sign)
{
	if (!sign->parameters[0])
		return;
	buffer_puts(buffer, "Parameters:\n");
	for (size_t i = 0; sign->parameters[i]; i++)
		buffer_printf(buffer, ".Cm %s%s\n", sign->parameters[i],
			sign->parameters[i + 1] ? " ," : " .");
}

/* Its name, how loud it is, whether it counts. */
static void put_sign_term(struct buffer *buffer, const struct sign_info *sign)
{
	buffer_printf(buffer, ".It Cm %s Pq %s", sign->id, sign_level_words[sign->level]);
	if (sign->moves)
		buffer_puts(buffer, " , moves the standing");
	if (sign->moves && sign->level == SIGN_NOTE)
		buffer_puts(buffer, " as a warning");
	buffer_putc(buffer, '\n');
}

static bool put_signs(struct buffer *buffer, const struct command *command, const char *argument)
{
	size_t n;
	const struct sign_info *signs = sign_catalogue(&n);

	(void)command;
	(void)argument;
	buffer_puts(buffer, MDOC_LIST);
	for (size_t i = 0; i < n; i++) {
		put_sign_term(buffer, &signs[i]);
		man_put_sentence(buffer, signs[i].doc);
		if (signs[i].conduct)
			man_put_sentence(buffer, "repeated after a talk, it may lead to exit");
		buffer_puts(buffer, ".Em Advice :\n");
		man_put_sentence(buffer, signs[i].advice);
		put_parameters(buffer, &signs[i]);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

/* ---- exit plans ---- */

static bool put_warnings(struct buffer *buffer, const struct command *command, const char *argument)
{
	(void)command;
	(void)argument;
	buffer_puts(buffer, MDOC_LIST);
	for (int i = 0; i < EXIT_WARNINGS; i++) {
		const struct exit_warning_info *info = exit_warning_info((enum exit_warning)i);

		buffer_printf(buffer, ".It Cm %s %s Pq %s\n", info->id, info->rule,
			diag_level_word(info->level));
		man_put_sentence(buffer, info->doc);
	}
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

/* How long a task takes: once when it is the same for all kinds. */
static void put_takes(struct buffer *buffer, const struct exit_template *task)
{
	size_t n = task->kind || !memcmp(task->takes, task->takes + 1, 3 * sizeof(*task->takes))
		? 1
		: COUNT_OF(task->takes);
	char text[16];

	for (size_t i = 0; i < n; i++)
		buffer_printf(buffer, "%s%s", i ? ", " : "", duration_format(task->takes[i], text));
}

static void put_template(struct buffer *buffer, const struct exit_template *task)
{
	buffer_printf(buffer, ".It Cm %s\n", task->id);
	man_put_sentence(buffer, task->title);
	buffer_puts(buffer, "Takes ");
	put_takes(buffer, task);
	buffer_puts(buffer, task->side == SIDE_US ? "; ours" : "; the partner's");
	if (task->kind)
		buffer_printf(buffer, "; only for kind %s", task->kind);
	if (task->assisted)
		buffer_puts(buffer, "; not in a stressed plan");
	buffer_puts(buffer, ".\n");
	if (!task->after[0])
		return;
	buffer_puts(buffer, "After\n");
	for (size_t i = 0; i < TEMPLATE_AFTER && task->after[i]; i++)
		buffer_printf(buffer, ".Cm %s%s\n", task->after[i],
			i + 1 < TEMPLATE_AFTER && task->after[i + 1] ? " ," : " .");
	if (task->also_after)
		buffer_printf(buffer, "For kind %s also after\n.Cm %s .\n", task->also_kind,
			task->also_after);
}

static bool put_templates(
	struct buffer *buffer, const struct command *command, const char *argument)
{
	size_t n;
	const struct exit_template *templates = exit_templates(&n);

	(void)command;
	(void)argument;
	buffer_puts(buffer, MDOC_LIST);
	for (size_t i = 0; i < n; i++)
		put_template(buffer, &templates[i]);
	buffer_puts(buffer, MDOC_LIST_END);
	return true;
}

const struct docs_mark docs_reference_marks[] = {
	{"FIELDS", put_fields},
	{"MEASURES", put_measures},
	{"RULES", put_rules},
	{"SIGNS", put_signs},
	{"TEMPLATES", put_templates},
	{"WARNINGS", put_warnings},
	{NULL, NULL},
};
