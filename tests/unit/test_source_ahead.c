/* Files loaded ahead: the same sources as one by one, whoever loads them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tree.h"

#define MANY 200

static const unsigned jobs[] = {0, 1, 2, 3, 16, 1000};

#define JOBS (sizeof(jobs) / sizeof(jobs[0]))

/* d/f000.yaml and so on, with a problem of each kind between them. */
static void put_many(void)
{
	char path[64], id[16];

	for (int i = 0; i < MANY; i++) {
		snprintf(id, sizeof(id), "f%03d", i);
		snprintf(path, sizeof(path), "d/%d/%s.yaml", i / 50, id);
		tree_put_partner(path, id);
	}
	tree_put("d/1/f060.yaml", "partner: [\n");
	tree_put("d/1/f070.yaml", "");
	tree_link("f000.yaml", "d/0/link.yaml");
	tree_put("d/2/orphan.d/x.yaml", "ratings: []\n");
	tree_put("d/2/policy.yaml", "policy: [\n");
	tree_put("d/3/f160.d/x.yaml", "nothing: here\n");
}

/* What the sources are, one line each. */
static void tell_all(struct source_options options, struct buffer *told)
{
	struct sources *sources = sources_open(&options);
	struct source source;

	while (sources_next(sources, &source)) {
		tree_tell(told, &source);
		buffer_printf(told, "policies %d\n", sources_policy_at(sources, 0) != NULL);
	}
	buffer_putc(told, '\0');
	sources_close(sources);
}

static void any_number_of_jobs_gives_the_same(void **state)
{
	struct arena arena = {0};
	struct source_options options = tree_options(&arena, "d d/0/f001.yaml gone.yaml d/3");
	struct buffer one = {0}, some = {0};

	(void)state;
	put_many();
	tell_all(options, &one);
	assert_non_null(strstr(one.data, "f199"));
	for (size_t i = 0; i < JOBS; i++) {
		options.jobs = jobs[i];
		buffer_clear(&some);
		tell_all(options, &some);
		assert_string_equal(some.data, one.data);
	}
	buffer_free(&one);
	buffer_free(&some);
	arena_free(&arena);
}

/* ---- what is prepared ---- */

static const void *put_id(const struct source *source, struct buffer *scratch, const void *context)
{
	const struct partner *partner = source->partner;

	buffer_clear(scratch);
	buffer_printf(scratch, "%s%s", (const char *)context,
		partner && HAS(partner->id) ? partner->id.text : "?");
	return arena_copy(source->arena, scratch->data, scratch->length);
}

static void check_prepared(const struct source_options *options)
{
	struct sources *sources = sources_open(options);
	struct source source;
	char expected[32];
	size_t n = 0;

	while (sources_next(sources, &source)) {
		if (source.kind != SOURCE_DOCUMENT) {
			assert_null(source.prepared);
			continue;
		}
		snprintf(expected, sizeof(expected), "id %s",
			source.partner ? source.partner->id.text : "?");
		assert_string_equal(source.prepared, expected);
		n++;
	}
	assert_int_equal(n, MANY + 1);
	sources_close(sources);
}

static void each_document_has_what_was_made_of_it(void **state)
{
	struct arena arena = {0};
	struct source_options options = tree_options(&arena, "d -");

	(void)state;
	put_many();
	tree_feed("d/0/f000.yaml");
	options.prepare = put_id;
	options.context = "id ";
	options.jobs = 3;
	check_prepared(&options);
	arena_free(&arena);
}

/* ---- shards ---- */

static void check_part(unsigned shard, unsigned shards, const char *operands, const char *expected)
{
	const struct source_options part = {.shard = shard, .shards = shards};

	tree_check_with(part, operands, tree_tell, expected);
}

static void parts_are_the_whole(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put("d/b.yaml",
		"partner: b\nname: N\nkind: vendor\n---\npartner: b2\nname: N\n"
		"kind: vendor\n");
	tree_link("a.yaml", "d/c.yaml");
	tree_put_partner("d/d.yaml", "d");
	tree_put_partner("e.yaml", "e");
	check_part(1, 3, "d e.yaml", "d/a.yaml:1 a\nd/d.yaml:1 d\n");
	check_part(2, 3, "d e.yaml",
		"d/b.yaml:1 b of several\nd/b.yaml:5 b2 of several\ne.yaml:1 e\n");
	check_part(3, 3, "d e.yaml", "d/c.yaml skipped\n");
}

/* What a part leaves out at the end of a folder says nothing of the file that is named next. */
static void a_file_behind_a_folder_is_in_one_part(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("d/.keep", "");
	tree_link("../a.yaml", "d/z.yaml");
	check_part(1, 2, "d a.yaml", "d/z.yaml skipped\n");
	check_part(2, 2, "d a.yaml", "a.yaml:1 a\n");
}

static void lines_count_by_what_they_name(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put_partner("b.yaml", "b");
	tree_put("lines",
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"a.yaml\",\"line\":1}}\n"
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"a.yaml\",\"line\":1}}\n"
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"b.yaml\",\"line\":1}}\n");
	check_part(2, 2, "lines", "b.yaml:1 b\n");
}

/* ---- the end ---- */

static void may_be_left_at_any_point(void **state)
{
	struct arena arena = {0};
	struct source_options options = tree_options(&arena, "d");

	(void)state;
	put_many();
	options.jobs = 4;
	for (size_t taken = 0; taken < MANY; taken += 9) {
		struct sources *sources = sources_open(&options);
		struct source source;

		for (size_t i = 0; i < taken; i++)
			assert_true(sources_next(sources, &source));
		sources_close(sources);
	}
	arena_free(&arena);
}

static void the_last_file_stays(void **state)
{
	struct arena arena = {0};
	struct source_options options = tree_options(&arena, "a.yaml b.yaml");
	struct sources *sources;
	struct source source;

	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put_partner("b.yaml", "b");
	options.jobs = 2;
	sources = sources_open(&options);
	while (sources_next(sources, &source))
		continue;
	assert_string_equal(source.partner->id.text, "b");
	sources_close(sources);
	arena_free(&arena);
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(any_number_of_jobs_gives_the_same),
		IN_TREE(each_document_has_what_was_made_of_it),
		IN_TREE(parts_are_the_whole),
		IN_TREE(a_file_behind_a_folder_is_in_one_part),
		IN_TREE(lines_count_by_what_they_name),
		IN_TREE(may_be_left_at_any_point),
		IN_TREE(the_last_file_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
