/**
 * The catalogue of what an exit plan warns of. The rules that raise it are in lib/exit; the
 * names are here, since partner files may mute them.
 */
#ifndef PARTNER_EXIT_WARNINGS_H
#define PARTNER_EXIT_WARNINGS_H

#include "partner/diag.h"

enum exit_warning {
	X01_SEND_BY_PASSED,
	X02_SEND_BY_NEAR,
	X03_DOES_NOT_FIT,
	X04_SLACK_NEGATIVE,
	X05_ALTERNATIVE_UNTESTED,
	X06_DELETION_EARLY,
	X07_LEGAL_HOLD,
	X08_RETRIEVAL_SHORT,
	X09_UNCOVERED,
	X10_SUCCESSOR_MISSING,
	X11_OWNER_MISSING,
	X12_OWNER_LEAVES,
	X13_STAFF_LEAVE_EARLY,
	X14_ACCESS_OUTLIVES,
	X15_ACCESS_CUT_EARLY,
	X16_ROLLBACK_UNSERVED,
	X17_NO_RIGHT,
	X18_REFUND_ASSUMED,
	X19_CREDITS_UNABSORBED,
	X20_EGRESS_UNASKED,
	X21_REMEDY_UNCLAIMED,
	X22_TOLD_BEFORE_PARTNER,
	X23_CUSTOMER_RENEWS,
	X24_NOT_FAIR,
	X25_UNAPPROVED,
	X26_UNTESTED,
	X27_NO_REENTRY,
	X28_CYCLE,
	X29_UNKNOWN_AFTER,
	X30_RATE_MISSING,
	X31_ANSWER_PENDING,
	X32_OVER_BUDGET,
	X33_LINE_MISSING,
	X34_NO_EXIT_RECORD,
	EXIT_WARNINGS, /* how many */
};

struct exit_warning_info {
	const char *id;        /**< X16 */
	const char *rule;      /**< rollback-unserved */
	enum diag_level level; /**< mostly; errors cannot be muted */
	const char *doc;       /**< when it is raised: one line, lower case, no full stop */
};

/** The row of a warning. The rows lie one behind the other, in the order of their ids. */
const struct exit_warning_info *exit_warning_info(enum exit_warning warning);

/** The warning with exactly this id or rule name, EXIT_WARNINGS when there is none. */
enum exit_warning exit_warning_find(const char *id_or_rule);

#endif
