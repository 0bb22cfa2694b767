#include "matched.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "decoded.h"

void versions_open(struct versions *versions, const char *from, const char *to)
{
	*versions = (struct versions){0};
	versions->from = decoded(
		&versions->arena, &partner_record, arena_printf(&versions->arena, HEAD "%s", from));
	versions->to = decoded(
		&versions->arena, &partner_record, arena_printf(&versions->arena, HEAD "%s", to));
}

void versions_close(struct versions *versions)
{
	arena_free(&versions->arena);
}

static const char *told(const char *value)
{
	return value ? value : "none";
}

/* `changed incident:INC-7, severity 2 to 3, cause none to us`, a line. */
static void put_change(struct buffer *text, const struct match_change *change)
{
	static const char *const kinds[] = {
		[MATCH_ADDED] = "added", [MATCH_CHANGED] = "changed", [MATCH_REMOVED] = "removed"};
	const struct field_change *fields = change->fields.items;

	buffer_printf(text, "%s %s", kinds[change->kind], change->ref);
	for (size_t i = 0; i < change->fields.n; i++)
		buffer_printf(text, ", %s %s to %s", fields[i].field, told(fields[i].from),
			told(fields[i].to));
	buffer_putc(text, '\n');
}

const char *changes_text(
	struct arena *arena, const struct partner *from, const struct partner *to, size_t without)
{
	struct matching matching;
	struct buffer text = {0};

	match_partners(&matching, arena, from, to);
	for (size_t i = 0; i < matching.n; i++)
		if (i != without)
			put_change(&text, &matching.changes[i]);
	return buffer_keep(&text, arena);
}

/* Undoing any of the changes leaves all others, and only them. */
static void check_undoing(struct versions *versions)
{
	struct arena *arena = &versions->arena;
	struct matching matching;

	match_partners(&matching, arena, versions->from, versions->to);
	for (size_t i = 0; i < matching.n; i++) {
		const struct partner *undone =
			match_undo(arena, versions->from, versions->to, &matching.changes[i]);

		assert_string_equal(changes_text(arena, versions->from, undone, SIZE_MAX),
			changes_text(arena, versions->from, versions->to, i));
	}
}

void assert_changes(const char *from, const char *to, const char *expected)
{
	struct versions versions;

	versions_open(&versions, from, to);
	assert_string_equal(
		changes_text(&versions.arena, versions.from, versions.to, SIZE_MAX), expected);
	assert_string_equal(changes_text(&versions.arena, versions.to, versions.to, SIZE_MAX), "");
	check_undoing(&versions);
	versions_close(&versions);
}
