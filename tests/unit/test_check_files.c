/* What needs files, several documents, or the finding itself: names, evidence, mutes, places. */
#include "checked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "partner: acme\nname: Acme\nkind: vendor\n"

/* What is found in `text` as the file `path`, with what is remembered. */
static void finds(
	struct check_memory *memory, const char *path, const char *text, const char *expected)
{
	struct checked checked;

	checked_init(&checked, path, text, NULL, NULL);
	check_document(&checked.source, memory, AS_OF);
	assert_string_equal(checked_findings(&checked), expected);
	arena_free(&checked.arena);
}

/* ---- names of files ---- */

static void wants_the_id_as_the_file_name(void **state)
{
	struct check_memory *memory = check_memory_new();

	(void)state;
	finds(memory, "a/acme.yaml", HEAD, "");
	check_memory_free(memory);
	memory = check_memory_new();
	finds(memory, "a/acme.yml", HEAD, "");
	check_memory_free(memory);
	memory = check_memory_new();
	finds(memory, "a/acme.txt", HEAD, "");
	check_memory_free(memory);
	memory = check_memory_new();
	finds(memory, "a/acme", HEAD, "");
	check_memory_free(memory);
	memory = check_memory_new();
	finds(memory, "acme.eu.yaml", HEAD,
		"acme.eu.yaml:1:10: error: partner 'acme' in file 'acme.eu.yaml'; rename one "
		"[P013]\n");
	check_memory_free(memory);
	memory = check_memory_new();
	finds(memory, "acme/zeta.yaml", HEAD,
		"acme/zeta.yaml:1:10: error: partner 'acme' in file 'zeta.yaml'; rename one "
		"[P013]\n");
	check_memory_free(memory);
}

static void forgives_names_of_streams_and_standard_input(void **state)
{
	struct checked checked;

	(void)state;
	for (int input = 0; input < 2; input++) {
		struct check_memory *memory = check_memory_new();

		checked_init(&checked, input ? "-" : "many.yaml", HEAD, NULL, NULL);
		checked.source.alone = input;
		checked.source.standard_input = input;
		check_document(&checked.source, memory, AS_OF);
		assert_string_equal(checked_findings(&checked), "");
		arena_free(&checked.arena);
		check_memory_free(memory);
	}
}

static void finds_a_partner_in_an_earlier_file(void **state)
{
	struct check_memory *memory = check_memory_new();

	(void)state;
	finds(memory, "a/acme.yaml", HEAD, "");
	finds(memory, "zeta.yaml", "partner: zeta\nname: Zeta\nkind: vendor\n", "");
	finds(memory, "b/acme.yaml", HEAD,
		"b/acme.yaml:1:10: error: duplicate partner 'acme'; first at a/acme.yaml:1 "
		"[P014]\n");
	check_memory_free(memory);
}

static void remembers_many_partners(void **state)
{
	struct check_memory *memory = check_memory_new();
	char path[32], text[96], expected[128];

	(void)state;
	for (int i = 0; i < 300; i++) {
		snprintf(path, sizeof(path), "p%d.yaml", i);
		snprintf(text, sizeof(text), "name: P\nkind: vendor\npartner: p%d\n", i);
		finds(memory, path, text, "");
	}
	snprintf(expected, sizeof(expected),
		"x/p7.yaml:3:10: error: duplicate partner 'p7'; first at p7.yaml:3 [P014]\n");
	finds(memory, "x/p7.yaml", "name: P\nkind: vendor\npartner: p7\n", expected);
	check_memory_free(memory);
}

static void finds_two_names_of_a_person(void **state)
{
	struct check_memory *memory = check_memory_new();

	(void)state;
	finds(memory, "acme.yaml", HEAD "people: [{id: dana, name: Dana Li}, {id: bo}]\n", "");
	finds(memory, "zeta.yaml",
		"partner: zeta\nname: Z\nkind: vendor\n"
		"people: [{id: dana, name: Dana Li}, {id: bo, name: Bo}]\n",
		"");
	finds(memory, "eta.yaml",
		"partner: eta\nname: E\nkind: vendor\npeople: [{id: dana, name: Dan Lee}]\n",
		"eta.yaml:4:27: warning: person 'dana' is also 'Dana Li'; first at acme.yaml:4 "
		"[P111]\n");
	check_memory_free(memory);
}

static void compares_names_with_other_files_only(void **state)
{
	struct check_memory *memory = check_memory_new();
	const char *dana = HEAD "people: [{id: dana, name: Dana}]\n";

	(void)state;
	finds(memory, "acme.yaml", dana, "");
	/* The next document of the same stream. */
	finds(memory, "acme.yaml", HEAD "people: [{id: dana, name: Dan}]\n", "");
	finds(memory, "zeta/acme.yaml", HEAD "people: [{id: li, name: Li}, {id: li, name: Lee}]\n",
		"zeta/acme.yaml:1:10: error: duplicate partner 'acme'; first at acme.yaml:1 "
		"[P014]\n"
		"zeta/acme.yaml:4:35: error: duplicate person 'li'; first at zeta/acme.yaml:4 "
		"[P010]\n");
	check_memory_free(memory);
}

/* ---- evidence ---- */

static char top[] = "/tmp/partner-check-XXXXXX";

static const char *in_top(struct arena *arena, const char *name)
{
	return arena_printf(arena, "%s/%s", top, name);
}

static void touch(struct arena *arena, const char *name)
{
	FILE *file = fopen(in_top(arena, name), "w");

	assert_non_null(file);
	fclose(file);
}

/* A repository with files at its top and beside the partners, and a link that leads out. */
static int make_repository(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_non_null(mkdtemp(top));
	assert_int_equal(mkdir(in_top(&arena, ".git"), 0700), 0);
	assert_int_equal(mkdir(in_top(&arena, "partners"), 0700), 0);
	touch(&arena, "top.md");
	touch(&arena, "partners/beside.md");
	assert_int_equal(symlink("/dev/null", in_top(&arena, "partners/out.md")), 0);
	assert_int_equal(symlink("beside.md", in_top(&arena, "partners/in.md")), 0);
	assert_int_equal(symlink("nowhere", in_top(&arena, "partners/dangling.md")), 0);
	arena_free(&arena);
	return 0;
}

static int remove_repository(void **state)
{
	static const char *const files[] = {"top.md", "partners/beside.md", "partners/out.md",
		"partners/in.md", "partners/dangling.md"};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		unlink(in_top(&arena, files[i]));
	rmdir(in_top(&arena, "partners"));
	rmdir(in_top(&arena, ".git"));
	rmdir(top);
	arena_free(&arena);
	return 0;
}

/* What is said of one evidence item, `FILE:5:42: error: ` left out. */
static void evidence_gives(const char *item, bool standard_input, const char *expected)
{
	struct check_memory *memory = check_memory_new();
	struct arena arena = {0};
	struct checked checked;
	const char *path = in_top(&arena, "partners/acme.yaml");
	const char *text = arena_printf(&arena,
		HEAD "incidents:\n- {id: i, opened: 2026-01-01, evidence: [\"%s\"]}\n", item);
	const char *line =
		*expected ? arena_printf(&arena, "%s:5:42: error: %s\n", path, expected) : "";

	checked_init(&checked, path, text, NULL, NULL);
	checked.source.standard_input = standard_input;
	check_document(&checked.source, memory, AS_OF);
	assert_string_equal(checked_findings(&checked), line);
	arena_free(&checked.arena);
	arena_free(&arena);
	check_memory_free(memory);
}

static void finds_evidence_beside_the_file_and_from_the_top(void **state)
{
	(void)state;
	evidence_gives("beside.md", false, "");
	evidence_gives("in.md", false, "");
	evidence_gives("top.md", false, "");
	evidence_gives("partners/beside.md", false, "");
	evidence_gives("partners", false, "");
}

static void misses_evidence(void **state)
{
	(void)state;
	evidence_gives("nowhere.md", false, "missing evidence 'nowhere.md' [P106]");
	evidence_gives("dangling.md", false, "missing evidence 'dangling.md' [P106]");
	evidence_gives("nowhere.md", true, "");
}

static void refuses_evidence_outside(void **state)
{
	(void)state;
	evidence_gives("/dev/null", false, "evidence '/dev/null' outside the repository [P107]");
	evidence_gives("../partners/beside.md", false,
		"evidence '../partners/beside.md' outside the repository [P107]");
	evidence_gives("partners/..", true, "evidence 'partners/..' outside the repository [P107]");
	evidence_gives("out.md", false, "evidence 'out.md' outside the repository [P107]");
	evidence_gives("..md", false, "missing evidence '..md' [P106]");
}

/* ---- exceptions ---- */

/* How long the only finding of `text`, a record without date, is muted. */
static int32_t muted_by(const char *exception)
{
	struct check_memory *memory = check_memory_new();
	struct arena arena = {0};
	struct checked checked;
	int32_t until = DATE_NONE;

	checked_init(&checked, "acme.yaml",
		arena_printf(&arena, HEAD "costs: [{note: n}]\nexceptions: [%s]\n", exception),
		NULL, NULL);
	check_document(&checked.source, memory, AS_OF);
	for (size_t i = 0; i < checked.source.faults.n; i++) {
		const struct diag *diag = &checked.source.faults.items[i];

		if (diag->rule == P016_NOT_COUNTED)
			until = diag->muted_until;
		else
			assert_int_equal(diag->muted_until, DATE_NONE);
	}
	arena_free(&checked.arena);
	arena_free(&arena);
	check_memory_free(memory);
	return until;
}

#define REASON "reason: r, by: b"

static void mutes_by_id_and_by_name(void **state)
{
	(void)state;
	assert_int_equal(muted_by("{mute: P016, " REASON ", until: 2026-06-30}"), AS_OF);
	assert_int_equal(muted_by("{mute: not-counted, " REASON ", until: 2026-07-01}"), AS_OF + 1);
	assert_int_equal(muted_by("{mute: halo, " REASON ", until: 2026-07-01}"), DATE_NONE);
}

static void does_not_mute_for_ever_or_without_reason(void **state)
{
	(void)state;
	assert_int_equal(muted_by("{mute: P016, " REASON ", until: 2026-06-29}"), DATE_NONE);
	assert_int_equal(muted_by("{mute: P016, " REASON "}"), DATE_NONE);
	assert_int_equal(muted_by("{mute: P016, by: b, until: 2026-07-01}"), DATE_NONE);
}

static void mutes_neither_errors_nor_what_is_wrong_with_exceptions(void **state)
{
	(void)state;
	muted_by("{mute: P306, " REASON ", until: 2026-07-01}, {mute: P016}");
	muted_by("{mute: P305, " REASON ", until: 2026-07-01}, "
		 "{mute: P016, " REASON ", until: 2026-01-01}");
	muted_by("{mute: P108, " REASON ", until: 2026-07-01}, "
		 "{mute: nothing, " REASON ", until: 2026-07-01}");
}

/* ---- places ---- */

/* What the `i`-th finding is about. */
static void identity_is(const char *text, size_t i, const char *pointer, const char *identity)
{
	struct check_memory *memory = check_memory_new();
	struct checked checked;
	const struct diag *diag;

	checked_init(&checked, "acme.yaml", text, NULL, NULL);
	check_document(&checked.source, memory, AS_OF);
	assert_true(i < checked.source.faults.n);
	diag = &checked.source.faults.items[i];
	assert_string_equal(diag->pointer, pointer);
	assert_string_equal(diag->partner, "acme");
	assert_string_equal(check_identity(&checked.arena, checked.source.partner, diag), identity);
	arena_free(&checked.arena);
	check_memory_free(memory);
}

static void identifies_by_id_key_and_value(void **state)
{
	static const char text[] =
		HEAD "people: [{id: dana}]\n"
		     "goals:\n- id: growth\n  observations: [{date: 2026-01-01, value: 1}, "
		     "{date: 2026-01-01, value: 2}]\n"
		     "ratings:\n- {date: 2026-01-01, by: dana, scores: {value: 2}}\n"
		     "touchpoints:\n- {date: 2026-01-01, kind: call, people: [dana, nobody]}\n"
		     "contract: {end: 2028-01-01, earlier_ends: [2020-01-01, 2029-01-01]}\n";

	(void)state;
	identity_is(text, 0, "/goals/0/observations/1/date",
		"/goals/growth/observations/2026-01-01/date");
	identity_is(text, 1, "/ratings/0/evidence", "/ratings/2026-01-01 dana/evidence");
	identity_is(
		text, 2, "/touchpoints/0/people/1", "/touchpoints/2026-01-01 call/people/nobody");
	identity_is(text, 3, "/contract/earlier_ends/1", "/contract/earlier_ends/2029-01-01");
}

static void keeps_places_that_nothing_tells_apart(void **state)
{
	(void)state;
	identity_is(HEAD "costs: [{note: n}]\n", 0, "/costs/0/kind", "/costs/0/kind");
	identity_is(
		HEAD "incidents: [7, {id: i}]\n", 1, "/incidents/1/opened", "/incidents/i/opened");
}

/* ---- what stops a document ---- */

static void says_nothing_of_half_a_document(void **state)
{
	struct check_memory *memory = check_memory_new();
	struct span start = {1, 1, 1, 1};
	struct checked checked;

	(void)state;
	checked_init(&checked, "acme.yaml", HEAD "costs: [{note: n}]\n", NULL, NULL);
	diag_add(&checked.source.faults, P002_SYNTAX, "acme.d/a.yaml", start, "", NULL, "broken");
	check_document(&checked.source, memory, AS_OF);
	assert_int_equal(checked.source.faults.n, 1);
	arena_free(&checked.arena);
	check_memory_free(memory);
}

static void accepts_that_nothing_could_be_read(void **state)
{
	struct check_memory *memory = check_memory_new();
	struct arena arena = {0};
	struct source source = {.path = "acme.yaml", .arena = &arena, .faults = {.arena = &arena}};

	(void)state;
	check_document(&source, memory, AS_OF);
	assert_int_equal(source.faults.n, 0);
	check_memory_free(memory);
	check_memory_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wants_the_id_as_the_file_name),
		cmocka_unit_test(forgives_names_of_streams_and_standard_input),
		cmocka_unit_test(finds_a_partner_in_an_earlier_file),
		cmocka_unit_test(remembers_many_partners),
		cmocka_unit_test(finds_two_names_of_a_person),
		cmocka_unit_test(compares_names_with_other_files_only),
		cmocka_unit_test(finds_evidence_beside_the_file_and_from_the_top),
		cmocka_unit_test(misses_evidence),
		cmocka_unit_test(refuses_evidence_outside),
		cmocka_unit_test(mutes_by_id_and_by_name),
		cmocka_unit_test(does_not_mute_for_ever_or_without_reason),
		cmocka_unit_test(mutes_neither_errors_nor_what_is_wrong_with_exceptions),
		cmocka_unit_test(identifies_by_id_key_and_value),
		cmocka_unit_test(keeps_places_that_nothing_tells_apart),
		cmocka_unit_test(says_nothing_of_half_a_document),
		cmocka_unit_test(accepts_that_nothing_could_be_read),
	};

	return cmocka_run_group_tests(tests, make_repository, remove_repository);
}
