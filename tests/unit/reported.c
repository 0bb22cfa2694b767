#include "reported.h"

#include <math.h>

#include "measured.h"
#include "partner/policy.h"

/* In order of date; what is past comes first. */
static void write_events(struct reported *reported)
{
	const struct card_event events[] = {
		{EVENT_CONVERSATION_REVIEW, day("2026-06-29"), day("2026-03-01"), "zeta.yaml", 90,
			"conversation:#1"},
		{EVENT_PLAN_REVIEW, DATE_NONE, DATE_NONE, "zeta.yaml", 80, "plan"},
		{EVENT_CONVERSATION_REVIEW, day("2026-06-30"), day("2026-05-12"), "zeta.yaml", 95,
			"conversation:#1"},
		{EVENT_SEND_BY, day("2026-09-29"), day("2026-12-31"), "zeta.yaml", 20, "contract"},
		{EVENT_PLAN_REVIEW, day("2026-12-31"), DATE_NONE, "zeta.d/plan.yaml", 3, "plan"},
		{EVENT_TERM_END, day("2026-12-31"), day("2026-12-31"), "zeta.yaml", 18, "contract"},
		{EVENT_NOTICE_OPENS, day("2026-07-01"), day("2026-12-31"), NULL, 0, "contract"},
	};

	for (size_t i = 0; i < COUNT_OF(events); i++)
		reported->events[i] = events[i];
	reported->reentry[0] = (struct card_event){
		EVENT_REENTRY, day("2026-12-31"), DATE_NONE, "gone.yaml", 66, "exit"};
}

static void write_facts(struct reported *reported)
{
	reported->facts = (struct card_facts){
		.owner = "dana",
		.owner_name = "Dana Fox",
		.spend = {12000000, currency_find("USD", 3)},
		.notice_earliest = DATE_NONE,
		.send_by = day("2026-09-29"),
		.next_term_end = DATE_NONE,
		.alternative_tested = DATE_NONE,
		.praised = DATE_NONE,
		.events = {reported->events, COUNT_OF(reported->events)},
	};
	reported->ended = (struct card_facts){
		.notice_earliest = DATE_NONE,
		.send_by = DATE_NONE,
		.next_term_end = DATE_NONE,
		.alternative_tested = DATE_NONE,
		.praised = DATE_NONE,
		.events = {reported->reentry, COUNT_OF(reported->reentry)},
	};
	reported->mirror = (struct card_mirror){68, 60, 75, 0.6, "C"};
}

/* Of which nothing is known. */
static struct member member_of(const char *partner, const char *name, const char *path)
{
	return (struct member){
		.partner = partner,
		.name = name,
		.kind = "vendor",
		.as_of = day("2026-06-30"),
		.ended = DATE_NONE,
		.path = path,
		.line = 1,
		.score = NAN,
		.low = NAN,
		.high = NAN,
		.grade = "-",
		.standing = STANDING_GATHER,
		.term_end = DATE_NONE,
	};
}

static void write_zeta(struct reported *reported)
{
	struct member *zeta = &reported->zeta;

	*zeta = member_of("zeta", "Zeta", "zeta.yaml");
	zeta->tier = "strategic";
	zeta->criticality = "critical";
	zeta->score = 72.4;
	zeta->low = 66.1;
	zeta->high = 78.7;
	zeta->coverage = 0.87;
	zeta->grade = "B";
	zeta->graded = true;
	zeta->standing = STANDING_TALK;
	zeta->reason = "critical sign blame-shifting";
	zeta->heard[SIGN_CRITICAL] = 1;
	zeta->heard[SIGN_WARNING] = 2;
	zeta->muted = 3;
	zeta->mirror = &reported->mirror;
	zeta->term_end = day("2026-12-31");
	zeta->facts = &reported->facts;
}

void report_write(struct reported *reported)
{
	*reported = (struct reported){0};
	write_events(reported);
	write_facts(reported);
	write_zeta(reported);
	reported->beta = member_of("beta", "Beta", "beta.yaml");
	reported->gone = member_of("gone", "Gone", "gone.yaml");
	reported->gone.ended = day("2026-05-31");
	reported->gone.standing = STANDING_NONE;
	reported->gone.facts = &reported->ended;
	reported->partners[0] = &reported->zeta;
	reported->partners[1] = &reported->beta;
	reported->gones[0] = &reported->gone;
	reported->portfolio.as_of = reported->report.as_of = day("2026-06-30");
	reported->portfolio.since = reported->report.since = day("2026-03-30");
	reported->portfolio.partners = (struct members){reported->partners, 2};
	reported->portfolio.ended = (struct members){reported->gones, 1};
	reported->report.source = &reported->portfolio;
}
