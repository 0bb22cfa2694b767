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

static void read_policy(struct checked *checked, const char *text)
{
	struct policy_file *file = &checked->policy;
	struct diag_list none = {0};

	decode_text(&checked->arena, &none, "built-in", &policy_record, default_policy_yaml,
		&file->policy);
	assert_int_equal(none.n, 0);
	file->faults.arena = &checked->arena;
	if (!text)
		return;
	file->path = "policy.yaml";
	decode_text(&checked->arena, &file->faults, file->path, &policy_record, text, &file->own);
	rules_merge(&checked->arena, &file->policy.rules, &file->own.rules);
	file->policy.overrides = file->own.overrides;
}

void checked_init(struct checked *checked, const char *path, const char *text, const char *policy,
	const char *people)
{
	struct source *source = &checked->source;

	*checked = (struct checked){0};
	source->path = path;
	source->alone = true;
	source->line = 1;
	source->arena = &checked->arena;
	source->partner = arena_alloc(&checked->arena, partner_record.size);
	source->policy = &checked->policy;
	read_policy(checked, policy);
	decode_text(&checked->arena, &source->faults, path, &partner_record, text, source->partner);
	if (!people)
		return;
	checked->people.path = "people.yaml";
	decode_text(&checked->arena, &checked->people.faults, checked->people.path, &people_record,
		people, &checked->people.people);
	source->people = &checked->people;
	partner_merge_people(&checked->arena, source->partner, &checked->people.people);
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

const char *checked_findings(struct checked *checked)
{
	const char *people =
		checked->people.path ? lines_of(&checked->arena, &checked->people.faults) : "";

	return arena_printf(&checked->arena, "%s%s", people,
		lines_of(&checked->arena, &checked->source.faults));
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

/* A test: `*state` is the case. */
static void run_check_case(void **state)
{
	const struct check_case *check = *state;
	struct check_memory *memory = check_memory_new();
	struct checked checked;
	struct arena arena = {0};
	const char *found;

	checked_init(&checked, "acme.yaml", arena_printf(&arena, "%s%s", HEAD, check->text),
		check->policy, check->people);
	if (check->people)
		check_people(&checked.people, memory);
	check_document(&checked.source, memory, AS_OF);
	found = without(&arena, checked_findings(&checked), "acme.yaml:");
	if (strcmp(found, check->found) != 0)
		fail_msg("expected:\n%sfound:\n%s", check->found, found);
	check_memory_free(memory);
	arena_free(&checked.arena);
	arena_free(&arena);
}

int run_check_cases(const char *group, struct check_case *cases, size_t n)
{
	struct CMUnitTest *tests = calloc(n, sizeof(*tests));
	int failed;

	assert_non_null(tests);
	for (size_t i = 0; i < n; i++) {
		tests[i].name = cases[i].name;
		tests[i].test_func = run_check_case;
		tests[i].initial_state = &cases[i];
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
