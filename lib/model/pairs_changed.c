/*
 * git is asked for names only. What serves partner files decides first: as far as it lies
 * above the operand or in it, it is compared by its bytes, and below by the names.
 */
#include "pairs_changed.h"

#include <stdlib.h>
#include <string.h>

#include "git_changes.h"
#include "source_calibration.h"
#include "source_path.h"

enum { FROM, TO, SIDES };

struct changed {
	struct arena arena;
	struct sources *sides[SIDES];
	struct place places[SIDES]; /* of the operands, clean */
	const char *path;           /* of both, from the top */
	size_t start;               /* where what follows that starts in a name of git's */
	struct source_options options;
	struct surroundings around[SIDES]; /* of what is read here, and told nowhere */
	const char **names;                /* of what differs, from the operand */
	size_t n, capacity;
	bool odd; /* something is not as it should be */
};

/* ---- the same folder ---- */

/* Without links a path with `..` only at its start can be read as it stands. */
static bool is_lexical(const char *path)
{
	bool named = false;

	if (path[0] == '/')
		return false;
	for (; *path; path += strspn(path, "/")) {
		size_t length = strcspn(path, "/");
		bool up = length == 2 && path[0] == '.' && path[1] == '.';

		if (up && named)
			return false;
		named = named || !(up || (length == 1 && path[0] == '.'));
		path += length;
	}
	return true;
}

/* The path from the top of the repository; NULL when that cannot be told from it. */
static const char *path_from_top(struct changed *changed, struct place place, const char *here)
{
	if (!is_lexical(place.path))
		return NULL;
	if (place_is_on_disk(place))
		return path_normal(
			&changed->arena, arena_printf(&changed->arena, "%s%s", here, place.path));
	return path_normal(&changed->arena, place.path);
}

/* What leads from the current folder to the top. */
static const char *way_up(struct arena *arena, const char *here)
{
	struct buffer way = {0};

	buffer_puts(&way, "./");
	for (; *here; here++)
		if (*here == '/')
			buffer_puts(&way, "../");
	return buffer_keep(&way, arena);
}

/* A folder of this very repository, and no link to it. */
static bool is_plain_folder(struct place place)
{
	enum node_kind kind;

	return place.tree->driver->look(place.tree, place.path, &kind) == 0 &&
		kind == NODE_FOLDER &&
		!(place_is_on_disk(place) && place.tree->driver->is_top(place.tree, place.path));
}

/* So is each folder on the way down to the operand. */
static bool is_plain(struct changed *changed, struct tree *tree, const char *here)
{
	struct place place = {tree, NULL};
	const char *top = ".", *path = changed->path;

	if (place_is_on_disk(place)) {
		top = way_up(&changed->arena, here);
		if (!tree->driver->is_top(tree, top))
			return false;
	}
	for (size_t end = 0; strcmp(path, ".") != 0 && path[end]; end += path[end] == '/') {
		end += strcspn(path + end, "/");
		place.path =
			path_join(&changed->arena, top, arena_copy(&changed->arena, path, end));
		if (!is_plain_folder(place))
			return false;
	}
	return true;
}

static struct place find_place(struct changed *changed, struct sources *sources)
{
	struct place place =
		place_named(sources->trees, &changed->arena, sources->options.operands[0]);

	place.path = path_clean(&changed->arena, place.path);
	return place;
}

/* Both operands are the same folder, and one at least is at a revision. */
static bool is_one_folder(struct changed *changed)
{
	struct git *git = changed->sides[FROM]->trees->git;
	const char *paths[SIDES];
	const char *here;

	if (!git || git_folder(git, &here) != 0)
		return false;
	for (int side = FROM; side < SIDES; side++) {
		const char *operand = changed->sides[side]->options.operands[0];
		struct place place = changed->places[side];

		if (place_is_on_disk(place) ? names_standard_input(operand)
					    : !tree_revision(place.tree))
			return false;
		paths[side] = path_from_top(changed, place, here);
		if (!paths[side] || strcmp(paths[FROM], paths[side]) != 0)
			return false;
	}
	changed->path = paths[FROM];
	changed->start = path_start(changed->path);
	return is_plain(changed, changed->places[FROM].tree, here) &&
		is_plain(changed, changed->places[TO].tree, here);
}

/* ---- what serves the operand ---- */

static const struct policy_file *policy_of(struct changed *changed, int side, struct place folder)
{
	return surroundings_policy(&changed->around[side], folder, changed->places[side].path);
}

static bool is_same_digest(const char *one, const char *other)
{
	return one && other && strcmp(one, other) == 0;
}

static bool is_same_policy(struct changed *changed)
{
	const struct policy_file *from = policy_of(changed, FROM, changed->places[FROM]);
	const struct policy_file *to = policy_of(changed, TO, changed->places[TO]);
	bool same = is_same_digest(from->digest, to->digest) &&
		from->n_calibrations == to->n_calibrations;

	for (size_t i = 0; same && i < from->n_calibrations; i++)
		same = is_same_digest(from->calibrations[i].digest, to->calibrations[i].digest);
	return same;
}

static const struct people_source *people_of(struct changed *changed, int side)
{
	struct place folder = changed->places[side];

	return surroundings_people(&changed->around[side], folder, folder.path);
}

static bool is_same_text(const struct people_source *from, const struct people_source *to)
{
	struct buffer one = {0}, other = {0};
	bool same = from->tree->driver->read(from->tree, from->path, READ_FOUND, &one) == 0 &&
		to->tree->driver->read(to->tree, to->path, READ_FOUND, &other) == 0 &&
		one.length == other.length;

	if (same && one.length)
		same = memcmp(one.data, other.data, one.length) == 0;
	buffer_free(&one);
	buffer_free(&other);
	return same;
}

static bool is_same_people(struct changed *changed)
{
	const struct people_source *from = people_of(changed, FROM);
	const struct people_source *to = people_of(changed, TO);

	return from && to ? is_same_text(from, to) : !from && !to;
}

static bool is_served_alike(struct changed *changed)
{
	return (changed->options.policy || is_same_policy(changed)) &&
		(changed->options.people || is_same_people(changed));
}

/* ---- what differs ---- */

static void add_name(void *context, const char *name)
{
	struct changed *changed = context;
	size_t length = strlen(name);

	if (length <= changed->start) {
		changed->odd = true;
		return;
	}
	changed->names = arena_grow(&changed->arena, changed->names, changed->n, &changed->capacity,
		sizeof(*changed->names));
	changed->names[changed->n++] =
		arena_copy(&changed->arena, name + changed->start, length - changed->start);
}

static bool list(struct changed *changed)
{
	struct tree *from = changed->places[FROM].tree, *to = changed->places[TO].tree;
	const char *one = tree_revision(from), *other = tree_revision(to);

	return git_changes(changed->sides[FROM]->trees->git, one ? one : other, one ? other : NULL,
		       changed->path, add_name, changed) == 0 &&
		!changed->odd;
}

static bool is_calibration(struct changed *changed, int side, const char *name)
{
	struct arena *arena = &changed->arena;
	struct place top = changed->places[side];
	struct place place = {top.tree, path_join(arena, top.path, name)};
	const char *folder = path_folder(arena, name);

	for (; strcmp(folder, ".") != 0; folder = path_above(arena, folder)) {
		struct place below = {top.tree, path_join(arena, top.path, folder)};

		if (calibrations_have(policy_of(changed, side, below), place))
			return true;
	}
	return false;
}

/* It may change more than what it is, or belongs to. A calibration may have any name. */
static bool serves_others(struct changed *changed, const char *name)
{
	bool searched = !changed->options.policy;
	const char *base = path_base(name);

	if (searched && (is_calibration(changed, FROM, name) || is_calibration(changed, TO, name)))
		return true;
	if (filter_stem(name) == 0)
		return false;
	if (strcmp(base, "people.yaml") == 0)
		return !changed->options.people;
	return searched && strcmp(base, "policy.yaml") == 0;
}

static bool only_partners_differ(struct changed *changed)
{
	for (size_t i = 0; i < changed->n; i++)
		if (serves_others(changed, changed->names[i]))
			return false;
	return true;
}

/* ---- the filter ---- */

static int compare_stems(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void fill(const struct changed *changed, struct arena *arena, struct filter *filter)
{
	const char **stems = arena_array(arena, changed->n, sizeof(*stems));
	size_t all = 0, n = 0;

	for (size_t i = 0; i < changed->n; i++) {
		size_t stem = filter_stem(changed->names[i]);

		if (stem)
			stems[all++] = arena_copy(arena, changed->names[i], stem);
	}
	if (all)
		qsort(stems, all, sizeof(*stems), compare_stems);
	for (size_t i = 0; i < all; i++)
		if (n == 0 || strcmp(stems[n - 1], stems[i]) != 0)
			stems[n++] = stems[i];
	*filter = (struct filter){stems, n, 0};
}

static void begin(struct changed *changed, struct sources *from, struct sources *to)
{
	*changed = (struct changed){.sides = {from, to}, .options = from->options};
	for (int side = FROM; side < SIDES; side++) {
		changed->places[side] = find_place(changed, changed->sides[side]);
		changed->around[side].options = &changed->options;
		changed->around[side].trees = from->trees;
	}
}

static void end(struct changed *changed)
{
	for (int side = FROM; side < SIDES; side++)
		surroundings_free(&changed->around[side]);
	arena_free(&changed->arena);
}

bool changed_find(
	struct sources *from, struct sources *to, struct arena *arena, struct filter *filter)
{
	struct changed changed;
	bool known;

	begin(&changed, from, to);
	known = (!place_is_on_disk(changed.places[FROM]) ||
			!place_is_on_disk(changed.places[TO])) &&
		is_one_folder(&changed) && is_served_alike(&changed) && list(&changed) &&
		only_partners_differ(&changed);
	if (known)
		fill(&changed, arena, filter);
	end(&changed);
	return known;
}
