/* Pages of HTML. */
#include "partner/html.h"

#include <stdbool.h>
#include <string.h>

#include "html_style.h"
#include "partner/escape.h"
#include "partner/sha256.h"

/* ---- the page ---- */

static unsigned value_of_hex(char digit)
{
	return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* A digest as policies of pages name it: base64 (RFC 4648). */
static void put_base64(struct buffer *out, const char hex[SHA256_HEX])
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	/* three hexadecimal digits are two of base64; the last one stands alone */
	for (size_t i = 0; i + 1 < SHA256_HEX; i += 3) {
		unsigned bits = value_of_hex(hex[i]) << 8;

		if (hex[i + 1])
			bits |= value_of_hex(hex[i + 1]) << 4 | value_of_hex(hex[i + 2]);
		buffer_putc(out, digits[bits >> 6]);
		buffer_putc(out, hex[i + 1] ? digits[bits & 63] : '=');
	}
}

static void put_policy(struct buffer *out, const struct buffer *style)
{
	char hex[SHA256_HEX];

	sha256_of(style->data, style->length, hex);
	buffer_puts(out,
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'sha256-");
	put_base64(out, hex);
	buffer_puts(out, "'; base-uri 'none'; form-action 'none'\">\n");
}

void html_begin(struct buffer *out, const char *title)
{
	struct buffer style = {0};

	for (size_t i = 0; html_style[i]; i++)
		buffer_puts(&style, html_style[i]);
	buffer_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
	put_policy(out, &style);
	buffer_puts(out,
		"<meta name=\"viewport\" content=\"width=device-width, "
		"initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
		"<title>");
	escape_puts_xml(out, title);
	buffer_puts(out, "</title>\n<style>");
	buffer_add(out, style.data, style.length);
	buffer_puts(out, "</style>\n</head>\n<body>\n<main>\n");
	buffer_free(&style);
}

void html_end(struct buffer *out)
{
	buffer_puts(out, "</main>\n</body>\n</html>\n");
}

/* ---- text ---- */

/* Whether a date stands there: 2026-12-31. */
static bool is_date(const char *text)
{
	static const char shape[] = "0000-00-00";

	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
			return false;
	return true;
}

/* Of the digits there, and the point among them. */
static size_t number_length(const char *text)
{
	return strspn(text, "0123456789.");
}

/* Of a sign of thousands and more, as doc_values.h has them: ` k`; 0: there is none. */
static size_t unit_length(const char *text)
{
	static const char *const units[] = {" k ", " M ", " bn ", " tn "};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (strncmp(text, units[i], strlen(units[i])) == 0)
			return strlen(units[i]) - 1;
	return 0;
}

/* Of a currency and such a sign before it: ` USD`, ` M USD`; 0: neither. */
static size_t currency_length(const char *text)
{
	size_t unit = unit_length(text);

	if (text[unit] != ' ' ||
		strspn(text + unit + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen("USD"))
		return 0;
	return unit + strlen(" USD");
}

/* Of what must stay in one line, a date or an amount: -12.50 USD; 0: there is none. */
static size_t unbroken_length(const char *text)
{
	size_t length = *text == '-', digits = number_length(text + length), currency;

	if (is_date(text))
		return strlen("0000-00-00");
	length += digits;
	currency = digits ? currency_length(text + length) : 0;
	return currency ? length + currency : 0;
}

/* How much of the text there is before the next of these. */
static size_t before_unbroken(const char *text)
{
	size_t length = 0;

	while (text[length] && !unbroken_length(text + length)) {
		size_t digits = number_length(text + length);

		length += digits ? digits : 1;
	}
	return length;
}

/* Browsers would break dates at their hyphens, and amounts before their currencies. */
void html_put_text(struct buffer *out, const char *text)
{
	buffer_puts(out, "<bdi>");
	while (*text) {
		size_t length = before_unbroken(text);

		escape_put_xml(out, text, length);
		text += length;
		length = unbroken_length(text);
		if (!length)
			break;
		buffer_puts(out, "<span class=\"whole\">");
		buffer_add(out, text, length);
		buffer_puts(out, "</span>");
		text += length;
	}
	buffer_puts(out, "</bdi>");
}

void html_put_path(struct buffer *out, const char *path)
{
	buffer_puts(out, "<bdi class=\"place\">");
	while (*path) {
		size_t folder = strcspn(path, "/");

		folder += path[folder] == '/';
		escape_put_xml(out, path, folder);
		path += folder;
		if (*path)
			buffer_puts(out, "<wbr>");
	}
	buffer_puts(out, "</bdi>");
}

void html_put_element(struct buffer *out, const char *name, const char *class, const char *text)
{
	buffer_printf(out, "<%s", name);
	if (class)
		buffer_printf(out, " class=\"%s\"", class);
	buffer_putc(out, '>');
	html_put_text(out, text);
	buffer_printf(out, "</%s>\n", name);
}

/* Can be reached by keys, since what is wide can be seen only by scrolling. */
void html_begin_scroll(struct buffer *out, const char *title)
{
	buffer_puts(out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
	escape_puts_xml(out, title);
	buffer_puts(out, "\">\n");
}

void html_end_scroll(struct buffer *out)
{
	buffer_puts(out, "</div>\n");
}
