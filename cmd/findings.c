#include "findings.h"

#include <errno.h>
#include <string.h>

#include "complain.h"
#include "files_from.h"
#include "partner/date.h"
#include "partner/utf8.h"

/* ---- one finding ---- */

/* From the top of the repository; of a revision's file that is the path in its tree. */
static const char *path_from_top(
	struct findings *findings, struct arena *scratch, const char *prefix, const char *path)
{
	if (prefix && *prefix)
		return path;
	return repository_path(&findings->repository, scratch, path);
}

static void put_finding(struct findings *findings, const struct diag *diag,
	const struct diagnostic *record, struct arena *scratch)
{
	struct buffer text = {0};

	diag_put_text(&text, diag);
	findings->format->put(findings,
		&(struct finding){
			.rule = diag_rule_info(diag->rule),
			.at = diag->at,
			.path = path_from_top(findings, scratch, diag->prefix, diag->path),
			.text = buffer_keep(&text, scratch),
			.fingerprint = record->fingerprint,
			.muted_until = diag->muted_until,
		});
}

/* What is muted stays muted, known or not. */
static bool count(struct findings *findings, const struct diag *diag, bool known)
{
	if (diag->muted_until != DATE_NONE)
		findings->muted++;
	else if (known)
		findings->known++;
	else
		findings->level[diag_rule_info(diag->rule)->level]++;
	return diag->muted_until != DATE_NONE || !known;
}

static void put_one(struct findings *findings, const struct diag *diag)
{
	struct arena scratch = {0};
	struct diagnostic record = {0};
	bool known = false;

	if (!findings->format->bare || findings->settings->baseline)
		diagnostic_of(diag, findings->settings->as_of, &findings->given, &scratch, &record);
	if (findings->settings->baseline)
		known = baseline_knows(&findings->baseline, diag->rule, record.fingerprint);
	if (!count(findings, diag, known)) {
		arena_free(&scratch);
		return;
	}
	if (findings->format->put_diag)
		findings->format->put_diag(findings, diag, &record);
	else
		put_finding(findings, diag, &record, &scratch);
	arena_free(&scratch);
}

/* ---- files ---- */

static void put_count(struct buffer *line, size_t n, const char *word, const char *end)
{
	buffer_printf(line, "%zu %s%s%s", n, word, n == 1 ? "" : "s", end);
}

static void put_counts(struct buffer *line, const size_t level[], size_t muted)
{
	put_count(line, level[DIAG_ERROR], "error", ", ");
	put_count(line, level[DIAG_WARNING], "warning", ", ");
	put_count(line, level[DIAG_NOTE], "note", "");
	if (muted)
		buffer_printf(line, ", %zu muted", muted);
}

static void put_gap(
	struct findings *findings, const char *prefix, const char *path, struct file_gap *gap)
{
	struct arena scratch = {0};

	if (!findings->format->put_gap)
		return;
	gap->path = path_from_top(findings, &scratch, prefix, path);
	findings->format->put_gap(findings, gap);
	arena_free(&scratch);
}

static enum diag_level worst(const size_t level[])
{
	int worst = DIAG_ERROR;

	while (worst > DIAG_OFF && !level[worst])
		worst--;
	return (enum diag_level)worst;
}

/* Findings beyond the most: they count like all others, and the file says how many they are. */
static void put_dropped(struct findings *findings, const struct diag_list *found, const char *path)
{
	size_t more[DIAG_ERROR + 1] = {0};
	struct buffer line = {0};
	struct file_gap gap = {.name = "not-shown"};
	struct arena scratch = {0};

	if (!found->dropped)
		return;
	for (int rule = 0; rule < DIAG_RULES; rule++)
		more[diag_rule_info((enum diag_rule)rule)->level] += found->dropped_by[rule];
	for (int level = DIAG_NOTE; level <= DIAG_ERROR; level++)
		findings->level[level] += more[level];
	findings->muted += found->dropped_muted;
	put_counts(&line, more, found->dropped_muted);
	complain("not shown in '%s%s': %.*s", found->prefix ? found->prefix : "", path,
		(int)line.length, line.data);
	gap.level = worst(more);
	gap.text = arena_printf(&scratch, "not shown: %.*s", (int)line.length, line.data);
	if (gap.level != DIAG_OFF)
		put_gap(findings, found->prefix, path, &gap);
	buffer_free(&line);
	arena_free(&scratch);
}

void findings_put(struct findings *findings, const struct diag_list *found, const char *path)
{
	struct arena scratch = {0};

	for (size_t i = 0; i < found->n; i++)
		put_one(findings, &found->items[i]);
	put_dropped(findings, found, path);
	if (findings->format->put_file && path)
		findings->format->put_file(
			findings, path_from_top(findings, &scratch, found->prefix, path));
	arena_free(&scratch);
	output_flush_some(findings->output);
}

void findings_put_unreadable(
	struct findings *findings, const struct tree *tree, const char *path, int error)
{
	struct arena scratch = {0};
	struct file_gap gap = {
		.name = "unreadable",
		.text = arena_printf(&scratch, "cannot open: %s", strerror(error)),
		.level = DIAG_ERROR,
		.unreadable = true,
	};

	put_gap(findings, tree_prefix(tree), path, &gap);
	arena_free(&scratch);
}

/* ---- the run ---- */

static void refuse_baseline(const char *path, const struct baseline_fault *fault)
{
	struct buffer line = {0};

	utf8_puts_safe(&line, path);
	buffer_printf(&line, ":%u:%u: error: %s; write it with partner-check -j\n",
		(unsigned)fault->line, fault->column, fault->message);
	complain_lines(&line);
	buffer_free(&line);
}

static bool read_baseline(struct findings *findings, const char *path)
{
	struct baseline_fault fault;
	struct buffer text = {0};
	bool done = file_read(path, &text);

	if (!done) {
		complain_errno(errno, "cannot read '%s'", path);
	} else if (!baseline_read(&findings->baseline, text.data, text.length, &fault)) {
		refuse_baseline(path, &fault);
		done = false;
	}
	buffer_free(&text);
	return done;
}

bool findings_open(
	struct findings *findings, const struct settings *settings, struct output *output)
{
	*findings = (struct findings){
		.settings = settings,
		.output = output,
		.format = findings_format(settings->format),
	};
	findings->given.arena = &findings->arena;
	findings->baseline.arena = &findings->arena;
	if (settings->baseline && !read_baseline(findings, settings->baseline))
		return false;
	if (findings->format->begin)
		findings->format->begin(findings);
	return true;
}

static void tell_sums(const struct findings *findings)
{
	struct buffer line = {0};

	put_counts(&line, findings->level, findings->muted);
	if (findings->settings->baseline)
		buffer_printf(&line, ", %zu known, %zu fixed", findings->known,
			baseline_fixed(&findings->baseline));
	buffer_putc(&line, '\n');
	complain_lines(&line);
	buffer_free(&line);
}

void findings_finish(struct findings *findings)
{
	if (findings->format->end)
		findings->format->end(findings);
	output_flush(findings->output);
	if (!findings->settings->quiet)
		tell_sums(findings);
}

bool findings_fail(const struct findings *findings)
{
	for (int level = DIAG_NOTE; level <= DIAG_ERROR; level++)
		if (findings->level[level] &&
			findings_level_fails(findings, (enum diag_level)level))
			return true;
	return false;
}

void findings_free(struct findings *findings)
{
	repository_free(&findings->repository);
	arena_free(&findings->arena);
}
