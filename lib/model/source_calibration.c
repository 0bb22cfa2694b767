/* Reading the calibrations of a policy, and finding the one that some rules name. */
#include "source_calibration.h"

#include <errno.h>
#include <string.h>

#include "partner/sha256.h"
#include "source_path.h"

/* ---- reading ---- */

static bool is_up(const char *part, size_t length)
{
	return length == 2 && memcmp(part, "..", 2) == 0;
}

/* 0 for a name that stays below the folder without a link on the way, else why it does not. */
static int find_stray(struct place folder, const char *name)
{
	struct arena scratch = {0};
	enum node_kind kind;
	int error = name[0] == '/' ? EPERM : 0;

	for (size_t end = 0; name[end] && !error; end += name[end] == '/') {
		size_t length = strcspn(name + end, "/");
		const char *way;

		if (is_up(name + end, length))
			error = EPERM;
		end += length;
		way = path_join(&scratch, folder.path, arena_copy(&scratch, name, end));
		if (!error && folder.tree->driver->look(folder.tree, way, &kind) == 0 &&
			kind == NODE_LINK)
			error = ELOOP;
	}
	arena_free(&scratch);
	return error;
}

static void decode_calibration(
	struct arena *arena, const struct buffer *text, struct calibration_file *file)
{
	const struct record *raters =
		record_field(&calibration_record, "raters", strlen("raters"))->record;

	file->digest = sha256_of(text->data, text->length, arena_alloc(arena, SHA256_HEX));
	if (!read_record(arena, file->path, text->data, text->length, &calibration_record,
		    &file->calibration, &file->faults))
		read_report_empty(&file->faults, file->path, "make it with partner-calibrate");
	diag_sort(&file->faults);
	index_init(&file->raters, arena, raters, &file->calibration.raters.list, NULL, NULL);
}

static void read_calibration(struct arena *arena, struct buffer *text, enum read_trust trust,
	struct place folder, struct calibration_file *file)
{
	struct tree *tree = folder.tree;

	file->path = path_join(arena, folder.path, file->name);
	file->faults = (struct diag_list){.arena = arena, .prefix = tree->prefix};
	file->error = trust == READ_FOUND ? find_stray(folder, file->name) : 0;
	if (!file->error)
		file->error = tree->driver->read(tree, file->path, trust, text);
	if (!file->error)
		decode_calibration(arena, text, file);
}

bool calibration_is_at(const char *path)
{
	struct arena arena = {0};
	struct buffer text = {0};
	struct calibration_file file = {.name = path};
	struct disk disk;
	bool is;

	disk_init(&disk);
	read_calibration(&arena, &text, READ_NAMED, (struct place){&disk.tree, "."}, &file);
	is = !file.error && HAS(file.calibration.type);
	disk_free(&disk);
	buffer_free(&text);
	arena_free(&arena);
	return is;
}

/* ---- the names ---- */

static struct calibration_file *find(const struct policy_file *file, const struct rules *rules)
{
	for (size_t i = 0; i < file->n_calibrations; i++)
		if (HAS(rules->calibration) &&
			strcmp(file->calibrations[i].name, rules->calibration.text) == 0)
			return &file->calibrations[i];
	return NULL;
}

const struct calibration_file *policy_calibration(
	const struct policy_file *file, const struct rules *rules)
{
	return find(file, rules);
}

static void add_name(struct policy_file *file, const struct rules *rules)
{
	if (HAS(rules->calibration) && file->n_calibrations < CALIBRATIONS_MOST &&
		!find(file, rules))
		file->calibrations[file->n_calibrations++].name = rules->calibration.text;
}

void calibrations_read(struct arena *arena, struct buffer *text, enum read_trust trust,
	struct tree *tree, struct policy_file *file)
{
	const struct policy *own = &file->own;
	struct place folder = {tree, path_folder(arena, file->path)};
	size_t most = 1 + own->overrides.list.n;

	if (most > CALIBRATIONS_MOST)
		most = CALIBRATIONS_MOST;
	file->calibrations = arena_array(arena, most, sizeof(*file->calibrations));
	add_name(file, &own->rules);
	EACH (struct policy_override, override, own->overrides)
		add_name(file, &override->rules);
	for (size_t i = 0; i < file->n_calibrations; i++)
		read_calibration(arena, text, trust, folder, &file->calibrations[i]);
}

/* ---- which files they are ---- */

bool calibrations_have(const struct policy_file *file, struct place place)
{
	for (size_t i = 0; i < file->n_calibrations; i++)
		if (place_is_same(place, (struct place){file->tree, file->calibrations[i].path}))
			return true;
	return false;
}
