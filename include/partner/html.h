/**
 * Pages of HTML that stand alone: one file, no script, nothing loaded, for screens in light and
 * dark and for paper. The policy in the head lets only the page's own style through, told by its
 * digest, so that text which got out of its place still could do nothing. All text is untrusted.
 */
#ifndef PARTNER_HTML_H
#define PARTNER_HTML_H

#include "partner/buffer.h"

/** Begins a page: from its doctype to where its contents begin. Ends it. */
void html_begin(struct buffer *out, const char *title);
void html_end(struct buffer *out);

/** Text as it is shown: escaped, set apart from text of another direction around it; dates and
 * amounts in it are not broken, paths may be after each folder. */
void html_put_text(struct buffer *out, const char *text);
void html_put_path(struct buffer *out, const char *path);

/** An element of this name around a text: `<h2>Money</h2>`. Class may be NULL. */
void html_put_element(struct buffer *out, const char *name, const char *class, const char *text);

/** What may be wider than the page scrolls on its own, by keys as well. The title is for those
 * who hear the page. */
void html_begin_scroll(struct buffer *out, const char *title);
void html_end_scroll(struct buffer *out);

#endif
