/**
 * The catalogue of warning signs: which there are, how loud they are by default, whose advice
 * they follow, and which parameters a policy may set. The rules that raise them are in judge.
 */
#ifndef PARTNER_SIGNS_H
#define PARTNER_SIGNS_H

#include "partner/policy.h"

struct sign_info {
	const char *id;
	enum sign_level level;         /**< built in; a policy may say otherwise */
	const char *source;            /**< id of the practitioners' advice that it answers */
	bool moves;                    /**< counts for the standing */
	bool conduct;                  /**< critical, it may lead to exit; others to talk at most */
	const char *const *parameters; /**< fields of struct sign_rule by name, closed by NULL */
	const char *doc;               /**< when it is raised: one line, lower case, no full stop */
	const char *advice;            /**< what to do about it: likewise */
};

/** All signs, in the order in which they are judged and printed; `*n` gets their number. */
const struct sign_info *sign_catalogue(size_t *n);

/** The sign with this id, NULL when there is none. */
const struct sign_info *sign_find(const char *id);

#endif
