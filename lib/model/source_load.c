/* A text becomes its documents; one of them takes the companions; all get the people. */
#include "source_load.h"

#include <string.h>

#include "partner/decode.h"
#include "source_path.h"
#include "source_read.h"

void queue_begin(struct queue *queue, struct arena *arena)
{
	buffer_clear(&queue->text);
	*queue = (struct queue){.arena = arena, .text = queue->text};
}

struct source *queue_add(struct queue *queue, enum source_kind kind, struct place place)
{
	struct source *source;

	queue->items = arena_grow(
		queue->arena, queue->items, queue->n, &queue->capacity, sizeof(*queue->items));
	source = &queue->items[queue->n++];
	*source = (struct source){
		.kind = kind,
		.tree = place.tree,
		.path = place.path,
		.faults = {.arena = queue->arena, .prefix = place.tree->prefix},
		.arena = queue->arena,
	};
	return source;
}

void queue_add_error(struct queue *queue, struct place place, int error)
{
	struct source *source = queue_add(queue, SOURCE_UNREADABLE, place);

	source->error = error;
	source->reason = tree_reason(place.tree);
}

static struct place place_in(const struct load *load, const char *path)
{
	return (struct place){load->tree, path};
}

static struct diag_list no_faults(const struct load *load, struct arena *arena)
{
	return (struct diag_list){.arena = arena, .prefix = load->tree->prefix};
}

/* ---- the documents of a text ---- */

/* Adds a document and moves the faults found so far to it. */
static struct source *add_document(
	const struct load *load, struct queue *queue, struct diag_list *faults)
{
	struct source *document = queue_add(queue, SOURCE_DOCUMENT, place_in(load, load->path));

	document->line = faults->n ? faults->items[0].at.line : 1;
	document->folder = load->folder;
	document->standard_input = load->standard_input;
	document->policy = load->policy;
	document->people = load->people;
	document->faults = *faults;
	*faults = no_faults(load, queue->arena);
	return document;
}

/* As those of acme.d are, by the name of their folder. */
static bool is_companion(struct arena *arena, const char *path)
{
	const char *folder = path_base(path_folder(arena, path));
	size_t length = strlen(folder);

	return length > 2 && strcmp(folder + length - 2, ".d") == 0;
}

static bool has_key(const struct yaml_node *map, const char *name)
{
	for (const struct yaml_node *key = map->first; key; key = key->next)
		if (strcmp(key->text, name) == 0)
			return true;
	return false;
}

/* What is read with partner files was named as if it were one. */
static bool is_no_partner(
	const struct load *load, struct arena *arena, const struct yaml_node *root)
{
	if (load->standard_input || root->kind != YAML_MAP || has_key(root, "partner"))
		return false;
	return path_is_surroundings(path_base(load->path)) || is_companion(arena, load->path);
}

static void decode_document(
	const struct load *load, struct source *document, const struct yaml_node *root)
{
	static const char hint[] =
		"it belongs to partner files: name one of those, or their folder";
	struct decoder decoder = {
		.arena = document->arena,
		.faults = &document->faults,
		.path = load->path,
	};
	struct partner *partner = ARENA_NEW(document->arena, struct partner);

	document->line = root->at.line;
	if (is_no_partner(load, document->arena, root)) {
		diag_add(&document->faults, P005_MISSING_REQUIRED, load->path, yaml_head(root),
			"/partner", hint, "partner");
		return;
	}
	decode_record(&decoder, &partner_record, root, partner);
	if (root->kind == YAML_MAP && !root->faulty)
		document->partner = partner;
}

/* How many there are; a text without any makes one with a fault. */
static size_t read_documents(const struct load *load, struct queue *queue)
{
	struct diag_list faults = no_faults(load, queue->arena);
	struct yaml_stream *stream =
		yaml_open(queue->arena, load->path, load->text->data, load->text->length, &faults);
	const struct yaml_node *root;
	size_t before = queue->n;
	enum yaml_outcome outcome;

	while ((outcome = yaml_next(stream, &root)) == YAML_DOCUMENT)
		if (!read_is_empty(root) || faults.n)
			decode_document(load, add_document(load, queue, &faults), root);
	yaml_close(stream);
	if (outcome == YAML_END && queue->n == before)
		read_report_empty(&faults, load->path, "see partner-check --template");
	if (faults.n)
		add_document(load, queue, &faults);
	return queue->n - before;
}

/* ---- companions ---- */

/* The folder beside a partner file, NULL when it has none. A link in its place is told. */
static const char *companion_folder(const struct load *load, struct queue *queue)
{
	const char *name = path_base(load->path);
	size_t stem = path_stem(name, strlen(name));
	const char *folder;
	enum node_kind kind;

	if (load->standard_input || stem == 0)
		return NULL;
	folder = arena_printf(
		queue->arena, "%.*s.d", (int)((size_t)(name - load->path) + stem), load->path);
	if (load->tree->driver->look(load->tree, folder, &kind))
		return NULL;
	if (kind == NODE_LINK)
		queue_add(queue, SOURCE_SKIPPED, place_in(load, folder));
	return kind == NODE_FOLDER ? folder : NULL;
}

static int read_companion(const struct load *load, const char *path, struct source *document)
{
	struct arena *arena = document->arena;
	struct decoder decoder = {arena, &document->faults, path, load->path};
	struct yaml_stream *stream;
	const struct yaml_node *root;
	int error = load->tree->driver->read(load->tree, path, READ_FOUND, load->text);

	if (error)
		return error;
	stream = yaml_open(arena, path, load->text->data, load->text->length, &document->faults);
	while (yaml_next(stream, &root) == YAML_DOCUMENT) {
		struct partner *extra = ARENA_NEW(arena, struct partner);

		if (read_is_empty(root))
			continue;
		decode_record(&decoder, &partner_record, root, extra);
		if (document->partner)
			decode_append_lists(arena, &partner_record, document->partner, extra);
	}
	yaml_close(stream);
	return 0;
}

static void queue_skipped(const struct load *load, struct queue *queue, const char *folder,
	const struct listing *listing)
{
	for (size_t i = 0; i < listing->n; i++) {
		const struct entry *entry = &listing->entries[i];

		if (entry->kind == ENTRY_SKIPPED)
			queue_add(queue, SOURCE_SKIPPED,
				place_in(load, path_join(queue->arena, folder, entry->name)));
	}
}

/* The one whose id is the file's stem, else the only one. */
static struct source *document_of(const struct load *load, struct source *documents, size_t n)
{
	const char *name = path_base(load->path);
	size_t stem = path_stem(name, strlen(name));

	for (size_t i = 0; i < n; i++) {
		const struct partner *partner = documents[i].partner;

		if (partner && HAS(partner->id) && partner->id.length == stem &&
			memcmp(partner->id.text, name, stem) == 0)
			return &documents[i];
	}
	return n == 1 ? &documents[0] : NULL;
}

/* The path of the companion that cannot be read, and errno; NULL when all were. */
static const char *read_companions(const struct load *load, const char *folder,
	const struct listing *listing, struct source *document, int *error)
{
	for (size_t i = 0; i < listing->n; i++) {
		const char *path = path_join(document->arena, folder, listing->entries[i].name);

		if (listing->entries[i].kind != ENTRY_FILE)
			continue;
		*error = read_companion(load, path, document);
		if (*error)
			return path;
	}
	return NULL;
}

/* ---- all of it ---- */

/* What was found while the id was still unread is the partner's as well. */
static void name_partner(struct source *document)
{
	const struct partner *partner = document->partner;

	if (!partner || !HAS(partner->id))
		return;
	for (size_t i = 0; i < document->faults.n; i++)
		document->faults.items[i].partner = partner->id.text;
}

static void complete(const struct load *load, struct source *document)
{
	if (document->partner && load->people)
		partner_merge_people(document->arena, document->partner, &load->people->people);
	name_partner(document);
	diag_sort(&document->faults);
}

/* Half of the data would give a wrong score: then there is none at all. */
static void give_up(struct queue *queue, size_t before, struct place place, int error)
{
	queue->n = before;
	queue_add_error(queue, place, error);
}

static void load_all(const struct load *load, struct queue *queue, const char *folder,
	const struct listing *listing)
{
	size_t before = queue->n;
	size_t n = read_documents(load, queue);
	struct source *document = document_of(load, &queue->items[before], n);
	const char *unreadable = NULL;
	int error = 0;

	if (document)
		unreadable = read_companions(load, folder, listing, document, &error);
	if (unreadable) {
		give_up(queue, before, place_in(load, unreadable), error);
		return;
	}
	for (size_t i = before; i < queue->n; i++) {
		queue->items[i].alone = n == 1;
		complete(load, &queue->items[i]);
	}
	if (!document && listing->n)
		queue_add(queue, SOURCE_ORPHAN, place_in(load, folder));
}

void load_documents(const struct load *load, struct queue *queue)
{
	const char *folder = companion_folder(load, queue);
	struct listing listing = {0};
	int error = 0;

	if (folder)
		error = load->tree->driver->list(load->tree, folder, READ_FOUND, NULL, &listing);
	if (error) {
		queue_add_error(queue, place_in(load, folder), error);
		return;
	}
	queue_skipped(load, queue, folder, &listing);
	load_all(load, queue, folder, &listing);
	listing_free(&listing);
}

void load_file(const struct load *load, struct buffer *text, struct queue *queue)
{
	struct tree *tree = load->tree;
	struct load with_text = *load;
	int error = tree->driver->read(tree, load->path, load->trust, text);

	with_text.text = text;
	if (error)
		queue_add_error(queue, place_in(load, load->path), error);
	else
		load_documents(&with_text, queue);
}

void queue_prepare(struct queue *queue, const struct source_options *options)
{
	for (size_t i = 0; options->prepare && i < queue->n; i++) {
		struct source *source = &queue->items[i];

		if (source->kind == SOURCE_DOCUMENT)
			source->prepared = options->prepare(source, &queue->text, options->context);
	}
}
