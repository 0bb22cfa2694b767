#include "sign_words.h"

#include <stdlib.h>

void findings_add(const struct sign_case *sign, struct findings *findings, struct finding finding)
{
	findings->items = arena_grow(
		sign->arena, findings->items, findings->n, &findings->room, sizeof(struct finding));
	finding.place = findings->n;
	findings->items[findings->n++] = finding;
}

static int compare_findings(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

void findings_cite(struct sign_case *sign, struct findings *findings)
{
	if (findings->n)
		qsort(findings->items, findings->n, sizeof(struct finding), compare_findings);
	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *finding = &findings->items[i];

		sign_cite(sign, finding->record, finding->head, finding->date);
	}
}

void sign_cite_file(struct sign_case *sign)
{
	sign_cite(sign, &partner_record, &sign->view->partner->head, DATE_NONE);
}

bool sign_told(const struct view *view, int32_t from)
{
	EACH (struct conversation, talk, view->partner->conversations)
		if (WORD_OR(talk->kind, TALK_PRAISE) != TALK_PRAISE && view_by(view, talk->date) &&
			talk->date.date >= from && view_counts(view, &talk->head))
			return true;
	return false;
}

void words_put_count(struct buffer *buffer, size_t n, const char *one, const char *many)
{
	buffer_printf(buffer, "%zu %s", n, n == 1 ? one : many);
}

void words_put_span(struct buffer *buffer, struct duration span)
{
	static const char *const units[] = {
		[DURATION_MINUTES] = "minute",
		[DURATION_HOURS] = "hour",
		[DURATION_DAYS] = "day",
		[DURATION_BUSINESS_DAYS] = "business day",
		[DURATION_WEEKS] = "week",
		[DURATION_MONTHS] = "month",
		[DURATION_YEARS] = "year",
	};

	buffer_printf(
		buffer, "%d %s%s", (int)span.count, units[span.unit], span.count == 1 ? "" : "s");
}

void words_join(struct buffer *buffer, const char *separator)
{
	if (buffer->length)
		buffer_puts(buffer, separator);
}
