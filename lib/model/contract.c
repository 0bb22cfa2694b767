/* The contract and what it settles about notice, ending, service and money. */
#include "partner/partner.h"

#include "tables.h"

const char *const renewal_words[] = {
	[RENEWAL_AUTO] = "auto",
	[RENEWAL_MANUAL] = "manual",
	[RENEWAL_EVERGREEN] = "evergreen",
	NULL,
};

const char *const value_per_words[] = {
	[VALUE_PER_MONTH] = "month",
	[VALUE_PER_QUARTER] = "quarter",
	[VALUE_PER_YEAR] = "year",
	[VALUE_PER_TERM] = "term",
	NULL,
};

static const struct field notice_fields[] = {
	F_DURATION("period", struct notice, period,
		"how long before the end notice must have arrived"),
	F_DURATION("opens", struct notice, opens,
		"how long before the end notice can be given at the earliest"),
	F_TEXT("method", struct notice, method, "how notice must be given, such as by letter"),
	F_DURATION("delivery", struct notice, delivery,
		"how long after sending the notice counts as received"),
	F_TEXT("address", struct notice, address, "where notice must be sent"),
	F_DATE("given", struct notice, given, "day on which notice was given, by either side"),
	F_TEXT("note", struct notice, note, "anything else worth knowing about notice"),
};
static const struct record notice_record = RECORD("notice", struct notice, notice_fields, NULL,
	"how and when the contract can be ended by notice");

static const struct field prepaid_fields[] = {
	F_DATE("from", struct prepaid, from, "first day that is paid for"),
	F_DATE("to", struct prepaid, to, "last day that is paid for"),
	F_MONEY("amount", struct prepaid, amount, "what was paid in advance for these days"),
	F_TEXT("note", struct prepaid, note, "anything else worth knowing about this payment"),
};
static const struct record prepaid_record =
	RECORD("prepaid", struct prepaid, prepaid_fields, NULL, "a period paid in advance");

static const struct field fee_step_fields[] = {
	F_DATE("until", struct fee_step, until, "last day on which this fee is asked"),
	F_MONEY("amount", struct fee_step, amount, "fee for ending the contract by that day"),
	F_TEXT("note", struct fee_step, note, "anything else worth knowing about this fee"),
};
static const struct record fee_step_record = RECORD("fee", struct fee_step, fee_step_fields, NULL,
	"a step in a table of fees for ending early");

static const struct field termination_fields[] = {
	F_FLAG("convenience", struct termination, convenience,
		"true when we may end the contract early without a reason"),
	F_SHARE("refund", struct termination, refund,
		"share of what is prepaid and unused that we get back"),
	F_SHARE("refund_for_cause", struct termination, refund_for_cause,
		"the same share when the partner gave the cause"),
	F_MONEY("fee", struct termination, fee, "fixed fee for ending early"),
	F_SHARE("fee_share", struct termination, fee_share,
		"fee for ending early as a share of the remaining value"),
	F_RECORDS("fee_table", struct termination, fee_table, struct fee_step, &fee_step_record,
		"fees for ending early that fall with time; takes the place of fee"),
	F_TEXT("note", struct termination, note, "anything else worth knowing about ending early"),
};
static const struct record termination_record = RECORD("termination", struct termination,
	termination_fields, NULL, "what it means to end the contract before its term");

static const struct field transition_fields[] = {
	F_DURATION("period", struct transition, period,
		"how long the partner must go on serving us after the end"),
	F_WHOLE("included_days", struct transition, included_days, 0, NO_LIMIT,
		"days of help with the change that cost nothing extra"),
	F_MONEY("day_rate", struct transition, day_rate, "price of each further day of help"),
	F_TEXT("note", struct transition, note, "anything else worth knowing about the transition"),
};
static const struct record transition_record = RECORD("transition", struct transition,
	transition_fields, NULL, "the help that the partner owes us when we leave");

static const struct field service_level_fields[] = {
	F_WHOLE("severity", struct service_level, severity, 1, 4,
		"severity of the incidents this is for, 1 is the worst"),
	F_DURATION("acknowledge", struct service_level, acknowledge,
		"time in which the partner must answer"),
	F_DURATION("resolve", struct service_level, resolve,
		"time in which the incident must be over"),
	F_TEXT("note", struct service_level, note, "anything else worth knowing about this level"),
};
static const struct record service_level_record = RECORD("service level", struct service_level,
	service_level_fields, NULL, "what was agreed for incidents of one severity");

static const struct field credits_fields[] = {
	F_SHARE("rate", struct credits, rate, "share of the monthly charge due for each breach"),
	F_SHARE("cap", struct credits, cap, "most of a monthly charge that credits can reach"),
	F_TEXT("note", struct credits, note, "anything else worth knowing about credits"),
};
static const struct record credits_record = RECORD("credits", struct credits, credits_fields, NULL,
	"what a missed service level gives back to us");

static const struct field contract_fields[] = {
	F_DATE("start", struct contract, start, "first day of the contract"),
	F_DATE("end", struct contract, end,
		"last day of the term; when you move it on, keep the old one in earlier_ends"),
	F_WORD("renewal", struct contract, renewal, renewal_words,
		"what happens at the end; evergreen has no end but notice"),
	F_DURATION("renewal_term", struct contract, renewal_term,
		"how long each renewal lasts; 12mo when it is not said"),
	F_DATES("earlier_ends", struct contract, earlier_ends, "last days of the earlier terms"),
	F_RECORD("notice", struct contract, notice, struct notice, &notice_record,
		"how and when the contract can be ended by notice"),
	F_MONEY("value", struct contract, value, "what we pay for each period of per"),
	F_WORD("per", struct contract, per, value_per_words,
		"the period that value is for; year when it is not said"),
	F_RECORDS("prepaid", struct contract, prepaid, struct prepaid, &prepaid_record,
		"periods that were paid in advance"),
	F_MONEY("commitment", struct contract, commitment,
		"what we promised to spend over the whole term"),
	F_MONEY("spent", struct contract, spent, "how much of the commitment is spent so far"),
	F_RECORD("termination", struct contract, termination, struct termination,
		&termination_record, "what it means to end the contract before its term"),
	F_RECORD("transition", struct contract, transition, struct transition, &transition_record,
		"the help that the partner owes us when we leave"),
	F_DURATION("retrieval", struct contract, retrieval,
		"how long after the end our data can still be fetched"),
	F_RECORDS("service_levels", struct contract, service_levels, struct service_level,
		&service_level_record, "how fast incidents must be answered and resolved"),
	F_RECORD("credits", struct contract, credits, struct credits, &credits_record,
		"what a missed service level gives back to us"),
	F_TEXTS("signed", struct contract, signed_by, "who signed for either side, and when"),
	F_TEXT("link", struct contract, link, "where the contract can be read"),
	F_TEXT("note", struct contract, note, "anything else worth knowing about the contract"),
};
const struct record contract_record = RECORD(
	"contract", struct contract, contract_fields, NULL, "the terms that both sides signed");

enum renewal contract_renewal(const struct contract *contract)
{
	return (enum renewal)WORD_OR(contract->renewal, RENEWAL_MANUAL);
}
