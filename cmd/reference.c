/*
 * Marks of man pages that list tables of the library. Another table is a function and a row
 * here.
 */
#include "docs.h"

#include <string.h>

#include "partner/calibration.h"
#include "partner/diag.h"
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

const struct docs_mark docs_reference_marks[] = {
	{"FIELDS", put_fields},
	{"MEASURES", put_measures},
	{"RULES", put_rules},
	{"SIGNS", put_signs},
	{NULL, NULL},
};
