#include "syntax.h"

#include <stddef.h>
#include <string.h>

static const struct remedy {
	const char *problem;    /* libyaml's words */
	const char *characters; /* where it matters what stands there; NULL: anything */
	const char *hint;
} remedies[] = {
	{"mapping values are not allowed in this context", NULL,
		"put text that holds ': ' in quotes, or mend the indentation"},
	{"found character that cannot start any token", "\t", "indent with spaces, not with tabs"},
	{"found character that cannot start any token", "%@`",
		"put text that begins with this character in quotes"},
	{"found a tab character that violates indentation", NULL,
		"indent with spaces, not with tabs"},
	{"could not find expected ':'", NULL, "write 'key: value', with a space after the colon"},
	{"did not find expected key", NULL,
		"indent the fields of a record alike, and close what was opened"},
	{"did not find expected '-' indicator", NULL,
		"indent the items of a list alike, with a space after each hyphen"},
	{"found unknown escape character", NULL,
		"put text that holds a backslash in 'single quotes'"},
};

const char *syntax_remedy(const char *problem, char character)
{
	for (size_t i = 0; problem && i < sizeof(remedies) / sizeof(remedies[0]); i++) {
		const struct remedy *remedy = &remedies[i];

		if (!strcmp(remedy->problem, problem) &&
			(!remedy->characters ||
				(character && strchr(remedy->characters, character))))
			return remedy->hint;
	}
	return NULL;
}

/* Behind a line break, or the last byte of one of those that only YAML 1.1 knows. */
static bool begins_line(const char *text, size_t at)
{
	return at == 0 || memchr("\n\r\x85\xA8\xA9", (unsigned char)text[at - 1], 5);
}

size_t syntax_tag_directive(const char *text, size_t length, size_t most)
{
	const char *found = length ? memchr(text, '%', length) : NULL;

	while (found) {
		size_t at = (size_t)(found - text);

		if (length - at >= 4 && !memcmp(found, "%TAG", 4) && begins_line(text, at) &&
			most-- == 0)
			return at;
		found = memchr(found + 1, '%', length - at - 1);
	}
	return length;
}

bool syntax_goes_on(const char *text, size_t length, size_t byte)
{
	for (size_t at = byte; at + 3 <= length; at++) {
		bool first = at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
		bool closed = at + 3 == length || strchr(" \t\r\n", text[at + 3]);

		if (first && closed && !memcmp(text + at, "---", 3))
			return true;
	}
	return false;
}
