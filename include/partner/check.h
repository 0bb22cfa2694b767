/**
 * Check: the rules of partner-check over a decoded model. Structural faults (P001–P012, P015,
 * P017, P019) come from reading; everything that needs more than one value is a row here.
 */
#ifndef PARTNER_CHECK_H
#define PARTNER_CHECK_H

#include <stdint.h>

#include "partner/diag.h"
#include "partner/earlier.h"
#include "partner/source.h"

/** What is remembered from file to file: ids of partners and names of people (P014, P111). */
struct check_memory;

struct check_memory *check_memory_new(void);
void check_memory_free(struct check_memory *memory);

/**
 * From now on each document is compared with what it was at a revision (P501–P508). After each
 * one earlier_reason tells whether that could be done. `earlier` outlives the memory.
 */
void check_memory_compare(struct check_memory *memory, struct earlier *earlier);

/**
 * Checks what a people file says beyond its shape (P010, P020, P111). Appends to file->faults; call
 * it once for each, before the first document that it serves is checked.
 */
void check_people(struct people_source *file, struct check_memory *memory);

/**
 * Checks one document and appends what it finds to source->faults, muted findings marked by
 * their date, all sorted. `as_of` is D.
 */
void check_document(struct source *source, struct check_memory *memory, int32_t as_of);

/**
 * P505, when all documents have been checked: what is found in the `i`-th policy of which that
 * could be told, mostly nothing; NULL at the end. The policies still have to be there.
 */
const struct diag_list *check_weighing(struct check_memory *memory, size_t i);

/**
 * Checks what a policy says beyond its shape (P601–P605), in the policy and its overrides,
 * and fills in default scales. Appends to file->faults, and to those of its calibrations what
 * is wrong with them (P010) or that they are missing (P605), so that this stops only partners
 * whose rules name them. Serves as source_options.validate.
 */
void check_policy(struct policy_file *file, struct arena *arena);

/**
 * The same for making a calibration: neither whether those that the policy names are there
 * matters, nor what they say; their faults are forgotten.
 */
void check_policy_to_calibrate(struct policy_file *file, struct arena *arena);

/** The `diagnostic` records' fingerprint needs places that survive moved lines: the pointer
 * with list places replaced by the record's id, or by what else tells it from its like. */
const char *check_identity(
	struct arena *arena, const struct partner *partner, const struct diag *diag);

#endif
