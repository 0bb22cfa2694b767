#include "held.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

void assert_holds(struct buffer *buffer, const char *expected)
{
	buffer_putc(buffer, '\0');
	assert_string_equal(buffer->data, expected);
	buffer_free(buffer);
}
