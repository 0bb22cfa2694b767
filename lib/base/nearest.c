#include "partner/nearest.h"

#include <string.h>

#define CELLS (NEAREST_LONGEST + NEAREST_EDITS + 1)

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* One row of the table of distances, from the two rows above it. */
static void fill_row(
	const char *a, size_t i, const char *b, size_t columns, unsigned rows[3][CELLS])
{
	const unsigned *before = rows[(i + 1) % 3];
	const unsigned *above = rows[(i + 2) % 3];
	unsigned *row = rows[i % 3];

	row[0] = (unsigned)i;
	for (size_t j = 1; j <= columns; j++) {
		unsigned other = a[i - 1] == b[j - 1] ? 0 : 1;

		row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + other);
		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
			row[j] = least(row[j], before[j - 2] + 1);
	}
}

static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	unsigned rows[3][CELLS] = {{0}};

	for (size_t j = 0; j <= b_length; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a_length; i++)
		fill_row(a, i, b, b_length, rows);
	return rows[a_length % 3][b_length];
}

const char *nearest_word(const char *word, size_t length, const char *const *candidates, size_t n)
{
	const char *nearest = NULL;
	unsigned limit = NEAREST_EDITS + 1;

	if (length > NEAREST_LONGEST)
		return NULL;
	if (length < limit)
		limit = (unsigned)length;
	for (size_t i = 0; i < n; i++) {
		size_t other = strlen(candidates[i]);
		unsigned edits;

		if (other > length + NEAREST_EDITS || length > other + NEAREST_EDITS)
			continue;
		edits = distance(word, length, candidates[i], other);
		if (edits < limit) {
			nearest = candidates[i];
			limit = edits;
		}
	}
	return nearest;
}
