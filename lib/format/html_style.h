/* The style of all pages. Private to lib/format. */
#ifndef FORMAT_HTML_STYLE_H
#define FORMAT_HTML_STYLE_H

extern const char html_style[];

#endif
