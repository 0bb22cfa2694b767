/* An existing path wins; only what does not exist can be a revision. */
#include "source_operand.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "source_path.h"

void trees_init(struct trees *trees, char *const *environment)
{
	*trees = (struct trees){.environment = environment};
	disk_init(&trees->disk);
}

void trees_free(struct trees *trees)
{
	disk_free(&trees->disk);
	git_folders_free(trees->folders);
	git_free(trees->git);
	arena_free(&trees->arena);
}

bool names_standard_input(const char *name)
{
	return strcmp(name, "-") == 0;
}

/* ---- REV:PATH ---- */

/* The first colon that does not stand in braces, as in `HEAD^{/fix: it}:a.yaml`. */
static const char *find_colon(const char *name)
{
	size_t depth = 0;

	for (; *name; name++) {
		if (*name == ':' && depth == 0)
			return name;
		if (*name == '{')
			depth++;
		else if (*name == '}' && depth > 0)
			depth--;
	}
	return NULL;
}

static bool is_absent(const char *path)
{
	struct stat what;

	return lstat(path, &what) != 0 &&
		(errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG);
}

/* The colon behind the revision; NULL for a path on disk. */
static const char *find_revision(const char *name)
{
	const char *colon = find_colon(name);

	return colon && is_absent(name) ? colon : NULL;
}

/* Why these bytes can be no revision, NULL when they may be one. */
static const char *refuse(const char *revision, size_t length)
{
	if (length == 0)
		return "no revision before the colon, and the index is not read";
	return revision[0] == '-' ? "a revision does not start with a dash" : NULL;
}

bool source_name_check(const char *name, struct buffer *fault)
{
	const char *colon = find_revision(name);
	const char *why = colon ? refuse(name, (size_t)(colon - name)) : NULL;

	if (why)
		buffer_printf(fault, "cannot open '%s': %s", name, why);
	return !why;
}

/* ---- trees ---- */

static void need_git(struct trees *trees)
{
	if (trees->git)
		return;
	trees->git = git_new(trees->environment);
	trees->folders = git_folders_new(trees->git);
}

static struct tree *find_tree(const struct trees *trees, const char *name)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < trees->n; i++) {
		struct tree *tree = &trees->revisions[i]->tree;

		if (strlen(tree->prefix) == length + 1 && memcmp(tree->prefix, name, length) == 0)
			return tree;
	}
	return NULL;
}

static struct tree *tree_at(struct trees *trees, const char *name)
{
	struct tree *tree = find_tree(trees, name);
	struct revision *revision;

	if (tree)
		return tree;
	need_git(trees);
	revision = ARENA_NEW(&trees->arena, struct revision);
	revision_init(revision, &trees->arena, trees->git, trees->folders, name,
		refuse(name, strlen(name)));
	trees->revisions = arena_grow(&trees->arena, trees->revisions, trees->n, &trees->capacity,
		sizeof(struct revision *));
	trees->revisions[trees->n++] = revision;
	return &revision->tree;
}

struct place place_on_disk(struct trees *trees, const char *path)
{
	return (struct place){&trees->disk.tree, path};
}

bool place_is_on_disk(struct place place)
{
	return !*place.tree->prefix;
}

struct place place_at(
	struct trees *trees, struct arena *arena, const char *revision, const char *path)
{
	const char *normal = path[0] == '/' ? NULL : path_normal(arena, path);

	/* what leads out is left as it is, and refused when it is opened */
	return (struct place){tree_at(trees, revision), normal ? normal : path};
}

static bool is_from_here(const char *path)
{
	size_t points = strspn(path, ".");

	return (points == 1 || points == 2) && (path[points] == '/' || path[points] == '\0');
}

struct place place_named(struct trees *trees, struct arena *arena, const char *name)
{
	const char *colon = find_revision(name);
	const char *path, *folder;

	if (!colon)
		return place_on_disk(trees, name);
	need_git(trees);
	path = colon + 1;
	if (is_from_here(path) && git_folder(trees->git, &folder) == 0)
		path = arena_printf(arena, "%s%s", folder, path);
	return place_at(trees, arena, arena_copy(arena, name, (size_t)(colon - name)), path);
}
