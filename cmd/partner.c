/*
 * The driver: `partner score …` runs partner-score from the driver's own folder, so that what
 * was built or installed together runs together, and only then from PATH.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "complain.h"
#include "help.h"
#include "output.h"
#include "partner/arena.h"
#include "partner/nearest.h"
#include "partner/utf8.h"
#include "partner/version.h"

#define PREFIX "partner-"
#define PREFIX_LENGTH (sizeof(PREFIX) - 1)
#define COLUMN 14 /* where summaries start */

static const struct {
	const char *name;
	const char *summary;
} known[] = {
	{"calibrate", SUMMARY_CALIBRATE},
	{"check", SUMMARY_CHECK},
	{"diff", SUMMARY_DIFF},
	{"exit-plan", SUMMARY_EXIT_PLAN},
	{"report", SUMMARY_REPORT},
	{"score", SUMMARY_SCORE},
};

#define KNOWN (sizeof(known) / sizeof(*known))

struct driver {
	struct arena *arena;
	const char *folder; /* its own, NULL when unknown */
	const char **names; /* of commands, without the prefix */
	size_t n;
	size_t capacity;
};

static const char *own_folder(struct arena *arena, const char *name)
{
	char path[4096];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path));
	const char *slash;

	if (length <= 0 || (size_t)length == sizeof(path)) {
		length = name ? (ssize_t)strlen(name) : 0;
		if ((size_t)length >= sizeof(path))
			return NULL;
		if (length > 0)
			memcpy(path, name, (size_t)length);
	}
	path[length] = '\0';
	slash = strrchr(path, '/');
	if (!slash)
		return NULL;
	return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_name(struct driver *driver, const char *name)
{
	driver->names = arena_grow(
		driver->arena, driver->names, driver->n, &driver->capacity, sizeof(*driver->names));
	driver->names[driver->n++] = arena_copy(driver->arena, name, strlen(name));
}

static bool is_program(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

static void find_in_folder(struct driver *driver, const char *folder)
{
	DIR *directory = opendir(folder);
	struct dirent *entry;

	if (!directory && errno == ENOMEM)
		arena_exhausted();
	if (!directory)
		return;
	while ((entry = readdir(directory)) != NULL) {
		const char *name = entry->d_name;

		if (strncmp(name, PREFIX, PREFIX_LENGTH) == 0 && name[PREFIX_LENGTH] &&
			is_program(arena_printf(driver->arena, "%s/%s", folder, name)))
			add_name(driver, name + PREFIX_LENGTH);
	}
	closedir(directory);
}

static void drop_repeated(struct driver *driver)
{
	size_t kept = 0;

	for (size_t i = 0; i < driver->n; i++) {
		if (kept == 0 || strcmp(driver->names[kept - 1], driver->names[i]) != 0)
			driver->names[kept++] = driver->names[i];
	}
	driver->n = kept;
}

/* All commands in the driver's folder and in those of PATH, by name. */
static void find_commands(struct driver *driver)
{
	const char *next = getenv("PATH");

	if (driver->folder)
		find_in_folder(driver, driver->folder);
	while (next) {
		size_t length = strcspn(next, ":");

		/* an empty one is the current folder */
		find_in_folder(driver, length ? arena_copy(driver->arena, next, length) : ".");
		next = next[length] ? next + length + 1 : NULL;
	}
	if (driver->n)
		qsort(driver->names, driver->n, sizeof(*driver->names), compare_names);
	drop_repeated(driver);
}

static const char *summary_of(const char *name)
{
	for (size_t i = 0; i < KNOWN; i++) {
		if (strcmp(known[i].name, name) == 0)
			return known[i].summary;
	}
	return "";
}

static void put_list(struct buffer *buffer, struct driver *driver, size_t columns)
{
	buffer_puts(buffer,
		"usage: partner COMMAND [ARGUMENT…]\n"
		"       partner help [COMMAND]\n"
		"       partner --version\n\n"
		"Commands:\n");
	find_commands(driver);
	for (size_t i = 0; i < driver->n; i++) {
		const char *summary = summary_of(driver->names[i]);
		size_t width = 2 + strlen(driver->names[i]);

		buffer_puts(buffer, "  ");
		utf8_puts_safe(buffer, driver->names[i]);
		if (*summary)
			buffer_fill(buffer, ' ', width < COLUMN ? COLUMN - width : 1);
		help_put_wrapped(buffer, summary, COLUMN, COLUMN, columns);
	}
	buffer_puts(buffer, "\nEach has its manual: partner help COMMAND\n");
}

/* Prints the list, or the version. */
static int print(struct driver *driver, bool version)
{
	struct output output;

	output_open(&output, NULL);
	if (version)
		buffer_puts(&output.buffer, "partner " PARTNER_VERSION "\n");
	else
		put_list(&output.buffer, driver, output.columns);
	if (output_close(&output))
		return STATUS_FINE;
	if (errno != EPIPE)
		complain_errno(errno, "cannot write standard output");
	return STATUS_FAULT;
}

static int unknown(const char *kind, const char *word, const char *const *candidates, size_t n)
{
	const char *nearest = nearest_word(word, strlen(word), candidates, n);

	if (nearest)
		complain("unknown %s '%s'; did you mean '%s'", kind, word, nearest);
	else
		complain("unknown %s '%s'; 'partner help' lists what there is", kind, word);
	return STATUS_FAULT;
}

static int unknown_command(struct driver *driver, const char *name)
{
	find_commands(driver);
	add_name(driver, "help");
	return unknown("command", name, driver->names, driver->n);
}

/* Becomes the program `words[0]`, looked for in the driver's folder first. Returns an errno. */
static int become(const struct driver *driver, char **words)
{
	if (driver->folder) {
		execv(arena_printf(driver->arena, "%s/%s", driver->folder, words[0]), words);
		if (errno != ENOENT)
			return errno;
	}
	execvp(words[0], words);
	return errno;
}

/* `words` are the command's name and its arguments. */
static int run(struct driver *driver, char **words)
{
	const char *name = words[0];
	int error = ENOENT;

	if (!strchr(name, '/')) {
		words[0] = arena_printf(driver->arena, PREFIX "%s", name);
		error = become(driver, words);
	}
	if (error == ENOENT)
		return unknown_command(driver, name);
	complain_errno(error, "cannot run '%s'", words[0]);
	return STATUS_FAULT;
}

/* What is run where it was built has its manual beside it, not where man looks. */
static void open_manual_beside(const struct driver *driver, const char *name)
{
	const char *page = arena_printf(driver->arena, "%s/../man/" PREFIX "%s.1",
		driver->folder ? driver->folder : ".", name);

	if (driver->folder && access(page, R_OK) == 0)
		execlp("man", "man", "-l", page, (char *)NULL);
}

/* The manual of a command; where there is no man, what the command says of itself. */
static int open_manual(struct driver *driver, char *name)
{
	static char help[] = "--help";
	char *words[] = {name, help, NULL};
	bool found = false;

	find_commands(driver);
	for (size_t i = 0; i < driver->n && !found; i++)
		found = strcmp(driver->names[i], name) == 0;
	if (!found)
		return unknown_command(driver, name);
	open_manual_beside(driver, name);
	execlp("man", "man", arena_printf(driver->arena, PREFIX "%s", name), (char *)NULL);
	return run(driver, words);
}

static int obey(struct driver *driver, char **words)
{
	static const char *const options[] = {"--help", "--version"};

	if (!words[0] || strcmp(words[0], "-h") == 0 || strcmp(words[0], "--help") == 0)
		return print(driver, false);
	if (strcmp(words[0], "-V") == 0 || strcmp(words[0], "--version") == 0)
		return print(driver, true);
	if (words[0][0] == '-')
		return unknown("option", words[0], options, 2);
	if (strcmp(words[0], "help") != 0)
		return run(driver, words);
	return words[1] ? open_manual(driver, words[1]) : print(driver, false);
}

int main(int argc, char **argv)
{
	struct arena arena = {0};
	struct driver driver = {.arena = &arena};
	int status;

	complain_name("partner");
	driver.folder = own_folder(&arena, argc > 0 ? argv[0] : NULL);
	status = obey(&driver, argc > 0 ? argv + 1 : argv);
	arena_free(&arena);
	return status;
}
