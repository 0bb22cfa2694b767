/* Paths as texts. Nothing here asks the file system. */
#include "source_path.h"

#include <string.h>

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder);

	if (name[0] == '/' || strcmp(folder, ".") == 0)
		return arena_copy(arena, name, strlen(name));
	return arena_printf(arena, folder[length - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

static const char *clean(struct arena *arena, const char *path, size_t length)
{
	while (length > 1) {
		if (path[length - 1] != '/' &&
			!(path[length - 1] == '.' && path[length - 2] == '/'))
			break;
		length--;
	}
	return arena_copy(arena, path, length);
}

const char *path_clean(struct arena *arena, const char *path)
{
	return clean(arena, path, strlen(path));
}

const char *path_folder(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? clean(arena, path, (size_t)(slash - path) + 1) : ".";
}

const char *path_above(struct arena *arena, const char *folder)
{
	if (strcmp(folder, ".") == 0)
		return "..";
	if (strcmp(path_base(folder), "..") == 0)
		return path_join(arena, folder, "..");
	return path_folder(arena, folder);
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

size_t path_stem(const char *name)
{
	static const char *const endings[] = {".yaml", ".yml"};
	size_t length = strlen(name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t ending = strlen(endings[i]);

		if (length > ending && strcmp(name + length - ending, endings[i]) == 0)
			return length - ending;
	}
	return 0;
}
