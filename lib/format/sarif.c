/* SARIF 2.1.0: what partner-check says of its rules, and what it found. */
#include <string.h>

#include "partner/date.h"
#include "partner/escape.h"
#include "partner/findings.h"
#include "partner/version.h"

#define INDENT 2

/* Between these two, all is on one line. */
static void begin_line(struct json_writer *json)
{
	json_begin_object(json);
	json->indent = 0;
}

static void end_line(struct json_writer *json)
{
	json_end_object(json);
	json->indent = INDENT;
}

static void put_member(struct json_writer *json, const char *name, const char *value)
{
	json_put_name(json, name);
	json_put_string(json, value);
}

/* Braces would be places for arguments, and [text](target) a link. */
static void put_message_text(struct json_writer *json, const char *text)
{
	struct buffer escaped = {0};

	for (const char *at = text; *at; at++) {
		if (*at == '(' && at > text && at[-1] == ']') {
			buffer_puts(&escaped, "\\x28");
			continue;
		}
		if (*at == '{' || *at == '}')
			buffer_putc(&escaped, *at);
		buffer_putc(&escaped, *at);
	}
	json_put_name(json, "text");
	json_put_text(json, escaped.data ? escaped.data : "", escaped.length);
	buffer_free(&escaped);
}

static void put_message(struct json_writer *json, const char *name, const char *text)
{
	json_put_name(json, name);
	json_begin_object(json);
	put_message_text(json, text);
	json_end_object(json);
}

/* ---- rules ---- */

/* duplicate-key → Duplicate key, not-utf-8 → Not utf-8 */
static void put_short(struct json_writer *json, const char *name)
{
	struct buffer text = {0};

	buffer_puts(&text, name);
	buffer_putc(&text, '\0');
	for (char *at = text.data; (at = strchr(at, '-')) != NULL; at++)
		if (at[1] >= 'a')
			*at = ' ';
	text.data[0] = (char)(text.data[0] - 'a' + 'A'); /* they begin with small letters */
	put_message(json, "shortDescription", text.data);
	buffer_free(&text);
}

static void put_help(struct json_writer *json, const char *tool, const struct diag_rule_info *rule)
{
	struct buffer text = {0};

	buffer_printf(&text, "%s %s See %s(1).", rule->doc,
		rule->level == DIAG_ERROR
			? "An error cannot be muted: the file has to be corrected."
			: "An exceptions record of the partner can mute it by its id or its name.",
		tool);
	buffer_putc(&text, '\0');
	put_message(json, "help", text.data);
	buffer_free(&text);
}

static void put_rule(struct json_writer *json, const char *tool, const struct diag_rule_info *rule)
{
	begin_line(json);
	put_member(json, "id", rule->id);
	put_member(json, "name", rule->name);
	put_short(json, rule->name);
	put_message(json, "fullDescription", rule->doc);
	put_help(json, tool, rule);
	json_put_name(json, "defaultConfiguration");
	json_begin_object(json);
	put_member(json, "level", diag_level_word(rule->level));
	json_end_object(json);
	end_line(json);
}

static void put_tool(
	struct json_writer *json, const char *tool, const struct diag_rule_info *rules, size_t n)
{
	json_put_name(json, "tool");
	json_begin_object(json);
	json_put_name(json, "driver");
	json_begin_object(json);
	put_member(json, "name", tool);
	put_member(json, "version", PARTNER_VERSION);
	json_put_name(json, "rules");
	json_begin_array(json);
	for (size_t i = 0; i < n; i++)
		put_rule(json, tool, &rules[i]);
	json_end_array(json);
	json_end_object(json);
	json_end_object(json);
}

void sarif_begin(struct sarif *sarif, struct buffer *out, const char *tool,
	const struct diag_rule_info *rules, size_t n)
{
	struct json_writer *json = &sarif->json;

	*sarif = (struct sarif){.json = {.out = out, .indent = INDENT}, .rules = rules};
	json_begin_object(json);
	put_member(json, "$schema",
		"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
		"sarif-schema-2.1.0.json");
	put_member(json, "version", "2.1.0");
	json_put_name(json, "runs");
	json_begin_array(json);
	json_begin_object(json);
	put_tool(json, tool, rules, n);
	put_member(json, "columnKind", "unicodeCodePoints");
	json_put_name(json, "results");
	json_begin_array(json);
}

/* ---- results ---- */

/* What is not below the top has no base. */
static void put_artifact(struct json_writer *json, const char *path)
{
	bool outside = path[0] == '/';
	struct buffer uri = {0};

	if (outside)
		buffer_puts(&uri, "file://");
	escape_puts_uri(&uri, path);
	json_put_name(json, "artifactLocation");
	json_begin_object(json);
	json_put_name(json, "uri");
	json_put_text(json, uri.data ? uri.data : "", uri.length);
	if (!outside)
		put_member(json, "uriBaseId", "%SRCROOT%");
	json_end_object(json);
	buffer_free(&uri);
}

static void put_count(struct json_writer *json, const char *name, int64_t count)
{
	json_put_name(json, name);
	json_put_whole(json, count);
}

static void put_region(struct json_writer *json, const struct span *at)
{
	json_put_name(json, "region");
	json_begin_object(json);
	put_count(json, "startLine", at->line ? at->line : 1);
	if (at->line) {
		put_count(json, "startColumn", at->column);
		put_count(json, "endLine", at->end_line);
		put_count(json, "endColumn", (int64_t)at->end_column + 1);
	}
	json_end_object(json);
}

static void put_location(struct json_writer *json, const char *path, const struct span *at)
{
	json_put_name(json, "locations");
	json_begin_array(json);
	json_begin_object(json);
	json_put_name(json, "physicalLocation");
	json_begin_object(json);
	put_artifact(json, path);
	if (at)
		put_region(json, at);
	json_end_object(json);
	json_end_object(json);
	json_end_array(json);
}

void sarif_add(struct sarif *sarif, const struct finding *finding)
{
	struct json_writer *json = &sarif->json;

	if (finding->muted_until != DATE_NONE)
		return;
	begin_line(json);
	put_member(json, "ruleId", finding->rule->id);
	put_count(json, "ruleIndex", finding->rule - sarif->rules);
	put_member(json, "level", diag_level_word(finding->rule->level));
	put_message(json, "message", finding->text);
	put_location(json, finding->path, &finding->at);
	json_put_name(json, "partialFingerprints");
	json_begin_object(json);
	put_member(json, "partner/v1", finding->fingerprint);
	json_end_object(json);
	end_line(json);
}

/* ---- gaps ---- */

void sarif_add_gap(struct sarif *sarif, const struct file_gap *gap)
{
	struct arena *arena = &sarif->arena;

	sarif->gaps = arena_grow(
		arena, sarif->gaps, sarif->n_gaps, &sarif->capacity, sizeof(*sarif->gaps));
	sarif->gaps[sarif->n_gaps++] = (struct file_gap){
		.path = arena_copy(arena, gap->path, strlen(gap->path)),
		.text = arena_copy(arena, gap->text, strlen(gap->text)),
		.level = gap->level,
	};
	sarif->unreadable |= gap->unreadable;
}

static void put_gaps(struct sarif *sarif)
{
	struct json_writer *json = &sarif->json;

	json_put_name(json, "toolExecutionNotifications");
	json_begin_array(json);
	for (size_t i = 0; i < sarif->n_gaps; i++) {
		begin_line(json);
		put_member(json, "level", diag_level_word(sarif->gaps[i].level));
		put_message(json, "message", sarif->gaps[i].text);
		put_location(json, sarif->gaps[i].path, NULL);
		end_line(json);
	}
	json_end_array(json);
}

void sarif_end(struct sarif *sarif)
{
	struct json_writer *json = &sarif->json;

	json_end_array(json);
	json_put_name(json, "invocations");
	json_begin_array(json);
	json_begin_object(json);
	json_put_name(json, "executionSuccessful");
	json_put_truth(json, !sarif->unreadable);
	if (sarif->n_gaps)
		put_gaps(sarif);
	json_end_object(json);
	json_end_array(json);
	json_end_object(json);
	json_end_array(json);
	json_end_object(json);
	buffer_putc(json->out, '\n');
	arena_free(&sarif->arena);
}
