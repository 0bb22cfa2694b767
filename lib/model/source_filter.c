/* Searches of the sorted stems by what follows the way to the folder. */
#include "source_filter.h"

#include <string.h>

#include "partner/search.h"
#include "source_path.h"

/* ---- stems ---- */

size_t filter_companion(const char *name, size_t length)
{
	return length > 2 && memcmp(name + length - 2, ".d", 2) == 0 ? length - 2 : 0;
}

/* How much of a name the stem is. */
static size_t stem_length(const char *name, size_t length)
{
	size_t stem = filter_companion(name, length);

	if (stem == 0)
		stem = path_stem(name, length);
	return stem ? stem : length;
}

size_t filter_stem(const char *path)
{
	size_t at = 0;

	for (;;) {
		size_t length = strcspn(path + at, "/");

		if (path[at] == '.')
			return 0;
		if (path[at + length] == '\0' || filter_companion(path + at, length))
			return at + stem_length(path + at, length);
		at += length + 1;
	}
}

/* ---- searches ---- */

/* How a stem compares to the name and the byte `end`. */
static int compare(const char *stem, const char *name, size_t length, char end)
{
	int order = strncmp(stem, name, length);
	unsigned char last;

	if (order)
		return order;
	last = (unsigned char)stem[length];
	return (last > (unsigned char)end) - (last < (unsigned char)end);
}

/* The first stem that is not less than the name and `end`, or follows all that start so. */
static size_t find(
	const struct filter *filter, const char *name, size_t length, char end, bool behind)
{
	struct search search = {.end = filter->n};

	while (search_on(&search))
		search_halve(&search,
			compare(filter->stems[search.at] + filter->start, name, length, end) <
				(behind ? 1 : 0));
	return search.at;
}

struct filter filter_enter(const struct filter *filter, const char *name, size_t length)
{
	size_t first = find(filter, name, length, '/', false);
	size_t end = find(filter, name, length, '/', true);

	return (struct filter){filter->stems + first, end - first, filter->start + length + 1};
}

bool filter_has(const struct filter *filter, const char *name, size_t length)
{
	size_t at;

	if (!filter)
		return true;
	length = stem_length(name, length);
	at = find(filter, name, length, '\0', false);
	return at < filter->n &&
		compare(filter->stems[at] + filter->start, name, length, '\0') == 0;
}

bool filter_may_have(const struct filter *filter, const char *name)
{
	size_t stem, at;

	if (!filter)
		return true;
	stem = stem_length(name, strlen(name));
	at = find(filter, name, stem, '\0', false);
	return at < filter->n && strncmp(filter->stems[at] + filter->start, name, stem) == 0;
}
