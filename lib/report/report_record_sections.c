/*
 * The tables of the report's sections but for mirror and panel. Rows stand in the order in which
 * JSON prints them: by name.
 */
#include "report_record.h"

/* ---- 1 what needs you ---- */

static const struct field need_rows[] = {
	R_CHOICE("class", struct need, class, need_words, "how urgent it is"),
	R_DATE("date", struct need, date, "the day it is about"),
	R_LINE("line", struct need, line, "line in that file"),
	R_STRING("name", struct need, name, "name of the partner"),
	R_STRING("owner", struct need, owner, "name or id of who owns it; null: nobody"),
	R_STRING("partner", struct need, partner, "id of the partner"),
	R_STRING("path", struct need, path, "file it stands in"),
	R_STRING("sentence", struct need, sentence, "what to do, and why"),
	R_CHOICE("standing", struct need, standing, standing_words, "standing of the partner"),
};
const struct record report_need_record =
	RECORD("need", struct need, need_rows, NULL, "what needs somebody, at one partner");

static const struct field next_rows[] = {
	R_DATE("date", struct need_next, date, "the day; null: there is none"),
	R_STRING("name", struct need_next, name, "name of the partner"),
};
const struct record report_next_record =
	RECORD("next", struct need_next, next_rows, NULL, "the next date of any partner");

/* ---- 2 portfolio ---- */

static const struct field tally_rows[] = {
	R_COUNT("n", struct report_tally, n, "partners"),
	R_STRING("name", struct report_tally, name, "the standing or grade"),
};
static const struct record tally_record =
	RECORD("tally", struct report_tally, tally_rows, NULL, "how many have a standing or grade");

static const struct field spend_rows[] = {
	R_MONEY("amount", struct report_spend, amount, "a year; null when it is too much to add"),
	R_STRING("currency", struct report_spend, currency, "currency of the sum"),
	R_STRING("grade", struct report_spend, grade, "- is ungraded; null: of all"),
	R_COUNT("partners", struct report_spend, partners, "partners of known spend"),
};
static const struct record spend_record =
	RECORD("spend", struct report_spend, spend_rows, NULL, "a sum of spend a year");

static const struct field share_rows[] = {
	R_STRING("name", struct report_share, name, "name of the partner"),
	R_STRING("partner", struct report_share, partner, "id of the partner"),
	R_REAL("share", struct report_share, share, 4, "share of the spend of its currency"),
};
static const struct record share_record =
	RECORD("share", struct report_share, share_rows, NULL, "a partner's part of the spend");

static const char *const concentration_words[] = {"low", "moderate", "high", NULL};

static const struct field concentration_rows[] = {
	R_STRING("currency", struct report_concentration, currency, "currency of the spend"),
	R_REAL("hhi", struct report_concentration, hhi, 0,
		"Herfindahl-Hirschman index: 10 000 times the sum of the squared shares"),
	R_OBJECTS("largest", struct report_concentration, largest, &share_record,
		"the three largest"),
	R_WORD("level", struct report_concentration, level, concentration_words,
		"low below 1000, high above 1800"),
	R_COUNT("partners", struct report_concentration, partners, "partners of known spend"),
};
static const struct record concentration_record = RECORD("concentration",
	struct report_concentration, concentration_rows, NULL, "how much hangs on a few partners");

static const struct field functions_rows[] = {
	R_COUNT("critical", struct report_functions, critical, "critical functions of all"),
	R_COUNT("partners", struct report_functions, partners, "partners that have some"),
	R_COUNT("untested", struct report_functions, untested,
		"of these, without an alternative tested within 12 months"),
};
static const struct record functions_record = RECORD(
	"functions", struct report_functions, functions_rows, NULL, "where critical functions lie");

static const struct field portfolio_rows[] = {
	R_OBJECTS("concentration", struct report_portfolio, concentration, &concentration_record,
		"concentration of spend, by currency"),
	R_TRUTH("converted", struct report_portfolio, converted,
		"whether all spend is in one currency"),
	R_REAL("coverage", struct report_portfolio, coverage, 4, "mean of all partners"),
	R_OBJECT("functions", struct report_portfolio, functions, struct report_functions,
		&functions_record, "where critical functions lie"),
	R_OBJECTS("grades", struct report_portfolio, grades, &tally_record,
		"partners by grade, the best first, then the ungraded"),
	R_COUNTS("histogram", struct report_portfolio, histogram,
		"partners by score, in steps of 5 points from 0"),
	R_OBJECTS("spend", struct report_portfolio, spend, &spend_record,
		"spend a year by grade and currency"),
	R_OBJECTS("spend_total", struct report_portfolio, spend_total, &spend_record,
		"spend a year of all, by currency"),
	R_OBJECTS("standings", struct report_portfolio, standings, &tally_record,
		"partners by standing"),
	R_COUNT("unknown_spend", struct report_portfolio, unknown_spend,
		"partners of unknown spend"),
};
const struct record report_portfolio_record = RECORD("portfolio", struct report_portfolio,
	portfolio_rows, NULL, "counts, spend and concentration");

/* ---- 3 movers ---- */

static const struct field end_rows[] = {
	R_DATE("as_of", struct report_end, as_of, "the day"),
	R_STRING("grade", struct report_end, grade, "grade on that day"),
	R_REAL("score", struct report_end, score, 1, "score on that day"),
};
static const struct record end_record =
	RECORD("end", struct report_end, end_rows, NULL, "score and grade on one day");

static const char *const cause_words[] = {"measure", "policy", "calibration", NULL};

static const struct field cause_rows[] = {
	R_STRING("criterion", struct report_cause, criterion, "criterion of the measure"),
	R_REAL("effect", struct report_cause, effect, 1, "its points of the change"),
	R_WORD("kind", struct report_cause, kind, cause_words, "what kind of cause it is"),
	R_LINE("line", struct report_cause, line, "line of the record"),
	R_STRING("measure", struct report_cause, measure, "measure that moved most"),
	R_STRING("path", struct report_cause, path, "file of the record"),
	R_STRING("ref", struct report_cause, ref, "its record of largest effect"),
};
static const struct record cause_record =
	RECORD("cause", struct report_cause, cause_rows, NULL, "what moved a score most");

static const struct field mover_rows[] = {
	R_OBJECT("cause", struct report_mover, cause, struct report_cause, &cause_record,
		"what moved it most; null when nothing tells"),
	R_REAL("delta", struct report_mover, delta, 1, "points that it rose; below 0: fell"),
	R_OBJECT("from", struct report_mover, from, struct report_end, &end_record,
		"the earlier day"),
	R_STRING("name", struct report_mover, name, "name of the partner"),
	R_STRING("partner", struct report_mover, partner, "id of the partner"),
	R_OBJECT("to", struct report_mover, to, struct report_end, &end_record, "the later day"),
};
static const struct record mover_record = RECORD("mover", struct report_mover, mover_rows, NULL,
	"a partner whose score moved by 2 points or more");

static const struct field movers_rows[] = {
	R_COUNT("compared", struct report_movers, compared,
		"partners of which the earlier day is known"),
	R_OBJECTS("falls", struct report_movers, falls, &mover_record,
		"who fell, the largest fall first"),
	R_COUNT("newly_graded", struct report_movers, newly_graded,
		"partners that had no grade on the earlier day"),
	R_COUNT("no_longer_graded", struct report_movers, no_longer_graded,
		"partners that have lost their grade"),
	R_OBJECTS("rises", struct report_movers, rises, &mover_record,
		"who rose, the largest rise first"),
	R_COUNT("still", struct report_movers, still, "partners that moved less than 2 points"),
};
const struct record report_movers_record =
	RECORD("movers", struct report_movers, movers_rows, NULL, "who rose and fell");

/* ---- 4 quadrant ---- */

static const struct field dot_rows[] = {
	R_REAL("criticality", struct report_dot, criticality, 4, "part of dependence, 0 to 1"),
	R_REAL("dependence", struct report_dot, dependence, 1,
		"0 to 100: the mean of the parts known; null: none is"),
	R_REAL("high", struct report_dot, high, 1, "upper end of the score's interval"),
	R_REAL("low", struct report_dot, low, 1, "lower end of the score's interval"),
	R_STRING("name", struct report_dot, name, "name of the partner"),
	R_STRING("partner", struct report_dot, partner, "id of the partner"),
	R_CHOICE("quadrant", struct report_dot, quadrant, quadrant_words,
		"where it lies; null: it cannot be placed"),
	R_REAL("score", struct report_dot, score, 1, "0 to 100; null when ungraded"),
	R_REAL("spend_rank", struct report_dot, spend_rank, 4, "part of dependence, 0 to 1"),
	R_CHOICE("standing", struct report_dot, standing, standing_words, "what to do"),
	R_REAL("substitutability", struct report_dot, substitutability, 4,
		"part of dependence, 0 to 1"),
};
const struct record report_dot_record =
	RECORD("dot", struct report_dot, dot_rows, NULL, "a partner by score and dependence");

/* ---- 5 renewals ---- */

static const struct field renewal_rows[] = {
	R_MONEY("at_stake", struct report_renewal, at_stake,
		"what missing the date costs, of a manual renewal a year's spend; null: unknown"),
	R_DATE("by", struct report_renewal, by, "day to act, else the term's end"),
	R_TRUTH("missed", struct report_renewal, missed, "whether the notice was missed"),
	R_STRING("name", struct report_renewal, name, "name of the partner"),
	R_DATE("notice_earliest", struct report_renewal, notice_earliest,
		"first day on which notice may be given"),
	R_STRING("partner", struct report_renewal, partner, "id of the partner"),
	R_WORD("renewal", struct report_renewal, renewal, renewal_words,
		"what happens at the term's end"),
	R_DATE("send_by", struct report_renewal, send_by, "last day to send notice"),
	R_DATE("term_end", struct report_renewal, term_end, "last day of the present term"),
};
const struct record report_renewal_record =
	RECORD("renewal", struct report_renewal, renewal_rows, NULL, "a contract with a date");

static const struct field month_rows[] = {
	R_MONEY("at_stake", struct report_month, at_stake, "sum of what is at stake"),
	R_STRING("currency", struct report_month, currency, "currency of the sum"),
	R_STRING("month", struct report_month, month, "year and month"),
	R_COUNT("partners", struct report_month, partners, "partners of the sum"),
};
const struct record report_month_record =
	RECORD("month", struct report_month, month_rows, NULL, "what is at stake in a month");

/* ---- 6 heat maps ---- */

static const struct field criteria_column_rows[] = {
	R_STRING("name", struct heat_column, name, "id of the criterion"),
};
static const struct record criteria_column_record =
	RECORD("criterion", struct heat_column, criteria_column_rows, NULL, "a column of the map");

static const struct field criteria_row_rows[] = {
	R_STRING("name", struct heat_row, name, "name of the partner"),
	R_STRING("partner", struct heat_row, partner, "id of the partner"),
	R_REALS("points", struct heat_row, points, 1,
		"0 to 100 of each column's criterion; null when not measured"),
	R_CHOICE("standing", struct heat_row, standing, standing_words, "what to do"),
};
static const struct record criteria_row_record =
	RECORD("points", struct heat_row, criteria_row_rows, NULL, "a partner's points");

static const struct field criteria_rows[] = {
	R_OBJECTS("columns", struct report_heat_map, columns, &criteria_column_record,
		"criteria, in the policies' order; the first 100"),
	R_COUNT("columns_all", struct report_heat_map, columns_all,
		"how many criteria there are, with those that are not among the columns"),
	R_OBJECTS("rows", struct report_heat_map, rows, &criteria_row_record,
		"partners, by standing and score"),
};
static const struct record criteria_record =
	RECORD("criteria", struct report_heat_map, criteria_rows, NULL, "partners by criteria");

static const struct field sign_column_rows[] = {
	R_STRING("name", struct heat_column, name, "name of the sign"),
	R_COUNT("partners", struct heat_column, partners, "partners that have it"),
};
static const struct record sign_column_record =
	RECORD("sign", struct heat_column, sign_column_rows, NULL, "a column of the map");

static const struct field sign_row_rows[] = {
	R_STRINGS("levels", struct heat_row, levels,
		"critical, warning, note or muted of each column's sign; null: not raised"),
	R_STRING("name", struct heat_row, name, "name of the partner"),
	R_STRING("partner", struct heat_row, partner, "id of the partner"),
	R_CHOICE("standing", struct heat_row, standing, standing_words, "what to do"),
};
static const struct record sign_row_record =
	RECORD("levels", struct heat_row, sign_row_rows, NULL, "a partner's signs");

static const struct field signs_rows[] = {
	R_OBJECTS("columns", struct report_heat_map, columns, &sign_column_record,
		"signs, the most frequent first; 100 at most"),
	R_COUNT("columns_all", struct report_heat_map, columns_all,
		"how many signs there are, with those that are not among the columns"),
	R_OBJECTS("rows", struct report_heat_map, rows, &sign_row_record,
		"partners, by standing and score"),
};
static const struct record signs_record =
	RECORD("signs", struct report_heat_map, signs_rows, NULL, "partners by signs");

static const struct field heat_rows[] = {
	R_OBJECT("criteria", struct report_heat, criteria, struct report_heat_map, &criteria_record,
		"partners by criteria"),
	R_OBJECT("signs", struct report_heat, signs, struct report_heat_map, &signs_record,
		"partners by signs"),
};
const struct record report_heat_record =
	RECORD("heat", struct report_heat, heat_rows, NULL, "where attention is needed");

/* ---- 9 cost to end of life ---- */

static const struct field cost_rows[] = {
	R_STRING("currency", struct report_cost, currency, "currency of the amounts"),
	R_MONEY("expected", struct report_cost, expected, "the most likely cost"),
	R_MONEY("high", struct report_cost, high, "if it comes to the worst"),
	R_MONEY("low", struct report_cost, low, "if all goes well"),
	R_STRING("name", struct report_cost, name, "name of the partner; null: of all"),
	R_MONEY("npv", struct report_cost, npv,
		"what the expected cost is worth today; null without a discount rate"),
	R_STRING("partner", struct report_cost, partner, "id of the partner; null: of all"),
	R_COUNT("partners", struct report_cost, partners, "partners of the sum"),
};
const struct record report_cost_record =
	RECORD("cost", struct report_cost, cost_rows, NULL, "a cost to the end of life");
