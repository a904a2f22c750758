/// A consistent state of the database, to be asked while its transaction lasts.
package protocol StoreTransaction {
    var database: Database { get }
}

/// What ``StoreReader/read(_:)`` works with.
package struct ReadTransaction: StoreTransaction {
    package let database: Database
}
