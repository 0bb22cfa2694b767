#include "partner/exit_warnings.h"

#include <assert.h>
#include <string.h>

static const struct exit_warning_info warnings[EXIT_WARNINGS] = {
	[X01_SEND_BY_PASSED] = {"X01", "send-by-passed", DIAG_ERROR,
		"notice is needed, was not given, and the day to send it has passed"},
	[X02_SEND_BY_NEAR] = {"X02", "send-by-near", DIAG_WARNING,
		"notice is to be sent within 14 days"},
	[X03_DOES_NOT_FIT] = {"X03", "does-not-fit", DIAG_ERROR,
		"the cutover ends after the contract and its transition do"},
	[X04_SLACK_NEGATIVE] = {"X04", "slack-negative", DIAG_ERROR,
		"a task must start before it can"},
	[X05_ALTERNATIVE_UNTESTED] = {"X05", "alternative-untested", DIAG_ERROR,
		"a function is critical, and no alternative was tested within 12 months"},
	[X06_DELETION_EARLY] = {"X06", "deletion-early", DIAG_ERROR,
		"data is deleted before the final export, the parallel run or the rollback window has ended"},
	[X07_LEGAL_HOLD] = {"X07", "legal-hold", DIAG_ERROR,
		"data that the law forbids to delete is deleted, or stays with the partner (a note)"},
	[X08_RETRIEVAL_SHORT] = {"X08", "retrieval-short", DIAG_WARNING,
		"data can no longer be fetched when the final export ends, or nothing says how long it can be"},
	[X09_UNCOVERED] = {"X09", "uncovered", DIAG_ERROR,
		"something must not break, and no task of the plan covers it"},
	[X10_SUCCESSOR_MISSING] = {"X10", "successor-missing", DIAG_ERROR,
		"somebody knows something, and nobody is named who will learn it"},
	[X11_OWNER_MISSING] = {"X11", "owner-missing", DIAG_WARNING,
		"a task, or something that must not break, has no owner"},
	[X12_OWNER_LEAVES] = {"X12", "owner-leaves", DIAG_ERROR,
		"an owner, holder or successor leaves before the task ends"},
	[X13_STAFF_LEAVE_EARLY] = {"X13", "staff-leave-early", DIAG_ERROR,
		"the partner's people leave before the knowledge is handed over; before the cutover it is a warning"},
	[X14_ACCESS_OUTLIVES] = {"X14", "access-outlives", DIAG_WARNING,
		"the partner's access ends more than 7 days after the service and the rollback window"},
	[X15_ACCESS_CUT_EARLY] = {"X15", "access-cut-early", DIAG_ERROR,
		"the partner's access ends before the rollback window does"},
	[X16_ROLLBACK_UNSERVED] = {"X16", "rollback-unserved", DIAG_WARNING,
		"the service ends before the rollback window does"},
	[X17_NO_RIGHT] = {"X17", "no-right", DIAG_ERROR,
		"the contract is left early without a right to do so"},
	[X18_REFUND_ASSUMED] = {"X18", "refund-assumed", DIAG_WARNING,
		"part of what was prepaid comes back only if the partner agrees"},
	[X19_CREDITS_UNABSORBED] = {"X19", "credits-unabsorbed", DIAG_WARNING,
		"credits are more than what is still to be paid"},
	[X20_EGRESS_UNASKED] = {"X20", "egress-unasked", DIAG_WARNING,
		"taking the data away is charged, and nobody asked to waive it"},
	[X21_REMEDY_UNCLAIMED] = {"X21", "remedy-unclaimed", DIAG_WARNING,
		"a penalty, reward or credit was never claimed"},
	[X22_TOLD_BEFORE_PARTNER] = {"X22", "told-before-partner", DIAG_ERROR,
		"customers or others are told before the partner is"},
	[X23_CUSTOMER_RENEWS] = {"X23", "customer-renews", DIAG_WARNING,
		"a customer's contract renews before the customer is moved"},
	[X24_NOT_FAIR] = {"X24", "not-fair", DIAG_WARNING,
		"nobody has talked with the partner within 12 months"},
	[X25_UNAPPROVED] = {"X25", "unapproved", DIAG_WARNING,
		"nobody has approved the plan within 12 months"},
	[X26_UNTESTED] = {"X26", "untested", DIAG_WARNING,
		"nobody has rehearsed the plan within 12 months"},
	[X27_NO_REENTRY] = {"X27", "no-reentry", DIAG_NOTE,
		"nothing says on what terms we would come back"},
	[X28_CYCLE] = {"X28", "cycle", DIAG_ERROR, "tasks wait for each other"},
	[X29_UNKNOWN_AFTER] = {"X29", "unknown-after", DIAG_ERROR,
		"a task waits for one that does not exist"},
	[X30_RATE_MISSING] = {"X30", "rate-missing", DIAG_WARNING,
		"amounts cannot be added for want of a rate of the policy"},
	[X31_ANSWER_PENDING] = {"X31", "answer-pending", DIAG_WARNING,
		"the review of a talk is still to come when the decision is due"},
	[X32_OVER_BUDGET] = {"X32", "over-budget", DIAG_WARNING,
		"leaving costs more than what is planned for it"},
	[X33_LINE_MISSING] = {"X33", "line-missing", DIAG_NOTE,
		"an amount cannot be computed for want of a field or a date"},
	[X34_NO_EXIT_RECORD] = {"X34", "no-exit-record", DIAG_WARNING,
		"the file says nothing about leaving"},
};

const struct exit_warning_info *exit_warning_info(enum exit_warning warning)
{
	assert((int)warning >= 0 && warning < EXIT_WARNINGS);
	return &warnings[warning];
}

enum exit_warning exit_warning_find(const char *id_or_rule)
{
	for (int i = 0; i < EXIT_WARNINGS; i++)
		if (!strcmp(warnings[i].id, id_or_rule) || !strcmp(warnings[i].rule, id_or_rule))
			return (enum exit_warning)i;
	return EXIT_WARNINGS;
}
