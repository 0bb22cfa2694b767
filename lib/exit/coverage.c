/* What must not break, and the task that sees to it (E5). */
#include "leaving.h"

/* The tasks that see to something. */
enum keeper {
	KEEPER_CUTOVER,
	KEEPER_EXPORT,
	KEEPER_DELETION,
	KEEPER_REVOKE,
	KEEPER_CLOSURE,
	KEEPER_MIGRATION,
	KEEPER_TRANSFER,
	KEEPER_ALTERNATIVE,
	KEEPER_GO,
	KEEPERS
};

static const char *const keeper_tasks[] = {
	[KEEPER_CUTOVER] = "cutover",
	[KEEPER_EXPORT] = "final-export",
	[KEEPER_DELETION] = "deletion",
	[KEEPER_REVOKE] = "revoke-access",
	[KEEPER_CLOSURE] = "closure",
	[KEEPER_MIGRATION] = "migration",
	[KEEPER_TRANSFER] = "knowledge-transfer",
	[KEEPER_ALTERNATIVE] = "alternative-ready",
	[KEEPER_GO] = "go-no-go",
};

/* Rows as they are made. */
struct cover {
	const struct leaving *leaving;
	const struct step *steps[KEEPERS]; /* NULL: does not take place */
	struct plan_coverage *rows;
	size_t n;
};

/* Something that must not break. */
struct subject {
	const char *name; /* of its kind of record */
	const char *id;   /* NULL: it goes by its place */
	const char *title;
	const char *owner; /* of its own; NULL: that of the task */
	const struct head *head;
};

static const char *reference_of(struct arena *arena, const struct subject *subject)
{
	if (subject->id)
		return arena_printf(arena, "%s:%s", subject->name, subject->id);
	return arena_printf(arena, "%s:#%u", subject->name, (unsigned)subject->head->place);
}

static struct plan_coverage *cover_by(
	struct cover *cover, const struct subject *subject, enum keeper keeper)
{
	const struct step *step = cover->steps[keeper];
	struct plan_coverage *row = &cover->rows[cover->n++];

	*row = (struct plan_coverage){
		.record = reference_of(cover->leaving->arena, subject),
		.title = subject->title,
		.task = step ? step->id : NULL,
		.owner = subject->owner || !step ? subject->owner : step->owner,
		.end = step ? step->end : DATE_NONE,
		.done = step && step->done != DATE_NONE,
		.path = subject->head->path,
		.line = subject->head->leaf.at.line,
	};
	return row;
}

/* The record itself says that it is seen to. */
static void put_done(const struct cover *cover, struct plan_coverage *row, struct date_field day)
{
	if (!view_by(cover->leaving->view, day))
		return;
	row->done = true;
	row->end = day.date;
}

/* ---- each kind of record ---- */

static void cover_functions(struct cover *cover)
{
	EACH (struct exit_function, function, cover->leaving->exit->functions)
		cover_by(cover,
			&(struct subject){.name = "function",
				.id = function->id.text,
				.title = function->title.text,
				.head = &function->head},
			KEEPER_CUTOVER);
}

/*
 * What the law holds on to is not deleted. What is deleted needs no export any more, if there
 * was a good one; before that, one is found good long before it is the final one.
 */
static void cover_data(struct cover *cover)
{
	EACH (struct exit_data, data, cover->leaving->exit->data) {
		struct subject subject = {
			"data", data->id.text, data->title.text, data->owner.text, &data->head};
		struct plan_coverage *export = cover_by(cover, &subject, KEEPER_EXPORT);

		if (view_by(cover->leaving->view, data->deleted))
			put_done(cover, export, data->verified);
		if (!IS_SET(data->legal_hold))
			put_done(cover, cover_by(cover, &subject, KEEPER_DELETION), data->deleted);
	}
}

/* Where nobody says whose access it is, it is the partner's: theirs is what could harm us. */
static void cover_access(struct cover *cover)
{
	EACH (struct exit_access, access, cover->leaving->exit->access) {
		bool ours = WORD_OR(access->holder, SIDE_PARTNER) == SIDE_US;
		struct subject subject = {
			"access", access->id.text, NULL, access->owner.text, &access->head};

		cover_by(cover, &subject, ours ? KEEPER_CLOSURE : KEEPER_REVOKE);
		if (WORD_OR(access->kind, ACCESS_CREDENTIAL) == ACCESS_INTEGRATION)
			cover_by(cover, &subject, KEEPER_MIGRATION);
	}
}

/* A reseller's customers move by the day on which their own contracts renew. */
static void cover_customers(struct cover *cover)
{
	bool channel = WORD_OR(cover->leaving->partner->kind, KIND_VENDOR) == KIND_CHANNEL;

	EACH (struct exit_customer, customer, cover->leaving->exit->customers) {
		struct plan_coverage *row = cover_by(cover,
			&(struct subject){.name = "customer",
				.id = customer->id.text,
				.title = customer->name.text,
				.head = &customer->head},
			KEEPER_MIGRATION);

		if (channel && HAS(customer->renewal) && row->task && !row->done)
			row->end = customer->renewal.date;
		put_done(cover, row, customer->moved);
	}
}

/* Without the partner's help whoever follows learns it with the alternative. */
static void cover_knowledge(struct cover *cover)
{
	bool stressed = cover->leaving->mode == PLAN_STRESSED;

	EACH (struct exit_knowledge, knowledge, cover->leaving->exit->knowledge)
		cover_by(cover,
			&(struct subject){.name = "knowledge",
				.title = knowledge->topic.text,
				.owner = knowledge->successor.text,
				.head = &knowledge->head},
			stressed ? KEEPER_ALTERNATIVE : KEEPER_TRANSFER);
}

static const char *staff_title(struct arena *arena, const struct exit_staff *staff)
{
	if (!HAS(staff->count))
		return "people of the partner";
	return arena_printf(arena, "%lld %s of the partner", (long long)staff->count.value,
		staff->count.value == 1 ? "person" : "people");
}

static void cover_staff(struct cover *cover)
{
	const struct exit_staff *staff = &cover->leaving->exit->staff;
	struct arena *arena = cover->leaving->arena;
	struct plan_coverage *row;

	if (!HAS(staff->head) || (HAS(staff->count) && !staff->count.value))
		return;
	row = cover_by(cover,
		&(struct subject){
			.title = staff_title(arena, staff), .name = "staff", .head = &staff->head},
		KEEPER_TRANSFER);
	row->record = "staff"; /* there is but one */
}

static void cover_incidents(struct cover *cover)
{
	const struct view *view = cover->leaving->view;

	EACH (struct incident, incident, view->partner->incidents)
		if (view_counts(view, &incident->head) && view_time_by(view, incident->opened) &&
			!view_time_by(view, incident->resolved))
			cover_by(cover,
				&(struct subject){.name = "incident",
					.id = incident->id.text,
					.title = incident->title.text,
					.head = &incident->head},
				KEEPER_GO);
}

/* Data and access may take two rows each. */
static size_t most_rows(const struct leaving *leaving)
{
	const struct exit_record *exit = leaving->exit;

	return exit->functions.list.n + 2 * exit->data.list.n + 2 * exit->access.list.n +
		exit->customers.list.n + exit->knowledge.list.n + 1 +
		leaving->partner->incidents.list.n;
}

struct array plan_coverage(const struct leaving *leaving)
{
	struct cover cover = {.leaving = leaving};

	cover.rows = arena_array(leaving->arena, most_rows(leaving), sizeof(*cover.rows));
	for (size_t i = 0; i < KEEPERS; i++)
		cover.steps[i] = schedule_find(&leaving->schedule, keeper_tasks[i]);
	cover_functions(&cover);
	cover_data(&cover);
	cover_access(&cover);
	cover_customers(&cover);
	cover_knowledge(&cover);
	cover_staff(&cover);
	cover_incidents(&cover);
	return (struct array){cover.rows, cover.n};
}
