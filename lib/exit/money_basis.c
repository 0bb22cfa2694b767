/* Arithmetic in words: what a line of money was computed from. */
#include "money.h"

/* So many parts of a sum are written out. */
#define MOST_PARTS 6

void basis_sign(struct buffer *basis, const char *sign, size_t *parts)
{
	if ((*parts)++)
		buffer_puts(basis, sign);
}

void basis_piece(struct buffer *basis, const struct charge_piece *piece)
{
	money_put(basis, piece->amount);
	if (piece->divisor == 1 && piece->days == 1)
		return;
	buffer_printf(basis, " × %lld", (long long)piece->days);
	if (piece->times != 1)
		buffer_printf(basis, " × %lld", (long long)piece->times);
	if (piece->divisor != 1)
		buffer_printf(basis, " / %lld", (long long)piece->divisor);
}

void basis_sum(struct buffer *basis, const struct charge_piece *piece, size_t *parts)
{
	if (*parts >= MOST_PARTS) {
		(*parts)++;
		return;
	}
	basis_sign(basis, " + ", parts);
	basis_piece(basis, piece);
}

void basis_more(struct buffer *basis, const char *sign, size_t parts)
{
	if (parts > MOST_PARTS)
		buffer_printf(basis, "%s%zu more", sign, parts - MOST_PARTS);
}

size_t basis_rate(struct buffer *basis, const struct leaving *leaving, int32_t after, int32_t until)
{
	struct charge_walk walk = {.leaving = leaving, .after = after, .until = until};
	struct charge_piece piece;
	size_t parts = 0;

	while (charge_next(&walk, &piece))
		basis_sum(basis, &piece, &parts);
	basis_more(basis, " + ", parts);
	if (!parts)
		buffer_puts(basis, "no charge on these days");
	return parts;
}

void basis_due(struct buffer *basis, const struct leaving *leaving, int32_t after, int32_t until)
{
	size_t parts = 0;

	basis_rate(basis, leaving, after, until);
	EACH (struct prepaid, row, leaving->contract->prepaid) {
		int32_t from = row->from.date, to = row->to.date;
		struct charge_piece piece = {row->amount.money, days_shared(from, to, after, until),
			1, (int64_t)to - from + 1};

		if (!prepaid_exists(leaving->view, row) || !piece.days)
			continue;
		if (parts++ >= MOST_PARTS)
			continue;
		buffer_puts(basis, " − ");
		basis_piece(basis, &piece);
	}
	basis_more(basis, " − ", parts);
}

void basis_decimal(struct buffer *basis, int64_t value, int decimals)
{
	int64_t unit = 1, rest;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	rest = value % unit;
	buffer_put_whole(basis, value / unit);
	if (!rest)
		return;
	for (; rest % 10 == 0; rest /= 10)
		decimals--;
	buffer_printf(basis, ".%0*lld", decimals, (long long)rest);
}

void basis_share(struct buffer *basis, int64_t parts)
{
	basis_decimal(basis, parts, 7);
	buffer_putc(basis, '%');
}
