#include "kept.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/read.h"
#include "partner/write.h"

void assert_kept(const struct record *record, const void *object)
{
	struct buffer once = {0}, twice = {0};
	struct read_fault fault = {0};
	struct arena arena = {0};
	void *back = arena_alloc(&arena, record->size);

	write_json_line(&once, record, object);
	if (!read_json_record(&arena, record, once.data, once.length, back, &fault))
		fail_msg("%s", fault.message);
	write_json_line(&twice, record, back);
	assert_int_equal(once.length, twice.length);
	assert_memory_equal(once.data, twice.data, once.length);
	buffer_free(&once);
	buffer_free(&twice);
	arena_free(&arena);
}
