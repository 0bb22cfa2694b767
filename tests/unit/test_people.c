#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/partner.h"

static struct partner *partner_of(struct arena *arena, const char *more)
{
	char *text = arena_printf(arena, "partner: acme\nname: Acme\n%s", more);

	return decoded(arena, &partner_record, text);
}

static const char own_people[] = "kind: vendor\n"
				 "people:\n"
				 "  - {id: zoe, name: Zoe of Acme, side: partner}\n"
				 "  - {id: dana, interest: her brother, email: d@acme.example}\n"
				 "  - {name: Nobody}\n";
static const char shared_people[] = "people:\n"
				    "  - {id: ann, name: Ann}\n"
				    "  - {id: dana, name: Dana, email: d@us.example, role: legal}\n"
				    "  - {id: zoe, name: Zoe of ours, sponsor: true}\n"
				    "  - {name: Stranger}\n";

static const struct person *person_of(const struct partner *partner, const char *id)
{
	EACH (struct person, person, partner->people)
		if (HAS(person->id) && strcmp(person->id.text, id) == 0)
			return person;
	fail_msg("no %s", id);
	return LIST_ITEMS(struct person, partner->people);
}

static void lets_the_file_win_over_the_shared_list(void **state)
{
	struct arena arena = {0};
	struct partner *partner = partner_of(&arena, own_people);
	const struct people_file *shared = decoded(&arena, &people_record, shared_people);
	const struct person *dana;

	(void)state;
	partner_merge_people(&arena, partner, shared);
	dana = person_of(partner, "dana");
	assert_string_equal(dana->name.text, "Dana");
	assert_string_equal(dana->interest.text, "her brother");
	assert_string_equal(dana->email.text, "d@acme.example");
	assert_int_equal(dana->role.value, ROLE_LEGAL);
	assert_int_equal(dana->head.leaf.at.line, 6);
	assert_false(HAS(person_of(partner, "zoe")->role));
	assert_false(HAS(LIST_ITEMS(struct person, shared->people)[1].interest));
	arena_free(&arena);
}

static void lists_the_files_people_first_then_the_others(void **state)
{
	static const char *const names[] = {"Zoe of Acme", "Dana", "Nobody", "Ann", "Stranger"};
	struct arena arena = {0};
	struct partner *partner = partner_of(&arena, own_people);
	uint32_t place = 0;

	(void)state;
	partner_merge_people(&arena, partner, decoded(&arena, &people_record, shared_people));
	EACH (struct person, person, partner->people) {
		assert_true(place < COUNT_OF(names));
		assert_string_equal(person->name.text, names[place]);
		assert_int_equal(person->head.place, ++place);
	}
	assert_int_equal(place, COUNT_OF(names));
	arena_free(&arena);
}

static void merges_people_when_either_list_is_missing(void **state)
{
	struct arena arena = {0};
	struct partner *partner = partner_of(&arena, "kind: vendor\n");

	(void)state;
	partner_merge_people(&arena, partner, NULL);
	assert_int_equal(partner->people.list.n, 0);
	partner_merge_people(&arena, partner, decoded(&arena, &people_record, shared_people));
	assert_int_equal(partner->people.list.n, 4);
	partner = partner_of(&arena, own_people);
	partner_merge_people(&arena, partner, decoded(&arena, &people_record, "note: none\n"));
	assert_int_equal(partner->people.list.n, 3);
	arena_free(&arena);
}

static void completes_a_person_who_is_listed_twice(void **state)
{
	struct arena arena = {0};
	struct partner *partner = partner_of(&arena,
		"kind: vendor\npeople: [{id: dana, phone: a}, {id: bo}, {id: dana, phone: b}]\n");
	const struct person *people;

	(void)state;
	partner_merge_people(&arena, partner, decoded(&arena, &people_record, shared_people));
	people = LIST_ITEMS(struct person, partner->people);
	assert_string_equal(people[0].phone.text, "a");
	assert_string_equal(people[0].name.text, "Dana");
	assert_false(HAS(people[1].name));
	assert_string_equal(people[2].phone.text, "b");
	assert_string_equal(people[2].name.text, "Dana");
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lets_the_file_win_over_the_shared_list),
		cmocka_unit_test(lists_the_files_people_first_then_the_others),
		cmocka_unit_test(merges_people_when_either_list_is_missing),
		cmocka_unit_test(completes_a_person_who_is_listed_twice),
	};

	return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
