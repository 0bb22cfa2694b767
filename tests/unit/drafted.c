#include "drafted.h"

#include <math.h>

#include "measured.h"

static struct money usd(int64_t minor)
{
	return (struct money){minor, currency_find("USD", 3)};
}

/* ---- parts of the plan ---- */

static void draft_decision(struct drafted *drafted)
{
	static const char *const heard[] = {"captive"};

	drafted->signs[0] = (struct card_sign){.sign = "captive",
		.level = SIGN_CRITICAL,
		.text = "nobody else",
		.muted = DATE_NONE};
	drafted->signs[1] = (struct card_sign){.sign = "no-meetings",
		.level = SIGN_NOTE,
		.text = "not once",
		.muted = day("2026-12-31")};
	drafted->card =
		(struct scorecard){.reason = "score below 55", .signs = DRAFT_ROWS(drafted->signs)};
	drafted->talks[0] = (struct plan_talk){.date = day("2026-03-12"),
		.kind = "recovery",
		.agreed = "weekly calls",
		.review = day("2026-06-01"),
		.outcome = "unchanged",
		.path = "acme.yaml",
		.line = 20};
	drafted->decision = (struct plan_decision){.score = 40.7,
		.low = 32.2,
		.high = 50.5,
		.grade = "D",
		.standing = STANDING_TALK,
		.signs = DRAFT_ROWS(heard),
		.talks = DRAFT_ROWS(drafted->talks),
		.recover_cost = usd(18000000),
		.exit_cost = usd(15000000),
		.until = day("2027-12-31"),
		.break_even = day("2026-11-30")};
}

static void draft_clock(struct drafted *drafted)
{
	drafted->sources[0] = (struct card_reference){"contract.end", "acme.yaml", 11};
	drafted->sources[1] = (struct card_reference){"contract.notice.delivery", "acme.yaml", 14};
	drafted->clock = (struct plan_clock){.term_end = day("2026-12-31"),
		.notice_earliest = DATE_NONE,
		.notice_latest = day("2026-10-02"),
		.notice_backward = day("2026-10-02"),
		.notice_forward = day("2026-10-03"),
		.send_by = day("2026-09-29"),
		.next_send_by = DATE_NONE,
		.days_left = 91,
		.needed = true,
		.next_term_end = day("2027-12-31"),
		.effective_end = day("2026-12-31"),
		.cost_of_missing = usd(12000000),
		.last_day = day("2026-12-31"),
		.natural_end = day("2026-12-31"),
		.transition_end = day("2027-02-28"),
		.service_end = day("2027-01-31"),
		.start_by = day("2026-06-30"),
		.sources = DRAFT_ROWS(drafted->sources)};
}

static void draft_tasks(struct drafted *drafted)
{
	static const char *const after_gate[] = {"gate"};
	static const char *const after_both[] = {"gate", "cutover"};

	drafted->tasks[0] = (struct plan_task){.id = "gate",
		.title = "Decide",
		.takes = "5d",
		.basis = "template",
		.takes_days = 5,
		.owner = "dana",
		.owner_name = "Dana Whitfield",
		.side = SIDE_US,
		.start = day("2026-06-01"),
		.end = day("2026-06-05"),
		.latest_start = DATE_NONE,
		.latest_end = DATE_NONE,
		.slack_days = NAN,
		.done = day("2026-06-05"),
		.fixed = DATE_NONE};
	drafted->tasks[1] = (struct plan_task){.id = "cutover",
		.title = "Cutover, at last",
		.after = DRAFT_ROWS(after_gate),
		.takes = "3d",
		.basis = "file",
		.takes_days = 3,
		.side = SIDE_PARTNER,
		.start = day("2026-12-30"),
		.end = day("2027-01-01"),
		.latest_start = day("2026-12-30"),
		.latest_end = day("2027-01-01"),
		.slack_days = -5,
		.critical = true,
		.done = DATE_NONE,
		.fixed = DATE_NONE,
		.path = "acme.yaml",
		.line = 41};
	drafted->tasks[2] = (struct plan_task){.id = "closure",
		.title = "Close",
		.after = DRAFT_ROWS(after_both),
		.takes = "0d",
		.basis = "template",
		.owner = "li",
		.side = SIDE_US,
		.start = day("2027-02-28"),
		.end = day("2027-02-28"),
		.latest_start = day("2027-03-01"),
		.latest_end = day("2027-03-01"),
		.slack_days = 1,
		.done = DATE_NONE,
		.fixed = DATE_NONE};
}

static void draft_money(struct drafted *drafted)
{
	drafted->money[0] = (struct plan_money){.item = "refund-ask",
		.direction = MONEY_IN,
		.amount = usd(703562),
		.basis = "12000.00 USD × 214 / 365",
		.date = day("2027-01-25"),
		.ref = "contract.prepaid",
		.path = "acme.yaml",
		.line = 16};
	drafted->money[1] = (struct plan_money){.item = "early-fee",
		.direction = MONEY_OUT,
		.status = LINE_MISSING,
		.basis = "contract.value is not given",
		.date = DATE_NONE,
		.path = "acme.yaml",
		.line = 10};
	drafted->money[2] = (struct plan_money){.item = "budget",
		.direction = MONEY_INFO,
		.status = LINE_NOT_APPLICABLE,
		.date = DATE_NONE};
	drafted->money[3] = (struct plan_money){.item = "credit",
		.direction = MONEY_IN,
		.amount = usd(50000),
		.basis = "500.00 USD",
		.entitled = true,
		.disputed = true,
		.date = DATE_NONE,
		.ref = "incident:INC-7",
		.path = "acme.yaml",
		.line = 60};
	drafted->totals[0] = (struct plan_total){.currency = "USD",
		.in = usd(50000),
		.out = usd(0),
		.net = usd(50000),
		.ask = usd(703562),
		.missing = true};
	drafted->costs[0] = (struct plan_cost){"USD", usd(100), usd(200), usd(300), {0}};
}

static void draft_care(struct drafted *drafted)
{
	drafted->coverage[0] = (struct plan_coverage){.record = "function:booking",
		.title = "Booking of rooms",
		.task = "cutover",
		.owner = "li",
		.end = day("2027-01-01"),
		.path = "acme.yaml",
		.line = 27};
	drafted->coverage[1] = (struct plan_coverage){
		.record = "data:orders", .end = DATE_NONE, .path = "acme.yaml", .line = 31};
	drafted->communications[0] = (struct plan_communication){
		"us", "gate", day("2026-06-05"), "dana", "We plan to end our contract."};
	drafted->communications[1] = (struct plan_communication){
		"customers", "announce-customers", day("2026-07-07"), NULL, "Nothing changes."};
	drafted->fair[0] =
		(struct plan_fair){"owed", "reward:#1", "1000.00 USD unpaid", "acme.yaml", 70};
	drafted->conditions[0] =
		(struct plan_condition){"two clean quarters", "blame-shifting", "acme.yaml", 80};
	drafted->reentry = (struct plan_reentry){
		.details = DRAFT_ROWS(drafted->conditions), .review = day("2027-06-29")};
	drafted->items[0] =
		(struct plan_item){"exit reason", "EBA 108", PLAN_ITEM_MISSING, "acme.yaml", 25};
	drafted->items[1] = (struct plan_item){
		"termination", "DORA 30(2)(h)", PLAN_ITEM_NOT_APPLICABLE, NULL, 0};
}

static void draft_warnings(struct drafted *drafted)
{
	drafted->warnings[0] = (struct plan_warning){"X27", "no-reentry", "note",
		"no way back is written down", DATE_NONE, "acme.yaml", 25};
	drafted->warnings[1] = (struct plan_warning){"X05", "alternative-untested", "error",
		"no alternative was tested", DATE_NONE, "acme.yaml", 28};
	drafted->warnings[2] = (struct plan_warning){"X26", "untested", "warning",
		"nobody has rehearsed the plan", day("2026-09-30"), "acme.yaml", 25};
}

void draft_plan(struct drafted *drafted)
{
	*drafted = (struct drafted){.source = {1, "acme.yaml", NULL},
		.other = {PLAN_STRESSED, day("2027-05-03"), false, 60}};
	draft_decision(drafted);
	draft_clock(drafted);
	draft_tasks(drafted);
	draft_money(drafted);
	draft_care(drafted);
	draft_warnings(drafted);
	drafted->plan = (struct exit_plan){.partner = "acme",
		.name = "Acme",
		.kind = "vendor",
		.owner = "dana",
		.as_of = day("2026-06-30"),
		.source = &drafted->source,
		.reason = "contingency",
		.fair = true,
		.start = day("2026-06-30"),
		.decision = &drafted->decision,
		.clock = &drafted->clock,
		.tasks = DRAFT_ROWS(drafted->tasks),
		.cutover = day("2027-01-01"),
		.finish = day("2027-02-28"),
		.fits = true,
		.other = &drafted->other,
		.money = DRAFT_ROWS(drafted->money),
		.totals = DRAFT_ROWS(drafted->totals),
		.cost_to_end_of_life = DRAFT_ROWS(drafted->costs),
		.coverage = DRAFT_ROWS(drafted->coverage),
		.communications = DRAFT_ROWS(drafted->communications),
		.fair_record = DRAFT_ROWS(drafted->fair),
		.reentry = &drafted->reentry,
		.completeness = DRAFT_ROWS(drafted->items),
		.warnings = DRAFT_ROWS(drafted->warnings),
		.card = &drafted->card};
}

/* ---- what stands in them ---- */

#define TEN "éééééééééé"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

const char *hostile_length(void)
{
	return HUNDRED HUNDRED HUNDRED;
}

struct buffer drafted_as(const struct exit_plan *plan, void (*head)(struct buffer *),
	void (*put)(struct buffer *, const struct exit_plan *), void (*end)(struct buffer *))
{
	struct buffer out = {0};

	if (head)
		head(&out);
	put(&out, plan);
	if (end)
		end(&out);
	return out;
}
