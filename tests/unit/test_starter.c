/* Starter files: sound for every kind, as they are written and with all examples in use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "checked.h"
#include "decoded.h"
#include "partner/starter.h"

/* The starter file, closed by a NUL, in the arena. */
static char *starter(struct arena *arena, int kind, const char *name)
{
	struct buffer buffer = {0};
	char *text;

	starter_put(&buffer, (enum partner_kind)kind, "acme", name);
	text = arena_copy(arena, buffer.data, buffer.length);
	buffer_free(&buffer);
	return text;
}

/* The same with the `# ` of each example taken away. */
static char *in_use(struct arena *arena, int kind)
{
	char *text = starter(arena, kind, NULL), *to = text;

	for (const char *line = text; *line;) {
		size_t skip = strncmp(line, "# ", 2) ? 0 : 2;
		size_t length = strcspn(line, "\n") + 1;

		memmove(to, line + skip, length - skip);
		to += length - skip;
		line += length;
	}
	*to = '\0';
	return text;
}

static const struct partner *partner_of(struct arena *arena, const char *text)
{
	return decoded(arena, &partner_record, text);
}

/* ---- as it is written ---- */

static void check_four_lines(struct arena *arena, int kind)
{
	const struct partner *partner = partner_of(arena, starter(arena, kind, "Acme Cloud"));
	size_t given = 0;

	assert_string_equal(partner->id.text, "acme");
	assert_string_equal(partner->name.text, "Acme Cloud");
	assert_true(HAS(partner->kind) && HAS(partner->tier));
	assert_int_equal(partner->kind.value, kind);
	assert_int_equal(partner->tier.value, TIER_TRIAL);
	for (size_t i = 0; i < partner_record.n; i++) {
		const struct leaf *leaf = field_at(partner, &partner_record.fields[i]);

		given += leaf->state != LEAF_ABSENT;
	}
	assert_int_equal(given, 4);
}

static void says_four_things_of_every_kind(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (int kind = 0; kind < PARTNER_KINDS; kind++)
		check_four_lines(&arena, kind);
	arena_free(&arena);
}

static void check_name(const char *name)
{
	struct arena arena = {0};

	assert_string_equal(
		partner_of(&arena, starter(&arena, KIND_VENDOR, name))->name.text, name);
	arena_free(&arena);
}

static void takes_any_name(void **state)
{
	(void)state;
	check_name("\"A\" & B: 'C' #1 | @{[");
	check_name("back\\slash \\n and\na second line\t");
	check_name("Wärtsilä 株式会社 \xf0\x9f\x8c\xbe");
	check_name("- x");
	check_name("");
}

static void takes_the_id_for_a_name(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(
		partner_of(&arena, starter(&arena, KIND_SELF, NULL))->name.text, "acme");
	arena_free(&arena);
}

static void adds_to_what_is_there(void **state)
{
	struct buffer buffer = {0};

	(void)state;
	buffer_puts(&buffer, "---\n");
	starter_put(&buffer, KIND_CHANNEL, "acme", NULL);
	assert_memory_equal(buffer.data, "---\npartner: acme\nname: ", 24);
	buffer_free(&buffer);
}

/* ---- its lines ---- */

static void check_line(const char *line, size_t length, size_t number)
{
	bool comment = strncmp(line, "# ", 2) == 0 || strncmp(line, "## ", 3) == 0;

	if (number <= 4 ? line[0] == '#' : length > 0 && !comment)
		fail_msg("line %zu is none of its kind: %.*s", number, (int)length, line);
	if (length > 100 || memchr(line, '|', length) || memchr(line, '\t', length))
		fail_msg("line %zu is long or marked: %.*s", number, (int)length, line);
}

static void check_lines(const char *text)
{
	size_t number = 0;

	while (*text) {
		size_t length = strcspn(text, "\n");

		check_line(text, length, ++number);
		text += length + 1;
	}
	assert_in_range(number, 120, 200);
}

static void fits_on_screens(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (int kind = 0; kind < PARTNER_KINDS; kind++)
		check_lines(starter(&arena, kind, NULL));
	arena_free(&arena);
}

static bool is_kind(const char *word, size_t length)
{
	for (size_t i = 0; i < PARTNER_KINDS; i++) {
		if (strlen(partner_kind_words[i]) == length &&
			memcmp(partner_kind_words[i], word, length) == 0)
			return true;
	}
	return false;
}

/* A mark names kinds with one blank between: anything else would drop a line unseen. */
static void check_mark(const char *line)
{
	const char *end = strchr(line, '|');

	for (const char *at = line + (line[0] == '-'); at < end;) {
		size_t length = strcspn(at, " |");

		if (!is_kind(at, length))
			fail_msg("no mark: %.*s", (int)(end - line), line);
		at += length + 1;
	}
}

static void is_made_of_lines_marked_by_kinds(void **state)
{
	size_t marked = 0;

	(void)state;
	assert_int_equal(strlen(starter_yaml), starter_size);
	for (const char *line = strstr(starter_yaml, "\n\n"); *line; line += strcspn(line, "\n")) {
		line++;
		if (!memchr(line, '|', strcspn(line, "\n")))
			continue;
		check_mark(line);
		marked++;
	}
	assert_true(marked > 100);
}

/* ---- with its examples in use ---- */

static void check_records(const struct partner *partner)
{
	for (size_t i = 0; i < partner_record.n; i++) {
		const struct field *field = &partner_record.fields[i];
		const struct leaf *leaf = field_at(partner, field);
		bool needless = strcmp(field->name, "ended") == 0 ||
			(partner_is_self(partner) && strcmp(field->name, "exit") == 0);

		if (leaf->state != (needless ? LEAF_ABSENT : LEAF_SOUND))
			fail_msg("%s: %s", partner_kind_words[partner->kind.value], field->name);
	}
}

static void shows_every_record(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (int kind = 0; kind < PARTNER_KINDS; kind++)
		check_records(partner_of(&arena, in_use(&arena, kind)));
	arena_free(&arena);
}

static size_t exchanges_for(struct arena *arena, int kind)
{
	return partner_of(arena, in_use(arena, kind))->exchanges.list.n;
}

static void shows_what_makes_a_channel(void **state)
{
	struct arena arena = {0};
	const struct partner *partner = partner_of(&arena, in_use(&arena, KIND_CHANNEL));
	bool leads = false;

	(void)state;
	EACH (struct goal, goal, partner->goals)
		leads |= goal->kind.value == GOAL_LEADS;
	assert_true(leads);
	assert_true(ABSENT(partner->contract.service_levels.list));
	assert_true(exchanges_for(&arena, KIND_CHANNEL) > exchanges_for(&arena, KIND_VENDOR));
	arena_free(&arena);
}

static void shows_whose_knowledge_services_are(void **state)
{
	struct arena arena = {0};
	const struct partner *services = partner_of(&arena, in_use(&arena, KIND_SERVICES));
	const struct partner *vendor = partner_of(&arena, in_use(&arena, KIND_VENDOR));

	(void)state;
	assert_true(HAS(services->exit.staff.head) && ABSENT(vendor->exit.staff.head));
	assert_true(services->exit.knowledge.list.n > vendor->exit.knowledge.list.n);
	arena_free(&arena);
}

/* Ratings of us by the partner, which every file but our own has. */
static size_t mirrored(const struct partner *partner)
{
	size_t n = 0;

	EACH (struct rating, rating, partner->ratings)
		n += HAS(rating->of) && rating->of.value == SIDE_US;
	return n;
}

static void has_a_mirror_unless_it_is_our_own(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (int kind = 0; kind < PARTNER_KINDS; kind++)
		assert_int_equal(mirrored(partner_of(&arena, in_use(&arena, kind))),
			kind == KIND_SELF ? 0 : 1);
	arena_free(&arena);
}

/* ---- findings ---- */

/* How many findings, muted ones as well; all of them are an error of the test if `none`. */
static size_t findings(const char *text, struct civil day, bool none)
{
	struct check_memory *memory = check_memory_new();
	struct checked checked;
	size_t n;

	checked_init(&checked, "acme.yaml", text, NULL, NULL);
	check_document(&checked.source, memory, date_of_civil(day));
	n = checked.source.faults.n;
	if (none && n)
		fail_msg("in %04d: %s", day.year, checked_findings(&checked));
	check_memory_free(memory);
	arena_free(&checked.arena);
	return n;
}

static void gives_no_finding_now_or_later(void **state)
{
	static const struct civil days[] = {
		{2026, 3, 31}, {2026, 11, 21}, {2028, 2, 29}, {2041, 7, 1}, {2099, 12, 31}};
	struct arena arena = {0};

	(void)state;
	for (int kind = 0; kind < PARTNER_KINDS; kind++) {
		for (size_t i = 0; i < COUNT_OF(days); i++) {
			findings(starter(&arena, kind, NULL), days[i], true);
			findings(in_use(&arena, kind), days[i], true);
		}
	}
	arena_free(&arena);
}

static void gives_findings_before_its_records_happened(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (int kind = 0; kind < PARTNER_KINDS; kind++)
		assert_true(findings(in_use(&arena, kind), (struct civil){2025, 6, 1}, false) > 9);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_four_things_of_every_kind),
		cmocka_unit_test(takes_any_name),
		cmocka_unit_test(takes_the_id_for_a_name),
		cmocka_unit_test(adds_to_what_is_there),
		cmocka_unit_test(fits_on_screens),
		cmocka_unit_test(is_made_of_lines_marked_by_kinds),
		cmocka_unit_test(shows_every_record),
		cmocka_unit_test(shows_what_makes_a_channel),
		cmocka_unit_test(shows_whose_knowledge_services_are),
		cmocka_unit_test(has_a_mirror_unless_it_is_our_own),
		cmocka_unit_test(gives_no_finding_now_or_later),
		cmocka_unit_test(gives_findings_before_its_records_happened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
