#include "drawn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

const char *drawn_next(const char **at, const char *beginning)
{
	const char *found = strstr(*at, beginning);

	if (found)
		*at = found + strlen(beginning);
	return found;
}

/* Where the part stands in the tag; NULL: nowhere. */
static const char *in_tag(const char *element, const char *part)
{
	const char *found = strstr(element, part);

	return found && found < element + strcspn(element, ">") ? found : NULL;
}

bool drawn_has(const char *element, const char *part)
{
	return in_tag(element, part) != NULL;
}

double drawn_number(const char *element, const char *name)
{
	const char *found;
	char part[32];

	snprintf(part, sizeof(part), " %s=\"", name);
	found = in_tag(element, part);
	if (!found)
		fail_msg("no %s in %.80s", name, element);
	return strtod(found + strlen(part), NULL);
}

/* Whether the tag has all of these: each `NAME=NUMBER` as ` NAME="NUMBER"`. */
static bool has_numbers(const char *element, const char *numbers)
{
	char part[64];
	int length;

	for (; *numbers; numbers += length + (numbers[length] == ' ')) {
		int name = (int)strcspn(numbers, "=");

		length = (int)strcspn(numbers, " ");
		snprintf(part, sizeof(part), " %.*s=\"%.*s\"", name, numbers, length - name - 1,
			numbers + name + 1);
		if (!in_tag(element, part))
			return false;
	}
	return true;
}

void assert_drawn(const char *svg, const char *beginning, const char *numbers)
{
	const char *at = svg, *element;

	while ((element = drawn_next(&at, beginning)) != NULL)
		if (has_numbers(element, numbers))
			return;
	fail_msg("no %s with %s in:\n%s", beginning, numbers, svg);
}

static size_t times(const char *svg, const char *part)
{
	size_t n = 0;

	while (drawn_next(&svg, part))
		n++;
	return n;
}

void assert_well_drawn(const char *svg)
{
	static const char *const never[] = {"nan", "NaN", "inf\"", "\"-0", "<script"};

	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		if (strstr(svg, never[i]))
			fail_msg("%s in:\n%s", never[i], svg);
	assert_int_equal(strncmp(svg, "<svg role=\"img\"", 15), 0);
	assert_int_equal(times(svg, "<svg"), times(svg, "</svg>"));
	assert_int_equal(times(svg, "<g>"), times(svg, "</g>"));
	assert_int_equal(times(svg, "<title>"), times(svg, "</title>"));
	assert_int_equal(times(svg, "<title>"), times(svg, "<g>") + 1);
	assert_int_equal(times(svg, "<text"), times(svg, "</text>"));
}
