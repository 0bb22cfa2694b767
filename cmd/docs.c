/*
 * docs: fills the templates of man pages and writes the completions of shells, at build time.
 *
 *   docs man man/partner-score.1.in     the template, its marks replaced
 *   docs completion bash|zsh|fish       for all commands
 *
 * A mark is a line of its own, as in docs.h. The page's command is the one that the file's
 * name or a line `@COMMAND name@` says; `@INCLUDE file@` stands for a file beside the template,
 * which may have marks as well. mdoc.c writes what commands are, reference.c what the
 * library's tables hold, completion.c the completions.
 */
#include "docs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "complain.h"
#include "output.h"

const struct command *const docs_commands[] = {
	&command_calibrate,
	&command_check,
	&command_diff,
	&command_exit_plan,
	&command_report,
	&command_score,
	NULL,
};

struct page {
	const char *path;
	unsigned long line;
	const struct command *command;
	struct output *output;
};

static const struct command *find_command(const char *name, size_t length)
{
	for (const struct command *const *command = docs_commands; *command; command++) {
		if (strlen((*command)->name) == length &&
			strncmp((*command)->name, name, length) == 0)
			return *command;
	}
	return NULL;
}

/* The command of man/partner-score.1.in. */
static const struct command *command_of_path(const char *path)
{
	static const char prefix[] = "partner-";
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;

	if (strncmp(name, prefix, sizeof(prefix) - 1) != 0)
		return NULL;
	name += sizeof(prefix) - 1;
	return find_command(name, strcspn(name, "."));
}

static docs_writer *find_writer(const char *name)
{
	static const struct docs_mark *const tables[] = {docs_command_marks, docs_reference_marks};

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		for (const struct docs_mark *mark = tables[i]; mark->name; mark++) {
			if (strcmp(mark->name, name) == 0)
				return mark->write;
		}
	}
	return NULL;
}

static bool refuse(
	const struct page *page, const char *fault, const char *name, const char *argument)
{
	complain("%s:%lu: %s '@%s%s%s@'", page->path, page->line, fault, name, *argument ? " " : "",
		argument);
	return false;
}

static bool fill_template(struct page *page);

/* A file beside the template, with marks of its own. */
static bool include(const struct page *page, const char *name)
{
	const char *slash = strrchr(page->path, '/');
	int folder = slash ? (int)(slash - page->path) + 1 : 0;
	struct page part = {.command = page->command, .output = page->output};
	struct buffer path = {0};
	bool good;

	buffer_printf(&path, "%.*s%s", folder, page->path, name);
	buffer_putc(&path, '\0');
	part.path = path.data;
	good = fill_template(&part);
	buffer_free(&path);
	return good;
}

/* `mark` is the line without its two @; it is cut in two. */
static bool replace_mark(struct page *page, char *mark)
{
	char *space = strchr(mark, ' ');
	const char *argument = "";
	docs_writer *write;

	if (space) {
		*space = '\0';
		argument = space + 1;
	}
	if (strcmp(mark, "COMMAND") == 0) {
		page->command = find_command(argument, strlen(argument));
		return page->command || refuse(page, "unknown command in", mark, argument);
	}
	if (strcmp(mark, "INCLUDE") == 0)
		return include(page, argument);
	write = find_writer(mark);
	if (!write)
		return refuse(page, "unknown mark", mark, argument);
	if (!write(&page->output->buffer, page->command, argument))
		return refuse(page, "nothing to write for", mark, argument);
	return true;
}

static bool copy_line(struct page *page, char *line, size_t length)
{
	if (length > 3 && line[0] == '@' && line[length - 2] == '@') {
		line[length - 2] = '\0';
		return replace_mark(page, line + 1);
	}
	buffer_add(&page->output->buffer, line, length);
	return true;
}

static bool fill_template(struct page *page)
{
	FILE *file = fopen(page->path, "r");
	char *line = NULL;
	size_t capacity = 0;
	ssize_t length;
	bool good = true;

	if (!file) {
		complain_errno(errno, "cannot open '%s'", page->path);
		return false;
	}
	while ((length = getline(&line, &capacity, file)) > 0) {
		page->line++;
		good &= copy_line(page, line, (size_t)length);
	}
	if (ferror(file)) {
		complain_errno(errno, "cannot read '%s'", page->path);
		good = false;
	}
	free(line);
	fclose(file);
	return good;
}

static bool write_docs(const char *verb, const char *what, struct output *output)
{
	struct page page = {.path = what, .command = command_of_path(what), .output = output};

	if (strcmp(verb, "man") == 0)
		return fill_template(&page);
	if (strcmp(verb, "completion") == 0 && completion_put(&output->buffer, what))
		return true;
	complain("usage: docs man FILE.in, or docs completion bash|zsh|fish");
	return false;
}

int main(int argc, char **argv)
{
	struct output output;
	bool good;

	complain_name("docs");
	output_open(&output, NULL);
	good = write_docs(argc == 3 ? argv[1] : "", argc == 3 ? argv[2] : "", &output);
	if (!good)
		output_abandon(&output);
	if (!output_close(&output)) {
		complain_errno(errno, "cannot write standard output");
		good = false;
	}
	return good ? STATUS_FINE : STATUS_FAULT;
}
