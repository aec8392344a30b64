/* SPDX-License-Identifier: MIT */
/*
 * How long a command takes, and how much memory, from start to end:
 *
 *     bench [-n RUNS] COMMAND [ARGUMENT]...
 *
 * Prints the least and the median wall time and the largest resident set of
 * RUNS runs (20), after one that is not counted. What the command prints is
 * thrown away. A command that fails ends it with status 1.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000 };

struct figures {
    double wall_ms[RUNS_MAX];
    long resident_kb; /* the largest */
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void become(char **command)
{
    const int null = open("/dev/null", O_WRONLY);
    if (null >= 0)
        dup2(null, STDOUT_FILENO);
    execvp(command[0], command);
    fprintf(stderr, "bench: cannot run '%s': %s\n", command[0],
            strerror(errno));
    _exit(127);
}

static int run(char **command, double *wall_ms, long *resident_kb)
{
    struct rusage usage;
    int status;
    const double begin = now_ms();
    const pid_t child = fork();
    if (child == 0)
        become(command);
    if (child < 0 || wait4(child, &status, 0, &usage) < 0)
        return -1;
    *wall_ms = now_ms() - begin;
    if (usage.ru_maxrss > *resident_kb)
        *resident_kb = usage.ru_maxrss;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

int main(int argc, char **argv)
{
    static struct figures figures;
    long runs = 20;
    char **command = argv + 1;
    if (argc > 3 && strcmp(argv[1], "-n") == 0) {
        runs = strtol(argv[2], NULL, 10);
        command = argv + 3;
    }
    if (command >= argv + argc || runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "usage: bench [-n RUNS] COMMAND [ARGUMENT]...\n");
        return 2;
    }
    for (long i = -1; i < runs; i++)
        if (run(command, &figures.wall_ms[i < 0 ? 0 : i],
                &figures.resident_kb)) {
            fprintf(stderr, "bench: '%s' failed\n", command[0]);
            return 1;
        }
    qsort(figures.wall_ms, (size_t)runs, sizeof *figures.wall_ms, compare);
    printf("min %7.2f ms  median %7.2f ms  %6.1f MB  %ld runs\n",
           figures.wall_ms[0], figures.wall_ms[runs / 2],
           (double)figures.resident_kb / 1024, runs);
    return 0;
}
