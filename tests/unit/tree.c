#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Where a test stands, and where it came from. */
struct tree {
	char folder[32];
	int before;
	int standard_input;
};

int tree_begin(void **state)
{
	struct tree *tree = calloc(1, sizeof(*tree));

	assert_non_null(tree);
	strcpy(tree->folder, "/tmp/partner-XXXXXX");
	assert_non_null(mkdtemp(tree->folder));
	tree->before = open(".", O_RDONLY | O_DIRECTORY);
	tree->standard_input = dup(STDIN_FILENO);
	assert_true(tree->before >= 0 && tree->standard_input >= 0);
	*state = tree;
	return chdir(tree->folder);
}

static void remove_all(struct arena *arena, const char *path)
{
	DIR *stream = opendir(path);
	const struct dirent *entry;

	assert_non_null(stream);
	while ((entry = readdir(stream))) {
		const char *below = arena_printf(arena, "%s/%s", path, entry->d_name);
		struct stat what;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		assert_int_equal(lstat(below, &what), 0);
		if (S_ISDIR(what.st_mode))
			remove_all(arena, below);
		else
			assert_int_equal(unlink(below), 0);
	}
	closedir(stream);
	assert_int_equal(rmdir(path), 0);
}

int tree_end(void **state)
{
	struct tree *tree = *state;
	struct arena arena = {0};

	assert_int_equal(fchdir(tree->before), 0);
	assert_int_equal(dup2(tree->standard_input, STDIN_FILENO), STDIN_FILENO);
	close(tree->before);
	close(tree->standard_input);
	remove_all(&arena, tree->folder);
	arena_free(&arena);
	free(tree);
	return 0;
}

static void make_folders(const char *path)
{
	struct arena arena = {0};
	char *folder = arena_copy(&arena, path, strlen(path));

	for (char *slash = strchr(folder, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		assert_true(mkdir(folder, 0777) == 0 || errno == EEXIST);
		*slash = '/';
	}
	arena_free(&arena);
}

void tree_put(const char *path, const char *text)
{
	FILE *file;

	make_folders(path);
	if (!text) {
		assert_int_equal(mkdir(path, 0777), 0);
		return;
	}
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

void tree_put_partner(const char *path, const char *id)
{
	struct arena arena = {0};

	tree_put(path, arena_printf(&arena, "partner: %s\nname: N\nkind: vendor\n", id));
	arena_free(&arena);
}

void tree_link(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

void tree_feed(const char *path)
{
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0);
	assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
	close(fd);
}

static const char *error_name(int error)
{
	switch (error) {
	case ENOENT:
		return "ENOENT";
	case EISDIR:
		return "EISDIR";
	case EACCES:
		return "EACCES";
	case ELOOP:
		return "ELOOP";
	default:
		return strerror(error);
	}
}

static void tell_document(struct buffer *buffer, const struct source *source)
{
	const struct partner *partner = source->partner;

	buffer_printf(buffer, ":%u ", source->line);
	buffer_puts(buffer, partner && HAS(partner->id) ? partner->id.text : partner ? "?" : "-");
	if (!source->alone)
		buffer_puts(buffer, " of several");
	for (size_t i = 0; i < source->faults.n; i++) {
		const struct diag *fault = &source->faults.items[i];

		buffer_printf(buffer, " %s@", diag_rule_info(fault->rule)->id);
		if (strcmp(fault->path, source->path) != 0)
			buffer_printf(buffer, "%s:", fault->path);
		buffer_printf(buffer, "%u", fault->at.line);
	}
}

void tree_tell(struct buffer *buffer, const struct source *source)
{
	buffer_puts(buffer, source->path);
	if (source->kind == SOURCE_DOCUMENT)
		tell_document(buffer, source);
	else if (source->kind == SOURCE_UNREADABLE)
		buffer_printf(buffer, " unreadable %s", error_name(source->error));
	else
		buffer_puts(buffer, source->kind == SOURCE_SKIPPED ? " skipped" : " orphan");
	buffer_putc(buffer, '\n');
}

struct source_options tree_options(struct arena *arena, const char *operands)
{
	char *words = arena_copy(arena, operands, strlen(operands)), *rest;
	char **items = arena_array(arena, strlen(operands) + 1, sizeof(*items));
	size_t n = 0;

	for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		items[n++] = word;
	return (struct source_options){.operands = items, .n = n};
}

void tree_check_with(struct source_options options, const char *operands, tree_teller teller,
	const char *expected)
{
	struct arena arena = {0};
	struct buffer told = {0};
	struct source source;
	struct sources *sources;
	struct source_options named = tree_options(&arena, operands);

	options.operands = named.operands;
	options.n = named.n;
	sources = sources_open(&options);
	while (sources_next(sources, &source)) {
		assert_true(source.arena && (source.kind != SOURCE_DOCUMENT || source.policy));
		assert_true(
			source.kind != SOURCE_DOCUMENT || source.partner || source.faults.errors);
		teller(&told, &source);
	}
	assert_false(sources_next(sources, &source));
	sources_close(sources);
	buffer_putc(&told, '\0');
	assert_string_equal(told.data, expected);
	buffer_free(&told);
	arena_free(&arena);
}

void tree_check(const char *operands, const char *expected)
{
	tree_check_with((struct source_options){0}, operands, tree_tell, expected);
}

void tree_assert_sound(const struct source *source)
{
	struct buffer lines = {0};

	for (size_t i = 0; i < source->faults.n; i++)
		diag_put_line(&lines, &source->faults.items[i]);
	for (size_t i = 0; i < source->policy->faults.n; i++)
		diag_put_line(&lines, &source->policy->faults.items[i]);
	buffer_putc(&lines, '\0');
	if (lines.data[0])
		fail_msg("%s", lines.data);
	buffer_free(&lines);
	for (size_t i = 0; i < source->policy->n_calibrations; i++)
		assert_int_equal(source->policy->calibrations[i].faults.n, 0);
}
