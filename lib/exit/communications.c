/*
 * Who is told that we leave, when, by whom, and first words for it (E6). Why we leave is for the
 * talk with the partner: no draft speaks of it.
 */
#include "leaving.h"

/* A kind of people who are told. */
struct audience {
	const char *name;
	const char *task;                                             /* that tells them */
	const struct person *(*owner)(const struct leaving *leaving); /* NULL: the file's */
	void (*draft)(struct buffer *draft, const struct leaving *leaving, const char *owner);
};

/* ---- who tells them ---- */

static const struct person *find_sponsor(const struct leaving *leaving)
{
	EACH (struct person, person, leaving->partner->people)
		if (HAS(person->id) && WORD_OR(person->side, SIDE_US) == SIDE_US &&
			IS_SET(person->sponsor) && !view_by(leaving->view, person->left))
			return person;
	return NULL;
}

static const struct person *find_customers_owner(const struct leaving *leaving)
{
	static const int roles[] = {ROLE_CUSTOMER_SUCCESS, ROLE_SALES, -1};

	return leaving_person_in(leaving, SIDE_US, roles);
}

static const struct person *find_public_owner(const struct leaving *leaving)
{
	static const int roles[] = {ROLE_MARKETING, -1};

	return leaving_person_in(leaving, SIDE_US, roles);
}

/* The person's id, NULL for who has left; somebody unknown is taken at the file's word. */
static const char *unless_left(const struct leaving *leaving, const char *id)
{
	const struct person *person = leaving_person(leaving, id);

	return person && view_by(leaving->view, person->left) ? NULL : id;
}

/* Whom the file names for the task goes before who mostly does it. */
static const char *owner_of(const struct leaving *leaving, const struct audience *audience)
{
	const struct step *step = schedule_find(&leaving->schedule, audience->task);
	const char *own = step && step->own ? unless_left(leaving, step->own->owner.text) : NULL;
	const struct person *person = audience->owner ? audience->owner(leaving) : NULL;

	if (own)
		return own;
	return person ? person->id.text : unless_left(leaving, leaving->partner->owner.text);
}

/* ---- what they are told ---- */

/* A clause that ends with a day; nothing when that is not known. */
static void put_until(struct buffer *draft, const char *clause, int32_t date)
{
	if (date == DATE_NONE)
		return;
	buffer_puts(draft, clause);
	date_put(draft, date);
}

static void draft_for_us(struct buffer *draft, const struct leaving *leaving, const char *owner)
{
	const struct person *person = leaving_person(leaving, owner);

	buffer_printf(draft, "We plan to end our contract with %s", leaving->partner->name.text);
	put_until(draft, " on ", leaving->last_day);
	if (owner)
		buffer_printf(draft, ". %s leads",
			person && HAS(person->name) ? person->name.text : owner);
	else
		buffer_puts(draft, ". We lead");
	put_until(draft, "; please promise nothing before ", leaving_end(leaving, "notice-sent"));
	buffer_putc(draft, '.');
}

/* A stressed plan has no joint plan. */
static void draft_for_partner(
	struct buffer *draft, const struct leaving *leaving, const char *owner)
{
	int32_t since = view_since(leaving->view);

	(void)owner;
	buffer_puts(draft, "We will not continue");
	put_until(draft, " beyond ", leaving->last_day);
	buffer_puts(draft, ". Thank you for the work");
	put_until(draft, " since ", since <= leaving->view->as_of ? since : DATE_NONE);
	put_until(draft, ". We would like to agree an exit plan by ",
		leaving_end(leaving, "joint-plan"));
	buffer_putc(draft, '.');
}

static const char *function_name(const struct exit_function *function)
{
	return HAS(function->title) ? function->title.text : function->id.text;
}

/* Appends `A, B and C`; returns how many they are. */
static size_t put_functions(struct buffer *draft, const struct exit_record *exit)
{
	const char *last = NULL;
	size_t n = 0;

	EACH (struct exit_function, function, exit->functions) {
		const char *name = function_name(function);

		if (!name)
			continue;
		if (last)
			buffer_printf(draft, "%s%s", n > 1 ? ", " : "", last);
		last = name;
		n++;
	}
	if (last)
		buffer_printf(draft, "%s%s", n > 1 ? " and " : "", last);
	return n;
}

static void draft_for_customers(
	struct buffer *draft, const struct leaving *leaving, const char *owner)
{
	size_t n;

	(void)owner;
	put_until(draft, "From ", leaving->cutover);
	buffer_puts(draft, leaving->cutover == DATE_NONE ? "In future, " : " on, ");
	n = put_functions(draft, leaving->exit);
	if (!n)
		buffer_puts(draft, "the service");
	buffer_puts(draft, n > 1 ? " come from another source." : " comes from another source.");
	put_until(draft, " Until ", leaving_start(leaving, "migration"));
	if (leaving_start(leaving, "migration") != DATE_NONE)
		buffer_puts(draft, " nothing changes.");
}

static void draft_for_public(struct buffer *draft, const struct leaving *leaving, const char *owner)
{
	(void)owner;
	buffer_printf(draft, "%s and we end our cooperation", leaving->partner->name.text);
	put_until(draft, " on ", leaving->last_day);
	buffer_putc(draft, '.');
}

/* ---- all ---- */

static const struct audience audiences[] = {
	{"us", "announce-us", NULL, draft_for_us},
	{"partner", "notice-sent", find_sponsor, draft_for_partner},
	{"customers", "announce-customers", find_customers_owner, draft_for_customers},
	{"public", "announce-public", find_public_owner, draft_for_public},
};

static struct plan_communication make_row(
	const struct leaving *leaving, const struct audience *audience)
{
	const char *owner = owner_of(leaving, audience);
	struct buffer draft = {0};

	if (!leaving->talk)
		buffer_puts(&draft, "[talk first] ");
	audience->draft(&draft, leaving, owner);
	return (struct plan_communication){
		.audience = audience->name,
		.task = audience->task,
		.date = leaving_end(leaving, audience->task),
		.owner = owner,
		.draft = buffer_keep(&draft, leaving->arena),
	};
}

/* Whose task is dropped is not told. */
struct array plan_communications(const struct leaving *leaving)
{
	struct plan_communication *rows =
		arena_array(leaving->arena, COUNT_OF(audiences), sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(audiences); i++)
		if (!leaving->schedule.sound ||
			schedule_find(&leaving->schedule, audiences[i].task))
			rows[n++] = make_row(leaving, &audiences[i]);
	return (struct array){rows, n};
}
