/*
 * partner-diff: what changed between two states, by how much, and why?
 */
#include <errno.h>
#include <string.h>

#include "complain.h"
#include "diff.h"
#include "input.h"
#include "partner/pairs.h"

static const char *const formats[] = {"text", "json", "markdown", "github", NULL};

/* clang-format off */
static const struct option options[] = {
	{.name = "from", SETS_DATE(from), .argument = "DATE",
	 .doc = "judge the older state as of the end of this day; when absent, as of the same day "
		"as the newer one"},
	{.name = "to", SETS_DATE(to), .argument = "DATE",
	 .doc = "judge the newer state as of the end of this day, instead of --as-of"},
	{.name = "fail-on", SETS_TEXTS(gates), .argument = "GATE[,GATE…]",
	 .doc = "exit with 1 only when a partner meets one of these gates: any, added, removed, "
		"record-removed, ungraded, grade-drop, muted, score-drop:N, standing:WORD, "
		"sign:LEVEL, sign:NAME; may be given again"},
	{.name = NULL},
};
/* clang-format on */

static const char *const examples[] = {
	"partner-diff main~1:partners partners",
	"what the last commit and the edits since have changed",
	"partner-diff --from=2026-06-30 --to=2026-09-30 partners",
	"what the third quarter brought, from one and the same files",
	"partner-diff -O markdown -o comment.md \"$(git merge-base main HEAD):partners\" partners",
	"a comment for a merge request",
	"partner-diff --fail-on=grade-drop,sign:critical main:partners partners",
	"a gate: the status is 1 when a grade falls or a critical sign is raised",
	"partner-diff last-month.jsonl this-month.jsonl",
	"what changed between two runs of partner-score -j",
	NULL,
};

struct run {
	const struct settings *settings;
	const char *from; /* the older operand */
	struct pairs *pairs;
	struct input sides[PAIR_SIDES];
	struct arena arena; /* of the pair at hand */
	struct telling telling;
	struct changes changes;
	int32_t days[PAIR_SIDES];
	bool unreadable;
};

/* ---- states ---- */

static struct state read_card(struct run *run, const struct source *source, enum pair_side side)
{
	struct read_fault fault;
	struct state state = {.source = source};

	state.card = scorecard_read(&run->arena, source->text, source->length, &fault);
	state.faulty = !state.card;
	if (state.faulty)
		complain("%s%s:%u: no scorecard: %s", tree_prefix(source->tree), source->path,
			(unsigned)source->line, fault.message);
	run->sides[side].fault |= state.faulty;
	return state;
}

/* Tells what is wrong with it, once where both sides are one. */
static struct state read_state(struct run *run, const struct pair *pair, enum pair_side side)
{
	const struct source *source = pair->sources[side];
	struct unsound why;

	if (!source)
		return (struct state){0};
	if (source->kind == SOURCE_LINE)
		return read_card(run, source, side);
	run->unreadable |= input_surroundings_unsound(source, &why) && why.unreadable;
	return (struct state){
		.source = source,
		.as_of = run->days[side],
		.faulty = !input_sound(&run->sides[side], source),
	};
}

static bool has_id(const struct state *state)
{
	const struct partner *partner = state->source ? state->source->partner : NULL;

	return partner && HAS(partner->id);
}

/* The newest day of the newer state; scorecards may be of several. */
static void note_day(struct run *run, const struct state *to)
{
	int32_t day = to->card ? to->card->as_of : to->as_of;

	if (to->source && !to->faulty &&
		(run->changes.as_of == DATE_NONE || day > run->changes.as_of))
		run->changes.as_of = day;
}

/* What is wrong with the newer state stops it; with the older one it must not stop a repair. */
static void compare(struct run *run, const struct pair *pair)
{
	struct state to = read_state(run, pair, PAIR_TO), from = to;
	const struct change *change;

	if (pair->sources[PAIR_FROM] != pair->sources[PAIR_TO])
		from = read_state(run, pair, PAIR_FROM);
	from.as_of = run->days[PAIR_FROM];
	note_day(run, &to);
	run->changes.compared += from.source && to.source;
	run->changes.faulty += to.faulty;
	if (to.faulty || (from.faulty && !to.source && !has_id(&from)))
		return;
	change = change_make(&run->arena, &from, &to);
	if (change)
		telling_add(&run->telling, change);
	else
		run->changes.unchanged++;
}

/* ---- all pairs ---- */

static void tell_repeated(struct run *run, const struct pair *pair)
{
	const struct source *source = pair->sources[pair->side];

	complain("%s%s:%u: another file has the same partner: %s", tree_prefix(source->tree),
		source->path, (unsigned)source->line, pair->first);
	run->sides[pair->side].fault = true;
}

/* `partner-diff main partners`, as one would say it to git. */
static void tell_problem(struct run *run, enum pair_side side, const struct source *source)
{
	input_tell_problem(&run->sides[side], source);
	if (source->kind != SOURCE_UNREADABLE)
		return;
	run->unreadable = true;
	if (source->error == ENOENT && !*tree_prefix(source->tree) && !strchr(source->path, '/'))
		complain("is '%s' a revision? write '%s:FOLDER'", source->path, source->path);
}

static void take(struct run *run, enum pair_event event, const struct pair *pair)
{
	switch (event) {
	case PAIR_ABSENT:
		complain("'%s' is not there: compared with nothing", run->from);
		break;
	case PAIR_PROBLEM:
		tell_problem(run, pair->side, pair->sources[pair->side]);
		break;
	case PAIR_REPEATED:
		tell_repeated(run, pair);
		break;
	default:
		compare(run, pair);
	}
}

/* The scorecards have their own days. */
static bool days_are_misplaced(const struct run *run)
{
	const struct settings *settings = run->settings;

	return (pairs_lines(run->pairs, PAIR_FROM) || pairs_lines(run->pairs, PAIR_TO)) &&
		(settings->dated || settings->from != DATE_NONE || settings->to != DATE_NONE);
}

static bool take_all(struct run *run)
{
	struct pair pair;
	enum pair_event event;

	while ((event = pairs_next(run->pairs, &pair)) != PAIR_END) {
		if (days_are_misplaced(run)) {
			complain(
				"scorecards have their own day; leave out --as-of, --from and --to");
			return false;
		}
		take(run, event, &pair);
		arena_reset(&run->arena);
	}
	return true;
}

/* ---- the run ---- */

static const struct changes_end *make_end(struct run *run, enum pair_side side, const char *operand)
{
	struct changes_end *end = ARENA_NEW(&run->telling.arena, struct changes_end);

	end->operand = operand;
	end->as_of = pairs_lines(run->pairs, side) ? DATE_NONE : run->days[side];
	end->revision = pairs_revision(run->pairs, side);
	return end;
}

/* Without a state that could be read there is no saying that nothing changed. */
static bool is_known(const struct run *run)
{
	return !run->unreadable || run->changes.compared || run->telling.n;
}

static int status_of(const struct run *run)
{
	const struct changes *changes = &run->changes;

	if (run->unreadable || run->sides[PAIR_TO].fault)
		return STATUS_FAULT;
	if (run->settings->gates.n == 0)
		return changes->added || changes->removed || changes->changed ? STATUS_FOUND
									      : STATUS_FINE;
	return run->telling.met ? STATUS_FOUND : STATUS_FINE;
}

static void open_run(struct run *run, const struct settings *settings,
	const struct operands *operands, struct output *output)
{
	struct pairs_options asked = {
		.from = operands->items[0],
		.to = operands->n > 1 ? operands->items[1] : NULL,
		.sources = input_options(settings),
	};

	run->settings = settings;
	run->from = asked.from;
	run->days[PAIR_TO] = settings->to == DATE_NONE ? settings->as_of : settings->to;
	run->days[PAIR_FROM] = settings->from == DATE_NONE ? run->days[PAIR_TO] : settings->from;
	asked.all = run->days[PAIR_FROM] != run->days[PAIR_TO];
	run->pairs = pairs_open(&asked);
	for (int side = 0; side < PAIR_SIDES; side++)
		run->sides[side].sources = pairs_sources(run->pairs, (enum pair_side)side);
	telling_init(&run->telling, settings, output);
}

static int run_diff(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct run run = {.changes = {.as_of = DATE_NONE}};
	int status = STATUS_FAULT;

	open_run(&run, settings, operands, output);
	if (take_all(&run)) {
		if (!pairs_lines(run.pairs, PAIR_TO))
			run.changes.as_of = run.days[PAIR_TO];
		run.changes.from = make_end(&run, PAIR_FROM, operands->items[0]);
		run.changes.to = make_end(&run, PAIR_TO, operands->items[operands->n - 1]);
		if (is_known(&run))
			telling_end(&run.telling, &run.changes);
		status = status_of(&run);
	}
	telling_free(&run.telling);
	pairs_close(run.pairs);
	arena_free(&run.arena);
	return status;
}

/* ---- the command ---- */

static bool check_gates(const struct settings *settings, struct buffer *fault)
{
	struct arena scratch = {0};
	struct gates gates = {0};
	bool good = true;

	for (size_t i = 0; good && i < settings->gates.n; i++)
		good = gates_add(&gates, &scratch, settings->gates.items[i], fault);
	arena_free(&scratch);
	return good;
}

static bool check_diff(
	const struct settings *settings, const struct operands *operands, struct buffer *fault)
{
	if (operands->n > 2)
		buffer_puts(fault, "more than two states; name the older one and the newer one");
	else if (operands->n == 2 && !strcmp(operands->items[0], "-") &&
		!strcmp(operands->items[1], "-"))
		buffer_puts(fault, "standard input is one state; name the other one");
	else if (operands->n < 2 && settings->from == DATE_NONE)
		buffer_puts(fault,
			"nothing to compare with; name a second state, or a day with --from");
	else if (settings->to != DATE_NONE && settings->dated)
		buffer_puts(fault, "both --as-of and --to; the newer state has one day");
	else
		return check_gates(settings, fault);
	return false;
}

const struct command command_diff = {
	.name = "diff",
	.summary = SUMMARY_DIFF,
	.operands = "OLD [NEW]",
	.formats = formats,
	.options = options,
	.examples = examples,
	.found = "a partner changed or, with --fail-on, one meets a gate",
	.check = check_diff,
	.run = run_diff,
};
