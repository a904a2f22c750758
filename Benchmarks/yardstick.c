/* What the store is measured against: the same rows in the same file by a plain loop on libsqlite3.

   yardstick rows FILE HOLDINGS COUNT BATCH        ids and old balances known, so one INSERT and one UPDATE by id
   yardstick statements FILE HOLDINGS COUNT BATCH  the statements of walletd's store

   FILE is what `walletd-bench prepare FILE HOLDINGS` made. Says `WALL CPU`, in nanoseconds. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ACCOUNTS_PER_SOURCE = 10 };
static const sqlite3_int64 START = 1735689600000;

static sqlite3 *database;

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

static void text(sqlite3_stmt *statement, int index, const char *value) {
  check(sqlite3_bind_text(statement, index, value, -1, SQLITE_TRANSIENT));
}

static long long nanoseconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void balance(char *out, long long number, long long round) {
  long long units = 100000 + number * 100 + round * 137;
  sprintf(out, "%lld.%02lld", units / 100, units % 100);
}

static sqlite3_int64 instant(long long position, long long batch) {
  return position < 0 ? START : START + (position / batch + 1) * 1000;
}

static sqlite3_stmt *insert_row, *update_row, *insert_span, *update_holding;

static void change_rows(long long position, long long holdings, long long batch) {
  long long number = position % holdings, round = position / holdings;
  sqlite3_int64 before = instant(position - holdings, batch), now = instant(position, batch);
  char amount[32];
  sqlite3_bind_int64(insert_row, 1, number + 1);
  sqlite3_bind_int64(insert_row, 2, before);
  sqlite3_bind_int64(insert_row, 3, before);
  balance(amount, number, round);
  text(insert_row, 4, amount);
  run(insert_row);
  balance(amount, number, round + 1);
  text(update_row, 1, amount);
  sqlite3_bind_int64(update_row, 2, now);
  sqlite3_bind_int64(update_row, 3, number + 1);
  run(update_row);
}

static void change_statements(long long position, long long holdings, long long batch) {
  long long number = position % holdings, round = position / holdings;
  sqlite3_int64 now = instant(position, batch);
  char amount[32], source[32], account[32];
  sprintf(source, "source-%lld", number / ACCOUNTS_PER_SOURCE);
  sprintf(account, "account-%lld", number);
  text(insert_span, 1, source);
  text(insert_span, 2, account);
  text(insert_span, 3, "USD");
  run(insert_span);
  balance(amount, number, round + 1);
  sqlite3_bind_int64(update_holding, 1, 1);
  text(update_holding, 2, "bank");
  text(update_holding, 3, "listed");
  text(update_holding, 4, amount);
  sqlite3_bind_null(update_holding, 5);
  sqlite3_bind_int64(update_holding, 6, now);
  sqlite3_bind_int64(update_holding, 7, now);
  sqlite3_bind_null(update_holding, 8);
  text(update_holding, 9, source);
  text(update_holding, 10, account);
  text(update_holding, 11, "USD");
  run(update_holding);
}

static void prepare_all(void) {
  insert_row = prepare("INSERT INTO span (holding_id, first_seen, last_seen, available) VALUES (?, ?, ?, ?)");
  update_row = prepare("UPDATE holding SET available = ?1, since = ?2, changed_at = ?2, read_at = ?2 WHERE id = ?3");
  insert_span = prepare(
      "INSERT INTO span (holding_id, first_seen, last_seen, available, total)"
      " SELECT id, since, max(since, read_at), available, total FROM holding"
      " WHERE source_id = (SELECT id FROM source WHERE name = ?) AND account = ? AND asset = ?"
      " AND since IS NOT NULL");
  update_holding = prepare(
      "UPDATE holding SET since = CASE ?1 WHEN 0 THEN since"
      "  WHEN 1 THEN max(?6, coalesce(max(since, read_at) + 1,"
      "   (SELECT last_seen + 1 FROM span WHERE holding_id = holding.id ORDER BY first_seen DESC LIMIT 1), ?6)) END,"
      "  kind = ?2, standing = ?3, available = ?4, total = ?5, read_at = ?6, changed_at = ?7, as_of = ?8"
      " WHERE source_id = (SELECT id FROM source WHERE name = ?9) AND account = ?10 AND asset = ?11");
}

static void record(int plain, long long holdings, long long count, long long batch) {
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  sqlite3_stmt *clock = prepare("UPDATE clock SET highest = max(highest, ?)");
  for (long long first = 0; first < count; first += batch) {
    run(begin);
    for (long long position = first; position < first + batch && position < count; position++)
      (plain ? change_rows : change_statements)(position, holdings, batch);
    sqlite3_bind_int64(clock, 1, instant(first, batch));
    run(clock);
    run(commit);
  }
}

int main(int argc, char **argv) {
  if (argc != 6) {
    fprintf(stderr, "usage: yardstick rows|statements FILE HOLDINGS COUNT BATCH\n");
    return 64;
  }
  check(sqlite3_open_v2(argv[2], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
  check(sqlite3_exec(
      database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", NULL, NULL, NULL));
  prepare_all();
  long long wall = nanoseconds(CLOCK_MONOTONIC), processor = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  record(strcmp(argv[1], "rows") == 0, atoll(argv[3]), atoll(argv[4]), atoll(argv[5]));
  printf("%lld %lld\n", nanoseconds(CLOCK_MONOTONIC) - wall, nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  return 0;
}
