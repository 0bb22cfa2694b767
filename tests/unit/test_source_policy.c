#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "partner/sha256.h"
#include "tree.h"

/* What serves a document: `path policy people`. */
static void tell_surroundings(struct buffer *buffer, const struct source *source)
{
	const char *policy = source->policy->path;

	buffer_printf(buffer, "%s %s %s\n", source->path, policy ? policy : "built-in",
		source->people ? source->people->path : "none");
}

static void check_surroundings(const char *operands, const char *expected)
{
	tree_check_with((struct source_options){0}, operands, tell_surroundings, expected);
}

/* ---- the search ---- */

static void put_policy(const char *path)
{
	tree_put(path, "policy: p\n");
}

static void takes_the_nearest_within_a_repository(void **state)
{
	(void)state;
	put_policy("policy.yaml");
	tree_put("repo/.git", NULL);
	put_policy("repo/policy.yaml");
	tree_put("repo/people.yaml", "people: []\n");
	tree_put_partner("repo/a.yaml", "a");
	tree_put_partner("repo/x/y/b.yaml", "b");
	put_policy("repo/x/z/policy.yaml");
	tree_put_partner("repo/x/z/c.yaml", "c");
	check_surroundings("repo/x",
		"repo/x/y/b.yaml repo/policy.yaml repo/people.yaml\n"
		"repo/x/z/c.yaml repo/x/z/policy.yaml repo/people.yaml\n");
	check_surroundings("repo/x/z/c.yaml repo/a.yaml",
		"repo/x/z/c.yaml repo/x/z/policy.yaml repo/people.yaml\n"
		"repo/a.yaml repo/policy.yaml repo/people.yaml\n");
}

static void stops_at_the_top_of_a_repository(void **state)
{
	(void)state;
	put_policy("d/policy.yaml");
	tree_put("d/people.yaml", "people: []\n");
	tree_put("d/repo/.git", "gitdir: elsewhere\n");
	tree_put_partner("d/repo/x/a.yaml", "a");
	tree_put_partner("d/x/b.yaml", "b");
	check_surroundings("d/repo/x/a.yaml d/repo/x",
		"d/repo/x/a.yaml built-in none\nd/repo/x/a.yaml built-in none\n");
	check_surroundings("d",
		"d/repo/x/a.yaml built-in none\n"
		"d/x/b.yaml d/policy.yaml d/people.yaml\n");
}

static void stays_below_the_operand_outside_of_a_repository(void **state)
{
	(void)state;
	put_policy("policy.yaml");
	tree_put("d/people.yaml", "people: []\n");
	tree_put_partner("d/sub/a.yaml", "a");
	check_surroundings("d/sub", "d/sub/a.yaml built-in none\n");
	check_surroundings("d/sub/a.yaml", "d/sub/a.yaml built-in none\n");
	check_surroundings("d", "d/sub/a.yaml built-in d/people.yaml\n");
	check_surroundings(".", "d/sub/a.yaml policy.yaml d/people.yaml\n");
}

static void names_what_lies_above_by_dots(void **state)
{
	(void)state;
	tree_put("repo/.git", NULL);
	put_policy("repo/policy.yaml");
	tree_put("repo/x/people.yaml", "people: []\n");
	tree_put_partner("repo/x/y/a.yaml", "a");
	assert_int_equal(chdir("repo/x/y"), 0);
	check_surroundings("a.yaml", "a.yaml ../../policy.yaml ../people.yaml\n");
	check_surroundings(".", "a.yaml ../../policy.yaml ../people.yaml\n");
	check_surroundings("../y", "../y/a.yaml ../../policy.yaml ../people.yaml\n");
	tree_feed("a.yaml");
	check_surroundings("-", "- ../../policy.yaml ../people.yaml\n");
}

static void takes_what_was_named_instead(void **state)
{
	(void)state;
	put_policy("policy.yaml");
	put_policy("p");
	tree_put("q", "people: []\n");
	tree_put_partner("a.yaml", "a");
	tree_check_with((struct source_options){.policy = "p"}, "a.yaml", tell_surroundings,
		"a.yaml p none\n");
	tree_check_with((struct source_options){.people = "q"}, "a.yaml", tell_surroundings,
		"a.yaml policy.yaml q\n");
}

/* ---- what is in the files ---- */

/* Opens `operands`, which the arena keeps, with `validate`. */
static struct sources *opened(struct arena *arena, struct source_options *options,
	const char *operands, void (*validate)(struct policy_file *file, struct arena *arena))
{
	*options = tree_options(arena, operands);
	options->validate = validate;
	return sources_open(options);
}

/* Leaves a trace of each call. */
static void count_call(struct policy_file *file, struct arena *arena)
{
	assert_non_null(arena);
	file->faults.dropped++;
}

static void merges_a_policy_into_the_built_in_one(void **state)
{
	static const char text[] =
		"policy: ours\nlambda: 7\noverrides: [{tier: trial, lambda: 8}]\n";
	char digest[SHA256_HEX];
	struct arena arena = {0};
	struct source_options options;
	struct sources *sources = opened(&arena, &options, "a.yaml", count_call);
	struct source source;
	const struct policy_file *file;

	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("policy.yaml", text);
	assert_true(sources_next(sources, &source));
	file = source.policy;
	assert_string_equal(file->policy.id.text, "ours");
	assert_true(file->policy.rules.lambda.value > 6.9);
	assert_true(HAS(file->policy.rules.window) && ABSENT(file->own.rules.window));
	assert_true(file->policy.rules.criteria.list.n > 0);
	assert_int_equal(file->policy.overrides.list.n, 1);
	assert_string_equal(file->digest, sha256_of(text, sizeof(text) - 1, digest));
	assert_int_equal(file->faults.dropped, 1);
	assert_ptr_equal(sources_policy_at(sources, 0), file);
	assert_null(sources_policy_at(sources, 1));
	sources_close(sources);
	arena_free(&arena);
}

static void reads_the_built_in_policy(void **state)
{
	char digest[SHA256_HEX];
	struct arena arena = {0};
	struct source_options options;
	struct sources *sources = opened(&arena, &options, "", count_call);
	const struct policy_file *file = sources_policy(sources);

	(void)state;
	assert_null(file->path);
	assert_string_equal(file->policy.id.text, "default");
	assert_true(ABSENT(file->own.id));
	assert_string_equal(
		file->digest, sha256_of(default_policy_yaml, default_policy_size, digest));
	assert_int_equal(file->faults.dropped, 1);
	assert_ptr_equal(sources_policy(sources), file);
	assert_int_equal(file->faults.dropped, 1);
	sources_close(sources);
	arena_free(&arena);
}

static void reads_each_policy_and_people_file_once(void **state)
{
	struct arena arena = {0};
	struct source_options options;
	struct sources *sources = opened(&arena, &options, "d d/x d/x/c.yaml", count_call);
	struct source source;

	(void)state;
	put_policy("d/policy.yaml");
	put_policy("d/x/policy.yaml");
	tree_put("d/.git", NULL);
	tree_put("d/people.yaml", "people: []\n");
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/x/c.yaml", "c");
	tree_put_partner("d/z.yaml", "z");
	assert_string_equal(sources_policy(sources)->path, "d/policy.yaml");
	while (sources_next(sources, &source))
		assert_string_equal(source.people->path, "d/people.yaml");
	assert_string_equal(sources_policy_at(sources, 0)->path, "d/policy.yaml");
	assert_string_equal(sources_policy_at(sources, 1)->path, "d/x/policy.yaml");
	assert_int_equal(sources_policy_at(sources, 1)->faults.dropped, 1);
	assert_null(sources_policy_at(sources, 2));
	assert_non_null(sources_people_at(sources, 0));
	assert_null(sources_people_at(sources, 1));
	sources_close(sources);
	arena_free(&arena);
}

/* What happened to a file, in a word. */
static const char *error_word(int error)
{
	if (error == ENOENT)
		return "missing";
	if (error == ELOOP)
		return "link";
	return error ? "unreadable" : "read";
}

/* `path policy's error and faults, people's`. */
static void tell_troubles(struct buffer *buffer, const struct source *source)
{
	const struct people_source *people = source->people;
	const struct policy_file *policy = source->policy;

	buffer_printf(buffer, "%s %s", source->path, error_word(policy->error));
	for (size_t i = 0; i < policy->faults.n; i++)
		buffer_printf(buffer, " %s", diag_rule_info(policy->faults.items[i].rule)->id);
	buffer_printf(buffer, ", %s", people ? error_word(people->error) : "none");
	for (size_t i = 0; people && i < people->faults.n; i++)
		buffer_printf(buffer, " %s", diag_rule_info(people->faults.items[i].rule)->id);
	assert_true(HAS(policy->policy.rules.window));
	buffer_putc(buffer, '\n');
}

static void check_troubles(struct source_options options, const char *expected)
{
	tree_check_with(options, "a.yaml", tell_troubles, expected);
}

static void keeps_the_troubles_of_policies_and_people(void **state)
{
	const struct source_options gone = {.policy = "gone", .people = "gone"};

	(void)state;
	tree_put_partner("a.yaml", "a");
	check_troubles(gone, "a.yaml missing, missing\n");
	tree_put("policy.yaml", "# later\n");
	tree_put("people.yaml", "people: [{id: dana, sides: us}]\n");
	check_troubles((struct source_options){0}, "a.yaml read P019, read P003\n");
	tree_put("policy.yaml", "policy: p\nlambda: x\n---\npolicy: q\n");
	tree_put("people.yaml", "people: [\n");
	check_troubles((struct source_options){0}, "a.yaml read P007 P006, read P002\n");
}

static void follows_no_link_that_it_found(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	put_policy("p.yaml");
	tree_link("../p.yaml", "d/policy.yaml");
	assert_int_equal(chdir("d"), 0);
	check_troubles((struct source_options){0}, "a.yaml link, none\n");
	check_troubles((struct source_options){.policy = "policy.yaml"}, "a.yaml read, none\n");
}

/* ---- calibrations ---- */

/* What happened to each calibration that the policy names: `name path, what`. */
static void tell_calibrations(struct buffer *buffer, const struct source *source)
{
	const struct policy_file *policy = source->policy;

	buffer_printf(buffer, "%s", source->path);
	for (size_t i = 0; i < policy->n_calibrations; i++) {
		const struct calibration_file *file = &policy->calibrations[i];

		buffer_printf(buffer, ", %s %s %s", file->name, file->path,
			file->error == EPERM ? "outside" : error_word(file->error));
		for (size_t j = 0; j < file->faults.n; j++)
			buffer_printf(
				buffer, " %s", diag_rule_info(file->faults.items[j].rule)->id);
	}
	buffer_putc(buffer, '\n');
}

static void check_calibrations_of(const char *policy, const char *operand, const char *expected)
{
	tree_check_with(
		(struct source_options){.policy = policy}, operand, tell_calibrations, expected);
}

static void reads_each_calibration_of_a_policy_once(void **state)
{
	(void)state;
	tree_put("d/policy.yaml",
		"policy: p\ncalibration: c.yaml\noverrides:\n"
		"- {tier: trial, calibration: sub/c.yaml}\n"
		"- {kind: vendor, calibration: c.yaml}\n"
		"- {kind: self, calibration: gone.yaml}\n");
	tree_put("d/c.yaml", "lambda: 3\n");
	tree_put("d/sub/c.yaml", "lambda: x\nraters: [{rate: dana}]\n");
	tree_put_partner("d/a.yaml", "a");
	check_calibrations_of(NULL, "d/a.yaml",
		"d/a.yaml, c.yaml d/c.yaml read, sub/c.yaml d/sub/c.yaml read P007 P003, "
		"gone.yaml d/gone.yaml missing\n");
}

static void keeps_a_found_policy_in_its_folder(void **state)
{
	(void)state;
	tree_put("d/policy.yaml",
		"policy: p\ncalibration: ../c.yaml\noverrides:\n"
		"- {tier: trial, calibration: /dev/null}\n"
		"- {tier: approved, calibration: sub/../../c.yaml}\n"
		"- {tier: preferred, calibration: link.yaml}\n"
		"- {tier: strategic, calibration: way/c.yaml}\n"
		"- {kind: vendor, calibration: ./sub//..c.yaml}\n");
	tree_put("c.yaml", "lambda: 3\n");
	tree_put("d/sub/..c.yaml", "lambda: 3\n");
	tree_link("../c.yaml", "d/link.yaml");
	tree_link("..", "d/way");
	tree_put_partner("d/a.yaml", "a");
	check_calibrations_of(NULL, "d/a.yaml",
		"d/a.yaml, ../c.yaml d/../c.yaml outside, /dev/null /dev/null outside, "
		"sub/../../c.yaml d/sub/../../c.yaml outside, link.yaml d/link.yaml link, "
		"way/c.yaml d/way/c.yaml link, ./sub//..c.yaml d/./sub//..c.yaml read\n");
	check_calibrations_of("d/policy.yaml", "d/a.yaml",
		"d/a.yaml, ../c.yaml d/../c.yaml read, /dev/null /dev/null unreadable, "
		"sub/../../c.yaml d/sub/../../c.yaml read, link.yaml d/link.yaml read, "
		"way/c.yaml d/way/c.yaml read, ./sub//..c.yaml d/./sub//..c.yaml read\n");
}

static void finds_the_calibration_of_rules(void **state)
{
	static const char text[] = "raters: [{rater: dana, offset: 0.5}]\n";
	char digest[SHA256_HEX];
	struct arena arena = {0};
	struct source_options options;
	struct sources *sources = opened(&arena, &options, "a.yaml", NULL);
	struct source source;
	const struct calibration_file *file;

	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("c.yaml", text);
	tree_put("policy.yaml", "policy: p\noverrides: [{tier: trial, calibration: c.yaml}]\n");
	assert_true(sources_next(sources, &source));
	assert_null(policy_calibration(source.policy, &source.policy->policy.rules));
	EACH (struct policy_override, override, source.policy->policy.overrides) {
		file = policy_calibration(source.policy, &override->rules);
		assert_non_null(file);
		assert_string_equal(file->digest, sha256_of(text, sizeof(text) - 1, digest));
		assert_true(calibration_offset(file, "dana") == 0.5);
	}
	sources_close(sources);
	arena_free(&arena);
}

static void reads_a_hundred_calibrations_at_most(void **state)
{
	struct arena arena = {0};
	struct source_options options;
	struct sources *sources = opened(&arena, &options, "a.yaml", NULL);
	struct buffer policy = {0};
	struct source source;

	(void)state;
	buffer_puts(&policy, "policy: p\noverrides:\n");
	for (int i = 0; i <= CALIBRATIONS_MOST; i++)
		buffer_printf(&policy, "- {kind: vendor, calibration: %d.yaml}\n", i);
	buffer_putc(&policy, '\0');
	tree_put("policy.yaml", policy.data);
	tree_put_partner("a.yaml", "a");
	assert_true(sources_next(sources, &source));
	assert_int_equal(source.policy->n_calibrations, CALIBRATIONS_MOST);
	buffer_free(&policy);
	sources_close(sources);
	arena_free(&arena);
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(takes_the_nearest_within_a_repository),
		IN_TREE(stops_at_the_top_of_a_repository),
		IN_TREE(stays_below_the_operand_outside_of_a_repository),
		IN_TREE(names_what_lies_above_by_dots),
		IN_TREE(takes_what_was_named_instead),
		IN_TREE(merges_a_policy_into_the_built_in_one),
		IN_TREE(reads_the_built_in_policy),
		IN_TREE(reads_each_policy_and_people_file_once),
		IN_TREE(keeps_the_troubles_of_policies_and_people),
		IN_TREE(follows_no_link_that_it_found),
		IN_TREE(reads_each_calibration_of_a_policy_once),
		IN_TREE(keeps_a_found_policy_in_its_folder),
		IN_TREE(finds_the_calibration_of_rules),
		IN_TREE(reads_a_hundred_calibrations_at_most),
	};

	return cmocka_run_group_tests_name("source_policy", tests, NULL, NULL);
}
