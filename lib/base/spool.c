/* A spool: a buffer, moved as a whole to a temporary file once it would be too large. */
#include "partner/spool.h"

#include <errno.h>
#include <unistd.h>

/* errno of what has just failed, for which the first one stays. */
static bool fail(struct spool *spool, int error)
{
	if (!spool->error)
		spool->error = error;
	return false;
}

/* Appends to the file; what a signal or a full disk cuts short is gone on with. */
static bool append(struct spool *spool, uint64_t at, const char *bytes, size_t length)
{
	while (length) {
		ssize_t n = pwrite(fileno(spool->file), bytes, length, (off_t)at);

		if (n < 0 && errno != EINTR)
			return fail(spool, errno);
		if (n > 0) {
			bytes += n;
			length -= (size_t)n;
			at += (uint64_t)n;
		}
	}
	return true;
}

/* What is in memory goes to a file; when that cannot be, it stays. */
static bool move(struct spool *spool)
{
	spool->file = tmpfile();
	if (!spool->file)
		return fail(spool, errno);
	if (append(spool, 0, spool->memory.data, spool->memory.length)) {
		buffer_free(&spool->memory);
		return true;
	}
	fclose(spool->file);
	spool->file = NULL;
	return false;
}

static bool put(struct spool *spool, const char *bytes, size_t length)
{
	size_t most = spool->most ? spool->most : SPOOL_MEMORY;

	if (!spool->file && length <= most && spool->memory.length <= most - length) {
		buffer_add(&spool->memory, bytes, length);
		return true;
	}
	return (spool->file || move(spool)) && append(spool, spool->length, bytes, length);
}

struct spool_piece spool_add(struct spool *spool, const char *bytes, size_t length)
{
	struct spool_piece piece = {spool->length, length};

	if (!spool->error && put(spool, bytes, length))
		spool->length += length;
	else
		piece.at = SPOOL_LOST;
	return piece;
}

/* A file that somebody has cut short has lost what is asked for. */
static bool take(struct spool *spool, struct spool_piece piece, struct buffer *out)
{
	char *bytes = buffer_reserve(out, piece.length);

	while (out->length < piece.length) {
		ssize_t n = pread(fileno(spool->file), bytes + out->length,
			piece.length - out->length, (off_t)(piece.at + out->length));

		if (n == 0 || (n < 0 && errno != EINTR))
			return fail(spool, n ? errno : EIO);
		out->length += n > 0 ? (size_t)n : 0;
	}
	return true;
}

bool spool_read(struct spool *spool, struct spool_piece piece, struct buffer *out)
{
	buffer_clear(out);
	if (piece.at == SPOOL_LOST)
		return false;
	if (spool->file)
		return take(spool, piece, out);
	buffer_add(out, spool->memory.data + piece.at, piece.length);
	return true;
}

void spool_free(struct spool *spool)
{
	buffer_free(&spool->memory);
	if (spool->file)
		fclose(spool->file);
	*spool = (struct spool){0};
}
