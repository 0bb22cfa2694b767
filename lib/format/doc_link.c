/* Links of documents. */
#include "doc_link.h"

#include <string.h>

#include "partner/escape.h"

static bool begins(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

bool link_is_address(const char *link)
{
	return link && (begins(link, "http://") || begins(link, "https://"));
}

bool link_leads(const char *link)
{
	return link_is_address(link) || (link && link[0] == '#' && link[1]);
}

static bool is_plain(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		(byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '-';
}

/* Neither ends a link of Markdown nor means anything in HTML. */
static bool may_stand_in_address(char byte)
{
	return is_plain(byte) || strchr("~:/?#@!$*+,;=%", byte);
}

void link_put_anchor(struct buffer *out, const char *anchor)
{
	for (; *anchor; anchor++) {
		if (is_plain(*anchor))
			buffer_putc(out, *anchor);
		else
			buffer_printf(out, "%%%02X", (unsigned char)*anchor);
	}
}

void link_put(struct buffer *out, const char *link)
{
	if (*link == '#') {
		buffer_putc(out, '#');
		link_put_anchor(out, link + 1);
		return;
	}
	for (; *link; link++) {
		if (may_stand_in_address(*link))
			buffer_putc(out, *link);
		else if (*link == '&')
			buffer_puts(out, "&amp;");
		else
			buffer_printf(out, "%%%02X", (unsigned char)*link);
	}
}

/* Below the folder it starts from, wherever that is. */
static bool stays_below(const char *path)
{
	if (!*path || *path == '/')
		return false;
	for (const char *name = path; *name; name += *name == '/') {
		size_t length = strcspn(name, "/");

		if (length == 2 && begins(name, ".."))
			return false;
		name += length;
	}
	return true;
}

const char *link_of_place(const struct doc *doc, struct place place)
{
	struct buffer link = {0};
	size_t base;

	if (!link_is_address(doc->link_base) || !place.path || !stays_below(place.path))
		return NULL;
	base = strlen(doc->link_base);
	base -= doc->link_base[base - 1] == '/';
	buffer_add(&link, doc->link_base, base);
	buffer_putc(&link, '/');
	escape_puts_uri(&link, place.path);
	if (place.line > 0)
		buffer_printf(&link, "#L%lld", (long long)place.line);
	return buffer_keep(&link, doc->arena);
}
