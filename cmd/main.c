/*
 * The frame of every command: compiled once for each, with COMMAND its row.
 *
 *   command.h     what a command is: settings, options, the row      common.c
 *   options.c     the command line → settings, operands              resolve.c: defaults
 *   help.c        --help                                             complain.c: messages
 *   files_from.c  --files-from                                       output.c: results
 *   input.c       operands → documents, faults told                  partner.c: the driver
 *   docs.c        fills templates of man pages, at build time        mdoc.c: what commands are
 *                 and writes completions: completion.c               reference.c: what tables hold
 *
 * What a command does is in the file of its name, and that calls the library: see the
 * headers in include/partner.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "complain.h"
#include "files_from.h"
#include "help.h"
#include "options.h"
#include "output.h"
#include "partner/json_value.h"
#include "partner/source.h"
#include "partner/version.h"
#include "yaml_memory.h"

extern char **environ; /* which no header of POSIX declares */

/*
 * A closed standard stream would be taken by the next file that is opened. What stands in
 * for it cannot be used the way it is meant, so that using it is still an error.
 */
static void occupy_standard_streams(void)
{
	static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
			(void)!open("/dev/null", modes[fd]);
	}
}

static void end_by_signal(int number)
{
	output_remove_temporary();
	if (number == SIGABRT)
		_exit(STATUS_BUG); /* an assertion failed and said so */
	raise(number);
}

/*
 * What was ignored, as under nohup, stays ignored. A limit on the size of files is told as a
 * full disk is.
 */
static void catch_signals(void)
{
	static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU, SIGABRT};
	struct sigaction action = {.sa_handler = end_by_signal};
	struct sigaction old;

	action.sa_flags = (int)SA_RESETHAND;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
	signal(SIGXFSZ, SIG_IGN);
}

/* A reader that went away has seen enough: that is no news to anybody. */
static bool close_output(struct output *output)
{
	const char *path = output->path;

	if (output_close(output))
		return true;
	if (errno == EPIPE)
		return false;
	if (path)
		complain_errno(errno, "cannot write '%s'", path);
	else
		complain_errno(errno, "cannot write standard output");
	return false;
}

static bool open_output(struct output *output, const struct settings *settings)
{
	if (!output_open(output, settings->output)) {
		complain_errno(errno, "cannot write '%s'", settings->output);
		return false;
	}
	output->color = options_color((enum color_when)settings->color, getenv("NO_COLOR"),
		getenv("TERM"), output->terminal);
	return true;
}

/* Replacing what is being read is never what was meant. */
static bool is_input(const struct settings *settings, const struct operands *operands)
{
	const char *const others[] = {
		settings->policy, settings->people, settings->files_from, settings->baseline};

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (same_file(others[i], settings->output))
			return true;
	for (size_t i = 0; i < operands->n; i++)
		if (same_file(operands->items[i], settings->output))
			return true;
	return false;
}

/*
 * A folder's files are found only while reading, so a YAML file that is there already is
 * never replaced by results, unless they are YAML and the file is an earlier one of them.
 */
static bool may_be_input(const struct command *command, const struct settings *settings)
{
	const char *point = settings->output ? strrchr(settings->output, '.') : NULL;

	if (!point || settings->standalone ||
		(strcmp(point, ".yaml") != 0 && strcmp(point, ".yml") != 0) ||
		access(settings->output, F_OK) != 0)
		return false;
	return strcmp(settings->format, "yaml") != 0 || !command->may_replace ||
		!command->may_replace(settings->output);
}

static int run(const struct command *command, const struct settings *settings,
	const struct operands *operands)
{
	struct output output;
	int status;

	if (is_input(settings, operands) || may_be_input(command, settings)) {
		complain("cannot write '%s': it is an input, or may be one", settings->output);
		return STATUS_FAULT;
	}
	if (!open_output(&output, settings))
		return STATUS_FAULT;
	status = command->run(settings, operands, &output);
	if (status < STATUS_FINE || status > STATUS_BUG)
		status = STATUS_BUG;
	/* where there is nothing to show, an earlier file is worth more than an empty one */
	if (status >= STATUS_FAULT && !output.used && output.buffer.length == 0)
		output_abandon(&output);
	if (!close_output(&output) && status != STATUS_BUG)
		status = STATUS_FAULT;
	return status == STATUS_FOUND && settings->exit_zero ? STATUS_FINE : status;
}

static int print(const struct command *command, enum request request)
{
	struct output output;

	output_open(&output, NULL);
	if (request == REQUEST_HELP)
		help_put(&output.buffer, command, output.columns);
	else
		buffer_printf(&output.buffer, "partner-%s %s\n", command->name, PARTNER_VERSION);
	return close_output(&output) ? STATUS_FINE : STATUS_FAULT;
}

static int refuse(const struct command *command, struct buffer *fault)
{
	struct buffer usage = {0};

	complain("%.*s", (int)fault->length, fault->data);
	help_put_usage(&usage, command, 80);
	complain_lines(&usage);
	buffer_free(&usage);
	return STATUS_FAULT;
}

/* Operands from the list and, when none was named anywhere, standard input. */
static bool complete_operands(
	const struct settings *settings, struct arena *arena, struct operands *operands)
{
	static char standard_input[] = "-";

	if (settings->files_from) {
		if (files_from(settings->files_from, settings->zero, arena, operands))
			return true;
		if (errno == EILSEQ)
			complain("NUL in '%s'; add -z", settings->files_from);
		else
			complain_errno(errno, "cannot read '%s'", settings->files_from);
		return false;
	}
	if (operands->n == 0 && !settings->standalone)
		operands->items[operands->n++] = standard_input;
	return true;
}

static bool lacks_input(const struct settings *settings, const struct operands *operands)
{
	return operands->n == 0 && !settings->files_from && !settings->standalone &&
		isatty(STDIN_FILENO) == 1;
}

/* Whether all names may be read at all. Ids for templates and the like are no such names. */
static bool check_names(
	const struct settings *settings, const struct operands *operands, struct buffer *fault)
{
	const char *const others[] = {settings->policy, settings->people};

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (others[i] && !source_name_check(others[i], fault))
			return false;
	for (size_t i = 0; !settings->standalone && i < operands->n; i++)
		if (!source_name_check(operands->items[i], fault))
			return false;
	return true;
}

static int start(
	const struct command *command, char **argv, struct arena *arena, struct buffer *fault)
{
	struct settings settings;
	struct operands operands;
	enum request request = options_parse(command, argv, arena, &settings, &operands, fault);

	if (request == REQUEST_HELP || request == REQUEST_VERSION)
		return print(command, request);
	if (request == REQUEST_FAULT ||
		!options_resolve(
			command, getenv("SOURCE_DATE_EPOCH"), time(NULL), &settings, fault))
		return refuse(command, fault);
	if (lacks_input(&settings, &operands)) {
		buffer_printf(fault, "no input; name a file or a folder");
		return refuse(command, fault);
	}
	if (!complete_operands(&settings, arena, &operands))
		return STATUS_FAULT;
	if (!check_names(&settings, &operands, fault) ||
		(command->check && !command->check(&settings, &operands, fault)))
		return refuse(command, fault);
	settings.environment = environ;
	return run(command, &settings, &operands);
}

int main(int argc, char **argv)
{
	struct arena arena = {0};
	struct buffer fault = {0};
	int status;

	(void)argc;
	complain_name(arena_printf(&arena, "partner-%s", COMMAND.name));
	occupy_standard_streams();
	catch_signals();
	atexit(output_remove_temporary);
	json_prepare();
	status = start(&COMMAND, argv, &arena, &fault);
	buffer_free(&fault);
	arena_free(&arena);
	yaml_memory_release();
	return status;
}
