/* The text format of Prometheus, version 0.0.4. */
#include "partner/metrics.h"

#include <math.h>
#include <string.h>

#include "partner/utf8.h"

/* From here on a double has no decimals, and buffer_put_fixed does not take it. */
#define FIXED_LIMIT 9e15

/* Marks of the format, in text that has no controls. */
static void put_escaped(struct buffer *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\' || text[i] == '"')
			buffer_putc(out, '\\');
		buffer_putc(out, text[i]);
	}
}

static void put_value(struct buffer *out, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		struct buffer safe = {0};

		utf8_put_safe(&safe, text, length);
		put_escaped(out, safe.data, safe.length);
		buffer_free(&safe);
		text += length;
		if (!*text)
			break;
		buffer_puts(out, "\\n");
		text++;
	}
}

static void put_labels(struct buffer *out, const struct metrics_label *labels, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buffer_printf(out, "%s%s=\"", i ? "," : "{", labels[i].name);
		put_value(out, labels[i].value);
		buffer_putc(out, '"');
	}
	if (n)
		buffer_putc(out, '}');
}

/* All of a line but its value. */
static void begin_line(struct metrics *metrics, const struct metrics_label *labels, size_t n)
{
	if (!metrics->begun)
		buffer_printf(metrics->out, "# HELP %s %s\n# TYPE %s gauge\n", metrics->name,
			metrics->help, metrics->name);
	metrics->begun = true;
	buffer_puts(metrics->out, metrics->name);
	put_labels(metrics->out, labels, n);
	buffer_putc(metrics->out, ' ');
}

static void end_line(struct metrics *metrics)
{
	buffer_putc(metrics->out, '\n');
	if (metrics->drain)
		metrics->drain(metrics->context);
}

void metrics_family(struct metrics *metrics, const char *name, const char *help)
{
	metrics->name = name;
	metrics->help = help;
	metrics->begun = false;
}

void metrics_real(struct metrics *metrics, const struct metrics_label *labels, size_t n,
	double value, int decimals)
{
	if (!isfinite(value))
		return;
	begin_line(metrics, labels, n);
	if (fabs(value) < FIXED_LIMIT)
		buffer_put_fixed(metrics->out, value, decimals);
	else
		buffer_printf(metrics->out, "%.0f", value);
	end_line(metrics);
}

void metrics_whole(
	struct metrics *metrics, const struct metrics_label *labels, size_t n, int64_t value)
{
	begin_line(metrics, labels, n);
	buffer_put_whole(metrics->out, value);
	end_line(metrics);
}
