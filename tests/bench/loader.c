/**
 * loader FILE: what reading lines of JSON costs at least. Lets jansson load each line of the
 * file and gives it back at once. Prints the number of lines and bytes.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

_Noreturn static void fail(const char *what, const char *path)
{
	fprintf(stderr, "loader: cannot %s '%s': %s\n", what, path, strerror(errno));
	exit(2);
}

static void load(const char *line, size_t length, const char *path)
{
	json_t *top = json_loadb(line, length, 0, NULL);

	if (!top) {
		errno = EINVAL;
		fail("parse", path);
	}
	json_decref(top);
}

int main(int argc, char **argv)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	uint64_t lines = 0, bytes = 0;
	FILE *file;

	if (argc != 2) {
		fputs("usage: loader FILE\n", stderr);
		return 2;
	}
	file = fopen(argv[1], "r");
	if (!file)
		fail("open", argv[1]);
	while ((length = getline(&line, &room, file)) >= 0) {
		load(line, (size_t)length, argv[1]);
		lines++;
		bytes += (size_t)length;
	}
	if (ferror(file))
		fail("read", argv[1]);
	free(line);
	fclose(file);
	printf("%ju lines, %ju bytes\n", (uintmax_t)lines, (uintmax_t)bytes);
	return 0;
}
