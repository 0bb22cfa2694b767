#include <math.h>

#include "partner/measure.h"

/* From here on only the power of ten says anything; also, buffer_put_fixed goes no further. */
#define HUGE_NUMBER 1e15

/* A number as one says it: whole when it is, else with at most `decimals`. */
static void put_number(struct buffer *buffer, double value, int decimals)
{
	bool whole = fabs(value - round(value)) < 0.5 * pow(10, -decimals);

	if (fabs(value) < HUGE_NUMBER)
		buffer_put_fixed(buffer, value, whole ? 0 : decimals);
	else
		buffer_printf(buffer, "%.3g", value);
}

static void put_mark(struct buffer *buffer, char mark, const struct measurement *measurement)
{
	switch (mark) {
	case 'k':
		put_number(buffer, measurement->k, 1);
		break;
	case 'n':
		buffer_put_whole(buffer, measurement->n);
		break;
	case 's':
		if (measurement->n != 1)
			buffer_putc(buffer, 's');
		break;
	case 'r':
		put_number(buffer, (double)measurement->n - measurement->k, 1);
		break;
	case 'p':
		put_number(buffer, 100 * measurement->value, 0);
		buffer_puts(buffer, " %");
		break;
	default:
		if (isnan(measurement->value))
			buffer_puts(buffer, "infinitely many");
		else
			put_number(buffer, measurement->value, 2);
	}
}

void measure_put_reading(struct buffer *buffer, const struct measure_info *info,
	const struct measurement *measurement)
{
	if (measurement->status != MEASURE_MEASURED) {
		buffer_puts(buffer, measure_status_words[measurement->status]);
		return;
	}
	for (const char *c = info->reading; *c; c++) {
		if (*c == '%')
			put_mark(buffer, *++c, measurement);
		else
			buffer_putc(buffer, *c);
	}
}
