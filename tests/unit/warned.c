#include "warned.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void put_warning(struct buffer *buffer, const struct plan_warning *warning)
{
	buffer_printf(buffer, "%s ", warning->level);
	if (strcmp(warning->path, "acme.yaml") != 0)
		buffer_printf(buffer, "%s:", warning->path);
	buffer_put_whole(buffer, warning->line);
	if (warning->muted != DATE_NONE) {
		buffer_puts(buffer, " until ");
		date_put(buffer, warning->muted);
	}
	buffer_printf(buffer, ": %s\n", warning->message);
}

void check_warnings(const struct plan_text *text, const char *id, const char *expected)
{
	const struct exit_warning_info *info = exit_warning_info(exit_warning_find(id));
	struct planned planned;
	struct buffer found = {0};

	plan_open(&planned, text);
	for (size_t i = 0; i < planned.plan->warnings.n; i++) {
		const struct plan_warning *warning =
			PLAN_ITEM(struct plan_warning, planned.plan->warnings, i);

		if (strcmp(warning->id, id) != 0)
			continue;
		assert_string_equal(warning->rule, info->rule);
		put_warning(&found, warning);
	}
	assert_string_equal(buffer_keep(&found, &planned.arena), expected);
	plan_close(&planned);
}
