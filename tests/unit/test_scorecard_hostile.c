/* Lines that only look like cards: each is refused with a reason, or drawn without harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "partner/write.h"
#include "tree.h"

/* With something of everything that a card can hold. */
#define FULL                                                                                      \
	"since: 2020-01-01\ntier: strategic\ncriticality: critical\nplan: {agreed: 2026-01-01}\n" \
	"contract: {start: 2025-01-01, end: 2026-12-31, renewal: auto, value: 1200.00 EUR,"       \
	" notice: {period: 30d}}\n"                                                               \
	"ratings:\n"                                                                              \
	"- {date: 2026-05-01, by: ann, scores: {support: 2, value: 4}}\n"                         \
	"- {date: 2025-09-01, by: ann, of: us, scores: {support: 3}}\n"                           \
	"incidents:\n"                                                                            \
	"- {id: one, opened: 2026-05-01T08:00Z, severity: 1, cause: partner, title: Down}\n"      \
	"disputes: [{record: 'incident:one', by: partner, on: 2026-05-03, reason: Not us}]\n"     \
	"exceptions: [{mute: no-problem, by: ann, until: 2026-12-31, reason: Known}]\n"

#define TWO_CRITERIA                                                                              \
	"min_coverage: 10%\n"                                                                     \
	"criteria:\n"                                                                             \
	"- {id: support, weight: 2, measures: [{measure: panel}, {measure: incident-conduct}]}\n" \
	"- {id: value, weight: 1, measures: [{measure: panel}, {measure: voice}]}\n"

static const char *open_line(struct carded *carded, const char *records)
{
	struct buffer line = {0};

	card_open(carded,
		&(struct card_text){.records = records,
			.policy = TWO_CRITERIA,
			.request = {.robustness = true, .trend = 4}});
	write_json_record(&line, &scorecard_record, carded->card);
	return buffer_keep(&line, &carded->arena);
}

/* The line with `bytes` after the first `key` replaced by `value`. */
static const char *with(
	struct carded *carded, const char *line, const char *key, size_t bytes, const char *value)
{
	const char *at = strstr(line, key);

	assert_non_null(at);
	at += strlen(key);
	return arena_printf(&carded->arena, "%.*s%s%s", (int)(at - line), line, value, at + bytes);
}

/* ---- reasons ---- */

/* How many bytes the value at the beginning of a text takes. */
static size_t value_bytes(const char *text)
{
	size_t depth = 0, i = 0;
	bool quoted = false;

	for (; text[i]; i++) {
		if (quoted) {
			i += text[i] == '\\';
			quoted = text[i] != '"';
			continue;
		}
		quoted = text[i] == '"';
		if (!depth && strchr(",]}", text[i]))
			break;
		depth += strchr("[{", text[i]) != NULL;
		depth -= strchr("]}", text[i]) != NULL;
	}
	return i;
}

static void check_refused(const char *key, const char *value, const char *message)
{
	struct read_fault fault = {0};
	struct carded carded;
	const char *line = open_line(&carded, FULL);

	line = with(&carded, line, key, value_bytes(strstr(line, key) + strlen(key)), value);
	if (scorecard_read(&carded.arena, line, strlen(line), &fault))
		fail_msg("%s%s is read", key, value);
	assert_string_equal(fault.message, message);
	card_close(&carded);
}

static void policies_that_cannot_be_are_refused(void **state)
{
	static const char order[] = "'from' of a band out of range or order";
	static const char edges[] = "'exit_below' or 'talk_below' out of range";

	(void)state;
	check_refused("\"bands\":", "[{\"from\":50,\"grade\":\"A\"},{\"from\":60,\"grade\":\"B\"}]",
		order);
	check_refused("\"bands\":", "[{\"from\":100.1,\"grade\":\"A\"}]", order);
	check_refused("\"bands\":", "[{\"from\":-1,\"grade\":\"A\"}]", order);
	check_refused("\"bands\":", "[{\"from\":null,\"grade\":\"A\"}]", order);
	check_refused("\"bands\":", "[{\"grade\":\"A\"}]", order);
	check_refused("\"bands\":", "[{\"from\":5}]", "a band without 'grade'");
	check_refused("\"bands\":", "[{\"from\":5,\"grade\":\"\"}]", "a band without 'grade'");
	check_refused("\"bands\":", "[{\"from\":5,\"grade\":\"-\"}]", "a band without 'grade'");
	check_refused("\"bands\":", "[null]", "'policy.bands[0]' is no object");
	check_refused("\"bands\":", "7", "'policy.bands' is no array");
	check_refused("\"exit_below\":", "101", edges);
	check_refused("\"talk_below\":", "-0.1", edges);
	check_refused("\"unevidenced_weight\":", "2", "'unevidenced_weight' out of range");
}

static void long_lists_are_refused(void **state)
{
	struct carded carded;
	struct buffer bands = {0};
	struct read_fault fault = {0};
	const char *line = open_line(&carded, FULL);
	const char *key = "\"bands\":[";

	(void)state;
	for (int i = 0; i < 1000; i++)
		buffer_puts(&bands, "{\"from\":100,\"grade\":\"A\"},");
	line = with(&carded, line, key, 0, buffer_keep(&bands, &carded.arena));
	assert_null(scorecard_read(&carded.arena, line, strlen(line), &fault));
	assert_string_equal(fault.message, "too many bands");
	card_close(&carded);
}

static void what_is_drawn_must_be_there(void **state)
{
	(void)state;
	check_refused("\"flips\":", "[{}]", "a flip without 'without' or 'grade'");
	check_refused("\"effect\":", "101", "'effect' of a record out of range");
	check_refused("\"rater\":", "null",
		"a vote without 'criterion' or 'rater', or with a 'weight' out of range");
	check_refused("\"advice\":", "null", "a sign without 'text', 'advice' or 'source'");
	check_refused("\"what\":", "null", "a date of 'next' without 'date' or 'what'");
	check_refused("\"upheld\":", "[null]", "a record of 'upheld' without a name");
	check_refused("\"trend\":", "[{\"grade\":\"A\",\"score\":50}]",
		"a point of 'trend' without 'as_of', 'grade' or 'score'");
	check_refused("\"mirror\":", "{\"score\":50}", "no 'grade' of 'mirror'");
	check_refused("\"tolerance\":", "7", "'tolerance' or 'slope' out of range");
	check_refused("\"slope\":", "1e200", "'tolerance' or 'slope' out of range");
	check_refused("\"floor\":", "null", "'floor' or 'ceiling' out of range");
	check_refused("\"side\":", "null", "no 'side'");
	check_refused("\"better\":", "[{\"standing\":null}]",
		"a way to another standing without it, or with numbers out of range");
}

static void facts_that_cannot_be_are_refused(void **state)
{
	static const char range[] = "'critical_functions' or 'days_left' out of range";
	static const char count[] = "a count of 'facts.mirror' out of range";
	static const char incidents[] = "incidents of 'facts.mirror' out of range";
	static const char exchanges[] = "exchanges of 'facts.mirror' out of range";

	(void)state;
	check_refused("\"facts\":", "{\"events\":[{}]}", "an event without 'kind' or 'date'");
	check_refused("\"facts\":", "{\"days_left\":1e20}", range);
	check_refused("\"facts\":", "{\"critical_functions\":-1}", range);
	check_refused("\"facts\":", "{\"critical_functions\":1000000001}", range);
	check_refused("\"facts\":", "{\"cost_to_end_of_life\":[{}]}",
		"a cost to the end of life without 'currency'");
	check_refused("\"facts\":", "{\"mirror\":{\"milestones\":{\"k\":2,\"n\":1}}}", count);
	check_refused("\"facts\":", "{\"mirror\":{\"remedies\":{\"k\":-1,\"n\":2}}}", count);
	check_refused("\"facts\":",
		"{\"mirror\":{\"feedback\":{\"k\":0,\"n\":9223372036854775807}}}", count);
	check_refused("\"facts\":", "{\"mirror\":{\"incidents\":[{\"severity\":0}]}}", incidents);
	check_refused("\"facts\":", "{\"mirror\":{\"incidents\":[{\"severity\":5}]}}", incidents);
	check_refused("\"facts\":",
		"{\"mirror\":{\"incidents\":[{\"k\":2,\"n\":1,\"severity\":2}]}}", incidents);
	check_refused("\"facts\":", "{\"mirror\":{\"given\":-1}}", exchanges);
	check_refused("\"facts\":", "{\"mirror\":{\"received\":1000000001}}", exchanges);
}

static void check_rating_refused(const char *rating)
{
	char facts[128];

	snprintf(facts, sizeof(facts), "{\"mirror\":{\"ratings\":[%s]}}", rating);
	check_refused("\"facts\":", facts, "a rating of 'facts.mirror' out of range");
}

static void ratings_that_cannot_be_are_refused(void **state)
{
	(void)state;
	check_rating_refused("{\"n\":1,\"sum\":1}");
	check_rating_refused("{\"criterion\":\"a\",\"n\":1,\"sum\":5.5}");
	check_rating_refused("{\"criterion\":\"a\",\"n\":1,\"sum\":null}");
	check_rating_refused("{\"criterion\":\"a\",\"n\":-1,\"sum\":-3}");
}

/* ---- one value after the other ---- */

static void assert_harmless(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' && *text != '\n')
			fail_msg("a control character is printed");
}

/* Everything that can be drawn of it. */
static void draw(struct arena *arena, const struct scorecard *card)
{
	const struct card_style style = {.columns = 80}, fully = {.columns = 30, .explain = true};
	struct buffer buffer = {0};

	scorecard_put_text(&buffer, card, &style);
	scorecard_put_text(&buffer, card, &fully);
	scorecard_put_table_head(&buffer, card->rules, &style);
	scorecard_put_table_line(&buffer, card, &style);
	for (int phrase = CARD_HEAD; phrase <= CARD_MUTED; phrase++) {
		const char *said = scorecard_phrase(arena, card, (enum card_phrase)phrase);

		buffer_puts(&buffer, said ? said : "");
	}
	assert_harmless(buffer_keep(&buffer, arena));
}

struct tally {
	size_t drawn, refused;
};

static void take(const char *line, struct tally *tally)
{
	struct read_fault fault = {0};
	struct arena arena = {0};
	const struct scorecard *card = scorecard_read(&arena, line, strlen(line), &fault);

	if (card)
		draw(&arena, card);
	else
		assert_true(fault.message && *fault.message);
	tally->drawn += card != NULL;
	tally->refused += !card;
	arena_free(&arena);
}

/* Each value of the line is `value` once; objects and lists as a whole, too. */
static void replace_each(const char *line, const char *value, struct tally *tally)
{
	struct arena arena = {0};

	for (const char *at = line; (at = strstr(at, "\":")); at++) {
		const char *rest = at + 2 + value_bytes(at + 2);

		take(arena_printf(&arena, "%.*s%s%s", (int)(at + 2 - line), line, value, rest),
			tally);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void no_value_does_harm(void **state)
{
	static const char *const values[] = {"null", "-1", "3", "1e300", "9223372036854775807",
		"[null]", "[{}]", "{}", "\"-\"", "\"\\u001b[31m\\u001f\"", "\"0001-01-01\"",
		"true"};
	struct carded carded;
	const char *line = open_line(&carded, FULL);
	struct tally tally = {0};

	(void)state;
	take(line, &tally);
	assert_int_equal(tally.drawn, 1);
	for (size_t i = 0; i < COUNT_OF(values); i++)
		replace_each(line, values[i], &tally);
	assert_true(tally.drawn > 500 && tally.refused > 500);
	card_close(&carded);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(policies_that_cannot_be_are_refused),
		TEST(long_lists_are_refused),
		TEST(what_is_drawn_must_be_there),
		TEST(facts_that_cannot_be_are_refused),
		TEST(ratings_that_cannot_be_are_refused),
		TEST(no_value_does_harm),
	};

	return cmocka_run_group_tests_name("scorecard hostile", tests, NULL, NULL);
}
