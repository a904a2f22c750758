/* Preloaded: CLOCK_REALTIME is as many seconds ahead as the file $CLOCK_AHEAD says. Other clocks stay as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = (int)syscall(SYS_clock_gettime, clock, time);
  const char *path = getenv("CLOCK_AHEAD");
  if (result == 0 && clock == CLOCK_REALTIME && path) {
    FILE *file = fopen(path, "re");
    long ahead = 0;
    if (file && fscanf(file, "%ld", &ahead) == 1) time->tv_sec += ahead;
    if (file) fclose(file);
  }
  return result;
}
