/* What supervisors and standards want of an exit plan, and whether it is there (E7). */
#include "leaving.h"

struct place {
	const char *path; /* NULL: nowhere */
	int64_t line;
};

/* What the items are looked for in. */
struct inventory {
	const struct leaving *leaving;
	const struct exit_plan *plan;
};

/*
 * Whether an item is there. `place` holds the record into which it belongs; a closer one is
 * filled in where the item, or what is lacking of it, stands.
 */
typedef enum item_status item_fn(const struct inventory *inventory, struct place *place);

/* ---- helpers ---- */

static void put_place(struct place *place, const char *path, const struct leaf *leaf)
{
	*place = (struct place){path, leaf->at.line};
}

static void put_head(struct place *place, const struct head *head)
{
	put_place(place, head->path, &head->leaf);
}

/* Present where the field stands. */
static enum item_status is_written(
	const struct head *head, const struct leaf *leaf, struct place *place)
{
	if (leaf->state != LEAF_SOUND)
		return PLAN_ITEM_MISSING;
	put_place(place, head->path, leaf);
	return PLAN_ITEM_PRESENT;
}

static enum item_status is_listed(
	const struct head *head, const struct list *list, struct place *place)
{
	if (!list->n)
		return PLAN_ITEM_MISSING;
	put_place(place, head->path, &list->leaf);
	return PLAN_ITEM_PRESENT;
}

/* A day within 12 months; an older one is where a newer belongs. */
static enum item_status is_recent(
	const struct inventory *inventory, const struct date_field *day, struct place *place)
{
	const struct leaving *leaving = inventory->leaving;
	bool recent =
		view_by(leaving->view, *day) && day->date > view_months_back(leaving->view, 12);

	is_written(&leaving->exit->head, &day->leaf, place);
	return recent ? PLAN_ITEM_PRESENT : PLAN_ITEM_MISSING;
}

/* The plan has no such warning, be it muted or not. */
static enum item_status is_unwarned(
	const struct inventory *inventory, enum exit_warning warning, struct place *place)
{
	const char *id = exit_warning_info(warning)->id;
	const struct plan_warning *warnings = inventory->plan->warnings.items;

	for (size_t i = 0; i < inventory->plan->warnings.n; i++) {
		if (strcmp(warnings[i].id, id) != 0)
			continue;
		if (warnings[i].path)
			*place = (struct place){warnings[i].path, warnings[i].line};
		return PLAN_ITEM_MISSING;
	}
	return PLAN_ITEM_PRESENT;
}

/* ---- the items ---- */

static enum item_status look_reason(const struct inventory *inventory, struct place *place)
{
	const struct exit_record *exit = inventory->leaving->exit;

	return is_written(&exit->head, &exit->reason.leaf, place);
}

static enum item_status look_triggers(const struct inventory *inventory, struct place *place)
{
	const struct exit_record *exit = inventory->leaving->exit;

	return is_listed(&exit->head, &exit->triggers.list, place);
}

static enum item_status look_functions(const struct inventory *inventory, struct place *place)
{
	const struct exit_record *exit = inventory->leaving->exit;

	EACH (struct exit_function, function, exit->functions) {
		if (!IS_SET(function->critical) || HAS(function->rto))
			continue;
		put_head(place, &function->head);
		return PLAN_ITEM_MISSING;
	}
	return is_listed(&exit->head, &exit->functions.list, place);
}

/* Somebody who could take over, of whom a field of that kind is known. */
static enum item_status look_for_alternative(const struct exit_record *exit,
	bool (*knows)(const struct exit_alternative *alternative), struct place *place)
{
	const struct exit_alternative *lacking = NULL;

	EACH (struct exit_alternative, alternative, exit->alternatives) {
		if (!alternative_exists(alternative))
			continue;
		if (knows(alternative)) {
			put_head(place, &alternative->head);
			return PLAN_ITEM_PRESENT;
		}
		if (!lacking)
			lacking = alternative;
	}
	if (lacking)
		put_head(place, &lacking->head);
	return PLAN_ITEM_MISSING;
}

static bool knows_substitutability(const struct exit_alternative *alternative)
{
	return HAS(alternative->substitutability);
}

static bool knows_lead(const struct exit_alternative *alternative)
{
	return HAS(alternative->lead);
}

static enum item_status look_alternative(const struct inventory *inventory, struct place *place)
{
	return look_for_alternative(inventory->leaving->exit, knows_substitutability, place);
}

static enum item_status look_transition_plan(const struct inventory *inventory, struct place *place)
{
	return look_for_alternative(inventory->leaving->exit, knows_lead, place);
}

static enum item_status look_tested(const struct inventory *inventory, struct place *place)
{
	return is_recent(inventory, &inventory->leaving->exit->tested, place);
}

static enum item_status look_approved(const struct inventory *inventory, struct place *place)
{
	return is_recent(inventory, &inventory->leaving->exit->approved, place);
}

static enum item_status look_stressed(const struct inventory *inventory, struct place *place)
{
	return is_unwarned(inventory, X05_ALTERNATIVE_UNTESTED, place);
}

static enum item_status look_data_return(const struct inventory *inventory, struct place *place)
{
	const struct contract *contract = inventory->leaving->contract;
	const struct exit_record *exit = inventory->leaving->exit;

	if (!exit->data.list.n)
		return PLAN_ITEM_NOT_APPLICABLE;
	EACH (struct exit_data, data, exit->data) {
		if (HAS(data->format) && HAS(data->location))
			continue;
		put_head(place, &data->head);
		return PLAN_ITEM_MISSING;
	}
	return is_written(&contract->head, &contract->retrieval.leaf, place);
}

static enum item_status look_deletion(const struct inventory *inventory, struct place *place)
{
	const struct exit_record *exit = inventory->leaving->exit;

	if (!exit->data.list.n)
		return PLAN_ITEM_NOT_APPLICABLE;
	EACH (struct exit_data, data, exit->data) {
		if (HAS(data->owner))
			continue;
		put_head(place, &data->head);
		return PLAN_ITEM_MISSING;
	}
	return is_listed(&exit->head, &exit->data.list, place);
}

/* Whether we may leave at will is said either way. */
static enum item_status look_termination(const struct inventory *inventory, struct place *place)
{
	const struct contract *contract = inventory->leaving->contract;
	struct place period = *place;

	if (is_written(&contract->notice.head, &contract->notice.period.leaf, &period) !=
		PLAN_ITEM_PRESENT)
		return PLAN_ITEM_MISSING;
	*place = period;
	return HAS(contract->termination.convenience) ? PLAN_ITEM_PRESENT : PLAN_ITEM_MISSING;
}

static enum item_status look_transition(const struct inventory *inventory, struct place *place)
{
	const struct transition *transition = &inventory->leaving->contract->transition;

	return is_written(&transition->head, &transition->period.leaf, place);
}

static enum item_status look_costs(const struct inventory *inventory, struct place *place)
{
	const struct plan_money *lines = inventory->plan->money.items;

	for (size_t i = 0; i < inventory->plan->money.n; i++) {
		if (lines[i].status != LINE_MISSING)
			continue;
		if (lines[i].path)
			*place = (struct place){lines[i].path, lines[i].line};
		return PLAN_ITEM_MISSING;
	}
	return PLAN_ITEM_PRESENT;
}

static enum item_status look_access(const struct inventory *inventory, struct place *place)
{
	const struct exit_record *exit = inventory->leaving->exit;

	return is_listed(&exit->head, &exit->access.list, place);
}

static enum item_status look_roles(const struct inventory *inventory, struct place *place)
{
	if (!inventory->leaving->schedule.sound)
		return PLAN_ITEM_MISSING;
	return is_unwarned(inventory, X11_OWNER_MISSING, place);
}

/* Services are people's knowledge, even where nobody wrote down whose. */
static enum item_status look_knowledge(const struct inventory *inventory, struct place *place)
{
	const struct leaving *leaving = inventory->leaving;
	const struct exit_record *exit = leaving->exit;

	if (!exit->knowledge.list.n)
		return WORD_OR(leaving->partner->kind, KIND_VENDOR) == KIND_SERVICES
			? PLAN_ITEM_MISSING
			: PLAN_ITEM_NOT_APPLICABLE;
	EACH (struct exit_knowledge, knowledge, exit->knowledge) {
		if (HAS(knowledge->successor))
			continue;
		put_head(place, &knowledge->head);
		return PLAN_ITEM_MISSING;
	}
	return is_listed(&exit->head, &exit->knowledge.list, place);
}

static enum item_status look_door(const struct inventory *inventory, struct place *place)
{
	const struct exit_reentry *reentry = &inventory->leaving->exit->reentry;

	return is_listed(&reentry->head, &reentry->conditions.list, place);
}

/* ---- all ---- */

/* The record into which an item belongs. */
enum home { HOME_EXIT, HOME_CONTRACT };

static const struct item {
	const char *name;
	const char *reference;
	item_fn *look;
	enum home home;
	bool critical; /* asked for critical or important services alone */
} items[] = {
	{"reason", "EBA/GL/2019/02 108", look_reason, HOME_EXIT, false},
	{"triggers", "EBA/GL/2019/02 108", look_triggers, HOME_EXIT, false},
	{"functions", "EBA/GL/2019/02 108", look_functions, HOME_EXIT, false},
	{"alternative", "DORA 28(8)", look_alternative, HOME_EXIT, true},
	{"transition plan", "EBA/GL/2019/02 107", look_transition_plan, HOME_EXIT, false},
	{"tested", "DORA 28(8)", look_tested, HOME_EXIT, true},
	{"approved", "DORA 28(8)", look_approved, HOME_EXIT, true},
	{"stressed", "PRA SS2/21 10", look_stressed, HOME_EXIT, false},
	{"data return", "DORA 30(2)(d)", look_data_return, HOME_CONTRACT, false},
	{"deletion", "US interagency guidance 2023", look_deletion, HOME_EXIT, false},
	{"termination", "DORA 30(2)(h)", look_termination, HOME_CONTRACT, false},
	{"transition", "DORA 30(3)(f)", look_transition, HOME_CONTRACT, true},
	{"costs", "US interagency guidance 2023", look_costs, HOME_EXIT, false},
	{"access", "US interagency guidance 2023", look_access, HOME_EXIT, false},
	{"roles", "EBA/GL/2019/02 108", look_roles, HOME_EXIT, false},
	{"knowledge", "ISO 44001 stage 8", look_knowledge, HOME_EXIT, false},
	{"door", "ISO 44001 stage 8", look_door, HOME_EXIT, false},
};

/* Critical or important, or something critical hangs on them. */
static bool it_matters(const struct leaving *leaving)
{
	int criticality = WORD_OR(leaving->partner->criticality, CRITICALITY_ROUTINE);

	EACH (struct exit_function, function, leaving->exit->functions)
		if (IS_SET(function->critical))
			return true;
	return criticality == CRITICALITY_CRITICAL || criticality == CRITICALITY_IMPORTANT;
}

/* A record that is not there belongs into the partner's document. */
static struct place home_of(const struct leaving *leaving, enum home home)
{
	const struct head *head =
		home == HOME_EXIT ? &leaving->exit->head : &leaving->contract->head;
	struct place place;

	put_head(&place, HAS(*head) ? head : &leaving->partner->head);
	return place;
}

struct array plan_completeness(const struct leaving *leaving, const struct exit_plan *plan)
{
	struct inventory inventory = {leaving, plan};
	bool matters = it_matters(leaving);
	struct plan_item *rows = arena_array(leaving->arena, COUNT_OF(items), sizeof(*rows));

	for (size_t i = 0; i < COUNT_OF(items); i++) {
		const struct item *item = &items[i];
		struct place place = home_of(leaving, item->home);
		enum item_status status = PLAN_ITEM_NOT_APPLICABLE;

		if (matters || !item->critical)
			status = item->look(&inventory, &place);
		if (status == PLAN_ITEM_NOT_APPLICABLE)
			place = (struct place){NULL, 0};
		rows[i] = (struct plan_item){
			item->name, item->reference, (int)status, place.path, place.line};
	}
	return (struct array){rows, COUNT_OF(items)};
}
