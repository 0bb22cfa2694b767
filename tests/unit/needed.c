#include "needed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/report.h"

static void put_need(struct buffer *text, const struct need *need)
{
	char date[DATE_SIZE] = "-";

	if (need->date != DATE_NONE)
		date_format(need->date, date);
	buffer_printf(
		text, "%s %s %s: %s\n", need_words[need->class], date, need->name, need->sentence);
}

void expect_needs(struct filed *filed, const char *expected)
{
	struct buffer text = {0};
	struct array needs;

	filed_done(filed);
	needs = report_needs(&filed->portfolio);
	for (size_t i = 0; i < needs.n; i++)
		put_need(&text, &((const struct need *)needs.items)[i]);
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
	filed_close(filed);
}

struct scorecard *need_notice(
	struct filed *filed, const char *id, const char *send_by, enum sign_level level)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_facts *facts = filed_facts(filed, card);

	facts->renewal = "auto";
	facts->send_by = day(send_by);
	facts->days_left = facts->send_by - card->as_of;
	facts->missed = facts->days_left < 0;
	facts->next_term_end = day(NEXT_END);
	facts->cost_of_missing = filed_money("312000.00 USD");
	if (level != SIGN_OFF)
		filed_sign(filed, card, "notice-due", level);
	return card;
}

struct scorecard *need_standing(struct filed *filed, const char *id, enum standing standing)
{
	struct scorecard *card = filed_card(filed, id, 30);

	card->standing = (int)standing;
	card->reason = "score below 40";
	return card;
}
