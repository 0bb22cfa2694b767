/* GitLab Code Quality: the subset of the Code Climate report that GitLab reads. */
#include "partner/date.h"
#include "partner/findings.h"

#define INDENT 2

static const char *severity_of(enum diag_level level)
{
	static const char *const severities[] = {
		[DIAG_OFF] = "info",
		[DIAG_NOTE] = "info",
		[DIAG_WARNING] = "minor",
		[DIAG_ERROR] = "major",
	};

	return severities[level];
}

static void put_member(struct json_writer *json, const char *name, const char *value)
{
	json_put_name(json, name);
	json_put_string(json, value);
}

static void put_location(struct json_writer *json, const struct finding *finding)
{
	json_put_name(json, "location");
	json_begin_object(json);
	put_member(json, "path", finding->path);
	json_put_name(json, "lines");
	json_begin_object(json);
	json_put_name(json, "begin");
	json_put_whole(json, finding->at.line ? finding->at.line : 1);
	json_end_object(json);
	json_end_object(json);
}

void code_quality_begin(struct code_quality *quality, struct buffer *out)
{
	*quality = (struct code_quality){.json = {.out = out, .indent = INDENT}};
	json_begin_array(&quality->json);
}

void code_quality_add(struct code_quality *quality, const struct finding *finding)
{
	struct json_writer *json = &quality->json;

	if (finding->muted_until != DATE_NONE)
		return;
	json_begin_object(json);
	json->indent = 0; /* a line for each */
	put_member(json, "description", finding->text);
	put_member(json, "check_name", finding->rule->name);
	put_member(json, "fingerprint", finding->fingerprint);
	put_member(json, "severity", severity_of(finding->rule->level));
	put_location(json, finding);
	json_end_object(json);
	json->indent = INDENT;
}

void code_quality_end(struct code_quality *quality)
{
	json_end_array(&quality->json);
	buffer_putc(quality->json.out, '\n');
}
