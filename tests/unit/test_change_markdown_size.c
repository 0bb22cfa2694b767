/* Changes as a comment of a merge request: as much of them as it may hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "found.h"
#include "moved.h"

#define MANY 2000

/* So many equal changes. */
static struct buffer drawn_often(const struct moved *moved, size_t n)
{
	static const struct change *items[MANY];
	struct buffer out = {0};

	for (size_t i = 0; i < n; i++)
		items[i] = &moved->change;
	changes_put_markdown(&out, moved_totals(), items, n);
	written(&out);
	return out;
}

static size_t count(const struct buffer *out, const char *part)
{
	size_t n = 0;

	for (const char *at = out->data; (at = strstr(at, part)) != NULL; at++)
		n++;
	return n;
}

static void assert_ends(const struct buffer *out, const char *end)
{
	assert_true(out->length > strlen(end));
	assert_string_equal(out->data + out->length - strlen(end), end);
}

static void details_that_do_not_fit_are_counted(void **state)
{
	char end[80];
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	out = drawn_often(&moved, 100);
	assert_in_range(out.length, CHANGES_MARKDOWN_MOST - 1500, CHANGES_MARKDOWN_MOST);
	assert_int_equal(count(&out, "\n| Northbeam"), 100);
	assert_in_range(count(&out, "<details>"), 10, 99);
	assert_int_equal(count(&out, "<details>"), count(&out, "</details>\n\n"));
	snprintf(end, sizeof(end), "\nand %zu more, of which only the table tells\n",
		100 - count(&out, "<details>"));
	assert_ends(&out, end);
	buffer_free(&out);
}

static void rows_that_do_not_fit_are_counted(void **state)
{
	char end[80];
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	out = drawn_often(&moved, MANY);
	assert_in_range(out.length, CHANGES_MARKDOWN_MOST - 400, CHANGES_MARKDOWN_MOST);
	assert_int_equal(count(&out, "<details>"), 0);
	snprintf(end, sizeof(end), " |\n\nand %zu more\n", MANY - count(&out, "\n| Northbeam"));
	assert_ends(&out, end);
	buffer_free(&out);
}

static void what_fits_is_not_counted(void **state)
{
	struct moved moved;
	struct buffer out;

	(void)state;
	move(&moved);
	out = drawn_often(&moved, 20);
	assert_int_equal(count(&out, "<details>"), 20);
	assert_ends(&out, "</details>\n\n");
	buffer_free(&out);
}

static void of_many_records_the_rest_is_counted(void **state)
{
	static const struct card_reference reference = {"a:1", "a.yaml", 3};
	struct card_reference references[14];
	struct change_record records[7];
	struct change_measure measure = {"fault-share", -1, 70, 61, LIST(records)};
	struct change_criterion criterion = {"support", -1, 0, 50.9, 40, {&measure, 1}};
	struct moved moved;

	(void)state;
	move(&moved);
	for (size_t i = 0; i < COUNT_OF(references); i++)
		references[i] = reference;
	for (size_t i = 0; i < COUNT_OF(records); i++)
		records[i] = (struct change_record){"x:1", RECORD_AGED, -0.1, "a.yaml", 3};
	moved.records = (struct change_records){.added = LIST(references)};
	moved.change.criteria = (struct array){&criterion, 1};
	assert_moved_markdown(&moved, "    - `x:1` aged -0.1, `a.yaml:3`\n", 5);
	assert_moved_markdown(&moved, "\n    - 2 more\n", 1);
	assert_moved_markdown(&moved, "\n- `a:1` added, `a.yaml:3`\n", 12);
	assert_moved_markdown(&moved, "\n- 2 more\n\n</details>", 1);
}

static void of_many_gates_the_rest_is_counted(void **state)
{
	static const char *const ids[] = {"acme"};
	struct changes_gate gates[30];
	struct changes changes = *moved_totals();
	struct buffer out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(gates); i++)
		gates[i] = (struct changes_gate){"sign:captive", LIST(ids)};
	changes.gates = (struct array)LIST(gates);
	changes_put_markdown(&out, &changes, NULL, 0);
	assert_times(&out, "- **gate met** `sign:captive` by `acme`\n", 24);
	assert_times(&out, "\n- 6 more gates met\n\n", 1);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(details_that_do_not_fit_are_counted),
		cmocka_unit_test(rows_that_do_not_fit_are_counted),
		cmocka_unit_test(what_fits_is_not_counted),
		cmocka_unit_test(of_many_records_the_rest_is_counted),
		cmocka_unit_test(of_many_gates_the_rest_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
