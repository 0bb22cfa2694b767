/**
 * A portfolio: what a report needs of many scorecards, collected in one pass over lines of JSON.
 * Memory grows with the number of cards, not with what they say: the lines themselves are put
 * away in a spool, for the few partners that are shown in full.
 *
 * Of several cards of one partner and side the newest of the day D or before counts, and the
 * newest of the day S or before is its past; of equally new ones the one that came last.
 */
#ifndef PARTNER_PORTFOLIO_H
#define PARTNER_PORTFOLIO_H

#include <stdbool.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/names.h"
#include "partner/scorecard.h"
#include "partner/spool.h"

/** Without another day S lies so many months before D. */
#define PORTFOLIO_MONTHS 3

/** What is kept of a card besides its summary. */
enum portfolio_keep {
	KEEP_NOTHING,
	KEEP_LINES, /**< the card, for blocks and causes */
	KEEP_ROWS,  /**< its rows of CSV */
};

struct portfolio_options {
	int32_t as_of; /**< D; DATE_NONE: the newest day of any card */
	int32_t since; /**< S; DATE_NONE: three months before D */
	int keep;      /**< enum portfolio_keep */
	bool csv_safe; /**< rows of CSV are guarded against formulas */
	/** Lists are whole, as JSON has them: all partners have a line, and a row of heat maps, all
	 * needs and costs are told, and all movers are explained, each by reading two cards. Else
	 * only those are that pages show. */
	bool uncut;
};

struct member_sign {
	const char *sign;
	int32_t newest; /**< DATE_NONE */
	int16_t level;  /**< enum sign_level */
	bool muted;
};

struct member_rater {
	const char *rater;
	int64_t n; /**< criteria of the card that they rated and that counted */
};

/** What is kept of a card. Strings that recur, such as ids of criteria, are kept once. */
struct member {
	const char *partner, *name; /**< without a name the id */
	const char *kind, *tier, *criticality;
	const char *path;
	int64_t line;
	const struct card_policy *policy; /**< equal ones are one */
	const char *calibration;          /**< digest; NULL: none */
	double score, low, high, coverage;
	const char *grade, *reason;
	int side;     /**< enum side */
	int standing; /**< enum standing */
	int32_t as_of;
	int32_t ended; /**< DATE_NONE while it goes on */
	int32_t term_end;
	bool self; /**< our own organisation */
	bool graded;
	uint32_t rank; /**< of the grade among the policy's, 0 the best; how many these are: none */
	uint32_t heard[SIGN_CRITICAL + 1]; /**< signs that are not muted, by enum sign_level */
	uint32_t muted;
	/** const char *: ids, in the policy's order; cards that have the same share them. */
	struct array criteria;
	const double *points; /**< of each of them; NaN: not measured */
	struct array signs;   /**< struct member_sign, in the order of the catalogue */
	/** What each of them says that is critical and heard, in their order. */
	const char *const *texts;
	struct array raters; /**< struct member_rater, by first appearance */
	const struct card_mirror *mirror;
	const struct card_facts *facts; /**< NULL on side us, and of lines without */
	/** The same partner and side as of S; NULL: unknown. Of a past, criteria, raters, mirror,
	 * facts and the reason may be left out. */
	const struct member *past;
	struct spool_piece kept; /**< line, or rows */
	size_t place;            /**< in the input, from 0 */
	double units; /**< spend in whole units, converted when there is a common currency, for
		       * order K; NaN: unknown. Set when the portfolio is closed. */
};

/** Members in some order. */
struct members {
	const struct member **items;
	size_t n;
};

struct portfolio {
	struct portfolio_options options;
	struct arena arena;
	struct arena parts; /**< criteria, signs and raters of members */
	struct names names;
	struct spool spool;
	struct member *cards; /**< all of them as they came */
	size_t n_cards, capacity;
	struct arena scratch; /**< holds the card that is being added */
	struct buffer rows;   /**< of CSV, of one card at a time */
	struct names policy_keys;
	const struct card_policy **policies; /**< by the number of their key */
	size_t policy_capacity;
	struct names unread_paths; /**< each once */
	struct array unread;       /**< const char *: paths that could not be read or judged */
	struct array calibrations; /**< const struct calibration_file *, each once */
	struct array criteria;     /**< those of the newest card that has some kept */
	/* from here on once it is closed */
	int32_t as_of, since;    /**< D, S */
	struct members all;      /**< that count, of all sides, in order of input */
	struct members partners; /**< of side partner that have not ended, in order H */
	struct members ended;    /**< of side partner that have, by id */
	struct members selves;   /**< our own organisation, by id */
	/** The currency of all sums of spend: that of the policies when every spend that is known
	 * could be converted, or is in it; 0: each in its own. */
	uint16_t common;
	size_t repeated; /**< see portfolio_repeated */
	const struct member *first_repeated[2];
};

void portfolio_open(struct portfolio *portfolio, const struct portfolio_options *options);

/** Adds a card from a line, with or without its newline, or the file that partner-score could not
 * read from the line that it printed instead. False, and why, when it is neither; the
 * message lives until the next line is added. */
bool portfolio_add(
	struct portfolio *portfolio, const char *line, size_t length, struct read_fault *fault);

/** What could not be read; the path is copied, and counts once. */
void portfolio_add_unread(struct portfolio *portfolio, const char *path);

/** A calibration that cards were made with; it must live as long as the portfolio. */
void portfolio_add_calibration(
	struct portfolio *portfolio, const struct calibration_file *calibration);

/** Chooses what counts, and puts it in order. Nothing can be added afterwards. */
void portfolio_close(struct portfolio *portfolio);

/** How many cards of the same partner, side and day came from another file than the one that
 * counts: `first` gets that one, and the first of the others. For a warning. */
size_t portfolio_repeated(const struct portfolio *portfolio, const struct member *first[2]);

/** Gives back what only the sections of a report look at, once these are made: of no member
 * criteria, signs and raters are known any more. */
void portfolio_drop_parts(struct portfolio *portfolio);

/** What was kept of a member; false when it cannot be read: portfolio->spool.error. */
bool portfolio_kept(struct portfolio *portfolio, const struct member *member, struct buffer *out);

/** The card of a member again, in `arena`; NULL when it was not kept or cannot be read. */
const struct scorecard *portfolio_card(
	struct portfolio *portfolio, const struct member *member, struct arena *arena);

void portfolio_free(struct portfolio *portfolio);

/** Who owns the partnership: the name, else the id; NULL: nobody. */
const char *member_owner(const struct member *member);

/* ---- orders, for qsort over const struct member * ---- */

/** Standings as partners are listed: exit, talk, gather, keep, grow. */
#define STANDINGS 5
extern const int standing_order[STANDINGS];

/** H: standing in that order; score ascending, null last; id. */
int member_compare_h(const void *left, const void *right);

/** K: critical, important, other; spend descending, unknown last, in the common currency when
 * there is one; then H. */
int member_compare_k(const void *left, const void *right);

/** By id. */
int member_compare_ids(const void *left, const void *right);

/** Spend a year as sums have it: converted when the portfolio has a common currency. */
struct money member_spend(const struct portfolio *portfolio, const struct member *member);
/** What missing the notice costs, likewise where the conversion is known. */
struct money member_at_stake(const struct portfolio *portfolio, const struct member *member);

#endif
