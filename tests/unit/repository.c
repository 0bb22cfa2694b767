#include "repository.h"

#include <setjmp.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

extern char **environ; /* which no header of POSIX declares */

static const char *const settings[][2] = {
	{"HOME", "/nonexistent"},
	{"GIT_CONFIG_NOSYSTEM", "1"},
	{"GIT_AUTHOR_NAME", "Tester"},
	{"GIT_AUTHOR_EMAIL", "tester@example.org"},
	{"GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z"},
	{"GIT_COMMITTER_NAME", "Tester"},
	{"GIT_COMMITTER_EMAIL", "tester@example.org"},
	{"GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z"},
};

void shell(const char *line)
{
	char name[] = "sh", option[] = "-c";
	struct arena arena = {0};
	char *words[] = {name, option, arena_copy(&arena, line, strlen(line)), NULL};
	pid_t child;
	int status;

	assert_int_equal(posix_spawnp(&child, name, NULL, NULL, words, environ), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	arena_free(&arena);
}

int repository_begin(void **state)
{
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		assert_int_equal(setenv(settings[i][0], settings[i][1], 1), 0);
	assert_int_equal(setenv("REAL_PATH", getenv("PATH"), 0), 0);
	if (tree_begin(state))
		return -1;
	shell("git init -q -b main .");
	return 0;
}

int repository_end(void **state)
{
	restore_git();
	return tree_end(state);
}

void commit(const char *message)
{
	struct arena arena = {0};

	shell(arena_printf(&arena, "git add -A && git commit -q -m '%s'", message));
	arena_free(&arena);
}

void replace_git(const char *script)
{
	struct arena arena = {0};
	char path[256];

	assert_non_null(getcwd(path, sizeof(path)));
	restore_git();
	tree_put(".git/bin/git",
		arena_printf(&arena,
			"#!/bin/sh\nPATH='%s'\nGIT=$(command -v git)\nLOG='%s/.git/log'\n%s\n",
			getenv("PATH"), path, script));
	assert_int_equal(chmod(".git/bin/git", 0755), 0);
	assert_int_equal(
		setenv("PATH", arena_printf(&arena, "%s/.git/bin:%s", path, getenv("PATH")), 1), 0);
	arena_free(&arena);
}

void remove_git(void)
{
	assert_int_equal(setenv("PATH", "/nonexistent", 1), 0);
}

void restore_git(void)
{
	assert_int_equal(setenv("PATH", getenv("REAL_PATH"), 1), 0);
}

struct source_options git_options(void)
{
	return (struct source_options){.environment = environ};
}

static void tell(struct buffer *buffer, const struct source *source)
{
	buffer_puts(buffer, tree_prefix(source->tree));
	if (source->kind == SOURCE_UNREADABLE)
		buffer_printf(buffer, "%s: %s\n", source->path,
			source->reason ? source->reason : strerror(source->error));
	else
		tree_tell(buffer, source);
}

void git_check(const char *operands, const char *expected)
{
	tree_check_with(git_options(), operands, tell, expected);
}
