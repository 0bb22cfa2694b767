/*
 * The table of the report as a whole. Rows stand in the order in which JSON prints them: by name.
 */
#include "report_record.h"

#include "partner/write.h"

static const struct field inputs_rows[] = {
	R_COUNT("ended", struct report_inputs, ended, "partnerships that have ended"),
	R_COUNT("partners", struct report_inputs, partners, "partners that go on"),
	R_STRINGS("unread", struct report_inputs, unread, "files that could not be read"),
};
static const struct record inputs_record =
	RECORD("inputs", struct report_inputs, inputs_rows, NULL, "what the report was made from");

static const struct field partner_rows[] = {
	R_DATE("as_of", struct report_partner, as_of, "the day that was judged"),
	R_REAL("coverage", struct report_partner, coverage, 4, "measured share of what applies"),
	R_COUNT("critical", struct report_partner, critical, "critical signs that are heard"),
	R_WORD("criticality", struct report_partner, criticality, criticality_words,
		"how much depends on the partner"),
	R_DATE("ended", struct report_partner, ended, "its last day; null while it goes on"),
	R_STRING("grade", struct report_partner, grade, "of the policy's bands; - is ungraded"),
	R_REAL("high", struct report_partner, high, 1, "upper end of the score's interval"),
	R_WORD("kind", struct report_partner, kind, partner_kind_words, "kind of partner"),
	R_LINE("line", struct report_partner, line, "line where it begins in that file"),
	R_REAL("low", struct report_partner, low, 1, "lower end of the score's interval"),
	R_COUNT("muted", struct report_partner, muted, "signs that an exception mutes"),
	R_STRING("name", struct report_partner, name, "name of the partner"),
	R_COUNT("notes", struct report_partner, notes, "signs of level note that are heard"),
	R_STRING("owner", struct report_partner, owner, "id of who owns the partnership"),
	R_STRING("owner_name", struct report_partner, owner_name, "name of the owner"),
	R_STRING("partner", struct report_partner, partner, "id of the partner"),
	R_STRING("path", struct report_partner, path, "file it was read from"),
	R_STRING("reason", struct report_partner, reason, "why the standing is what it is"),
	R_REAL("score", struct report_partner, score, 1, "0 to 100; null when not measured"),
	R_DATE("send_by", struct report_partner, send_by,
		"last day to send notice; null when none is to be sent"),
	R_CHOICE("side", struct report_partner, side, side_words, "whose conduct is judged"),
	R_MONEY("spend", struct report_partner, spend, "a year; null when unknown"),
	R_CHOICE("standing", struct report_partner, standing, standing_words,
		"what to do; null on side us and when ended"),
	R_DATE("term_end", struct report_partner, term_end, "last day of the present term"),
	R_WORD("tier", struct report_partner, tier, tier_words, "tier of the partner"),
	R_COUNT("warnings", struct report_partner, warnings, "warnings that are heard"),
};
static const struct record report_partner_record =
	RECORD("partner", struct report_partner, partner_rows, NULL, "a partner in one line");

static const struct field report_policy_rows[] = {
	R_STRING("digest", struct card_policy, digest, "SHA-256 of the policy's bytes"),
	R_STRING("id", struct card_policy, id, "id of the policy"),
};
static const struct record report_policy_record = RECORD(
	"policy", struct card_policy, report_policy_rows, NULL, "the policy that was applied");

static const struct field report_rows[] = {
	R_DATE("as_of", struct report, as_of, "the day of the report"),
	R_OBJECTS("cost_totals", struct report, cost_totals, &report_cost_record,
		"cost to the end of life of all, by currency"),
	R_OBJECTS("costs", struct report, costs, &report_cost_record,
		"cost to the end of life, by partner and currency"),
	R_OBJECT("heat", struct report, heat, struct report_heat, &report_heat_record,
		"partners by criteria, and by signs"),
	R_OBJECT("inputs", struct report, inputs, struct report_inputs, &inputs_record,
		"what the report was made from"),
	R_OBJECT("mirror", struct report, mirror, struct report_mirror, &report_mirror_record,
		"how we look as a partner"),
	R_OBJECT("movers", struct report, movers, struct report_movers, &report_movers_record,
		"who rose and fell"),
	R_OBJECTS("needs", struct report, needs, &report_need_record, "what needs somebody"),
	R_OBJECT("next", struct report, next, struct need_next, &report_next_record,
		"the next date of any partner"),
	R_OBJECT("panel", struct report, panel, struct report_panel, &report_panel_record,
		"who rates, and how far they agree"),
	R_NULL("partner", "the report is on all of them"),
	R_OBJECTS("partners", struct report, partners, &report_partner_record,
		"all that count: those that go on, the ended, ourselves"),
	R_OBJECT("policy", struct report, policy, struct card_policy, &report_policy_record,
		"the policy that all were judged by; null when there are several"),
	R_OBJECT("portfolio", struct report, portfolio, struct report_portfolio,
		&report_portfolio_record, "counts, spend and concentration"),
	R_OBJECTS("quadrant", struct report, quadrant, &report_dot_record,
		"score against dependence"),
	R_OBJECTS("renewal_months", struct report, renewal_months, &report_month_record,
		"what is at stake, by month and currency"),
	R_OBJECTS("renewals", struct report, renewals, &report_renewal_record,
		"contracts with a date in the next 12 months"),
	R_CONSTANT("schema", "partner.report/1", "name and version of this shape"),
	R_DATE("since", struct report, since, "the earlier day that it compares with"),
	R_REAL("talk_below", struct report, talk_below, 4,
		"score that parts the quadrants of the left from those of the right"),
	R_CONSTANT("type", "report", "type of this line"),
	R_COUNT("without_cost", struct report, without_cost,
		"partners of unknown cost to the end of life"),
};
const struct record report_record = RECORD(
	"report", struct report, report_rows, NULL, "the report on a portfolio, as of one day");

void report_put_json(struct buffer *out, const struct report *report)
{
	write_json_line(out, &report_record, report);
}
