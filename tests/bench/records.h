/**
 * One writer for each list of a partner file: it writes the item i of the open list.
 * Dates agree with each other, and every id that is referred to exists.
 */
#ifndef TESTS_BENCH_RECORDS_H
#define TESTS_BENCH_RECORDS_H

#include "emit.h"
#include "words.h"

static const struct person *our_person(const struct gen *g, unsigned i)
{
	return &OUR_PEOPLE[(g->index * 3 + i) % LENGTH(OUR_PEOPLE)];
}

/** Id of the i-th of the partner's people; 23 and 25 share no factor, so few ids repeat. */
static struct text their_id(const struct gen *g, unsigned i)
{
	const char *first = FIRST_NAMES[(g->index + i * 7) % LENGTH(FIRST_NAMES)];
	const char *last = LAST_NAMES[(g->index + i * 5) % LENGTH(LAST_NAMES)];
	struct text id;

	snprintf(id.s, sizeof(id.s), "%s-%s", first, last);
	return id;
}

static struct text name_of(struct text id)
{
	char *dash = strchr(id.s, '-');

	id.s[0] = (char)(id.s[0] - 'a' + 'A');
	dash[0] = ' ';
	dash[1] = (char)(dash[1] - 'a' + 'A');
	return id;
}

/** Our sponsor comes first; the others are the partner's, and only the fifth may have left. */
static void write_person(struct gen *g, unsigned i)
{
	if (i == 0) {
		put(g, "id", "%s", OUR_PEOPLE[SPONSOR].id);
		put(g, "sponsor", "true");
		return;
	}
	struct text id = their_id(g, i - 1);

	put(g, "id", "%s", id.s);
	put(g, "name", "%s", name_of(id).s);
	put(g, "side", "partner");
	put(g, "role", "%s", PICK(g, ROLES));
	put(g, "email", "%s@p%u.example", id.s, g->index);
	if (i < 3)
		put(g, "escalation", "%u", i);
	if (i == 4 && chance(g, 30))
		put_date(g, "left", slot(g, g->start, g->last, 0, 1));
}

static void put_observations(struct gen *g, long from, long to, unsigned target)
{
	unsigned n = between(g, 2, 4);

	put_key(g, "observations");
	for (unsigned i = 0; i < n; i++) {
		long day = slot(g, from, to, i, n);
		unsigned share = g->quality / 2 + between(g, 20, 60);

		fprintf(g->out, "\n      - {date: %s, value: %u", date_text(day).s,
			target * share * (i + 1) / (100 * n));
		if (chance(g, 40))
			fprintf(g->out, ", evidence: [https://wiki.example.com/g%u/%u]", g->goals,
				i + 1);
		fputc('}', g->out);
	}
}

/** The first goal is for both sides and still running: no tier may lack such a one. */
static void write_goal(struct gen *g, unsigned i)
{
	long start = slot(g, g->start, (g->start + g->last) / 2, 0, 1);
	long due = i == 0 ? TODAY + between(g, 30, 360) : start + between(g, 200, 540);
	unsigned target = between(g, 5, 40) * 10;

	g->goals = i + 1;
	put(g, "id", "G-%u", i + 1);
	put(g, "title", "%s", PICK(g, GOAL_TITLES));
	put(g, "kind", "%s", PICK(g, GOAL_KINDS));
	put(g, "for", "%s", i == 0 ? "both" : PICK(g, SIDES));
	if (well(g))
		put_date(g, "shared", start + 5);
	if (chance(g, 20))
		put(g, "stretch", "true");
	put_date(g, "start", start);
	put_date(g, "due", due);
	put(g, "baseline", "0");
	put(g, "target", "%u", target);
	put(g, "unit", "\"%s\"", PICK(g, UNITS));
	put(g, "weight", "%u", between(g, 1, 3));
	put_dates(g, "reviewed", start, g->last, between(g, 1, 3));
	put_observations(g, start, due < g->last ? due : g->last, target);
}

static void put_settlement(struct gen *g, long from)
{
	long claimed = from + between(g, 2, 20);
	long settled = claimed + between(g, 5, 40);

	if (claimed <= g->last)
		put_date(g, "claimed", claimed);
	if (settled <= g->last)
		put_date(g, "settled", settled);
}

static void put_move(struct gen *g, long on, long to)
{
	put(g, "moved", "[{on: %s, to: %s, asked_by: %s}]", date_text(on).s, date_text(to).s,
		PICK(g, SIDES));
}

static void write_milestone(struct gen *g, unsigned i)
{
	long promised = slot(g, g->start, g->last, i, g->items);
	long due = promised + between(g, 60, 150);
	bool late = !well(g);
	long delivered = late ? due + between(g, 5, 80) : due - between(g, 0, 20);

	g->milestones = i + 1;
	put(g, "id", "M-%u", i + 1);
	put(g, "title", "%s", PICK(g, MILESTONE_TITLES));
	put(g, "by", "%s", chance(g, 75) ? "partner" : "us");
	put(g, "kind", "%s", PICK(g, MILESTONE_KINDS));
	put_date(g, "promised", promised);
	put_date(g, "due", due);
	if (promised + 40 <= g->last && chance(g, 25))
		put_move(g, promised + 40, due + 30);
	if (delivered <= g->last)
		put_date(g, "delivered", delivered);
	if (chance(g, 60)) {
		put_money(g, "penalty", between(g, 2, 20) * 500);
		if (late && delivered <= g->last)
			put_settlement(g, delivered);
	}
	if (chance(g, 50))
		put(g, "evidence", "[https://tracker.example.com/%u]", between(g, 100, 99999));
}

/** Minutes that a step takes whose limit is given: within it when things go well. */
static unsigned step_minutes(struct gen *g, unsigned limit)
{
	unsigned percent = well(g) ? between(g, 10, 95) : between(g, 105, 300);

	return limit * percent / 100 + 1;
}

static void put_conduct(struct gen *g)
{
	bool good = well(g);

	put(g, "ownership", "%s", good ? "owned" : chance(g, 60) ? "partly" : "deflected");
	put(g, "effort", "%s", chance(g, 50) ? "normal" : good ? "surged" : "minimal");
	put(g, "availability", "%s", chance(g, 50) ? "prompt" : good ? "immediate" : "declined");
}

static void write_incident(struct gen *g, unsigned i)
{
	const char *severity = PICK(g, SEVERITIES);
	const struct level *level = &LEVELS[severity[0] - '1'];
	long midnight = slot(g, g->start, g->last - 3, i, g->items) * DAY_MINUTES;
	long opened = midnight + between(g, 0, DAY_MINUTES - 1);
	long acknowledged = opened + step_minutes(g, level->acknowledge_min);
	long resolved = acknowledged + step_minutes(g, level->resolve_min);
	long day = resolved / DAY_MINUTES;

	g->incidents = i + 1;
	put(g, "id", "INC-%u", i + 1);
	put(g, "title", "%s", PICK(g, INCIDENT_TITLES));
	put(g, "severity", "%s", severity);
	put(g, "cause", "%s", PICK(g, CAUSES));
	put(g, "opened", "%s", time_text(opened).s);
	if (acknowledged / DAY_MINUTES <= g->last)
		put(g, "acknowledged", "%s", time_text(acknowledged).s);
	if (day <= g->last)
		put(g, "resolved", "%s", time_text(resolved).s);
	put_conduct(g);
	if (day + 6 <= g->last && well(g))
		put_date(g, "debriefed", day + 6);
	if (chance(g, 30))
		put_money(g, "credit", between(g, 1, 9) * 100);
	if (chance(g, 40))
		put(g, "customers", "%u", between(g, 1, 400));
	if (chance(g, 50))
		put(g, "evidence", "[https://status.example.com/%u]", between(g, 100, 99999));
}

static void write_touchpoint(struct gen *g, unsigned i)
{
	const char *kind = PICK(g, TOUCHPOINT_KINDS);
	const char *ours = our_person(g, below(g, 4))->id;

	put_date(g, "date", slot(g, g->start, g->last, i, g->items));
	put(g, "kind", "%s", kind);
	put(g, "initiated_by", "%s", PICK(g, SIDES));
	put(g, "people", "[%s, %s]", ours, their_id(g, below(g, 2)).s);
	if (strcmp(kind, "review") == 0)
		put(g, "goals", "[G-%u]", between(g, 1, g->goals));
	if (chance(g, 60))
		put(g, "note", "%s", PICK(g, TOUCHPOINT_NOTES));
}

static void write_exchange(struct gen *g, unsigned i)
{
	put_date(g, "date", slot(g, g->start, g->last, i, g->items));
	put(g, "direction", "%s", PICK(g, DIRECTIONS));
	put(g, "kind", "%s", PICK(g, EXCHANGE_KINDS));
	put(g, "count", "%u", between(g, 1, 12));
	put_money(g, "value", between(g, 1, 80) * 250);
}

/** The last line is what leaving would cost. */
static void write_cost(struct gen *g, unsigned i)
{
	bool leaving = i + 1 == g->items;
	unsigned forecast = between(g, 10, 300) * 100;
	unsigned percent = well(g) ? between(g, 96, 105) : between(g, 108, 140);

	put(g, "kind", "%s", leaving ? "exit" : COST_KINDS[i]);
	if (!leaving) {
		put_date(g, "from", g->start + 30 * (long)i);
		put_date(g, "to", TODAY + 1460);
	}
	put_money(g, "forecast", forecast);
	if (!leaving)
		put_money(g, "actual", forecast * percent / 100);
	put(g, "per", "%s", leaving ? "once" : i % 2 ? "quarter" : "month");
}

static void write_feedback(struct gen *g, unsigned i)
{
	long day = slot(g, g->start, g->last, i, g->items);
	long answered = day + between(g, 2, 40);

	put_date(g, "date", day);
	put(g, "from", "%s", SIDES[(i + 1) % 2]);
	put(g, "about", "%s", PICK(g, FEEDBACK_ABOUT));
	put(g, "text", "\"%s\"", PICK(g, FEEDBACK_TEXTS));
	if (answered <= g->last)
		put_date(g, "answered", answered);
}

static void write_conversation(struct gen *g, unsigned i)
{
	long day = slot(g, g->start, g->last, i, g->items);

	put_date(g, "date", day);
	put(g, "kind", "%s", PICK(g, CONVERSATION_KINDS));
	put(g, "said", "[%s, %s]", SIGNS[i], SIGNS[2 + g->index % 4]);
	put(g, "agreed", "%s", PICK(g, AGREEMENTS));
	put_date(g, "review", day + 60);
	if (day + 60 <= g->last)
		put(g, "outcome", "%s", PICK(g, OUTCOMES));
}

/** Scores in halves round one level; the second always differs from the first. */
static void put_scores(struct gen *g)
{
	unsigned n = between(g, 4, LENGTH(CRITERIA));
	unsigned first = 0;

	put(g, "scores", "{");
	for (unsigned i = 0; i < n; i++) {
		unsigned halves = 2 + g->quality * 6 / 100 + below(g, 3);

		if (i == 0)
			first = halves;
		else if (i == 1 && halves == first)
			halves = first < 10 ? first + 1 : first - 1;
		fprintf(g->out, "%s%s: %u%s", i > 0 ? ", " : "", CRITERIA[i], halves / 2,
			halves % 2 ? ".5" : "");
	}
	fputc('}', g->out);
}

/** Every fourth rating is the partner's of us; ourselves are rated by our own people only. */
static void write_rating(struct gen *g, unsigned i)
{
	bool self = strcmp(g->kind, "self") == 0;
	bool theirs = i % 4 == 3 && !self;

	put_date(g, "date", slot(g, g->last - 170, g->last, i, g->items));
	put(g, "by", "%s", theirs ? their_id(g, 0).s : our_person(g, i)->id);
	put(g, "of", "%s", theirs || self ? "us" : "partner");
	put_scores(g);
	put(g, "evidence", "[goal:G-%u", between(g, 1, g->goals));
	fprintf(g->out, ", milestone:M-%u", between(g, 1, g->milestones));
	if (g->incidents > 0)
		fprintf(g->out, ", incident:INC-%u", between(g, 1, g->incidents));
	fputc(']', g->out);
}

static void write_metric(struct gen *g, unsigned i)
{
	put(g, "id", "%s", i == 0 ? "uptime" : "answer-days");
	put(g, "title", "%s", i == 0 ? "Share of minutes in service" : "Days until an answer");
	put(g, "unit", "%s", i == 0 ? "percent" : "days");
	put_key(g, "observations");
	for (unsigned k = 0; k < 5; k++) {
		long day = slot(g, g->start, g->last, k, 5);

		fprintf(g->out, "\n      - {date: %s, value: %u.%02u}", date_text(day).s,
			i == 0 ? 99U : 4U, between(g, 0, 99));
	}
}

static void write_dispute(struct gen *g, unsigned i)
{
	long on = g->last - between(g, 40, 90);

	put(g, "record", "milestone:M-%u", i + 1);
	put(g, "by", "partner");
	put_date(g, "on", on);
	put(g, "reason", "\"The delay was agreed in a call, and nobody wrote it down.\"");
	if (chance(g, 50)) {
		put_date(g, "settled", on + 30);
		put(g, "upheld", "%s", chance(g, 30) ? "true" : "false");
	}
}

static void write_exception(struct gen *g, unsigned i)
{
	put(g, "mute", "%s", SIGNS[i]);
	put(g, "reason", "\"The new account manager starts in autumn.\"");
	put(g, "by", "%s", our_person(g, 0)->id);
	put_date(g, "until", TODAY + between(g, 30, 120));
}

static void write_document(struct gen *g, unsigned i)
{
	long issued = slot(g, g->last - 160, g->last, i, g->items);

	put(g, "id", "D-%u", i + 1);
	put(g, "kind", "%s", DOCUMENT_KINDS[i]);
	put_date(g, "issued", issued);
	put_date(g, "expires", issued + 365);
	put(g, "by", "%s", our_person(g, i)->id);
	put(g, "link", "https://files.example.com/p%u/d%u.pdf", g->index, i + 1);
}

static void write_invoice(struct gen *g, unsigned i)
{
	long day = slot(g, g->start, g->last, i, g->items);
	long paid = well(g) ? day + between(g, 10, 30) : day + between(g, 31, 70);

	put(g, "id", "F-%u", 1000 + i);
	put_date(g, "date", day);
	put_date(g, "due", day + 30);
	put_money(g, "amount", between(g, 10, 200) * 50);
	if (paid <= g->last)
		put_date(g, "paid", paid);
}

static void write_supplier(struct gen *g, unsigned i)
{
	put(g, "name", "%s", SUPPLIERS[(g->index + i) % LENGTH(SUPPLIERS)]);
	put(g, "location", "%s", PICK(g, LOCATIONS));
	put(g, "critical", "%s", i == 0 ? "true" : "false");
	put_date(g, "from", g->start);
}

#endif
