/*
 * Marks of man pages that list tables of the library. Another table is a function and a row
 * here.
 */
#include "docs.h"

#include <string.h>

#include "partner/diag.h"
#include "partner/man.h"
#include "partner/partner.h"
#include "partner/policy.h"

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

const struct docs_mark docs_reference_marks[] = {
	{"FIELDS", put_fields},
	{"RULES", put_rules},
	{NULL, NULL},
};
