#include "checked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "partner/decode.h"

#define HEAD "partner: acme\nname: Acme\nkind: vendor\n"

static void decode_text(struct arena *arena, struct diag_list *faults, const char *path,
	const struct record *record, const char *text, void *object)
{
	struct decoder decoder = {.arena = arena, .faults = faults, .path = path};
	struct yaml_stream *stream;
	const struct yaml_node *root;

	faults->arena = arena;
	stream = yaml_open(arena, path, text, strlen(text), faults);
	if (yaml_next(stream, &root) == YAML_DOCUMENT)
		decode_record(&decoder, record, root, object);
	yaml_close(stream);
}

static void read_policy(struct document *document, const char *text)
{
	struct policy_file *file = &document->policy;
	struct diag_list none = {0};

	decode_text(&document->arena, &none, "built-in", &policy_record, default_policy_yaml,
		&file->policy);
	assert_int_equal(none.n, 0);
	file->faults.arena = &document->arena;
	if (!text)
		return;
	file->path = "policy.yaml";
	decode_text(&document->arena, &file->faults, file->path, &policy_record, text, &file->own);
	rules_merge(&document->arena, &file->policy.rules, &file->own.rules);
	file->policy.overrides = file->own.overrides;
}

void document_init(struct document *document, const char *path, const char *text,
	const char *policy, const char *people)
{
	struct source *source = &document->source;

	*document = (struct document){0};
	source->path = path;
	source->alone = true;
	source->line = 1;
	source->arena = &document->arena;
	source->partner = arena_alloc(&document->arena, partner_record.size);
	source->policy = &document->policy;
	read_policy(document, policy);
	decode_text(&document->arena, &source->faults, path, &partner_record, text,
		source->partner);
	if (!people)
		return;
	document->people.path = "people.yaml";
	decode_text(&document->arena, &document->people.faults, document->people.path,
		&people_record, people, &document->people.people);
	source->people = &document->people;
	partner_merge_people(&document->arena, source->partner, &document->people.people);
}

static const char *lines_of(struct arena *arena, const struct diag_list *faults)
{
	struct buffer lines = {0};
	const char *copy;

	for (size_t i = 0; i < faults->n; i++)
		diag_put_line(&lines, &faults->items[i]);
	copy = arena_copy(arena, lines.length ? lines.data : "", lines.length);
	buffer_free(&lines);
	return copy;
}

const char *document_findings(struct document *document)
{
	return lines_of(&document->arena, &document->source.faults);
}

/* Each line of `text` without the prefix that all of them have. */
static const char *without(struct arena *arena, const char *text, const char *prefix)
{
	char *copy = arena_copy(arena, text, strlen(text)), *to = copy;

	while (*text) {
		size_t length = strcspn(text, "\n") + 1;
		size_t skip = strncmp(text, prefix, strlen(prefix)) ? 0 : strlen(prefix);

		memcpy(to, text + skip, length - skip);
		to += length - skip;
		text += length;
	}
	*to = '\0';
	return copy;
}

void run_check_case(void **state)
{
	const struct check_case *check = *state;
	struct check_memory *memory = check_memory_new();
	struct document document;
	struct arena arena = {0};
	const char *found;

	document_init(&document, "acme.yaml",
		arena_printf(&arena, "%s%s", HEAD, check->text), check->policy, check->people);
	check_document(&document.source, memory, AS_OF);
	found = without(&arena, document_findings(&document), "acme.yaml:");
	if (strcmp(found, check->found) != 0)
		fail_msg("expected:\n%sfound:\n%s", check->found, found);
	check_memory_free(memory);
	arena_free(&document.arena);
	arena_free(&arena);
}

int run_check_cases(const char *group, const struct check_case *cases, size_t n)
{
	struct CMUnitTest *tests = calloc(n, sizeof(*tests));
	int failed;

	assert_non_null(tests);
	for (size_t i = 0; i < n; i++) {
		tests[i].name = cases[i].name;
		tests[i].test_func = run_check_case;
		tests[i].initial_state = (void *)(uintptr_t)&cases[i];
	}
	failed = _cmocka_run_group_tests(group, tests, n, NULL, NULL);
	free(tests);
	return failed;
}

const char *policy_findings(struct arena *arena, const char *path, const char *text)
{
	struct policy_file file = {.path = path, .faults = {.arena = arena}};

	decode_text(arena, &file.faults, path, &policy_record, text, &file.own);
	check_policy(&file, arena);
	return without(arena, lines_of(arena, &file.faults), "policy.yaml:");
}
