/* The tree of a commit. */
#include "source_tree.h"

#include <errno.h>
#include <string.h>

#include "partner/yaml.h"
#include "source_path.h"

static const char submodule[] = "a submodule, whose files are in another repository";

/* Says why, where that is not plain from the error. */
static int fail(struct revision *revision, int error)
{
	switch (error) {
	case 0:
	case ELOOP:
	case EISDIR:
	case ENOTDIR:
		revision->tree.reason = NULL;
		break;
	case ENOENT:
		revision->tree.reason = "no such path at this revision";
		break;
	case EXDEV:
		revision->tree.reason = "it leads out of the repository";
		break;
	default:
		revision->tree.reason = git_reason(revision->git);
	}
	return error;
}

static int find(struct tree *tree, const char *path, bool follow, struct git_node *node)
{
	struct revision *revision = (struct revision *)tree; /* its first member */

	if (revision->error) {
		tree->reason = revision->why;
		return revision->error;
	}
	return fail(revision, git_find(revision->folders, &revision->top, path, follow, node));
}

static enum node_kind kind_of(enum git_kind kind)
{
	static const enum node_kind kinds[] = {
		[GIT_FILE] = NODE_FILE,
		[GIT_FOLDER] = NODE_FOLDER,
		[GIT_LINK] = NODE_LINK,
		[GIT_MODULE] = NODE_OTHER,
	};

	return kinds[kind];
}

static int look(struct tree *tree, const char *path, enum node_kind *kind)
{
	struct git_node node;
	int error = find(tree, path, false, &node);

	if (!error)
		*kind = kind_of(node.kind);
	return error;
}

/* ---- reading ---- */

static int read_node(struct tree *tree, const struct git_node *node, struct buffer *text)
{
	struct revision *revision = (struct revision *)tree;

	if (node->kind == GIT_LINK)
		return fail(revision, ELOOP);
	if (node->kind == GIT_MODULE)
		tree->reason = submodule;
	if (node->kind != GIT_FILE)
		return EISDIR;
	return fail(revision,
		git_read_blob(revision->git, &node->oid, (size_t)YAML_MAX_SIZE + 1, text));
}

static int read_file(
	struct tree *tree, const char *path, enum read_trust trust, struct buffer *text)
{
	struct git_node node;
	int error = find(tree, path, trust != READ_FOUND, &node);

	buffer_clear(text);
	return error ? error : read_node(tree, &node, text);
}

static int open_any(struct tree *tree, const char *path, struct buffer *text, struct opened *opened)
{
	struct git_node node;
	int error = find(tree, path, true, &node);

	buffer_clear(text);
	if (error)
		return error;
	*opened = (struct opened){node.kind == GIT_FOLDER, -1};
	return opened->folder ? 0 : read_node(tree, &node, text);
}

/* ---- listings ---- */

struct visit {
	struct tree *tree;
	const char *path;
	const struct filter *only;
	struct listing *listing;
};

static bool leads_to_folder(const struct visit *visit, const char *name)
{
	struct arena scratch = {0};
	struct git_node node;
	int error = find(visit->tree, path_join(&scratch, visit->path, name), true, &node);

	arena_free(&scratch);
	return !error && node.kind == GIT_FOLDER;
}

/* On disk a link is looked through to see whether it is worth a warning, and so it is here. */
static bool is_skipped(const struct visit *visit, const char *name, enum git_kind kind, bool named)
{
	return kind == GIT_MODULE || (kind == GIT_LINK && (named || leads_to_folder(visit, name)));
}

static void add_name(void *context, const char *name, enum git_kind kind)
{
	const struct visit *visit = context;
	bool named = path_stem(name, strlen(name)) > 0;

	if (name[0] == '.' || !filter_may_have(visit->only, name))
		return;
	if (kind == GIT_FOLDER)
		listing_add(visit->listing, ENTRY_FOLDER, name);
	else if (kind == GIT_FILE && named)
		listing_add(visit->listing, ENTRY_FILE, name);
	else if (is_skipped(visit, name, kind, named))
		listing_add(visit->listing, ENTRY_SKIPPED, name);
}

static int list_folder(struct tree *tree, const char *path, enum read_trust trust,
	const struct filter *only, struct listing *listing)
{
	struct revision *revision = (struct revision *)tree;
	struct visit visit = {tree, path, only, listing};
	struct git_node node;
	int error = find(tree, path, trust != READ_FOUND, &node);

	if (error)
		return error;
	if (node.kind != GIT_FOLDER)
		return fail(revision, ENOTDIR);
	error = fail(revision, git_visit(revision->folders, &node.oid, add_name, &visit));
	if (!error)
		listing_sort(listing);
	return error;
}

/* ---- folders above, and evidence ---- */

static bool is_top(struct tree *tree, const char *folder)
{
	(void)tree;
	return strcmp(folder, ".") == 0;
}

static bool is_same(struct tree *tree, const char *one, const char *other)
{
	struct arena scratch = {0};
	const char *a = path_normal(&scratch, one), *b = path_normal(&scratch, other);
	bool same = a && b && strcmp(a, b) == 0;

	(void)tree;
	arena_free(&scratch);
	return same;
}

static enum source_target lead(struct tree *tree, const char *file, bool from_top, const char *path)
{
	struct arena scratch = {0};
	const char *folder = from_top ? "." : path_folder(&scratch, file);
	struct git_node node;
	int error = find(tree, path_join(&scratch, folder, path), true, &node);

	arena_free(&scratch);
	if (error == EXDEV)
		return SOURCE_TARGET_OUTSIDE;
	return error ? SOURCE_TARGET_MISSING : SOURCE_TARGET_INSIDE;
}

/* ---- the driver ---- */

static const struct tree_driver revision_driver = {
	.look = look,
	.list = list_folder,
	.read = read_file,
	.open = open_any,
	.is_top = is_top,
	.is_root = is_top,
	.is_same = is_same,
	.lead = lead,
};

void revision_init(struct revision *revision, struct arena *arena, struct git *git,
	struct git_folders *folders, const char *name, const char *refusal)
{
	*revision = (struct revision){
		.tree = {.driver = &revision_driver, .prefix = arena_printf(arena, "%s:", name)},
		.git = git,
		.folders = folders,
		.error = EINVAL,
		.why = refusal,
	};
	if (refusal)
		return;
	revision->error = git_commit(git, name, &revision->commit, &revision->top);
	revision->why = revision->error ? git_reason(git) : NULL;
	if (!revision->error)
		revision->tree.revision = revision->commit.hex;
	else if (revision->why == git_no_repository) /* the name may be meant as that of a file */
		revision->why = arena_printf(arena, "no such file, and %s", git_no_repository);
}
