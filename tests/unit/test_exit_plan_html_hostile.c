/* Plans as pages: what strangers wrote is shown, and does nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"

/* Puts the text wherever a stranger could. */
static void fill_with(struct drafted *drafted, const char *text)
{
	drafted->plan.partner = drafted->plan.name = drafted->plan.owner = text;
	drafted->source.path = drafted->sources[0].path = text;
	drafted->card.reason = drafted->signs[0].text = drafted->talks[0].agreed = text;
	drafted->talks[0].path = drafted->decision.grade = text;
	drafted->tasks[1].title = drafted->tasks[1].id = drafted->tasks[1].takes = text;
	drafted->tasks[1].owner = drafted->tasks[1].path = drafted->tasks[0].owner_name = text;
	drafted->money[0].basis = drafted->money[0].ref = drafted->money[0].path = text;
	drafted->coverage[0].record = drafted->coverage[0].title = text;
	drafted->coverage[0].task = drafted->coverage[0].owner = drafted->coverage[0].path = text;
	drafted->communications[0].owner = drafted->communications[0].draft = text;
	drafted->fair[0].ref = drafted->fair[0].text = drafted->fair[0].path = text;
	drafted->conditions[0].text = drafted->conditions[0].path = text;
	drafted->items[0].path = drafted->warnings[0].message = drafted->warnings[0].path = text;
}

static void hostile_texts_are_inert(void **state)
{
	(void)state;
	static const char *const texts[] = {HOSTILE_TAG, "\"'><script src=x>", "</title><script>",
		"--><script>", "</style><script>"};

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct drafted drafted;
		struct buffer out;

		draft_plan(&drafted);
		fill_with(&drafted, texts[i]);
		out = drafted_as(&drafted.plan, NULL, exit_plan_put_html, NULL);
		assert_times(&out, "<script", 0);
		assert_times(&out, "</style", 0);
		assert_true(strstr(written(&out), "&lt;script") != NULL);
		buffer_free(&out);
	}
}

static void names_of_all_the_world_are_shown(void **state)
{
	(void)state;
	static const char *const texts[] = {HOSTILE_ARABIC, HOSTILE_EMOJI};

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct drafted drafted;
		struct buffer heading = {0}, out;

		draft_plan(&drafted);
		fill_with(&drafted, texts[i]);
		buffer_printf(&heading, "<h1>Exit plan: <bdi>%s</bdi></h1>", texts[i]);
		out = drafted_as(&drafted.plan, NULL, exit_plan_put_html, NULL);
		assert_times(&out, written(&heading), 1);
		buffer_free(&out);
		buffer_free(&heading);
	}
}

/* Far longer than a line: it is cut in the chart alone, where its title has all of it. */
static void long_names_are_shown_in_full(void **state)
{
	(void)state;
	struct drafted drafted;
	struct buffer out;

	draft_plan(&drafted);
	drafted.tasks[1].title = hostile_length();
	out = drafted_as(&drafted.plan, NULL, exit_plan_put_html, NULL);
	assert_times(&out, hostile_length(), 2);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_texts_are_inert),
		cmocka_unit_test(names_of_all_the_world_are_shown),
		cmocka_unit_test(long_names_are_shown_in_full),
	};

	return cmocka_run_group_tests_name("exit_plan_html_hostile", tests, NULL, NULL);
}
