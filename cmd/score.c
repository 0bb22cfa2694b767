/*
 * partner-score: how is this partnership doing, and which records say so?
 */
#include <math.h>
#include <string.h>

#include "command.h"
#include "complain.h"
#include "input.h"
#include "output.h"
#include "partner/exit_facts.h"
#include "partner/write.h"

static const char *const formats[] = {"text", "table", "json", NULL};

static const char *const sides[] = {"partner", "us", "both", NULL};

/* The standings that can be asked for, from the worst on; gather stands apart. */
#define GATES (standing_words + STANDING_EXIT)

/* clang-format off */
static const struct option options[] = {
	{.name = "side", SETS_CHOOSE(sides), .argument = "SIDE", .choices = sides,
	 .base = SIDES_PARTNER, .preset = "partner",
	 .doc = "whose conduct to judge: the partner's, our own towards the partner, or both, "
		"one after the other"},
	{.name = "explain", SETS_FLAG(explain),
	 .doc = "list under each criterion its measures, and under each measure its records "
		"with their lines and their effect on the score"},
	{.name = "trend", SETS_WHOLE(trend), .argument = "N", .least = 0, .most = 400,
	 .doc = "add the scores at the last N ends of a quarter"},
	{.name = "robustness", SETS_FLAG(robustness),
	 .doc = "add what single records, other weights and chance would make of the grade"},
	{.name = "fail-under", SETS_NUMBER(fail_under), .argument = "N", .least = 0, .most = 100,
	 .doc = "exit with 1 when the score of a partner is below N, or there is no grade"},
	{.name = "require", SETS_CHOOSE(require), .argument = "STANDING", .choices = GATES,
	 .base = STANDING_EXIT,
	 .doc = "exit with 1 when the standing of a partner is worse than this, or gather"},
	{.name = "shard", SETS_SHARD(shard), .argument = "I/N",
	 .doc = "of all files, in their order, do only the I-th, the N-th after it, and so on: "
		"the cards of all N parts are those of one run"},
	{.name = "print-policy", SETS_FLAG(print_policy), .standalone = true,
	 .doc = "print the policy in force, with all that it takes from the built-in one, "
		"and exit"},
	{.name = NULL},
};
/* clang-format on */

static const char *const examples[] = {
	"partner-score partners/acme.yaml",
	"how one partnership is doing",
	"partner-score --explain partners/acme.yaml",
	"which record, on which line, made which point",
	"partner-score -j partners | jq -c '[.partner, .score, .grade]'",
	"a line for each partner, for further work",
	"partner-score -O table --as-of=2025-12-31 partners",
	"the portfolio as it was at the end of last year",
	"partner-score --side=us --explain partners/acme.yaml",
	"how we look from their side of the table",
	"partner-score -O table --require=keep --fail-under=55 partners",
	"a gate for a CI job: the status is 1 when a partner does not pass",
	NULL,
};

/* What goes from document to document. */
struct run {
	const struct settings *settings;
	struct output *output;
	struct card_style style;
	bool json;
	bool table;
	bool gate_missed;
	size_t printed;
};

/* Gates: told one by one, so that a CI log says who did not pass. */
static bool passes_standing(const struct settings *settings, const struct scorecard *card)
{
	if (card->standing >= settings->require)
		return true;
	complain("%s: standing %s, %s is required", card->partner, standing_words[card->standing],
		standing_words[settings->require]);
	return false;
}

static bool passes_score(const struct settings *settings, const struct scorecard *card)
{
	if (isnan(settings->fail_under) || (card->graded && card->score >= settings->fail_under))
		return true;
	if (card->graded)
		complain("%s: score %.1f, %g is required", card->partner, card->score,
			settings->fail_under);
	else
		complain("%s: no grade, a score of %g is required", card->partner,
			settings->fail_under);
	return false;
}

/* What has ended, and our own side, pass. */
static bool passes(const struct settings *settings, const struct scorecard *card)
{
	bool standing, score;

	if (card->ended != DATE_NONE || card->side == SIDE_US)
		return true;
	standing = passes_standing(settings, card);
	score = passes_score(settings, card);
	return standing && score;
}

/* What is made of a document ahead: the card, and as JSON its line, a part of the text. */
struct judged {
	const struct scorecard *card;
	const struct buffer *text;
	size_t at, length;
	struct judged *next; /* of the other side; NULL: there is none */
};

static struct judged *judge_side(
	const struct run *run, const struct source *source, enum side side, struct buffer *text)
{
	struct card_request request = {
		.as_of = run->settings->as_of,
		.effects = run->json || run->style.explain,
		.robustness = run->settings->robustness,
		.trend = run->settings->trend,
	};
	struct judged *judged = ARENA_NEW(source->arena, struct judged);

	if (!run->json) {
		judged->card = scorecard_make(source, &request, side);
		return judged;
	}
	judged->card = exit_facts_card(source, &request, side);
	judged->text = text;
	judged->at = text->length;
	write_json_line(text, &scorecard_record, judged->card);
	judged->length = text->length - judged->at;
	return judged;
}

/* Run by any thread, of what it sees only its own document changes. */
static const void *judge(const struct source *source, struct buffer *text, const void *context)
{
	const struct run *run = context;
	int asked = run->settings->sides;
	struct judged *first = NULL, **next = &first;
	enum side judged[2];
	size_t n;

	if (!input_is_sound(source))
		return NULL;
	n = scorecard_sides(source, asked != SIDES_US, asked != SIDES_PARTNER, judged);
	for (size_t i = 0; i < n; i++) {
		*next = judge_side(run, source, judged[i], text);
		next = &(*next)->next;
	}
	return first;
}

static void put_card(struct run *run, const struct judged *judged)
{
	const struct scorecard *card = judged->card;
	struct buffer *buffer = &run->output->buffer;

	run->gate_missed |= !passes(run->settings, card);
	if (run->json) {
		buffer_add(buffer, judged->text->data + judged->at, judged->length);
	} else if (run->table) {
		if (!run->printed)
			scorecard_put_table_head(buffer, card->rules, &run->style);
		scorecard_put_table_line(buffer, card, &run->style);
	} else {
		if (run->printed)
			buffer_putc(buffer, '\n');
		scorecard_put_text(buffer, card, &run->style);
	}
	run->printed++;
}

static void take(struct run *run, struct input *input, const struct source *source)
{
	if (input_sound(input, source)) {
		for (const struct judged *side = source->prepared; side; side = side->next)
			put_card(run, side);
	} else if (run->json) {
		input_put_error(source, run->settings->as_of, &run->output->buffer);
	}
	output_flush_some(run->output);
}

/* `--print-policy >policy.yaml`: the shell has made the file before anybody could read it. */
static bool is_empty(const struct policy_file *policy)
{
	return !policy->path ||
		(policy->faults.n == 1 && policy->faults.items[0].rule == P019_EMPTY);
}

static int print_policy(struct input *input, struct output *output)
{
	const struct policy_file *policy = sources_policy(input->sources);

	if (policy->path && !*tree_prefix(policy->tree) && same_file(policy->path, output->path)) {
		complain("cannot write '%s': it is an input", output->path);
		return STATUS_FAULT;
	}
	if (is_empty(policy)) {
		buffer_add(&output->buffer, default_policy_yaml, default_policy_size);
		return STATUS_FINE;
	}
	input_tell_surroundings(input);
	if (policy->error || policy->faults.errors)
		return STATUS_FAULT;
	policy_put_yaml(&output->buffer, &policy->policy);
	return STATUS_FINE;
}

static int run_score(
	const struct settings *settings, const struct operands *operands, struct output *output)
{
	struct run run = {
		.settings = settings,
		.output = output,
		.style = {settings->ascii, output->color, settings->explain, output->columns},
		.json = !strcmp(settings->format, "json"),
		.table = !strcmp(settings->format, "table"),
	};
	struct source_options how = input_options(settings);
	struct input input;
	struct source source;
	int status;

	how.prepare = judge;
	how.context = &run;
	input_open(&input, &how, operands);
	if (settings->print_policy) {
		status = print_policy(&input, output);
	} else {
		while (input_next(&input, &source))
			take(&run, &input, &source);
		status = run.gate_missed ? STATUS_FOUND : STATUS_FINE;
		if (input.fault)
			status = STATUS_FAULT;
	}
	input_close(&input);
	return status;
}

const struct command command_score = {
	.name = "score",
	.summary = SUMMARY_SCORE,
	.operands = "FILE…",
	.formats = formats,
	.options = options,
	.examples = examples,
	.found = "a partner does not pass --fail-under or --require",
	.run = run_score,
};
