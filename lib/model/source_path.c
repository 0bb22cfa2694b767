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

size_t path_start(const char *folder)
{
	size_t length = strlen(folder);

	if (strcmp(folder, ".") == 0)
		return 0;
	return folder[length - 1] == '/' ? length : length + 1;
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

/* Where the last name of a path of this length starts, with the slash before it. */
static size_t last_start(const char *path, size_t length)
{
	while (length > 0 && path[length - 1] != '/')
		length--;
	return length ? length - 1 : 0;
}

const char *path_normal(struct arena *arena, const char *path)
{
	char *normal = arena_alloc(arena, strlen(path) + 2);
	size_t length = 0;

	while (path += strspn(path, "/"), *path) {
		size_t name = strcspn(path, "/");

		if (name == 2 && path[0] == '.' && path[1] == '.') {
			if (length == 0)
				return NULL;
			length = last_start(normal, length);
		} else if (name != 1 || path[0] != '.') {
			if (length)
				normal[length++] = '/';
			memcpy(normal + length, path, name);
			length += name;
		}
		path += name;
	}
	if (length == 0)
		return ".";
	normal[length] = '\0';
	return normal;
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

size_t path_stem(const char *name, size_t length)
{
	static const char *const endings[] = {".yaml", ".yml"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t ending = strlen(endings[i]);

		if (length > ending && memcmp(name + length - ending, endings[i], ending) == 0)
			return length - ending;
	}
	return 0;
}

bool path_is_surroundings(const char *name)
{
	static const char *const names[] = {"people.yaml", "policy.yaml", "calibration.yaml"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}
