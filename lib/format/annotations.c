/* Annotations of GitHub: workflow commands, one a line, whatever the texts hold. */
#include <string.h>

#include "partner/date.h"
#include "partner/findings.h"
#include "partner/utf8.h"

static const char *command_of(enum diag_level level)
{
	static const char *const commands[] = {
		[DIAG_OFF] = "notice",
		[DIAG_NOTE] = "notice",
		[DIAG_WARNING] = "warning",
		[DIAG_ERROR] = "error",
	};

	return commands[level];
}

/* Escapes as the runner takes it back; `special` are the bytes it cuts the text at. */
static void put_encoded(struct buffer *line, const char *text, const char *special)
{
	for (; *text; text++) {
		if (strchr(special, *text))
			buffer_printf(line, "%%%02X", (unsigned char)*text);
		else
			buffer_putc(line, *text);
	}
}

static void put_data(struct buffer *line, const char *text)
{
	put_encoded(line, text, "%\r\n");
}

static void put_property(struct buffer *line, const char *name, const char *text)
{
	buffer_puts(line, name);
	put_encoded(line, text, "%\r\n:,");
}

/* What a terminal must not get has no place in the name of a file that could be shown. */
static void put_file(struct buffer *line, const char *path)
{
	struct buffer safe = {0};

	utf8_puts_safe(&safe, path);
	buffer_putc(&safe, '\0');
	put_property(line, "file=", safe.data);
	buffer_free(&safe);
}

static void put_place(struct buffer *line, const struct span *at)
{
	if (!at->line)
		return;
	buffer_printf(line, ",line=%u,endLine=%u", (unsigned)at->line, (unsigned)at->end_line);
	/* the runner takes columns only within one line */
	if (at->column && at->line == at->end_line)
		buffer_printf(line, ",col=%u,endColumn=%u", (unsigned)at->column,
			(unsigned)at->end_column);
}

void annotation_put(struct buffer *out, const struct annotation *annotation)
{
	buffer_printf(out, "::%s ", command_of(annotation->level));
	if (annotation->path) {
		put_file(out, annotation->path);
		put_place(out, &annotation->at);
		buffer_putc(out, ',');
	}
	put_property(out, "title=", annotation->title);
	buffer_puts(out, "::");
	put_data(out, annotation->text);
}

void annotations_add_line(struct annotations *annotations, enum diag_level level, const char *line)
{
	size_t n = annotations->seen[level]++;

	if (n < ANNOTATIONS_MOST)
		annotations->lines[level][n] = arena_copy(&annotations->arena, line, strlen(line));
}

void annotations_add_one(struct annotations *annotations, const struct annotation *annotation)
{
	size_t n = annotations->seen[annotation->level]++;
	struct buffer line = {0};

	if (n >= ANNOTATIONS_MOST)
		return;
	annotation_put(&line, annotation);
	annotations->lines[annotation->level][n] = buffer_keep(&line, &annotations->arena);
}

void annotations_add(struct annotations *annotations, const struct finding *finding)
{
	const struct diag_rule_info *rule = finding->rule;
	struct buffer title = {0};

	if (finding->muted_until != DATE_NONE)
		return;
	buffer_printf(&title, "%s %s", rule->id, rule->name);
	buffer_putc(&title, '\0');
	annotations_add_one(annotations,
		&(struct annotation){
			rule->level, title.data, finding->path, finding->at, finding->text});
	buffer_free(&title);
}

void annotations_add_gap(struct annotations *annotations, const struct file_gap *gap)
{
	annotations_add_one(annotations,
		&(struct annotation){.level = gap->level,
			.title = gap->name,
			.path = gap->path,
			.text = gap->text});
}

/* How many of a level are shown; a summary, being a notice, takes the place of one. */
static size_t shown(const struct annotations *annotations, enum diag_level level, bool summary)
{
	bool shares = summary && level == DIAG_NOTE;
	size_t most = shares ? ANNOTATIONS_MOST - 1 : ANNOTATIONS_MOST;

	return annotations->seen[level] < most ? annotations->seen[level] : most;
}

static bool has_more(const struct annotations *annotations)
{
	for (int level = DIAG_NOTE; level <= DIAG_ERROR; level++)
		if (annotations->seen[level] > ANNOTATIONS_MOST)
			return true;
	return false;
}

static void put_summary(struct buffer *out, const struct annotations *annotations)
{
	size_t rest[DIAG_ERROR + 1] = {0}, sum = 0;

	for (int level = DIAG_NOTE; level <= DIAG_ERROR; level++) {
		rest[level] =
			annotations->seen[level] - shown(annotations, (enum diag_level)level, true);
		sum += rest[level];
	}
	put_property(out, "::notice title=", annotations->tool);
	buffer_printf(out, "::%zu more not shown here: %zu error%s, %zu warning%s, %zu note%s\n",
		sum, rest[DIAG_ERROR], rest[DIAG_ERROR] == 1 ? "" : "s", rest[DIAG_WARNING],
		rest[DIAG_WARNING] == 1 ? "" : "s", rest[DIAG_NOTE],
		rest[DIAG_NOTE] == 1 ? "" : "s");
}

void annotations_end(struct annotations *annotations, struct buffer *out)
{
	bool summary = has_more(annotations);

	for (int level = DIAG_ERROR; level >= DIAG_NOTE; level--) {
		size_t n = shown(annotations, (enum diag_level)level, summary);

		for (size_t i = 0; i < n; i++) {
			buffer_puts(out, annotations->lines[level][i]);
			buffer_putc(out, '\n');
		}
	}
	if (summary)
		put_summary(out, annotations);
	arena_free(&annotations->arena);
}
