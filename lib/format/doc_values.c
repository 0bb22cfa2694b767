/* Dates, amounts and lists in documents. */
#include "partner/doc_values.h"

#include <math.h>
#include <string.h>

#include "partner/date.h"

const struct place doc_nowhere = {NULL, 0};

const char *doc_date(struct doc *doc, int32_t date)
{
	char text[DATE_SIZE];

	if (date == DATE_NONE)
		return "-";
	date_format(date, text);
	return arena_copy(doc->arena, text, strlen(text));
}

const char *doc_money(struct doc *doc, struct money money)
{
	struct buffer text = {0};

	if (!money.currency)
		return NULL;
	money_put(&text, money);
	return buffer_keep(&text, doc->arena);
}

void doc_fact_date(struct doc *doc, const char *label, int32_t date)
{
	if (date != DATE_NONE)
		doc_fact(doc, label, doc_date(doc, date), doc_nowhere);
}

void doc_fact_of(struct doc *doc, const char *label, struct buffer *text)
{
	if (text->length)
		doc_fact(doc, label, buffer_keep(text, doc->arena), doc_nowhere);
}

void doc_cell_date(struct doc *doc, int32_t date)
{
	doc_cell(doc, date == DATE_NONE ? NULL : doc_date(doc, date));
}

const char *doc_list(struct doc *doc, const char *const *ids, size_t n)
{
	struct buffer text = {0};

	if (!n)
		return NULL;
	for (size_t i = 0; i < n; i++)
		buffer_printf(&text, "%s%s", i ? ", " : "", ids[i]);
	return buffer_keep(&text, doc->arena);
}

const char *doc_days(struct doc *doc, double days)
{
	return arena_printf(doc->arena, "%.0f day%s", days, days > 1 || days < 1 ? "s" : "");
}

/* ---- numbers ---- */

/* Three digits of a number below 1000: 2.21, 22.1, 221. */
static int decimals_of(double value)
{
	if (value < 9.995)
		return 2;
	return value < 99.95 ? 1 : 0;
}

const char *doc_money_rounded(struct doc *doc, struct money money)
{
	static const struct {
		double unit;
		const char *name;
	} units[] = {{1e12, " tn "}, {1e9, " bn "}, {1e6, " M "}, {1e3, " k "}, {1, " "}};
	struct buffer text = {0};
	double amount, size;
	int decimals;
	size_t i = 0;

	if (!money.currency)
		return NULL;
	amount = money_units(money);
	size = fabs(amount);
	while (i + 1 < sizeof(units) / sizeof(*units) && size < 0.9995 * units[i].unit)
		i++;
	size /= units[i].unit;
	if (amount < 0)
		buffer_putc(&text, '-');
	decimals = size > 0 ? decimals_of(size) : 0;
	if (units[i].unit <= 1 && decimals > currency_decimals(money.currency))
		decimals = currency_decimals(money.currency);
	buffer_put_fixed(&text, size, decimals);
	buffer_printf(&text, "%s%s", units[i].name, currency_code(money.currency));
	return buffer_keep(&text, doc->arena);
}

const char *doc_real(struct doc *doc, double value, int decimals)
{
	struct buffer text = {0};

	if (isnan(value))
		return NULL;
	buffer_put_fixed(&text, value, decimals);
	return buffer_keep(&text, doc->arena);
}

const char *doc_percent(struct doc *doc, double share)
{
	return isnan(share) ? NULL : arena_printf(doc->arena, "%.0f %%", floor(100 * share + 0.5));
}

const char *doc_count(struct doc *doc, int64_t n)
{
	char *digits = arena_printf(doc->arena, "%lld", (long long)n);
	struct buffer text = {0};
	size_t length = strlen(digits);

	for (size_t i = 0; i < length; i++) {
		if (i && (length - i) % 3 == 0 && digits[i - 1] != '-')
			buffer_putc(&text, ',');
		buffer_putc(&text, digits[i]);
	}
	return buffer_keep(&text, doc->arena);
}
