/* On what terms we would come back: what the file says, and what the signs ask for (E6). */
#include "leaving.h"

/* A condition that follows from a sign. */
struct remedy_case {
	const struct leaving *leaving;
	const struct card_sign *sign;
	const struct sign_rule *rule; /* its parameters */
	struct buffer text;
};

typedef void condition_fn(struct remedy_case *remedy);

/* ---- a text for each sign ---- */

static void ask_ownership(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "no incident deflected for 12 months");
}

static void ask_help(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "no help declined in a severe incident for 12 months");
}

static void put_records(struct remedy_case *remedy)
{
	const struct card_reference *records = remedy->sign->records.items;

	for (size_t i = 0; i < remedy->sign->records.n; i++)
		buffer_printf(&remedy->text, "%s%s", i ? ", " : ": ", records[i].ref);
}

static void ask_promises(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "old promises settled");
	put_records(remedy);
}

static void ask_remedies(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "remedies settled");
	put_records(remedy);
}

static void put_span(struct remedy_case *remedy, struct duration span)
{
	char text[16];

	buffer_puts(&remedy->text, duration_format(span, text));
}

static void ask_debriefing(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "each severe incident debriefed within ");
	put_span(remedy, remedy->rule->after.duration);
}

static void ask_attention(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "they get in touch in 4 quarters running");
}

static void ask_dates(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "no date moved a second time for 12 months");
}

static void ask_balance(struct remedy_case *remedy)
{
	buffer_printf(&remedy->text, "balance of give and take at least %.15g",
		remedy->rule->below.value);
}

static void ask_meetings(struct remedy_case *remedy)
{
	static const struct duration usual = {3, DURATION_MONTHS};
	const struct duration_field *cadence = &remedy->leaving->partner->cadence;

	buffer_puts(&remedy->text, "in touch at least every ");
	put_span(remedy, HAS(*cadence) ? cadence->duration : usual);
}

static void ask_rise(struct remedy_case *remedy)
{
	buffer_puts(&remedy->text, "slope of their score at least 0 points a quarter");
}

static void ask_ourselves(struct remedy_case *remedy)
{
	buffer_printf(&remedy->text, "our own score at least %.15g", remedy->rule->below.value);
}

static const struct {
	const char *sign;
	condition_fn *put;
} askings[] = {
	{"blame-shifting", ask_ownership},
	{"not-convenient", ask_help},
	{"futures-over-present", ask_promises},
	{"unclaimed-remedy", ask_remedies},
	{"silent-after-fire", ask_debriefing},
	{"renewal-only-attention", ask_attention},
	{"unrealistic-timeline", ask_dates},
	{"one-way-street", ask_balance},
	{"no-meetings", ask_meetings},
	{"winding-down", ask_rise},
	{"our-side-failing", ask_ourselves},
};

/* ---- all ---- */

/* Conditions as they are made: the texts alone, and with their places. */
struct terms {
	const char **texts;
	struct plan_condition *rows;
	size_t n;
};

static void add_condition(struct terms *terms, struct plan_condition condition)
{
	terms->texts[terms->n] = condition.text;
	terms->rows[terms->n++] = condition;
}

static const struct card_sign *find_sign(const struct scorecard *card, const char *id)
{
	const struct card_sign *signs = card->signs.items;

	for (size_t i = 0; i < card->signs.n; i++)
		if (strcmp(signs[i].sign, id) == 0)
			return &signs[i];
	return NULL;
}

/* That of the policy; a sign that is raised has one, with all of its parameters. */
static const struct sign_rule *find_rule(const struct rules *rules, const char *sign)
{
	EACH (struct sign_rule, rule, rules->signs)
		if (strcmp(rule->sign.text, sign) == 0)
			return rule;
	return NULL;
}

static void add_signs(struct terms *terms, const struct leaving *leaving)
{
	for (size_t i = 0; i < COUNT_OF(askings); i++) {
		struct remedy_case remedy = {
			.leaving = leaving,
			.sign = find_sign(leaving->card, askings[i].sign),
			.rule = find_rule(leaving->view->rules, askings[i].sign),
		};

		if (!remedy.sign || !remedy.rule || remedy.sign->muted != DATE_NONE)
			continue;
		askings[i].put(&remedy);
		add_condition(terms,
			(struct plan_condition){.text = buffer_keep(&remedy.text, leaving->arena),
				.sign = remedy.sign->sign});
	}
}

static void add_own(struct terms *terms, const struct exit_reentry *reentry)
{
	EACH (struct text_field, text, reentry->conditions)
		if (HAS(*text))
			add_condition(terms,
				(struct plan_condition){.text = text->text,
					.path = reentry->head.path,
					.line = text->leaf.at.line});
}

const struct plan_reentry *plan_reentry(const struct leaving *leaving)
{
	const struct exit_reentry *own = &leaving->exit->reentry;
	struct plan_reentry *row = ARENA_NEW(leaving->arena, struct plan_reentry);
	size_t most = own->conditions.list.n + COUNT_OF(askings) + 1;
	struct terms terms = {
		.texts = arena_array(leaving->arena, most, sizeof(*terms.texts)),
		.rows = arena_array(leaving->arena, most, sizeof(*terms.rows)),
	};

	add_own(&terms, own);
	add_signs(&terms, leaving);
	add_condition(&terms,
		(struct plan_condition){
			.text = arena_printf(leaving->arena, "their score at least %.15g",
				leaving->view->rules->standing.talk_below.value)});
	row->conditions = (struct array){terms.texts, terms.n};
	row->details = (struct array){terms.rows, terms.n};
	row->review = leaving_start(leaving, "reentry-review");
	return row;
}
