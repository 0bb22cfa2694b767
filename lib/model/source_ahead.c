/*
 * A lock is taken twice for a file, to choose it and to say that it is loaded; what is computed
 * between belongs to one thread alone: the file's slot, and the thread's own buffer.
 */
#include "source_ahead.h"

/* So many files for each job, as some take longer than others. */
#define SLOTS_A_JOB 4

/* Of a thread; a file nested as deep as may be takes a tenth of it. */
#define STACK_SIZE ((size_t)256 << 10)

struct ahead_thread {
	struct ahead *ahead;
	struct buffer text; /* of a file; used again */
	pthread_t id;
};

static size_t jobs_of(const struct ahead *ahead)
{
	return ahead->options->jobs > 1 ? ahead->options->jobs : 1;
}

void ahead_init(struct ahead *ahead, struct arena *arena, const struct source_options *options)
{
	size_t jobs;

	*ahead = (struct ahead){.options = options};
	jobs = jobs_of(ahead);
	ahead->n_slots = jobs > 1 ? jobs * SLOTS_A_JOB : 1;
	ahead->slots = arena_array(arena, ahead->n_slots, sizeof(*ahead->slots));
	ahead->threads = arena_array(arena, jobs, sizeof(*ahead->threads));
	if (pthread_mutex_init(&ahead->lock, NULL) || pthread_cond_init(&ahead->more, NULL) ||
		pthread_cond_init(&ahead->done, NULL))
		arena_exhausted();
}

static struct file_ahead *slot_of(const struct ahead *ahead, size_t number)
{
	return &ahead->slots[number % ahead->n_slots];
}

/* ---- loading, with the lock held before and after ---- */

static bool has_work(const struct ahead *ahead)
{
	return ahead->next != ahead->put;
}

static void load_next(struct ahead *ahead, struct buffer *text)
{
	size_t number = ahead->next++;
	struct file_ahead *file = slot_of(ahead, number);

	if (!file->loaded) {
		pthread_mutex_unlock(&ahead->lock);
		load_file(&file->load, text, &file->queue);
		queue_prepare(&file->queue, ahead->options);
		pthread_mutex_lock(&ahead->lock);
		file->loaded = true;
	}
	if (number == ahead->first)
		pthread_cond_signal(&ahead->done);
}

static void *load_files(void *argument)
{
	struct ahead_thread *thread = argument;
	struct ahead *ahead = thread->ahead;

	pthread_mutex_lock(&ahead->lock);
	while (!ahead->closing) {
		if (has_work(ahead))
			load_next(ahead, &thread->text);
		else
			pthread_cond_wait(&ahead->more, &ahead->lock);
	}
	pthread_mutex_unlock(&ahead->lock);
	return NULL;
}

/* Adds threads up to so many. A system that gives no more of them has its reasons: those that
 * run do all the work. Their stacks are small: where addresses are limited, as by ulimit -v,
 * those of many threads would leave none for the files. */
static void add_threads(struct ahead *ahead, size_t wanted)
{
	pthread_attr_t how;

	if (pthread_attr_init(&how))
		return;
	pthread_attr_setstacksize(&how, STACK_SIZE);
	while (ahead->n_threads < wanted) {
		struct ahead_thread *thread = &ahead->threads[ahead->n_threads];

		thread->ahead = ahead;
		if (pthread_create(&thread->id, &how, load_files, thread))
			break;
		ahead->n_threads++;
	}
	pthread_attr_destroy(&how);
}

/* As many as there is work for beyond the first file, which is the owner's. */
static void start_threads(struct ahead *ahead)
{
	size_t wanted = ahead->put - ahead->next - 1;

	if (wanted > jobs_of(ahead) - 1)
		wanted = jobs_of(ahead) - 1;
	if (ahead->n_threads < wanted)
		add_threads(ahead, wanted);
}

/* ---- the owner's side ---- */

struct file_ahead *ahead_room(struct ahead *ahead)
{
	struct file_ahead *file = slot_of(ahead, ahead->end);

	if (ahead->end - ahead->first == ahead->n_slots)
		return NULL;
	arena_reset(&file->arena);
	file->load = (struct load){0};
	queue_begin(&file->queue, &file->arena);
	file->loaded = false;
	return file;
}

void ahead_put(struct ahead *ahead)
{
	ahead->end++;
}

struct file_ahead *ahead_first(struct ahead *ahead)
{
	struct file_ahead *file = slot_of(ahead, ahead->first);

	if (ahead_is_empty(ahead))
		return NULL;
	pthread_mutex_lock(&ahead->lock);
	if (ahead->put != ahead->end) {
		ahead->put = ahead->end;
		start_threads(ahead);
		pthread_cond_broadcast(&ahead->more);
	}
	while (!file->loaded || ahead->next == ahead->first) {
		if (has_work(ahead))
			load_next(ahead, &ahead->text);
		else
			pthread_cond_wait(&ahead->done, &ahead->lock);
	}
	pthread_mutex_unlock(&ahead->lock);
	return file;
}

void ahead_drop(struct ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	ahead->first++;
	pthread_mutex_unlock(&ahead->lock);
}

bool ahead_is_empty(const struct ahead *ahead)
{
	return ahead->first == ahead->end;
}

static void free_slot(struct file_ahead *file)
{
	buffer_free(&file->queue.text);
	arena_free(&file->arena);
}

static void end_threads(struct ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	ahead->closing = true;
	pthread_cond_broadcast(&ahead->more);
	pthread_mutex_unlock(&ahead->lock);
	for (size_t i = 0; i < ahead->n_threads; i++) {
		pthread_join(ahead->threads[i].id, NULL);
		buffer_free(&ahead->threads[i].text);
	}
}

void ahead_free(struct ahead *ahead)
{
	end_threads(ahead);
	pthread_cond_destroy(&ahead->done);
	pthread_cond_destroy(&ahead->more);
	pthread_mutex_destroy(&ahead->lock);
	for (size_t i = 0; i < ahead->n_slots; i++)
		free_slot(&ahead->slots[i]);
	buffer_free(&ahead->text);
}
