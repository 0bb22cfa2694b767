/* The style of all pages. Private to lib/format. */
#ifndef FORMAT_HTML_STYLE_H
#define FORMAT_HTML_STYLE_H

/* Its pieces, one after the other; closed by NULL. */
extern const char *const html_style[];

#endif
