/*
 * The tables of the exit plan. Rows stand in the order in which JSON prints them: by name.
 */
#include "partner/exit_plan.h"

const char *const plan_mode_words[] = {
	[PLAN_PLANNED] = "planned", [PLAN_STRESSED] = "stressed", NULL};
static const char *const money_direction_words[] = {
	[MONEY_IN] = "in", [MONEY_OUT] = "out", [MONEY_INFO] = "info", NULL};
static const char *const line_status_words[] = {[LINE_COMPUTED] = "computed",
	[LINE_MISSING] = "missing",
	[LINE_NOT_APPLICABLE] = "not-applicable",
	NULL};
static const char *const item_status_words[] = {[PLAN_ITEM_PRESENT] = "present",
	[PLAN_ITEM_MISSING] = "missing",
	[PLAN_ITEM_NOT_APPLICABLE] = "not-applicable",
	NULL};

/* Words that strings are one of. */
static const char *const plan_basis_words[] = {"template", "policy", "file", "alternative", NULL};
static const char *const plan_audience_words[] = {"us", "partner", "customers", "public", NULL};
static const char *const plan_fair_words[] = {
	"dispute", "owed", "feedback", "milestone", "incident", "mirror", NULL};
static const char *const plan_level_words[] = {"note", "warning", "error", NULL};
static const char *const plan_money_words[] = {"refund", "refund-ask", "early-fee",
	"commitment-shortfall", "credit", "credit-computed", "penalty", "reward", "owed",
	"transition-service", "bridge", "transition-assistance", "parallel-running", "alternative",
	"migration", "egress", "staff-transfer", "decommission", "ride-out", "budget", NULL};

static const struct field reference_rows[] = {
	R_LINE("line", struct card_reference, line, "line in that file"),
	R_STRING("path", struct card_reference, path, "file it stands in"),
	R_STRING("ref", struct card_reference, ref, "the field"),
};
static const struct record reference_record =
	RECORD("reference", struct card_reference, reference_rows, NULL, "a field behind it");

static const struct field talk_rows[] = {
	R_STRING("agreed", struct plan_talk, agreed, "what was agreed"),
	R_DATE("date", struct plan_talk, date, "day of the conversation"),
	R_WORD("kind", struct plan_talk, kind, conversation_kind_words, "what it was about"),
	R_LINE("line", struct plan_talk, line, "line in that file"),
	R_STRING("outcome", struct plan_talk, outcome,
		"what came of it: improving, unchanged, worse; null: not known"),
	R_STRING("path", struct plan_talk, path, "file it stands in"),
	R_DATE("review", struct plan_talk, review, "day on which it is looked at again"),
};
static const struct record talk_record = RECORD("talk", struct plan_talk, talk_rows, NULL,
	"a conversation about the relationship, its recovery or the exit");

static const struct field decision_rows[] = {
	R_DATE("break_even", struct plan_decision, break_even,
		"last day on which leaving early costs less than staying to the end"),
	R_MONEY("exit_cost", struct plan_decision, exit_cost, "what leaving costs until that day"),
	R_STRING("grade", struct plan_decision, grade, "grade of the partner"),
	R_REAL("high", struct plan_decision, high, 1, "upper end of the score's interval"),
	R_REAL("low", struct plan_decision, low, 1, "lower end of the score's interval"),
	R_MONEY("recover_cost", struct plan_decision, recover_cost,
		"what staying costs until that day"),
	R_REAL("score", struct plan_decision, score, 1, "score of the partner; null without"),
	R_STRINGS("signs", struct plan_decision, signs, "warning signs that are heard"),
	R_CHOICE("standing", struct plan_decision, standing, standing_words,
		"what the judgement advises"),
	R_OBJECTS("talks", struct plan_decision, talks, &talk_record,
		"what was said about it, newest first"),
	R_DATE("until", struct plan_decision, until,
		"day until which both costs are counted: 12 months after the end"),
};
static const struct record decision_record =
	RECORD("decision", struct plan_decision, decision_rows, NULL, "recover or exit");

static const struct field clock_rows[] = {
	R_MONEY("cost_of_missing", struct plan_clock, cost_of_missing, "what one more term costs"),
	R_REAL("days_left", struct plan_clock, days_left, 0,
		"days until notice must be sent; below 0 when past"),
	R_TRUTH("early", struct plan_clock, early,
		"the plan ends the contract before its natural end"),
	R_DATE("effective_end", struct plan_clock, effective_end,
		"end that the contract runs to as things stand"),
	R_TRUTH("given", struct plan_clock, given, "notice was given"),
	R_DATE("last_day", struct plan_clock, last_day, "last day of the contract in this plan"),
	R_TRUTH("missed", struct plan_clock, missed,
		"it renews by itself, and the day to send notice has passed"),
	R_DATE("natural_end", struct plan_clock, natural_end,
		"first end of a term on or after the last day"),
	R_TRUTH("needed", struct plan_clock, needed,
		"this plan needs a notice that was not given yet"),
	R_DATE("next_send_by", struct plan_clock, next_send_by,
		"day to send notice for the next end, when send_by was missed"),
	R_DATE("next_term_end", struct plan_clock, next_term_end,
		"first later end that notice can still reach"),
	R_DATE("notice_backward", struct plan_clock, notice_backward,
		"latest notice counted back from the end"),
	R_DATE("notice_earliest", struct plan_clock, notice_earliest,
		"first day on which notice may be given"),
	R_DATE("notice_forward", struct plan_clock, notice_forward,
		"last day from which the notice period, counted forward, reaches the end"),
	R_DATE("notice_latest", struct plan_clock, notice_latest,
		"last day on which notice is effective: the earlier of both"),
	R_DATE("send_by", struct plan_clock, send_by,
		"last day to send it: less delivery, on a business day"),
	R_DATE("service_end", struct plan_clock, service_end,
		"last day on which the partner serves us"),
	R_OBJECTS("sources", struct plan_clock, sources, &reference_record,
		"where the contract says so"),
	R_DATE("start_by", struct plan_clock, start_by,
		"day by which to start, so that the plan fits"),
	R_DATE("term_end", struct plan_clock, term_end, "end of the term"),
	R_DATE("transition_end", struct plan_clock, transition_end,
		"last day of the transition that the contract grants"),
};
static const struct record clock_record =
	RECORD("clock", struct plan_clock, clock_rows, NULL, "what the contract says about time");

static const struct field task_rows[] = {
	R_STRINGS("after", struct plan_task, after, "tasks that it waits for"),
	R_WORD("basis", struct plan_task, basis, plan_basis_words, "where its duration comes from"),
	R_TRUTH("critical", struct plan_task, critical,
		"a delay of it delays the finish, or it is late already"),
	R_DATE("done", struct plan_task, done, "day on which it was done"),
	R_DATE("end", struct plan_task, end, "last day of it"),
	R_DATE("fixed", struct plan_task, fixed, "day before which it cannot start"),
	R_STRING("id", struct plan_task, id, "name of the task"),
	R_DATE("latest_end", struct plan_task, latest_end, "last day on which it may end"),
	R_DATE("latest_start", struct plan_task, latest_start, "last day on which it may start"),
	R_LINE("line", struct plan_task, line, "line in that file"),
	R_STRING("owner", struct plan_task, owner, "person who sees to it"),
	R_STRING("owner_name", struct plan_task, owner_name, "name of that person"),
	R_STRING("path", struct plan_task, path,
		"file that speaks of it; null: as the template has it"),
	R_CHOICE("side", struct plan_task, side, side_words, "whose task it is"),
	R_REAL("slack_days", struct plan_task, slack_days, 0,
		"days by which it may slip; below 0: it is late"),
	R_DATE("start", struct plan_task, start, "first day of it"),
	R_STRING("takes", struct plan_task, takes, "how long it takes"),
	R_COUNT("takes_days", struct plan_task, takes_days,
		"the same in days of the calendar; 0: a point in time"),
	R_STRING("title", struct plan_task, title, "what is to be done"),
};
static const struct record task_record =
	RECORD("task", struct plan_task, task_rows, NULL, "a task of the plan");

static const struct field other_rows[] = {
	R_DATE("finish", struct plan_other, finish, "last day of it"),
	R_TRUTH("fits", struct plan_other, fits, "whether it ends in time"),
	R_CHOICE("mode", struct plan_other, mode, plan_mode_words,
		"with or without the partner's help"),
	R_REAL("shortfall_days", struct plan_other, shortfall_days, 0, "days that are lacking"),
};
static const struct record other_record =
	RECORD("other", struct plan_other, other_rows, NULL, "the other way to leave");

static const struct field money_rows[] = {
	R_MONEY("amount", struct plan_money, amount, "how much; null unless computed"),
	R_STRING("basis", struct plan_money, basis, "the arithmetic, or what is missing"),
	R_DATE("date", struct plan_money, date, "day on which it is due"),
	R_CHOICE("direction", struct plan_money, direction, money_direction_words,
		"whether we get it, pay it, or should know it"),
	R_TRUTH("disputed", struct plan_money, disputed, "an open dispute is about it"),
	R_TRUTH("entitled", struct plan_money, entitled,
		"whether it is ours by contract; else it is to be asked for"),
	R_WORD("item", struct plan_money, item, plan_money_words, "what it is"),
	R_LINE("line", struct plan_money, line, "line in that file"),
	R_STRING("path", struct plan_money, path, "file it stands in"),
	R_STRING("ref", struct plan_money, ref, "record or field that it comes from"),
	R_CHOICE("status", struct plan_money, status, line_status_words,
		"whether it could be computed"),
};
static const struct record money_record =
	RECORD("line", struct plan_money, money_rows, NULL, "an amount");

static const struct field total_rows[] = {
	R_MONEY("ask", struct plan_total, ask, "what we may ask for beyond it"),
	R_TRUTH("converted", struct plan_total, converted,
		"all currencies together, by the policy's rates"),
	R_STRING("currency", struct plan_total, currency, "its currency"),
	R_MONEY("in", struct plan_total, in, "what we get"),
	R_TRUTH("missing", struct plan_total, missing, "some amount is missing: at least so much"),
	R_MONEY("net", struct plan_total, net, "in less out"),
	R_MONEY("out", struct plan_total, out, "what we pay"),
};
static const struct record total_record =
	RECORD("total", struct plan_total, total_rows, NULL, "sums of one currency");

static const struct field cost_rows[] = {
	R_STRING("currency", struct plan_cost, currency, "its currency"),
	R_MONEY("expected", struct plan_cost, expected, "what is expected"),
	R_MONEY("high", struct plan_cost, high, "if all goes badly"),
	R_MONEY("low", struct plan_cost, low, "if all goes well"),
	R_MONEY("npv", struct plan_cost, npv,
		"present value of what is expected; null without a discount rate"),
};
static const struct record life_cost_record =
	RECORD("cost", struct plan_cost, cost_rows, NULL, "cost until the end of service");

static const struct field coverage_rows[] = {
	R_TRUTH("done", struct plan_coverage, done, "it is already seen to"),
	R_DATE("end", struct plan_coverage, end, "day by which it is seen to"),
	R_LINE("line", struct plan_coverage, line, "line in that file"),
	R_STRING("owner", struct plan_coverage, owner, "person who sees to it"),
	R_STRING("path", struct plan_coverage, path, "file it stands in"),
	R_STRING("record", struct plan_coverage, record, "what must not break"),
	R_STRING("task", struct plan_coverage, task, "task that sees to it; null: none does"),
	R_STRING("title", struct plan_coverage, title, "what it is called"),
};
static const struct record coverage_record = RECORD(
	"coverage", struct plan_coverage, coverage_rows, NULL, "something that must not break");

static const struct field communication_rows[] = {
	R_WORD("audience", struct plan_communication, audience, plan_audience_words, "who is told"),
	R_DATE("date", struct plan_communication, date, "day on which they are told"),
	R_STRING("draft", struct plan_communication, draft,
		"a neutral sentence to start from; null: none can be made"),
	R_STRING("owner", struct plan_communication, owner, "person who tells them"),
	R_STRING("task", struct plan_communication, task, "task of the plan"),
};
static const struct record communication_record = RECORD("communication", struct plan_communication,
	communication_rows, NULL, "somebody who is told");

static const struct field fair_rows[] = {
	R_WORD("kind", struct plan_fair, kind, plan_fair_words, "what sort of thing it is"),
	R_LINE("line", struct plan_fair, line, "line in that file"),
	R_STRING("path", struct plan_fair, path, "file it stands in"),
	R_STRING("ref", struct plan_fair, ref, "record it is about"),
	R_STRING("text", struct plan_fair, text, "what it is"),
};
static const struct record fair_record = RECORD(
	"fair", struct plan_fair, fair_rows, NULL, "something that fairness asks us to remember");

static const struct field condition_rows[] = {
	R_LINE("line", struct plan_condition, line, "line in that file"),
	R_STRING("path", struct plan_condition, path,
		"file that says so; null: it follows from a sign or the policy"),
	R_STRING("sign", struct plan_condition, sign, "sign that it follows from"),
	R_STRING("text", struct plan_condition, text, "the condition"),
};
static const struct record condition_record = RECORD(
	"condition", struct plan_condition, condition_rows, NULL, "a condition of coming back");

static const struct field reentry_rows[] = {
	R_STRINGS("conditions", struct plan_reentry, conditions,
		"what must be true for us to come back"),
	R_OBJECTS("details", struct plan_reentry, details, &condition_record,
		"the same with where they come from"),
	R_DATE("review", struct plan_reentry, review, "day on which we look at it again"),
};
static const struct record reentry_record = RECORD(
	"reentry", struct plan_reentry, reentry_rows, NULL, "on what terms we would come back");

static const struct field item_rows[] = {
	R_STRING("item", struct plan_item, item, "what a plan should have"),
	R_LINE("line", struct plan_item, line, "line in that file"),
	R_STRING("path", struct plan_item, path, "file it stands in"),
	R_STRING("reference", struct plan_item, reference, "rule that asks for it"),
	R_CHOICE("status", struct plan_item, status, item_status_words, "whether it is there"),
};
static const struct record item_record =
	RECORD("item", struct plan_item, item_rows, NULL, "something that a supervisor asks for");

static const struct field warning_rows[] = {
	R_STRING("id", struct plan_warning, id, "id of the warning"),
	R_WORD("level", struct plan_warning, level, plan_level_words, "how bad it is"),
	R_LINE("line", struct plan_warning, line, "line in that file"),
	R_STRING("message", struct plan_warning, message, "what is wrong"),
	R_DATE("muted", struct plan_warning, muted,
		"last day on which an exception mutes it; null: it is heard"),
	R_STRING("path", struct plan_warning, path, "file it stands in"),
	R_STRING("rule", struct plan_warning, rule, "name of the warning"),
};
static const struct record warning_record =
	RECORD("warning", struct plan_warning, warning_rows, NULL, "a warning");

static const struct field plan_rows[] = {
	R_DATE("as_of", struct exit_plan, as_of, "day as of which it is planned"),
	R_OBJECT("clock", struct exit_plan, clock, struct plan_clock, &clock_record,
		"what the contract says about time"),
	R_OBJECTS("communications", struct exit_plan, communications, &communication_record,
		"who is told, in which order"),
	R_OBJECTS("completeness", struct exit_plan, completeness, &item_record,
		"what supervisors ask for, and whether it is there"),
	R_OBJECTS("cost_to_end_of_life", struct exit_plan, cost_to_end_of_life, &life_cost_record,
		"by currency"),
	R_OBJECTS("coverage", struct exit_plan, coverage, &coverage_record, "what must not break"),
	R_STRINGS(
		"critical_path", struct exit_plan, critical_path, "tasks that the finish hangs on"),
	R_DATE("cutover", struct exit_plan, cutover, "last day of the cutover"),
	R_OBJECT("decision", struct exit_plan, decision, struct plan_decision, &decision_record,
		"recover or exit"),
	R_TRUTH("fair", struct exit_plan, fair,
		"somebody has talked with the partner within 12 months"),
	R_OBJECTS("fair_record", struct exit_plan, fair_record, &fair_record,
		"what fairness asks us to remember"),
	R_DATE("finish", struct exit_plan, finish, "last day of the plan"),
	R_TRUTH("fits", struct exit_plan, fits,
		"the cutover ends before the contract and its transition do"),
	R_WORD("kind", struct exit_plan, kind, partner_kind_words, "kind of partner"),
	R_CHOICE("mode", struct exit_plan, mode, plan_mode_words,
		"with or without the partner's help"),
	R_OBJECTS("money", struct exit_plan, money, &money_record, "all amounts"),
	R_STRING("name", struct exit_plan, name, "name of the partner"),
	R_OBJECT("other", struct exit_plan, other, struct plan_other, &other_record,
		"the other way to leave"),
	R_STRING("owner", struct exit_plan, owner, "who owns the partnership"),
	R_STRING("partner", struct exit_plan, partner, "id of the partner"),
	R_STRING("reason", struct exit_plan, reason,
		"why we leave; contingency: that is not decided"),
	R_OBJECT("reentry", struct exit_plan, reentry, struct plan_reentry, &reentry_record,
		"on what terms we would come back"),
	R_CONSTANT("schema", "partner.plan/1", "name and version of this format"),
	R_REAL("shortfall_days", struct exit_plan, shortfall_days, 0, "days that are lacking"),
	R_OBJECT("source", struct exit_plan, source, struct result_source, &result_source_record,
		"the document that it is of"),
	R_DATE("start", struct exit_plan, start, "first day of the plan"),
	R_OBJECTS("tasks", struct exit_plan, tasks, &task_record,
		"what is to be done; none when tasks wait for each other"),
	R_OBJECTS("totals", struct exit_plan, totals, &total_record, "sums by currency"),
	R_CONSTANT("type", "plan", "kind of line"),
	R_OBJECTS("warnings", struct exit_plan, warnings, &warning_record, "what is wrong with it"),
};
const struct record exit_plan_record = RECORD(
	"plan", struct exit_plan, plan_rows, NULL, "an exit plan, as partner-exit-plan prints it");
