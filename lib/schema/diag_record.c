/* Findings as records: their tables, and how they are filled. */
#include "partner/diag_record.h"

#include <string.h>

#include "partner/sha256.h"

#define FINGERPRINT_DIGITS 32
#define SLOTS_LEAST 64

static const char *const level_words[] = {"error", "warning", "note", NULL};

static const struct field diagnostic_fields[] = {
	R_DATE("as_of", struct diagnostic, as_of, "day for which the check was made"),
	R_COUNT("column", struct diagnostic, column,
		"first column, counted in characters from 1; 0 for the file as a whole"),
	R_COUNT("end_column", struct diagnostic, end_column, "last column"),
	R_COUNT("end_line", struct diagnostic, end_line, "last line"),
	R_STRING("fingerprint", struct diagnostic, fingerprint,
		"what the finding is recognised by, whatever its line or file"),
	R_STRING("hint", struct diagnostic, hint, "what to write instead"),
	R_STRING("id", struct diagnostic, id, "id of the rule"),
	R_WORD("level", struct diagnostic, level, level_words, "how bad it is"),
	R_COUNT("line", struct diagnostic, line,
		"first line, counted from 1; 0 for the file as a whole"),
	R_STRING("message", struct diagnostic, message, "what is wrong"),
	R_DATE("muted", struct diagnostic, muted,
		"last day on which an exception of the file mutes the finding"),
	R_STRING("partner", struct diagnostic, partner, "id of the partner, where it is known"),
	R_STRING("path", struct diagnostic, path,
		"the file, as it was named; at a git revision its path in the repository"),
	R_STRING(
		"pointer", struct diagnostic, pointer, "JSON pointer to the value in its document"),
	R_STRING("rule", struct diagnostic, rule, "name of the rule"),
	R_CONSTANT("schema", "partner.diagnostic/1", "form of this record"),
	R_CONSTANT("type", "diagnostic", "kind of this record"),
};

const struct record diagnostic_record = RECORD(
	"diagnostic", struct diagnostic, diagnostic_fields, NULL, "one finding of partner-check");

static const struct field result_source_fields[] = {
	R_COUNT("line", struct result_source, line,
		"line on which the partner's document begins, 0 where it is not known"),
	R_STRING("path", struct result_source, path,
		"the file, as it was named; at a git revision its path in the repository"),
	R_STRING("revision", struct result_source, revision,
		"hash of the git commit that the file was read at, null for files on disk"),
};

const struct record result_source_record = RECORD(
	"source", struct result_source, result_source_fields, NULL, "where a result came from");

static const struct field error_fields[] = {
	R_DATE("as_of", struct file_error, as_of, "day for which a result was wanted"),
	R_OBJECTS("diagnostics", struct file_error, diagnostics, &diagnostic_record,
		"what is wrong with the file"),
	R_STRING("message", struct file_error, message, "why the file could not be opened or read"),
	R_NULL("partner", "always null: the partner is not known"),
	R_CONSTANT("schema", "partner.error/1", "form of this record"),
	R_OBJECT("source", struct file_error, source, struct result_source, &result_source_record,
		"the file"),
	R_CONSTANT("type", "error", "kind of this record"),
};

const struct record error_record = RECORD(
	"error", struct file_error, error_fields, NULL, "a file of which no result could be made");

/* ---- fingerprints ---- */

struct fingerprint {
	char digits[FINGERPRINT_DIGITS];
	uint32_t times; /* given so often; 0: the slot is free */
};

static void add_part(struct sha256 *sha, const char *part)
{
	sha256_add(sha, "", 1);
	if (part)
		sha256_add(sha, part, strlen(part));
}

/* The day that is looked at is no part of what is found on it. */
static size_t lasting_subjects(enum diag_rule rule)
{
	return rule == P206_AFTER_AS_OF ? 1 : DIAG_SUBJECTS;
}

static void digits_of(const struct diag *diag, char hex[SHA256_HEX])
{
	const char *id = diag_rule_info(diag->rule)->id;
	struct sha256 sha;
	sha256_begin(&sha);
	sha256_add(&sha, id, strlen(id));
	add_part(&sha, diag->partner);
	add_part(&sha, diag->identity ? diag->identity : diag->pointer);
	for (size_t i = 0; i < lasting_subjects(diag->rule) && diag->subjects[i]; i++)
		add_part(&sha, diag->subjects[i]);
	sha256_end(&sha, hex);
}

/* The slot of these digits, or the free one where they belong. */
static struct fingerprint *slot_of(const struct fingerprints *given, const char *digits)
{
	size_t at = 0;
	for (size_t i = 0; i < FINGERPRINT_DIGITS / 2; i++)
		at = at * 31 + (unsigned char)digits[i];
	for (;; at++) {
		struct fingerprint *slot = &given->slots[at & (given->capacity - 1)];
		if (!slot->times || !memcmp(slot->digits, digits, FINGERPRINT_DIGITS))
			return slot;
	}
}

static void grow(struct fingerprints *given)
{
	const struct fingerprints old = *given;
	given->capacity = old.capacity ? 2 * old.capacity : SLOTS_LEAST;
	given->slots = arena_array(given->arena, given->capacity, sizeof(*given->slots));
	for (size_t i = 0; i < old.capacity; i++) {
		if (old.slots[i].times)
			*slot_of(given, old.slots[i].digits) = old.slots[i];
	}
}

const char *fingerprint_of(struct fingerprints *given, const struct diag *diag)
{
	char hex[SHA256_HEX];
	digits_of(diag, hex);
	if (given->n >= given->capacity / 2)
		grow(given);
	struct fingerprint *slot = slot_of(given, hex);
	if (slot->times++)
		return arena_printf(
			given->arena, "%.*s-%u", FINGERPRINT_DIGITS, hex, (unsigned)slot->times);
	given->n++;
	memcpy(slot->digits, hex, FINGERPRINT_DIGITS);
	return arena_copy(given->arena, hex, FINGERPRINT_DIGITS);
}

/* ---- records ---- */

static const char *message_of(const struct diag *diag, struct arena *arena)
{
	struct buffer buffer = {0};
	diag_put_message(&buffer, diag);
	return buffer_keep(&buffer, arena);
}

void diagnostic_of(const struct diag *diag, int32_t as_of, struct fingerprints *given,
	struct arena *arena, struct diagnostic *out)
{
	const struct diag_rule_info *info = diag_rule_info(diag->rule);
	*out = (struct diagnostic){
		.as_of = as_of,
		.column = diag->at.column,
		.end_column = diag->at.end_column,
		.end_line = diag->at.end_line,
		.fingerprint = fingerprint_of(given, diag),
		.hint = diag->hint,
		.id = info->id,
		.level = diag_level_word(info->level),
		.line = diag->at.line,
		.message = message_of(diag, arena),
		.muted = diag->muted_until,
		.partner = diag->partner,
		.path = diag->path,
		.pointer = diag->pointer,
		.rule = info->name,
	};
}

struct array diagnostics_of(const struct diag_list *list, int32_t as_of, struct fingerprints *given,
	struct arena *arena)
{
	struct diagnostic *items = arena_array(arena, list->n, sizeof(*items));
	for (size_t i = 0; i < list->n; i++)
		diagnostic_of(&list->items[i], as_of, given, arena, &items[i]);
	return (struct array){items, list->n};
}
