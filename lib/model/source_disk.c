/* The tree on disk. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "source_tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source_lines.h"
#include "source_path.h"

/* ---- looking and reading ---- */

static enum node_kind kind_of(const struct stat *what)
{
	if (S_ISREG(what->st_mode))
		return NODE_FILE;
	if (S_ISDIR(what->st_mode))
		return NODE_FOLDER;
	return S_ISLNK(what->st_mode) ? NODE_LINK : NODE_OTHER;
}

static int look(struct tree *tree, const char *path, enum node_kind *kind)
{
	struct stat what;

	(void)tree;
	if (lstat(path, &what))
		return errno;
	*kind = kind_of(&what);
	return 0;
}

static int read_file(
	struct tree *tree, const char *path, enum read_trust trust, struct buffer *text)
{
	(void)tree;
	return read_whole(path, trust, text);
}

static int open_any(struct tree *tree, const char *path, struct buffer *text, struct opened *opened)
{
	int fd = read_open(path, READ_NAMED);
	struct stat what;
	int error;

	(void)tree;
	buffer_clear(text);
	if (fd < 0)
		return errno;
	*opened = (struct opened){fstat(fd, &what) == 0 && S_ISDIR(what.st_mode), fd};
	error = opened->folder ? 0 : lines_read_start(fd, text);
	if (error || opened->folder) {
		close(fd);
		opened->fd = -1;
	}
	return error;
}

/* ---- listings ---- */

/* What an entry is to us; false when it is nothing. A vanished one is nothing. */
static bool classify(int folder, const char *name, enum entry_kind *kind, int *error)
{
	bool named = path_stem(name, strlen(name)) > 0;
	struct stat what;

	if (fstatat(folder, name, &what, AT_SYMLINK_NOFOLLOW)) {
		*error = errno == ENOENT ? 0 : errno;
		return false;
	}
	if (S_ISDIR(what.st_mode))
		*kind = ENTRY_FOLDER;
	else if (S_ISREG(what.st_mode))
		*kind = ENTRY_FILE;
	else
		*kind = ENTRY_SKIPPED;
	if (named || *kind == ENTRY_FOLDER)
		return true;
	return S_ISLNK(what.st_mode) && fstatat(folder, name, &what, 0) == 0 &&
		S_ISDIR(what.st_mode);
}

static int add_names(struct listing *listing, const struct filter *only, DIR *stream)
{
	const struct dirent *found;
	enum entry_kind kind;
	int error = 0;

	while (errno = 0, (found = readdir(stream))) {
		if (found->d_name[0] == '.' || !filter_may_have(only, found->d_name))
			continue;
		if (classify(dirfd(stream), found->d_name, &kind, &error))
			listing_add(listing, kind, found->d_name);
		if (error)
			return error;
	}
	return errno;
}

static int list(struct tree *tree, const char *path, enum read_trust trust,
	const struct filter *only, struct listing *listing)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
	int fd = open(path, trust == READ_FOUND ? flags | O_NOFOLLOW : flags);
	DIR *stream = fd < 0 ? NULL : fdopendir(fd);
	int error;

	(void)tree;
	if (fd >= 0 && !stream && errno == ENOMEM)
		arena_exhausted();
	if (!stream) {
		error = errno;
		if (fd >= 0)
			close(fd);
		return error;
	}
	error = add_names(listing, only, stream);
	closedir(stream);
	if (error)
		listing_free(listing);
	else
		listing_sort(listing);
	return error;
}

/* ---- folders above ---- */

static bool is_top(struct tree *tree, const char *folder)
{
	struct arena scratch = {0};
	struct stat what;
	bool is = lstat(path_join(&scratch, folder, ".git"), &what) == 0;

	(void)tree;
	arena_free(&scratch);
	return is;
}

/* What cannot be seen counts as nothing. */
static bool is_root(struct tree *tree, const char *folder)
{
	struct arena scratch = {0};
	struct stat here, above;
	bool blind = stat(folder, &here) || stat(path_join(&scratch, folder, ".."), &above);

	(void)tree;
	arena_free(&scratch);
	return blind || (here.st_dev == above.st_dev && here.st_ino == above.st_ino);
}

static bool is_same(struct tree *tree, const char *one, const char *other)
{
	struct stat a, b;

	(void)tree;
	return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
		a.st_ino == b.st_ino;
}

/* ---- where evidence leads ---- */

static char *duplicate(const char *string, size_t length)
{
	char *copy = malloc(length + 1);

	if (!copy)
		arena_exhausted();
	memcpy(copy, string, length);
	copy[length] = '\0';
	return copy;
}

/* Without links, or NULL. */
static char *find_real(const char *path)
{
	char *real = realpath(path, NULL);

	if (!real && errno == ENOMEM)
		arena_exhausted();
	return real;
}

/* The folder itself outside of a repository. */
static char *find_top(struct tree *tree, const char *folder)
{
	char *top = duplicate(folder, strlen(folder));

	while (!is_top(tree, top)) {
		char *slash = strrchr(top, '/');

		if (!slash || slash == top) {
			free(top);
			return duplicate(folder, strlen(folder));
		}
		*slash = '\0';
	}
	return top;
}

static void forget_folders(struct disk *disk)
{
	free(disk->file);
	free(disk->folder);
	free(disk->top);
	disk->file = disk->folder = disk->top = NULL;
}

/* Both without links, or NULL. */
static void find_folders(struct disk *disk, const char *file)
{
	const char *slash = strrchr(file, '/');
	char *folder;

	if (disk->file && strcmp(disk->file, file) == 0)
		return;
	folder = slash ? duplicate(file, (size_t)(slash - file) + 1) : duplicate(".", 1);
	forget_folders(disk);
	disk->file = duplicate(file, strlen(file));
	disk->folder = find_real(folder);
	disk->top = disk->folder ? find_top(&disk->tree, disk->folder) : NULL;
	free(folder);
}

static bool is_inside(const char *path, const char *folder)
{
	size_t length = strlen(folder);

	if (!strcmp(folder, "/"))
		return true;
	return !strncmp(path, folder, length) && (path[length] == '/' || path[length] == '\0');
}

static enum source_target lead(struct tree *tree, const char *file, bool from_top, const char *path)
{
	struct disk *disk = (struct disk *)tree; /* its first member */
	struct arena scratch = {0};
	enum source_target target = SOURCE_TARGET_MISSING;
	char *real = NULL;

	find_folders(disk, file);
	if (disk->top)
		real = find_real(
			arena_printf(&scratch, "%s/%s", from_top ? disk->top : disk->folder, path));
	if (real)
		target = is_inside(real, disk->top) ? SOURCE_TARGET_INSIDE : SOURCE_TARGET_OUTSIDE;
	free(real);
	arena_free(&scratch);
	return target;
}

/* ---- the driver ---- */

static const struct tree_driver disk_driver = {
	.look = look,
	.list = list,
	.read = read_file,
	.open = open_any,
	.is_top = is_top,
	.is_root = is_root,
	.is_same = is_same,
	.lead = lead,
};

void disk_init(struct disk *disk)
{
	*disk = (struct disk){.tree = {.driver = &disk_driver, .prefix = ""}};
}

void disk_free(struct disk *disk)
{
	forget_folders(disk);
}
