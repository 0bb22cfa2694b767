#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tree.h"

/* Below each document: its tags, then its people as `id@file#place`. */
static void tell_lists(struct buffer *buffer, const struct source *source)
{
	tree_tell(buffer, source);
	if (!source->partner)
		return;
	EACH (struct text_field, tag, source->partner->tags)
		buffer_printf(buffer, " %s", tag->text);
	EACH (struct person, person, source->partner->people)
		buffer_printf(buffer, " %s@%s#%u", person->id.text, person->head.path,
			person->head.place);
	buffer_putc(buffer, '\n');
}

static void check_lists(const char *operands, const char *expected)
{
	tree_check_with((struct source_options){0}, operands, tell_lists, expected);
}

static void joins_companions_in_order_of_names(void **state)
{
	(void)state;
	tree_put("d/a.yaml", "partner: a\nname: N\nkind: vendor\ntags: [t]\npeople: [{id: p}]\n");
	tree_put("d/a.d/z.yaml", "tags: [z]\n");
	tree_put("d/a.d/b.yml", "tags: [b]\npeople: [{id: q}]\n---\npeople: [{id: r}]\n");
	tree_put("d/a.d/empty.yaml", "# none today\n");
	tree_put("d/a.d/.hidden.yaml", "tags: [no]\n");
	tree_put("d/a.d/README.md", "no");
	tree_put("d/a.d/sub/c.yaml", "tags: [no]\n");
	check_lists("d", "d/a.yaml:1 a\n t b z p@d/a.yaml#1 q@d/a.d/b.yml#2 r@d/a.d/b.yml#3\n");
	check_lists(
		"d/a.yaml", "d/a.yaml:1 a\n t b z p@d/a.yaml#1 q@d/a.d/b.yml#2 r@d/a.d/b.yml#3\n");
}

static void gives_companions_to_the_document_of_their_name(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "other");
	tree_put("a.d/x.yaml", "tags: [x]\n");
	check_lists("a.yaml", "a.yaml:1 other\n x\n");
	tree_put("a.yaml",
		"partner: b\nname: N\nkind: vendor\n---\n"
		"partner: a\nname: N\nkind: vendor\n");
	check_lists("a.yaml", "a.yaml:1 b of several\n\na.yaml:5 a of several\n x\n");
	tree_put("a.yaml",
		"partner: b\nname: N\nkind: vendor\n---\n"
		"partner: c\nname: N\nkind: vendor\n");
	tree_check("a.yaml", "a.yaml:1 b of several\na.yaml:5 c of several\na.d orphan\n");
}

static void adds_the_faults_of_companions(void **state)
{
	(void)state;
	tree_put("a.yaml", "partner: a\nname: N\nkind: nothing\n");
	tree_put("a.d/x.yaml", "tags: [x]\nname: N\n");
	tree_put("a.d/y.yaml", "people: x\n");
	tree_put("a.d/z.yaml", "a: [\n");
	tree_check("a.yaml",
		"a.yaml:1 a P017@a.d/x.yaml:2 P006@a.d/y.yaml:1 P002@a.d/z.yaml:2"
		" P009@3\n");
	tree_put("a.yaml", "partner: \"a\n");
	tree_check("a.yaml",
		"a.yaml:1 - P017@a.d/x.yaml:2 P006@a.d/y.yaml:1 P002@a.d/z.yaml:2"
		" P002@1\n");
}

static void passes_links_among_companions_over(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put("more/x.yaml", "tags: [x]\n");
	tree_link("../more", "d/a.d");
	tree_check("d", "d/a.d skipped\nd/a.yaml:1 a\n");
	assert_int_equal(unlink("d/a.d"), 0);
	tree_put("d/a.d/y.yaml", "tags: [y]\n");
	tree_link("../../more/x.yaml", "d/a.d/x.yaml");
	check_lists("d/a.yaml", "d/a.d/x.yaml skipped\nd/a.yaml:1 a\n y\n");
}

/* Runs tree_check as somebody who is not root, to whom modes mean something. */
static void check_as_anybody(const char *operands, const char *expected)
{
	uid_t user = geteuid();

	assert_int_equal(chmod(".", 0755), 0);
	assert_int_equal(seteuid(user ? user : 65534), 0);
	tree_check(operands, expected);
	assert_int_equal(seteuid(user), 0);
}

static void gives_up_when_a_companion_cannot_be_read(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put("d/a.d/x.yaml", "tags: [x]\n");
	tree_put_partner("d/b.yaml", "b");
	assert_int_equal(chmod("d/a.d/x.yaml", 0), 0);
	check_as_anybody("d", "d/a.d/x.yaml unreadable EACCES\nd/b.yaml:1 b\n");
	assert_int_equal(chmod("d/a.d", 0), 0);
	check_as_anybody("d", "d/a.d unreadable EACCES\nd/b.yaml:1 b\n");
	assert_int_equal(chmod("d/a.d", 0755), 0);
}

static void goes_on_behind_an_unreadable_folder(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/b/c.yaml", "c");
	tree_put_partner("d/e.yaml", "e");
	assert_int_equal(chmod("d/a.yaml", 0), 0);
	assert_int_equal(chmod("d/b", 0), 0);
	check_as_anybody("d", "d/a.yaml unreadable EACCES\nd/b unreadable EACCES\nd/e.yaml:1 e\n");
	check_as_anybody("d/b", "d/b unreadable EACCES\n");
	assert_int_equal(chmod("d/b", 0755), 0);
}

static void completes_partners_by_the_people(void **state)
{
	(void)state;
	tree_put("people.yaml", "people: [{id: dana, name: Dana}, {id: li, name: Li}]\n");
	tree_put("a.yaml", "partner: a\nname: N\nkind: vendor\npeople: [{id: li, interest: x}]\n");
	tree_put("a.d/x.yaml", "people: [{id: kim}]\n");
	check_lists("a.yaml", "a.yaml:1 a\n li@a.yaml#1 kim@a.d/x.yaml#2 dana@people.yaml#3\n");
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(joins_companions_in_order_of_names),
		IN_TREE(gives_companions_to_the_document_of_their_name),
		IN_TREE(adds_the_faults_of_companions),
		IN_TREE(passes_links_among_companions_over),
		IN_TREE(gives_up_when_a_companion_cannot_be_read),
		IN_TREE(goes_on_behind_an_unreadable_folder),
		IN_TREE(completes_partners_by_the_people),
	};

	return cmocka_run_group_tests_name("source_companions", tests, NULL, NULL);
}
