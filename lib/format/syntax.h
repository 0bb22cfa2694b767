/*
 * What to do about libyaml's complaints, in the words of somebody who writes by hand. Private
 * to lib/format.
 */
#ifndef FORMAT_SYNTAX_H
#define FORMAT_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

/* The remedy for a problem at `character`; NULL when there is none that is sure to help. */
const char *syntax_remedy(const char *problem, char character);

/* Where the first directive %TAG after the first `most` begins; `length` when there is none. */
size_t syntax_tag_directive(const char *text, size_t length, size_t most);

/* Whether a further document begins at `byte` or behind it. */
bool syntax_goes_on(const char *text, size_t length, size_t byte);

#endif
