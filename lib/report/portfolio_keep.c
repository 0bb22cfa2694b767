#include "partner/report.h"
#include "portfolio_parts.h"

struct spool_piece portfolio_keep(
	struct portfolio *portfolio, const struct scorecard *card, const char *line, size_t length)
{
	struct buffer *rows = &portfolio->rows;

	switch (portfolio->options.keep) {
	case KEEP_LINES:
		return spool_add(&portfolio->spool, line, length);
	case KEEP_ROWS:
		buffer_clear(rows);
		report_put_csv_rows(rows, card, portfolio->options.csv_safe);
		return spool_add(&portfolio->spool, rows->data, rows->length);
	default:
		return (struct spool_piece){0};
	}
}
