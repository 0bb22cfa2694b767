/*
 * What to do about libyaml's complaints, in the words of somebody who writes by hand. Private
 * to lib/format.
 */
#ifndef FORMAT_SYNTAX_H
#define FORMAT_SYNTAX_H

/* The remedy for a problem at `character`; NULL when there is none that is sure to help. */
const char *syntax_remedy(const char *problem, char character);

#endif
