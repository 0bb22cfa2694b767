#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "found.h"
#include "partner/date.h"

struct finding found(enum diag_rule rule, const char *text)
{
	return (struct finding){
		.rule = diag_rule_info(rule),
		.at = {12, 3, 12, 8},
		.path = "acme.yaml",
		.text = text,
		.fingerprint = "f",
		.muted_until = DATE_NONE,
	};
}

const char *written(struct buffer *out)
{
	*buffer_reserve(out, 1) = '\0';
	return out->data;
}

void assert_times(struct buffer *out, const char *part, size_t times)
{
	size_t n = 0;

	for (const char *at = written(out); (at = strstr(at, part)) != NULL; at++)
		n++;
	if (n != times)
		print_error("%zu times '%s', wanted %zu, in:\n%s\n", n, part, times, written(out));
	assert_int_equal(n, times);
}
