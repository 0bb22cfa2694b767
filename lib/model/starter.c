/* Starter files: one marked text, and from it the lines for one kind of partner. */
#include "partner/starter.h"

#include <string.h>

#include "partner/json.h"

/* Whether `word` is among the words from `words` to `end`, with a blank between each. */
static bool is_among(const char *words, const char *end, const char *word)
{
	size_t size = strlen(word);

	for (const char *at = words; at < end; at += strcspn(at, " |") + 1) {
		if (strcspn(at, " |") == size && memcmp(at, word, size) == 0)
			return true;
	}
	return false;
}

/* Appends what stands behind the mark of a line, its newline as well, if it is for `kind`. */
static void put_line(struct buffer *buffer, const char *line, size_t length, const char *kind)
{
	const char *bar = memchr(line, '|', length);
	const char *text = bar ? bar + 1 : line;
	bool but = line[0] == '-';

	if (!bar || is_among(line + but, bar, kind) != but)
		buffer_add(buffer, text, length - (size_t)(text - line));
}

/* The name as YAML, which takes every string of JSON. */
static void put_quoted(struct buffer *buffer, const char *text)
{
	struct json_writer json = {.out = buffer};

	json_put_string(&json, text);
}

void starter_put(struct buffer *buffer, enum partner_kind kind, const char *id, const char *name)
{
	const char *word = partner_kind_words[kind];
	const char *line = strstr(starter_yaml, "\n\n") + 1;

	buffer_printf(buffer, "partner: %s\nname: ", id);
	put_quoted(buffer, name ? name : id);
	buffer_printf(buffer, "\nkind: %s\ntier: %s\n", word, tier_words[TIER_TRIAL]);
	while (*line) {
		size_t length = strcspn(line, "\n") + 1;

		put_line(buffer, line, length, word);
		line += length;
	}
}
