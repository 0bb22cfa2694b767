/*
 * Commands of git that only list. Before the index is compared with files on disk, git is told
 * to do without filters: it would run one where the time of a file leaves it in doubt.
 */
#include "git_changes.h"

#include <errno.h>
#include <string.h>

#include "git_answer.h"

/* Drivers may have names that cannot be told on a command line: then there is no listing. */
#define NAME_BYTES "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"

struct words {
	struct arena *arena;
	const char **items; /* closed by NULL */
	size_t n, capacity;
};

static void add_word(struct words *words, const char *word)
{
	words->items = arena_grow(
		words->arena, words->items, words->n, &words->capacity, sizeof(*words->items));
	words->items[words->n++] = word;
}

static void add_words(struct words *words, const char *const *more)
{
	while (*more)
		add_word(words, *more++);
}

static void begin_words(struct words *words)
{
	static const char *const start[] = {PROCESS_GIT, NULL};

	add_words(words, start);
}

/* What only listings have at their end. */
static void end_words(struct words *words, const char *path)
{
	add_word(words, "--");
	add_word(words,
		arena_printf(words->arena, ":(top,literal)%s", strcmp(path, ".") ? path : ""));
	add_word(words, NULL);
}

/* ---- what is listed ---- */

struct listener {
	git_path_visitor visit;
	void *context;
	bool is_path; /* what comes next */
};

/* `:MODE MODE NAME NAME STATUS`, then the path. */
static bool hear_difference(void *context, const char *item)
{
	struct listener *listener = context;

	if (listener->is_path)
		listener->visit(listener->context, item);
	else if (item[0] != ':')
		return false;
	listener->is_path = !listener->is_path;
	return true;
}

/*
 * `? PATH` is unknown to git; of another repository that is only the folder, with a slash. Else
 * `TAG MODE NAME STAGE`, a tab and the path: anything but a file or link that git looks after
 * is not what git says of it.
 */
static bool hear_file(void *context, const char *item)
{
	const struct listener *listener = context;
	size_t length = strlen(item);

	if (strncmp(item, "? ", 2) != 0)
		return strncmp(item, "H 100", 5) == 0 || strncmp(item, "H 120", 5) == 0;
	if (item[length - 1] == '/')
		return false;
	listener->visit(listener->context, item + 2);
	return true;
}

/* The name of a setting: those of filters are set to nothing. */
static bool hear_setting(void *context, const char *item)
{
	struct words *words = context;
	size_t length = strlen(item);
	const char *nothing = NULL;

	if (strncmp(item, "filter.", strlen("filter.")) != 0)
		return true;
	if (answer_ends_in(item, length, ".clean") || answer_ends_in(item, length, ".process"))
		nothing = "";
	else if (answer_ends_in(item, length, ".required"))
		nothing = "false";
	if (!nothing)
		return true;
	if (item[strspn(item, NAME_BYTES)] != '\0')
		return false;
	add_word(words, "-c");
	add_word(words, arena_printf(words->arena, "%s=%s", item, nothing));
	return true;
}

/* ---- commands ---- */

/* Starts git with these words and a path. */
static int start(struct git *git, struct words *words, const char *path, struct process *process)
{
	end_words(words, path);
	return git_start(git, process, words->items, PROCESS_OUTPUT);
}

static int list_commits(struct git *git, struct arena *arena, const char *from, const char *to,
	const char *path, struct listener *listener)
{
	const char *const command[] = {
		"diff-tree", "-r", "-z", "--raw", "--no-renames", from, to, NULL};
	struct words words = {.arena = arena};
	struct process process = {0};
	int error;

	begin_words(&words);
	add_words(&words, command);
	error = start(git, &words, path, &process);
	return error ? error : git_hear(&process, hear_difference, listener);
}

static int forget_filters(struct git *git, struct words *words)
{
	static const char *const command[] = {
		PROCESS_GIT, "config", "--list", "--name-only", "-z", NULL};

	return git_list(git, command, hear_setting, words);
}

/* What differs from a commit, as far as git knows of it. */
static int start_differences(struct git *git, struct arena *arena, const char *from,
	const char *path, struct process *process)
{
	const char *const command[] = {
		"diff-index", "-z", "--raw", "--no-renames", "--ignore-submodules=all", from, NULL};
	struct words words = {.arena = arena};
	int error;

	begin_words(&words);
	error = forget_filters(git, &words);
	if (error)
		return error;
	add_words(&words, command);
	return start(git, &words, path, process);
}

/* All files, whether git knows of them or not. */
static int start_files(
	struct git *git, struct arena *arena, const char *path, struct process *process)
{
	static const char *const command[] = {
		PROCESS_GIT, "ls-files", "-c", "-o", "-v", "-s", "-z", "--full-name", NULL};
	struct words words = {.arena = arena};

	add_words(&words, command);
	return start(git, &words, path, process);
}

/* Both at once. The differences are mostly few: they can wait to be heard. */
static int list_files(struct git *git, struct arena *arena, const char *from, const char *path,
	struct listener *listener)
{
	struct process differences = {0}, files = {0};
	int error = start_differences(git, arena, from, path, &differences);

	if (!error)
		error = start_files(git, arena, path, &files);
	if (!error)
		error = git_hear(&files, hear_file, listener);
	if (!error)
		error = git_hear(&differences, hear_difference, listener);
	process_end(&differences);
	return error;
}

int git_changes(struct git *git, const char *from, const char *to, const char *path,
	git_path_visitor visit, void *context)
{
	struct listener listener = {.visit = visit, .context = context};
	struct arena arena = {0};
	int error;

	if (to)
		error = list_commits(git, &arena, from, to, path, &listener);
	else if (git_has_files(git))
		error = list_files(git, &arena, from, path, &listener);
	else
		error = ENOTSUP;
	arena_free(&arena);
	return error;
}
