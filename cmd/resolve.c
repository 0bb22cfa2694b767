/*
 * What the command line left open, settled by the environment that main read.
 */
#include "options.h"

#include <string.h>

#include "partner/date.h"
#include "partner/scalar.h"

/* What people ask for, and no command writes. */
static const char *const foreign[] = {"pdf", "docx", "xlsx", "pptx", "odt", "ods", NULL};

static bool ends_in(const char *name, const char *const *extensions)
{
	const char *point = strrchr(name, '.');

	for (; point && *extensions; extensions++) {
		if (strcmp(point + 1, *extensions) == 0)
			return true;
	}
	return false;
}

static bool has_extension(const char *name, const struct format *format)
{
	return ends_in(name, format->extensions);
}

static const char *infer_format(const struct command *command, const char *output)
{
	for (const char *const *name = command->formats; output && *name; name++) {
		if (has_extension(output, format_find(*name)))
			return *name;
	}
	return command->formats[0];
}

/* Text in a file called .csv would only be noticed by whoever opens it. */
static bool is_misnamed(const struct command *command, const char *output)
{
	for (const char *const *name = command->formats; *name; name++)
		if (has_extension(output, format_find(*name)))
			return false;
	for (const struct format *format = format_next(NULL); format; format = format_next(format))
		if (has_extension(output, format))
			return true;
	return ends_in(output, foreign);
}

static bool date_of_epoch(const char *text, int64_t now, int32_t *date, struct buffer *fault)
{
	const int64_t first = DATE_MIN * INT64_C(86400);
	const int64_t last = DATE_MAX * INT64_C(86400) + 86399;
	const char *hint = "write seconds since 1970, of the years 1 to 9999";
	int64_t seconds = now;

	if (text &&
		(whole_parse(text, strlen(text), &seconds, &hint) != SCALAR_OK || seconds < first ||
			seconds > last)) {
		buffer_printf(fault, "invalid SOURCE_DATE_EPOCH '%s'; %s", text, hint);
		return false;
	}
	*date = instant_date((struct instant){.seconds = seconds});
	return true;
}

bool options_resolve(const struct command *command, const char *source_date_epoch, int64_t now,
	struct settings *settings, struct buffer *fault)
{
	if (settings->output && strcmp(settings->output, "-") == 0)
		settings->output = NULL;
	if (!settings->format && !settings->standalone && settings->output &&
		is_misnamed(command, settings->output)) {
		buffer_printf(fault, "no format for '%s'; choose one with -O", settings->output);
		return false;
	}
	if (!settings->format)
		settings->format = infer_format(command, settings->output);
	settings->dated = settings->as_of != DATE_NONE;
	return settings->dated || date_of_epoch(source_date_epoch, now, &settings->as_of, fault);
}

bool options_color(enum color_when when, const char *no_color, const char *term, bool terminal)
{
	if (when != COLOR_AUTO)
		return when == COLOR_ALWAYS;
	if (no_color && *no_color)
		return false;
	return terminal && term && *term && strcmp(term, "dumb") != 0;
}
