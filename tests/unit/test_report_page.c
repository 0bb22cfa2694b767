/* The report as a page: what is cut, what is left out, what it says of that. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

static const struct card_style style = {.columns = 80};

struct page_case {
	struct filed filed;
	const struct report *report;
	struct buffer text;
};

static void begin(struct page_case *page)
{
	*page = (struct page_case){0};
	filed_open(&page->filed);
}

static void finish(struct page_case *page)
{
	filed_done(&page->filed);
	page->report = report_make(&page->filed.portfolio, NULL);
}

static const char *as_text(struct page_case *page)
{
	finish(page);
	report_put_text(&page->text, page->report, &style);
	buffer_putc(&page->text, '\0');
	return page->text.data;
}

static const char *as_html(struct page_case *page)
{
	finish(page);
	report_put_html(&page->text, page->report);
	buffer_putc(&page->text, '\0');
	return page->text.data;
}

static const char *as_markdown(struct page_case *page)
{
	finish(page);
	report_put_markdown(&page->text, page->report);
	buffer_putc(&page->text, '\0');
	return page->text.data;
}

static void end(struct page_case *page)
{
	buffer_free(&page->text);
	filed_close(&page->filed);
}

static size_t count_of(const char *text, const char *what)
{
	size_t n = 0;

	for (const char *at = text; (at = strstr(at, what)) != NULL; at += strlen(what))
		n++;
	return n;
}

static void says(const char *text, const char *what)
{
	if (!strstr(text, what))
		fail_msg("'%s' is not said", what);
}

static void is_silent(const char *text, const char *what)
{
	if (strstr(text, what))
		fail_msg("'%s' is said", what);
}

/* Partners p0000 … with scores and a spend, all of them to be talked with. */
static void add_many(struct page_case *page, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char id[24];
		struct scorecard *card;

		snprintf(id, sizeof(id), "p%04zu", i);
		card = filed_card(&page->filed, id, 10.0 + (double)(i % 80));
		card->standing = STANDING_TALK;
		card->reason = "score below 55";
		filed_facts(&page->filed, card)->spend = filed_money("1000.00 EUR");
		filed_criterion(&page->filed, card, "value", 40);
		filed_add(&page->filed, card);
	}
}

static void nobody_is_one_line(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	page.filed.portfolio.options.as_of = 20000;
	says(as_text(&page), "No partners.");
	is_silent(page.text.data, "Portfolio");
	end(&page);
}

static void one_partner_is_compared_with_nobody(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 1);
	says(as_text(&page), "What needs you");
	says(page.text.data, "Renewals");
	is_silent(page.text.data, "\nPortfolio\n");
	is_silent(page.text.data, "Where we depend");
	is_silent(page.text.data, "Heat map");
	end(&page);
}

static void two_partners_are(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 2);
	says(as_text(&page), "\nPortfolio\n");
	says(page.text.data, "Where we depend");
	says(page.text.data, "Heat map");
	end(&page);
}

static void ten_needs_are_shown_and_the_rest_counted(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 17);
	says(as_text(&page), "7 more: 7 talk");
	assert_int_equal(count_of(page.text.data, "Talk: score below 55"), 10);
	end(&page);
}

static void two_hundred_cards_are_shown_then_lines_then_a_count(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 1200);
	says(as_html(&page), "1,000 of 1,200 shown, most urgent first; all: partner-report -O csv");
	assert_int_equal(count_of(page.text.data, "<section id=\"p"), 200);
	says(page.text.data, "50 of 1,200 shown, most urgent first; all: partner-report -O csv");
	end(&page);
}

/* Who needs somebody is shown although two hundred others are more urgent by standing. */
static void who_needs_somebody_is_among_the_cards(void **state)
{
	struct page_case page;
	struct scorecard *card;

	(void)state;
	begin(&page);
	add_many(&page, 250);
	card = filed_card(&page.filed, "zeta", 99);
	filed_sign(&page.filed, card, "notice-due", SIGN_CRITICAL);
	filed_facts(&page.filed, card)->send_by = card->as_of + 3;
	filed_add(&page.filed, card);
	says(as_html(&page), "<section id=\"zeta\"");
	assert_int_equal(count_of(page.text.data, "<section id=\""), 200);
	end(&page);
}

static void markdown_stays_below_sixty_thousand_bytes(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 300);
	says(as_markdown(&page), "<details>");
	assert_true(page.text.length <= 60000);
	end(&page);
}

static void a_page_of_many_dots_counts_them(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 600);
	says(as_html(&page), "squares: how many");
	end(&page);
}

static void ended_partners_have_a_line(void **state)
{
	struct page_case page;
	struct scorecard *card;

	(void)state;
	begin(&page);
	add_many(&page, 2);
	card = filed_card(&page.filed, "gone", 50);
	card->standing = STANDING_NONE;
	card->ended = card->as_of - 30;
	filed_add(&page.filed, card);
	says(as_text(&page), "2 partners, 1 ended");
	says(page.text.data, "GONE, ended 2026-05-31, 50.0, grade D");
	end(&page);
}

static void what_could_not_be_read_is_named_in_the_head(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 2);
	portfolio_add_unread(&page.filed.portfolio, "partners/torn.yaml");
	says(as_text(&page), "1 file unread");
	says(page.text.data, "partners/torn.yaml");
	end(&page);
}

static void nothing_urgent_names_the_next_date(void **state)
{
	struct page_case page;
	struct scorecard *card;

	(void)state;
	begin(&page);
	card = filed_card(&page.filed, "acme", 80);
	filed_event(&page.filed, filed_facts(&page.filed, card), EVENT_PLAN_REVIEW, "2026-09-01");
	filed_add(&page.filed, card);
	says(as_text(&page), "Nothing needs you. Next: 2026-09-01, ACME.");
	end(&page);
}

static void names_of_strangers_are_text(void **state)
{
	struct page_case page;
	struct scorecard *card;

	(void)state;
	begin(&page);
	add_many(&page, 1);
	card = filed_card(&page.filed, "evil", 20);
	card->name = "<script>alert(1)</script>";
	card->standing = STANDING_EXIT;
	card->reason = "score below 40 <b>";
	filed_add(&page.filed, card);
	is_silent(as_html(&page), "<script");
	is_silent(page.text.data, "40 <b>");
	says(page.text.data, "&lt;script&gt;");
	end(&page);
}

/* Earlier versions did not print it. */
static void without_a_line_to_talk_below_no_number_is_said(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	for (size_t i = 0; i < 2; i++) {
		struct scorecard *card = filed_card(&page.filed, i ? "acme" : "globex", 60);

		filed_policy(&page.filed, card)->talk_below = NAN;
		filed_facts(&page.filed, card)->spend = filed_money("1000.00 EUR");
		filed_add(&page.filed, card);
	}
	says(as_html(&page), "Partners by score, 0 to 100<");
	says(page.text.data, "Nobody has a place: no scorecard says below which score we talk.");
	is_silent(page.text.data, "line stands at");
	is_silent(page.text.data, " nan");
	end(&page);
}

static void the_line_to_talk_below_is_said_when_there_is_one(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 2);
	says(as_html(&page), "0 to 100; the line stands at 55, below which we talk");
	says(page.text.data, "Across, the line stands at 55.");
	end(&page);
}

static void lines_and_lists_stand_for_charts(void **state)
{
	struct page_case page;

	(void)state;
	begin(&page);
	add_many(&page, 2);
	is_silent(as_text(&page), "<svg");
	is_silent(page.text.data, "The figures of the chart");
	says(page.text.data, "0 to 100\n");
	says(page.text.data, "replaceable");
	end(&page);
	begin(&page);
	add_many(&page, 2);
	says(as_html(&page), "<svg");
	says(page.text.data, "The figures of the chart");
	end(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_is_one_line),
		cmocka_unit_test(one_partner_is_compared_with_nobody),
		cmocka_unit_test(two_partners_are),
		cmocka_unit_test(ten_needs_are_shown_and_the_rest_counted),
		cmocka_unit_test(two_hundred_cards_are_shown_then_lines_then_a_count),
		cmocka_unit_test(who_needs_somebody_is_among_the_cards),
		cmocka_unit_test(markdown_stays_below_sixty_thousand_bytes),
		cmocka_unit_test(a_page_of_many_dots_counts_them),
		cmocka_unit_test(ended_partners_have_a_line),
		cmocka_unit_test(what_could_not_be_read_is_named_in_the_head),
		cmocka_unit_test(nothing_urgent_names_the_next_date),
		cmocka_unit_test(names_of_strangers_are_text),
		cmocka_unit_test(without_a_line_to_talk_below_no_number_is_said),
		cmocka_unit_test(the_line_to_talk_below_is_said_when_there_is_one),
		cmocka_unit_test(lines_and_lists_stand_for_charts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
