/* What the store is measured against: the same rows in the same file by a plain loop on libsqlite3.

   yardstick FILE HOLDINGS COUNT BATCH

   FILE is what `walletd-bench prepare FILE HOLDINGS` made. The loop does what `walletd-bench changes` does, but it knows
   each row's id and old values, and has one INSERT and one UPDATE for them. Prints nanoseconds: of the wall clock, of the
   processor. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const sqlite3_int64 START = 1735689600000;
static const char *const PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";

static sqlite3 *database;
static long long holdings, count, batch;

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE) return;
  fprintf(stderr, "yardstick: %s\n", sqlite3_errmsg(database));
  exit(1);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

static void run(sqlite3_stmt *statement) {
  check(sqlite3_step(statement));
  check(sqlite3_reset(statement));
}

static long long nanoseconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static sqlite3_int64 instant(long long position) {
  return position < 0 ? START : START + (position / batch + 1) * 1000;
}

static void bind_balance(sqlite3_stmt *statement, int index, long long number, long long round) {
  char text[32];
  long long units = 100000 + number * 100 + round * 137;
  sprintf(text, "%lld.%02lld", units / 100, units % 100);
  check(sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT));
}

/* The store may leave work to triggers; this loop does all of it. */
static void drop_triggers(void) {
  for (;;) {
    sqlite3_stmt *statement =
        prepare("SELECT format('DROP TRIGGER \"%w\"', name) FROM sqlite_schema WHERE type = 'trigger' LIMIT 1");
    if (sqlite3_step(statement) != SQLITE_ROW) return check(sqlite3_finalize(statement));
    char *drop = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
    check(sqlite3_finalize(statement));
    check(sqlite3_exec(database, drop, NULL, NULL, NULL));
    sqlite3_free(drop);
  }
}

static void record(void) {
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  sqlite3_stmt *clock = prepare("UPDATE clock SET highest = max(highest, ?)");
  sqlite3_stmt *span = prepare("INSERT INTO span (holding_id, first_seen, last_seen, available) VALUES (?1, ?2, ?2, ?3)");
  sqlite3_stmt *holding = prepare(
      "UPDATE holding SET available = ?2, since = ?3, changed_at = ?3, read_at = ?3 WHERE id = ?1");
  for (long long first = 0; first < count; first += batch) {
    run(begin);
    for (long long position = first; position < first + batch && position < count; position++) {
      long long number = position % holdings, round = position / holdings;
      sqlite3_bind_int64(span, 1, number + 1);
      sqlite3_bind_int64(span, 2, instant(position - holdings));
      bind_balance(span, 3, number, round);
      run(span);
      sqlite3_bind_int64(holding, 1, number + 1);
      bind_balance(holding, 2, number, round + 1);
      sqlite3_bind_int64(holding, 3, instant(position));
      run(holding);
    }
    sqlite3_bind_int64(clock, 1, instant(first));
    run(clock);
    run(commit);
  }
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: yardstick FILE HOLDINGS COUNT BATCH\n");
    return 64;
  }
  holdings = atoll(argv[2]), count = atoll(argv[3]), batch = atoll(argv[4]);
  check(sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
  check(sqlite3_exec(database, PRAGMAS, NULL, NULL, NULL));
  drop_triggers();
  long long wall = nanoseconds(CLOCK_MONOTONIC), processor = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  record();
  printf("%lld %lld\n", nanoseconds(CLOCK_MONOTONIC) - wall, nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  return 0;
}
