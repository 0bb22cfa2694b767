/* What each format of partner-check does with a finding. */
#include <string.h>

#include "findings.h"
#include "partner/date.h"
#include "partner/write.h"

#define TOOL "partner-check"

static struct buffer *buffer_of(struct findings *findings)
{
	return &findings->output->buffer;
}

bool findings_level_fails(const struct findings *findings, enum diag_level level)
{
	return level >= (enum diag_level)findings->settings->fail_on;
}

/* ---- text and JSON ---- */

static const char *level_color(enum diag_level level)
{
	static const char *const colors[] = {"", "\033[36m", "\033[33m", "\033[31m"};

	return colors[level];
}

/* The level and its colon stand once in a line, after the place. */
static void put_text(
	struct findings *findings, const struct diag *diag, const struct diagnostic *record)
{
	struct buffer *buffer = buffer_of(findings);
	bool color = findings->output->color;

	(void)record;
	if (diag->muted_until != DATE_NONE)
		return;
	if (color)
		buffer_puts(buffer, level_color(diag_rule_info(diag->rule)->level));
	diag_put_line(buffer, diag);
	if (color) {
		buffer->length--; /* the newline comes last */
		buffer_puts(buffer, "\033[0m\n");
	}
}

static void put_json(
	struct findings *findings, const struct diag *diag, const struct diagnostic *record)
{
	(void)diag;
	write_json_line(buffer_of(findings), &diagnostic_record, record);
}

/* ---- the formats of other programs ---- */

static void begin_sarif(struct findings *findings)
{
	sarif_begin(&findings->as.sarif, buffer_of(findings), TOOL,
		diag_rule_info((enum diag_rule)0), DIAG_RULES);
}

static void put_sarif(struct findings *findings, const struct finding *finding)
{
	sarif_add(&findings->as.sarif, finding);
}

static void put_sarif_gap(struct findings *findings, const struct file_gap *gap)
{
	sarif_add_gap(&findings->as.sarif, gap);
}

static void end_sarif(struct findings *findings)
{
	sarif_end(&findings->as.sarif);
}

static void begin_github(struct findings *findings)
{
	findings->as.annotations = (struct annotations){.tool = TOOL};
}

static void put_github(struct findings *findings, const struct finding *finding)
{
	annotations_add(&findings->as.annotations, finding);
}

static void put_github_gap(struct findings *findings, const struct file_gap *gap)
{
	annotations_add_gap(&findings->as.annotations, gap);
}

static void end_github(struct findings *findings)
{
	annotations_end(&findings->as.annotations, buffer_of(findings));
}

static void begin_gitlab(struct findings *findings)
{
	code_quality_begin(&findings->as.quality, buffer_of(findings));
}

static void put_gitlab(struct findings *findings, const struct finding *finding)
{
	code_quality_add(&findings->as.quality, finding);
}

static void end_gitlab(struct findings *findings)
{
	code_quality_end(&findings->as.quality);
}

static void begin_junit(struct findings *findings)
{
	junit_begin(&findings->as.junit, buffer_of(findings), TOOL);
}

static void put_junit(struct findings *findings, const struct finding *finding)
{
	junit_add(
		&findings->as.junit, finding, findings_level_fails(findings, finding->rule->level));
}

static void put_junit_gap(struct findings *findings, const struct file_gap *gap)
{
	junit_add_gap(&findings->as.junit, gap, findings_level_fails(findings, gap->level));
}

static void put_junit_file(struct findings *findings, const char *path)
{
	junit_add_file(&findings->as.junit, path);
}

static void end_junit(struct findings *findings)
{
	junit_end(&findings->as.junit);
}

static const struct findings_format formats[] = {
	{.name = "text", .put_diag = put_text, .bare = true},
	{.name = "json", .put_diag = put_json},
	{.name = "sarif",
		.begin = begin_sarif,
		.put = put_sarif,
		.put_gap = put_sarif_gap,
		.end = end_sarif},
	{.name = "github",
		.begin = begin_github,
		.put = put_github,
		.put_gap = put_github_gap,
		.end = end_github},
	{.name = "gitlab", .begin = begin_gitlab, .put = put_gitlab, .end = end_gitlab},
	{.name = "junit",
		.begin = begin_junit,
		.put = put_junit,
		.put_gap = put_junit_gap,
		.put_file = put_junit_file,
		.end = end_junit},
};

const struct findings_format *findings_format(const char *name)
{
	size_t i = 0;

	while (strcmp(formats[i].name, name) != 0)
		i++;
	return &formats[i];
}
