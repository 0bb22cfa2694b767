/*
 * What the fuzz targets share: the entry that libFuzzer calls, reading a text, the built-in
 * policy, and what must be true of every answer. A promise that is not kept ends the process.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "partner/check.h"
#include "partner/decode.h"
#include "partner/score.h"
#include "partner/utf8.h"
#include "partner/yaml.h"

/* Days as of which partners are scored: one within the seeds, one before most of them. */
#define DAY_WITHIN 20634 /* 2026-06-30 */
#define DAY_BEFORE 19782 /* 2024-02-29 */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PROMISE(kept) ((kept) ? (void)0 : broken(__FILE__, __LINE__, #kept))

static inline void broken(const char *file, int line, const char *promise)
{
	fprintf(stderr, "%s:%d: not kept: %s\n", file, line, promise);
	abort();
}

/* UTF-8 without control characters but the ends of its lines. */
static inline void promise_harmless(const struct buffer *text)
{
	PROMISE(utf8_valid(text->data, text->length) == text->length);
	for (size_t i = 0; i < text->length; i++) {
		unsigned char byte = (unsigned char)text->data[i];

		PROMISE(byte == '\n' || (byte >= 0x20 && byte != 0x7f));
	}
}

/* Each fault has a place and prints in one harmless line. */
static inline void promise_faults(const struct diag_list *faults)
{
	struct buffer line = {0};

	for (size_t i = 0; i < faults->n; i++) {
		const struct diag *fault = &faults->items[i];

		buffer_clear(&line);
		diag_put_line(&line, fault);
		promise_harmless(&line);
		PROMISE(line.data[line.length - 1] == '\n');
		PROMISE(memchr(line.data, '\n', line.length) == line.data + line.length - 1);
		PROMISE(fault->at.line > 0 && fault->at.column > 0);
		PROMISE(fault->at.end_line >= fault->at.line);
	}
	buffer_free(&line);
}

/* A score and what is known about it lie where they can lie. */
static inline void promise_score(const struct score *score)
{
	const double slack = 1e-9;

	PROMISE(score->coverage >= 0 && score->coverage <= 1);
	PROMISE(score->grade && *score->grade);
	if (isnan(score->score))
		return;
	PROMISE(score->floor >= 0 && score->floor <= score->score + slack);
	PROMISE(score->ceiling <= 100 + slack && score->ceiling >= score->score - slack);
}

/* Reads the first document of a text as a record; false when there is nothing to read. */
static inline bool read_first(struct arena *arena, const char *text, size_t length,
	const struct record *record, void *object, struct diag_list *faults)
{
	struct decoder decoder = {.arena = arena, .faults = faults, .path = "input.yaml"};
	struct yaml_stream *stream = yaml_open(arena, decoder.path, text, length, faults);
	const struct yaml_node *root;
	bool found = yaml_next(stream, &root) == YAML_DOCUMENT;

	if (found)
		decode_record(&decoder, record, root, object);
	yaml_close(stream);
	return found && root->kind == YAML_MAP && !root->faulty;
}

/* The built-in policy with all its scales. */
static inline struct policy_file *built_in_policy(struct arena *arena)
{
	struct policy_file *file = ARENA_NEW(arena, struct policy_file);

	file->digest = "";
	file->faults.arena = arena;
	PROMISE(read_first(arena, default_policy_yaml, default_policy_size, &policy_record,
		&file->policy, &file->faults));
	check_policy(file, arena);
	PROMISE(!file->faults.n);
	return file;
}

#endif
