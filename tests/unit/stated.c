#include "stated.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

void fact_put_money(struct buffer *buffer, struct money money)
{
	if (money.currency)
		money_put(buffer, money);
	else
		buffer_puts(buffer, "none");
}

void fact_put_spend(struct buffer *buffer, const struct card_facts *facts)
{
	fact_put_money(buffer, facts->spend);
	buffer_printf(buffer, " by %s", facts->spend_basis ? facts->spend_basis : "nothing");
}

void fact_put_date(struct buffer *buffer, int32_t date)
{
	if (date != DATE_NONE)
		date_put(buffer, date);
	else
		buffer_puts(buffer, "none");
}

/* An empty policy is the built-in one, and takes the place of that of the row before. */
static bool row_holds(fact_teller teller, const struct fact_row *row)
{
	const struct card_text text = {.records = row->records,
		.policy = row->policy ? row->policy : "",
		.as_of = row->as_of};
	struct carded carded;
	struct buffer buffer = {0};
	bool holds;

	card_open(&carded, &text);
	teller(&buffer, exit_facts(&carded.source, carded.card));
	buffer_putc(&buffer, '\0');
	holds = strcmp(buffer.data, row->expected) == 0;
	if (!holds)
		print_error(
			"%s:\n%s\nis expected, not\n%s\n", row->says, row->expected, buffer.data);
	buffer_free(&buffer);
	card_close(&carded);
	return holds;
}

void check_facts(fact_teller teller, const struct fact_row *rows, size_t n)
{
	size_t failed = 0;

	for (size_t i = 0; i < n; i++)
		failed += !row_holds(teller, &rows[i]);
	assert_int_equal(failed, 0);
}
