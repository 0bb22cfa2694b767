/* The rules on history: what they find in two versions of a text, and what they just do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "checked.h"
#include "repository.h"

#define HEAD "partner: acme\nname: Acme\nkind: vendor\n"

/* Two versions of a partner file, and what is found; the first is of 2026-01-01. */
struct since_case {
	const char *name;
	const char *then, *now; /* after partner, name and kind: lines 1 to 3 */
	const char *found;      /* all lines of findings, without the leading `acme.yaml:` */
};

/* ---- cases ---- */

#define EDITED(what, from, to, hint, id) \
	"warning: " what " edited from '" from "' to '" to "'; " hint "; not committed [" id "]\n"
#define DUE(of, from, to) EDITED("due of '" of "'", from, to, "restore it, add moved", "P501")
#define GOAL(what, from, to) EDITED(what, from, to, "agree a new goal", "P504")
#define SOFTER(what, from, to) EDITED(what, from, to, "use a dispute", "P506")
#define SCORE(from, to) EDITED("score of 'value'", from, to, "add a rating", "P503")
#define REMOVED(what) "1:1: warning: removed " what "; end or dispute it; not committed [P502]\n"

#define INCIDENT(fields) "incidents:\n  - {id: I, " fields "}\n"
#define MILESTONE(fields) "milestones:\n  - {id: M, title: T, " fields "}\n"
#define SHARED(fields) "goals:\n  - {id: G, title: T, shared: 2026-01-01" fields "}\n"
#define RATING(fields)                                                                         \
	"people: [{id: ana, name: Ana}]\nratings:\n  - {date: 2025-12-01, by: ana, evidence: " \
	"['https://example.org'], " fields "}\n"

static const struct since_case cases[] = {
	{"a due day is edited", MILESTONE("due: 2026-03-01"), MILESTONE("due: 2026-03-02"),
		"5:28: " DUE("M", "2026-03-01", "2026-03-02")},
	{"a due day that cannot be read", MILESTONE("due: 2026-03-01"),
		MILESTONE("due: 2026-02-30"),
		"5:28: error: invalid date '2026-02-30'; that month has days 01 to 28 [P007]\n"},
	{"a due day under a name that is unknown", MILESTONE("due: 2026-03-01"),
		MILESTONE("deu: 2026-03-02"),
		"5:23: error: unknown field 'deu'; did you mean 'due' [P003]\n"},
	{"milestones without ids are told by their place",
		"milestones:\n  - {title: T, due: 2026-03-01}\n",
		"milestones:\n  - {title: T, due: 2026-03-02}\n",
		"5:21: " DUE("#1", "2026-03-01", "2026-03-02")},
	{"all moves are gone",
		MILESTONE("due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01}]"),
		MILESTONE("due: 2026-03-01"), "5:6: " DUE("M", "2026-04-01", "-")},
	{"the day of a move is edited",
		MILESTONE("due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01}]"),
		MILESTONE("due: 2026-03-01, moved: [{on: 2026-02-02, to: 2026-04-01}]"),
		"5:6: " DUE("M", "2026-04-01", "-")},
	{"moves under a name that is unknown",
		MILESTONE("due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01}]"),
		MILESTONE("due: 2026-03-01, move: [{on: 2026-02-01, to: 2026-04-01}]"),
		"5:40: error: unknown field 'move'; did you mean 'moved' [P003]\n"},
	{"a move of a milestone of ours",
		MILESTONE("by: us, due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01}]"),
		MILESTONE("by: us, due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01, "
			  "asked_by: partner}]"),
		"5:99: " EDITED(
			"asked_by of 'M'", "us", "partner", "restore it, add moved", "P501")},

	{"a record of the day is gone", "touchpoints:\n  - {date: 2026-01-01, kind: call}\n", "",
		REMOVED("touchpoint '2026-01-01 call'")},
	{"a record of the day after is gone", "touchpoints:\n  - {date: 2026-01-02, kind: call}\n",
		"", ""},
	{"one of two that are equal is gone",
		"touchpoints:\n  - {date: 2026-01-01}\n  - {date: 2026-01-01}\n",
		"touchpoints:\n  - {date: 2026-01-01}\n", REMOVED("touchpoint '2026-01-01'")},
	{"a record without a name is gone", "costs:\n  - {from: 2025-01-01, forecast: 1 EUR}\n", "",
		REMOVED("cost '2025-01-01'")},
	{"a record is without a date", "documents:\n  - {id: D, kind: nda, title: T}\n", "", ""},
	{"dates of what it holds count",
		"metrics:\n  - {id: m, title: T, observations: [{date: 2026-01-01, value: 1}]}\n",
		"", REMOVED("metric 'm'")},
	{"what is planned, and was reviewed",
		SHARED(", due: 2027-01-01") "documents:\n  - {id: D, kind: nda, title: T, reviewed: "
					    "[2026-02-01, 2026-01-01]}\n",
		"", REMOVED("goal 'G'") REMOVED("document 'D'")},
	{"a list that is no list", INCIDENT("opened: 2025-12-01"), "incidents: 1\n",
		"4:12: error: wrong shape of 'incidents'; write a list [P006]\n"},
	{"a list under a name that is unknown", INCIDENT("opened: 2025-12-01"),
		"incident:\n  - {id: I, opened: 2025-12-01}\n",
		"4:1: error: unknown field 'incident'; did you mean 'incidents' [P003]\n"},
	{"an item that is no record",
		"incidents:\n  - {id: I, opened: 2025-12-01}\n  - {id: J, opened: 2025-12-01}\n",
		"incidents:\n  - 1\n  - {id: J, opened: 2025-12-01}\n",
		"5:5: error: wrong shape of 'incident'; write a map of its fields [P006]\n"},
	{"an id that cannot be read", INCIDENT("opened: 2025-12-01"),
		"incidents:\n  - {id: 'I 1', opened: 2025-12-01}\n",
		"5:10: error: invalid id 'I 1'; use A-Z, a-z, 0-9, '.', '_', '-', a letter or digit "
		"first [P007]\n"},
	{"a date that cannot be read", "touchpoints:\n  - {date: 2025-12-01}\n",
		"touchpoints:\n  - {date: 2025-12-32}\n",
		"5:12: error: invalid date '2025-12-32'; that month has days 01 to 31 [P007]\n"},

	{"a score is edited", RATING("scores: {value: 3}"), RATING("scores: {value: 3.5}"),
		"6:84: " SCORE("3", "3.5")},
	{"all scores are gone", RATING("scores: {value: 3, support: 2}"), RATING("scores: {}"),
		"6:6: warning: no scores in rating '2025-12-01 ana'; it counts nowhere [P016]\n"
		"6:6: " SCORE("3",
			"-") "6:6: warning: score of 'support' edited from '2' to '-'; add a rating; not "
			     "committed [P503]\n"},
	{"scores that cannot be read", RATING("scores: {value: 3}"), RATING("scores: {value: 9}"),
		"6:84: error: out of range points '9'; whole or half points from 1 to 5 [P008]\n"},

	{"goalposts of the day", SHARED(", due: 2026-12-31, target: 4"),
		SHARED(", due: 2026-12-31, target: 5"), "5:68: " GOAL("target of 'G'", "4", "5")},
	{"a start where the goal was shared", SHARED(""), SHARED(", start: 2026-01-01"), ""},
	{"a start elsewhere", SHARED(""), SHARED(", start: 2025-12-31"),
		"5:50: " GOAL("start of 'G'", "2026-01-01", "2025-12-31")},
	{"an edited day of sharing", SHARED(""),
		"goals:\n  - {id: G, title: T, shared: 2026-01-02}\n",
		"5:6: " GOAL("start of 'G'", "2026-01-01", "2026-01-02")},
	{"what was not agreed can be added", SHARED(""), SHARED(", due: 2026-12-31, unit: h"), ""},

	{"to find the cause is no change", INCIDENT("opened: 2025-12-01"),
		INCIDENT("opened: 2025-12-01, cause: us"), ""},
	{"to drop the cause is one", INCIDENT("cause: us, opened: 2025-12-01"),
		INCIDENT("cause: unknown, opened: 2025-12-01"),
		"5:20: " SOFTER("cause of 'I'", "us", "unknown")},
	{"a severity that was not said is 3", INCIDENT("opened: 2025-12-01"),
		INCIDENT("severity: 3, opened: 2025-12-01"), ""},
	{"less severe than what was not said", INCIDENT("opened: 2025-12-01"),
		INCIDENT("severity: 4, opened: 2025-12-01"),
		"5:23: " SOFTER("severity of 'I'", "3", "4")},
	{"the hour of the same day is no change", INCIDENT("opened: 2025-12-01"),
		INCIDENT("opened: 2025-12-01T23:59Z"), ""},
	{"the next day is one", INCIDENT("opened: 2025-12-01"),
		INCIDENT("opened: 2025-12-02T00:00Z"),
		"5:21: " SOFTER("opened of 'I'", "2025-12-01", "2025-12-02T00:00Z")},

	{"an exception without an end",
		"exceptions:\n  - {mute: halo, reason: R, by: A, until: 2026-12-31}\n",
		"exceptions:\n  - {mute: halo, reason: R, by: A}\n",
		"5:6: warning: no until in the exception for 'halo'; it mutes nothing [P306]\n"},
	{"a tier that was not said is approved", "", "tier: trial\n",
		"4:7: note: tier lowered from 'approved' to 'trial'; not committed [P508]\n"},
	{"a tier that cannot be read", "tier: preferred\n", "tier: trail\n",
		"4:7: error: unknown tier 'trail'; did you mean 'trial'; one of strategic, "
		"preferred, approved, trial [P009]\n"},
	{"a tier under a name that is unknown", "tier: preferred\n", "teir: preferred\n",
		"4:1: error: unknown field 'teir'; did you mean 'tier' [P003]\n"},
	{"a criticality that is gone", "criticality: important\n", "",
		"1:1: note: criticality lowered from 'important' to '-'; not committed [P508]\n"},
	{"one that said no more than none", "criticality: routine\n", "", ""},
	{"a text that breaks off", "tier: preferred\n", "tags: [\n",
		"5:1: error: did not find expected node content; while parsing a flow node, "
		"line 5 [P002]\n"},
};

/* ---- how they run ---- */

static const char *check_file(struct arena *arena, const char *path)
{
	struct source_options options = git_options();
	char *operand = arena_copy(arena, path, strlen(path));
	struct check_memory *memory = check_memory_new();
	struct earlier *earlier = earlier_open(&options, "main");
	struct sources *sources;
	struct source source;
	struct buffer lines = {0};

	options.operands = &operand;
	options.n = 1;
	sources = sources_open(&options);
	check_memory_compare(memory, earlier);
	while (sources_next(sources, &source)) {
		check_document(&source, memory, AS_OF);
		assert_null(earlier_reason(earlier));
		for (size_t i = 0; i < source.faults.n; i++)
			diag_put_line(&lines, &source.faults.items[i]);
	}
	sources_close(sources);
	earlier_close(earlier);
	check_memory_free(memory);
	return buffer_keep(&lines, arena);
}

/* The lines as they would be without the file's name in front. */
static const char *expected_lines(struct arena *arena, const char *found)
{
	struct buffer lines = {0};

	while (*found) {
		size_t length = strcspn(found, "\n") + 1;

		buffer_puts(&lines, "acme.yaml:");
		buffer_add(&lines, found, length);
		found += length;
	}
	return buffer_keep(&lines, arena);
}

static void run_case(const struct since_case *since)
{
	struct arena arena = {0};
	const char *found, *expected;

	tree_put("acme.yaml", arena_printf(&arena, "%s%s", HEAD, since->then));
	shell("git add acme.yaml && git commit -q --allow-empty -m then");
	tree_put("acme.yaml", arena_printf(&arena, "%s%s", HEAD, since->now));
	found = check_file(&arena, "acme.yaml");
	expected = expected_lines(&arena, since->found);
	if (strcmp(found, expected) != 0)
		fail_msg("%s\nexpected:\n%sfound:\n%s", since->name, expected, found);
	arena_free(&arena);
}

static void finds_what_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		run_case(&cases[i]);
}

static void finds_nothing_without_a_revision(void **state)
{
	struct check_memory *memory = check_memory_new();
	struct checked checked;

	(void)state;
	checked_init(&checked, "acme.yaml", HEAD "tier: trial\n", NULL, NULL);
	check_document(&checked.source, memory, AS_OF);
	assert_int_equal(checked.source.faults.n, 0);
	assert_null(check_weighing(memory, 0));
	check_memory_free(memory);
	arena_free(&checked.arena);
}

static void needs_no_policy_that_is_sound(void **state)
{
	struct arena arena = {0};

	(void)state;
	tree_put("policy.yaml", "policy: p\ncriteria: 1\n");
	tree_put("acme.yaml", HEAD "tier: preferred\n");
	commit("then");
	tree_put("acme.yaml", HEAD "tier: trial\n");
	assert_string_equal(check_file(&arena, "acme.yaml"),
		"acme.yaml:4:7: note: tier lowered from 'preferred' to 'trial'; not committed "
		"[P508]\n");
	arena_free(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_what_it_should),
		cmocka_unit_test(finds_nothing_without_a_revision),
		TEST(needs_no_policy_that_is_sound),
	};

	return cmocka_run_group_tests_name("since", tests, NULL, NULL);
}
