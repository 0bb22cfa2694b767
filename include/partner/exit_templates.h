/**
 * The template of leaving: the tasks that every exit has, by kind of partner, and how long they
 * take. Their ids are part of the file format: `exit.tasks[].after: [gate]`.
 */
#ifndef PARTNER_EXIT_TEMPLATES_H
#define PARTNER_EXIT_TEMPLATES_H

#include "partner/partner.h"

/** Most predecessors of a task of the template. */
#define TEMPLATE_AFTER 4

struct exit_template {
	const char *id;
	const char *title;
	const char *kind;                  /**< only for partners of this kind; NULL: all */
	enum side side;                    /**< who does it */
	bool assisted;                     /**< needs the partner's help: not in a stressed plan */
	bool business_start;               /**< starts on a business day */
	struct duration takes[4];          /**< by enum partner_kind, vendor to technology */
	const char *after[TEMPLATE_AFTER]; /**< closed by NULL when fewer */
	const char *also_kind;             /**< only for this kind … */
	const char *also_after;            /**< … also after this task; NULL: nothing more */
};

/** All template tasks; `*n` gets their number. */
const struct exit_template *exit_templates(size_t *n);

/** Whether partners of this kind (enum partner_kind) have the task. */
bool exit_template_is_for(const struct exit_template *template, int kind);

#endif
