/* Changes as annotations of GitHub: one sentence each, where to look. */
#include "change_phrases.h"
#include "partner/findings.h"

static enum diag_level level_of(const struct change *change)
{
	if (change->gates.n)
		return DIAG_ERROR;
	if (change->signs->raised.n || change_grade_worse(change))
		return DIAG_WARNING;
	return DIAG_NOTE;
}

static void put_part(struct buffer *text, const char *before, struct buffer *part)
{
	if (part->length) {
		buffer_puts(text, before);
		buffer_add(text, part->data, part->length);
	}
	buffer_free(part);
}

static void put_sentence(struct buffer *text, const struct change *change)
{
	struct buffer part = {0};

	change_put_score(text, change);
	buffer_puts(text, "; ");
	change_put_grade(text, change, "grade ", &change_plain);
	buffer_puts(text, "; ");
	change_put_standing(text, change, &change_plain);
	change_put_standing_reason(&part, change, &change_plain);
	put_part(text, ": ", &part);
	change_put_main_cause(&part, change, &change_plain);
	put_part(text, "; ", &part);
	change_put_circumstances(&part, change, &change_plain);
	put_part(text, "; ", &part);
	if (change->status == CHANGE_CHANGED)
		change_put_signs(&part, change, &change_plain);
	put_part(text, "; ", &part);
	change_put_gates(&part, change, &change_plain);
	put_part(text, "; meets ", &part);
	buffer_putc(text, '\0');
}

enum diag_level change_put_annotation(
	struct buffer *buffer, const struct change *change, change_place place, void *context)
{
	enum diag_level level = level_of(change);
	struct arena arena = {0};
	struct buffer title = {0}, text = {0};
	const char *path;
	int64_t line;

	change_find_place(change, &path, &line);
	change_put_short(&title, change->name, CHANGE_NAME_CHARACTERS, change_plain.ellipsis,
		change_plain.put_words);
	buffer_putc(&title, '\0');
	put_sentence(&text, change);
	annotation_put(buffer,
		&(struct annotation){.level = level,
			.title = title.data,
			.path = path ? place(context, &arena, path) : NULL,
			.at = {.line = (uint32_t)line, .end_line = (uint32_t)line},
			.text = text.data});
	buffer_free(&title);
	buffer_free(&text);
	arena_free(&arena);
	return level;
}
