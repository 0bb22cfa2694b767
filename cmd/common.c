/*
 * What all commands share: options, formats, the meaning of the exit statuses.
 */
#include "command.h"

#include <assert.h>
#include <string.h>

static const char *const color_words[] = {"auto", "always", "never", NULL};

/* clang-format off */
const struct option common_options[] = {
	{.name = "format", .letter = 'O', SETS_CHOICE(format), .argument = "FORMAT",
	 .doc = "write this format; when absent, the extension of the output file decides"},
	{.letter = 'j', SETS_SET(format), .set = "json",
	 .doc = "the same as -O json"},
	{.name = "output", .letter = 'o', SETS_FILE(output), .argument = "FILE",
	 .doc = "write to this file, which is replaced only when all is written"},
	{.name = "as-of", SETS_DATE(as_of), .argument = "DATE",
	 .doc = "judge as of the end of this day; when absent, of the day in "
		"SOURCE_DATE_EPOCH, else of today, UTC"},
	{.name = "policy", SETS_FILE(policy), .argument = "FILE",
	 .doc = "use this policy, which may be REV:PATH, for all partners instead of the nearest "
		"policy.yaml"},
	{.name = "people", SETS_FILE(people), .argument = "FILE",
	 .doc = "read our own people from this file, which may be REV:PATH, instead of the "
		"nearest people.yaml"},
	{.name = "files-from", SETS_FILE(files_from), .argument = "FILE",
	 .doc = "read further operands from this file, one a line; - is standard input"},
	{.letter = 'z', SETS_FLAG(zero),
	 .doc = "names read by --files-from end in NUL, as find -print0 writes them"},
	{.name = "jobs", SETS_WHOLE(jobs), .argument = "N", .least = 1, .most = 1024,
	 .doc = "work on so many files at once; when absent, as many as there are processors. "
		"Those of a revision, and those that lines of JSON name, come one by one. "
		"The results are the same for any number"},
	{.name = "color", SETS_CHOOSE(color), .argument = "WHEN", .choices = color_words,
	 .base = COLOR_AUTO, .preset = "auto",
	 .doc = "colour the text; auto does so on a terminal, unless TERM is dumb or "
		"NO_COLOR is set"},
	{.name = "ascii", SETS_FLAG(ascii),
	 .doc = "draw text output with ASCII characters only"},
	{.name = "quiet", .letter = 'q', SETS_FLAG(quiet),
	 .doc = "print no counts and no progress on standard error"},
	{.name = "exit-zero", SETS_FLAG(exit_zero),
	 .doc = "exit with 0 where the status would be 1"},
	{.name = "help", .letter = 'h', .kind = OPTION_HELP,
	 .doc = "print this summary and exit"},
	{.name = "version", .letter = 'V', .kind = OPTION_VERSION,
	 .doc = "print the version and exit"},
	{.name = NULL},
};

static const struct format formats[] = {
	{"text", {"txt", "text"}, "for reading, in 80 columns or those of the terminal"},
	{"table", {NULL}, "one line each, for sort, awk and the eye"},
	{"json", {"json", "jsonl", "ndjson"}, "JSON lines: one object a line, keys sorted"},
	{"markdown", {"md", "markdown"}, "for merge requests and wikis"},
	{"html", {"html", "htm"}, "one page that needs no other file"},
	{"csv", {"csv"}, "for spreadsheets"},
	{"ics", {"ics"}, "dates for a calendar"},
	{"metrics", {"prom"}, "samples that Prometheus collects from a file"},
	{"yaml", {"yaml", "yml"}, "a file to review and commit"},
	{"sarif", {"sarif"}, "SARIF 2.1.0, for code scanning"},
	{"github", {NULL}, "annotations of a GitHub workflow"},
	{"gitlab", {NULL}, "a GitLab Code Quality report"},
	{"junit", {"xml"}, "a JUnit test report"},
};
/* clang-format on */

#define COMMON_OPTIONS (sizeof(common_options) / sizeof(*common_options))
#define FORMATS (sizeof(formats) / sizeof(*formats))

static bool closes(const struct option *row)
{
	return row->name == NULL && row->letter == 0;
}

const struct option *option_next(const struct command *command, const struct option *row)
{
	const struct option *next = row ? row + 1 : command->options;

	if (next == NULL)
		next = common_options;
	if (!closes(next))
		return next;
	return next == &common_options[COMMON_OPTIONS - 1] ? NULL : common_options;
}

const char *const *option_choices(const struct command *command, const struct option *row)
{
	if (row->kind != OPTION_CHOICE && row->kind != OPTION_CHOOSE)
		return NULL;
	return row->choices ? row->choices : command->formats;
}

bool option_takes_argument(const struct option *row)
{
	switch (row->kind) {
	case OPTION_FLAG:
	case OPTION_SET:
	case OPTION_HELP:
	case OPTION_VERSION:
		return false;
	default:
		return true;
	}
}

const struct format *format_next(const struct format *format)
{
	const struct format *next = format ? format + 1 : formats;

	return next < formats + FORMATS ? next : NULL;
}

const struct format *format_find(const char *name)
{
	size_t i = 0;

	while (i < FORMATS && strcmp(formats[i].name, name) != 0)
		i++;
	assert(i < FORMATS);
	return &formats[i];
}

const char *status_doc(const struct command *command, enum status status)
{
	switch (status) {
	case STATUS_FINE:
		return "all is well";
	case STATUS_FOUND:
		return command->found ? command->found : "there were findings";
	case STATUS_FAULT:
		return "wrong usage, input that could not be read, or output that could not be "
		       "written; what could be done was done";
	case STATUS_BUG:
		break;
	}
	return "a fault of the program itself";
}
