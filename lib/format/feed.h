/*
 * Texts as libyaml's parser reads them fastest. Private to lib/format.
 */
#ifndef FORMAT_FEED_H
#define FORMAT_FEED_H

#include <stddef.h>
#include <yaml.h>

#include "partner/arena.h"

/* Bytes at the start of a text that are printable ASCII, tabs and ends of lines. */
size_t feed_plain_length(const char *text, size_t length);

/*
 * Gives a new parser a text in valid UTF-8 to read, of which `plain` bytes are known to be
 * such. The text, and the arena, must outlive the parser.
 */
void feed_parser(
	yaml_parser_t *parser, struct arena *arena, const char *text, size_t length, size_t plain);

#endif
