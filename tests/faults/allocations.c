/*
 * Runs a program again and again, and each time another allocation fails:
 *
 *   allocations INTERPOSE OUTPUT ALL EVERY COMMAND…
 *
 * INTERPOSE is the object made of interpose.c. Of the allocations of the command the first ALL
 * fail, then every EVERYth. OUTPUT is the file that the command is told to write, or - for
 * standard output. Each run has to end with status 2 and `out of memory`, its output untouched;
 * or, where a library goes on without the memory, exactly as without a fault.
 */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT_TO 200
#define MOST ((size_t)1 << 24)
#define BEFORE "what was there before\n"

struct text {
	char *bytes;
	size_t length;
};

struct outcome {
	int status; /* of waitpid() */
	struct text output;
	struct text errors;
};

static const char *interpose;
static const char *output; /* NULL for standard output */
static char **command;

/* Where no other fault is of any use. */
static _Noreturn void give_up(const char *what)
{
	fprintf(stderr, "allocations: %s: %s\n", what, strerror(errno));
	exit(3);
}

static struct text slurp(const char *path)
{
	struct text text = {malloc(MOST), 0};
	FILE *file = fopen(path, "r");

	if (!text.bytes || !file)
		give_up(path);
	text.length = fread(text.bytes, 1, MOST, file);
	fclose(file);
	return text;
}

static void spill(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (!file || fputs(text, file) == EOF || fclose(file) == EOF)
		give_up(path);
}

static void direct(const char *path, int fd)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (file < 0 || dup2(file, fd) < 0)
		give_up(path);
	close(file);
}

static _Noreturn void become(unsigned long failing)
{
	char fault[32];

	snprintf(fault, sizeof(fault), "alloc:%lu", failing);
	direct("stdout", STDOUT_FILENO);
	direct("stderr", STDERR_FILENO);
	direct("count", COUNT_TO);
	if (setenv("FAULT", fault, 1) || setenv("LD_PRELOAD", interpose, 1))
		give_up(fault);
	execv(command[0], command);
	give_up(command[0]);
}

static struct outcome run(unsigned long failing)
{
	struct outcome outcome;
	pid_t pid;

	if (output)
		spill(output, BEFORE);
	pid = fork();
	if (pid == 0)
		become(failing);
	if (pid < 0 || waitpid(pid, &outcome.status, 0) < 0)
		give_up(command[0]);
	outcome.output = slurp(output ? output : "stdout");
	outcome.errors = slurp("stderr");
	return outcome;
}

static void forget(struct outcome *outcome)
{
	free(outcome->output.bytes);
	free(outcome->errors.bytes);
}

/* ---- judging ---- */

static bool is_same(const struct text *one, const struct text *other)
{
	return one->length == other->length && memcmp(one->bytes, other->bytes, one->length) == 0;
}

static bool is_text(const struct text *text, const char *string)
{
	return text->length == strlen(string) && memcmp(text->bytes, string, text->length) == 0;
}

static bool ends_in(const struct text *text, const char *end)
{
	size_t length = strlen(end);

	return text->length >= length &&
		memcmp(text->bytes + text->length - length, end, length) == 0;
}

static bool is_without_fault(const struct outcome *outcome, const struct outcome *whole)
{
	return outcome->status == whole->status && is_same(&outcome->output, &whole->output) &&
		is_same(&outcome->errors, &whole->errors);
}

/* What was printed before it ran out is the start of all of it. */
static bool ran_out(const struct outcome *outcome, const struct outcome *whole)
{
	bool kept = output ? is_text(&outcome->output, BEFORE)
			   : outcome->output.length <= whole->output.length &&
			memcmp(outcome->output.bytes, whole->output.bytes,
				outcome->output.length) == 0;

	return kept && WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 2 &&
		ends_in(&outcome->errors, "out of memory\n");
}

static bool left_temporary(void)
{
	char pattern[4096];
	glob_t names;
	bool found;

	if (!output)
		return false;
	snprintf(pattern, sizeof(pattern), "%s.?*", output);
	found = glob(pattern, 0, NULL, &names) == 0;
	globfree(&names);
	return found;
}

static void tell(unsigned long failing, const struct outcome *outcome)
{
	if (WIFSIGNALED(outcome->status))
		printf("allocation %lu: signal %d\n", failing, WTERMSIG(outcome->status));
	else
		printf("allocation %lu: status %d, %zu bytes of output\n", failing,
			WEXITSTATUS(outcome->status), outcome->output.length);
	fwrite(outcome->errors.bytes, 1, outcome->errors.length, stdout);
}

/* ---- all of them ---- */

static unsigned long counted(void)
{
	struct text text = slurp("count");
	unsigned long count = 0;

	if (text.length && text.length < MOST) {
		text.bytes[text.length] = '\0';
		count = strtoul(text.bytes, NULL, 10);
	}
	free(text.bytes);
	return count;
}

int main(int argc, char **argv)
{
	unsigned long all, every, count, tried = 0, bad = 0, out = 0;
	struct outcome whole;

	if (argc < 6)
		return 3;
	interpose = argv[1];
	output = strcmp(argv[2], "-") ? argv[2] : NULL;
	all = strtoul(argv[3], NULL, 10);
	every = strtoul(argv[4], NULL, 10);
	command = argv + 5;
	whole = run(0);
	count = counted();
	for (unsigned long i = 1; i <= count; i += i < all ? 1 : every) {
		struct outcome outcome = run(i);

		tried++;
		if (ran_out(&outcome, &whole)) {
			out++;
		} else if (!is_without_fault(&outcome, &whole)) {
			tell(i, &outcome);
			bad++;
		}
		forget(&outcome);
	}
	if (left_temporary()) {
		printf("a temporary file of '%s' is left\n", output);
		bad++;
	}
	printf("%s: %lu of %lu allocations failed, %lu times out of memory, %lu times wrong\n",
		strrchr(command[0], '/') + 1, tried, count, out, bad);
	forget(&whole);
	return bad > 0 || out == 0;
}
