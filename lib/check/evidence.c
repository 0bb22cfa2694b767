/*
 * Rules on evidence: records that exist, and paths that lead to something inside the
 * repository. Paths are resolved, never opened: a file may come from a stranger.
 */
#include "rules.h"

#include <string.h>

/* Where an evidence item stands. */
struct evidence {
	const struct trail *list;
	const struct head *head;
	size_t index;
	const struct text_field *text;
};

static void report_evidence(struct check *check, enum diag_rule rule,
	const struct evidence *evidence, const char *hint, const char *const *subjects)
{
	report_value(&check->report, rule, evidence->list, evidence->head, "evidence",
		evidence->index, &evidence->text->leaf, hint, subjects);
}

/* ---- paths ---- */

static bool leads_up(const char *path)
{
	for (const char *part = path; part; part = strchr(part, '/')) {
		part += *part == '/';
		if (!strncmp(part, "..", 2) && (part[2] == '/' || part[2] == '\0'))
			return true;
	}
	return false;
}

static void check_path(struct check *check, const struct evidence *evidence)
{
	const char *path = evidence->text->text;

	if (path[0] == '/' || leads_up(path)) {
		report_evidence(check, P107_EVIDENCE_OUTSIDE, evidence, NULL, SUBJECTS(path));
		return;
	}
	if (check->source->standard_input)
		return;
	switch (source_target(check->source, evidence->head->path, path)) {
	case SOURCE_TARGET_INSIDE:
		break;
	case SOURCE_TARGET_OUTSIDE:
		report_evidence(check, P107_EVIDENCE_OUTSIDE, evidence, NULL, SUBJECTS(path));
		break;
	case SOURCE_TARGET_MISSING:
		report_evidence(check, P106_EVIDENCE_MISSING, evidence, NULL, SUBJECTS(path));
	}
}

/* ---- references ---- */

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Length of what looks like the word before a colon, `incident` or `https`; 0: a path. */
static size_t word_length(const char *text)
{
	size_t length = 0;

	while (is_letter(text[length]) ||
		(length && text[length] && strchr("0123456789+.-", text[length])))
		length++;
	return text[length] == ':' ? length : 0;
}

static bool is_kind(const char *text, size_t length)
{
	static const char *const kinds[] = {"goal", "milestone", "incident"};

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (strlen(kinds[i]) == length && !memcmp(kinds[i], text, length))
			return true;
	return false;
}

static void check_record(struct check *check, const struct evidence *evidence)
{
	const char *reference = evidence->text->text;
	struct ids *ids = NULL;

	if (check_reference(check, reference, &ids) == REFERENCE_NO_RECORD)
		report_evidence(check, P104_UNKNOWN_RECORD, evidence,
			reference_hint(check, ids, reference),
			SUBJECTS(ids->index.record->name, strchr(reference, ':') + 1));
}

static void check_item(struct check *check, const struct evidence *evidence)
{
	const char *text = evidence->text->text;
	size_t length = word_length(text);

	if (!*text) /* as a path it would lead to the folder itself */
		report_evidence(check, P106_EVIDENCE_MISSING, evidence, NULL, SUBJECTS(text));
	else if (!length)
		check_path(check, evidence);
	else if (is_kind(text, length))
		check_record(check, evidence);
	else if (strncmp(text + length, "://", 3) != 0)
		report_evidence(check, P105_UNKNOWN_EVIDENCE, evidence,
			"write goal:ID, milestone:ID, incident:ID, a URL or a path",
			SUBJECTS(text));
}

/* ---- lists ---- */

static void check_list(void *context, const struct record_list *list)
{
	const struct field *field = record_field(list->record, "evidence", strlen("evidence"));

	if (!field)
		return;
	for (size_t i = 0; i < list->list->n; i++) {
		struct evidence evidence = {list->trail, NULL, 0, NULL};
		const struct list *items;

		evidence.head = list_item(list->record, list->list, i);
		items = field_at(evidence.head, field);
		for (; evidence.index < items->n; evidence.index++) {
			evidence.text = (const struct text_field *)items->items + evidence.index;
			if (HAS(*evidence.text))
				check_item(context, &evidence);
		}
	}
}

void check_evidence(struct check *check)
{
	visit_lists(&partner_record, check->partner, NULL, check_list, check);
}
