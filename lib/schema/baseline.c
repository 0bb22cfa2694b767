/* Findings of an earlier run, known by their fingerprints. */
#include "partner/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "partner/json.h"

#define DIGITS "0123456789"
#define HEX_DIGITS 32

/* 32 hexadecimal digits, then -2, -3, … where several were alike. */
static bool is_fingerprint(const char *text)
{
	if (strspn(text, DIGITS "abcdef") != HEX_DIGITS)
		return false;
	text += HEX_DIGITS;
	return !*text || (text[0] == '-' && text[1] && !text[1 + strspn(text + 1, DIGITS)]);
}

static void add(struct baseline *baseline, const char *fingerprint)
{
	baseline->findings = arena_grow(baseline->arena, baseline->findings, baseline->n,
		&baseline->capacity, sizeof(*baseline->findings));
	baseline->findings[baseline->n++].fingerprint =
		arena_copy(baseline->arena, fingerprint, strlen(fingerprint));
}

/* What is wrong with a line, NULL when nothing is. */
static const char *read_line(struct baseline *baseline, struct arena *scratch, const char *line,
	size_t length, unsigned *column)
{
	struct json_source found;
	const char *fault = NULL;

	if (json_line_source(scratch, line, length, &found, &fault) != JSON_LINE_READ) {
		*column = found.column ? found.column : 1;
		return fault;
	}
	*column = 1;
	if (strcmp(found.type, "error") == 0)
		return NULL;
	if (strcmp(found.type, "diagnostic") != 0)
		return "no finding of partner-check";
	if (!found.fingerprint || !is_fingerprint(found.fingerprint))
		return "no 'fingerprint'";
	add(baseline, found.fingerprint);
	return NULL;
}

static int compare(const void *left, const void *right)
{
	const struct baseline_finding *a = left, *b = right;

	return strcmp(a->fingerprint, b->fingerprint);
}

/* Sorts, and keeps one of each. */
static void arrange(struct baseline *baseline)
{
	struct baseline_finding *items = baseline->findings;
	size_t kept = 0;

	if (!baseline->n)
		return;
	qsort(items, baseline->n, sizeof(*items), compare);
	for (size_t i = 1; i < baseline->n; i++)
		if (compare(&items[i], &items[kept]) != 0)
			items[++kept] = items[i];
	baseline->n = kept + 1;
}

bool baseline_read(
	struct baseline *baseline, const char *text, size_t length, struct baseline_fault *fault)
{
	struct arena scratch = {0};
	const char *message = NULL;
	unsigned column = 0;
	uint32_t number = 0;

	for (size_t at = 0; at < length && !message;) {
		const char *end = memchr(text + at, '\n', length - at);
		size_t size = end ? (size_t)(end - text) - at : length - at;

		number++;
		if (size)
			message = read_line(baseline, &scratch, text + at, size, &column);
		arena_reset(&scratch);
		at += size + 1;
	}
	arena_free(&scratch);
	*fault = (struct baseline_fault){message ? number : 0, message ? column : 0, message};
	arrange(baseline);
	return !message;
}

bool baseline_knows(struct baseline *baseline, enum diag_rule rule, const char *fingerprint)
{
	const struct baseline_finding wanted = {.fingerprint = fingerprint};
	struct baseline_finding *found = NULL;

	if (baseline->n)
		found = bsearch(&wanted, baseline->findings, baseline->n, sizeof(wanted), compare);
	if (!found)
		return false;
	found->found = true;
	return rule != P001_NOT_UTF8 && rule != P002_SYNTAX;
}

size_t baseline_fixed(const struct baseline *baseline)
{
	size_t fixed = 0;

	for (size_t i = 0; i < baseline->n; i++)
		fixed += !baseline->findings[i].found;
	return fixed;
}
