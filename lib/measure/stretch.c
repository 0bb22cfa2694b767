#include "stretch.h"

#include <stdlib.h>

static int compare_stretches(const void *left, const void *right)
{
	const struct stretch *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

/* What is written down as it happens is in order already. */
static void sort_stretches(struct stretch *stretches, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (compare_stretches(&stretches[i - 1], &stretches[i]) > 0) {
			qsort(stretches, n, sizeof(struct stretch), compare_stretches);
			return;
		}
	}
}

int64_t stretches_cover(struct stretch *stretches, size_t n, struct stretch within)
{
	int32_t next = within.from; /* first day not yet looked at */
	int64_t days = 0;

	sort_stretches(stretches, n);
	for (size_t i = 0; i < n; i++) {
		int32_t from = stretches[i].from > next ? stretches[i].from : next;
		int32_t to = stretches[i].to < within.to ? stretches[i].to : within.to;

		if (to < from)
			continue;
		days += (int64_t)to - from + 1;
		next = to + 1;
	}
	return days;
}

bool stretches_have(const struct stretch *stretches, size_t n, int32_t day)
{
	for (size_t i = 0; i < n; i++)
		if (day >= stretches[i].from && day <= stretches[i].to)
			return true;
	return false;
}
