import SQLite

struct Writer {
    let database: Database
}
