/// The schema's steps, embedded from the `.sql` files of this folder.
package enum Migrations {
    /// In the order of their versions, which begin at 1 and leave none out.
    package static let all = [
        Migration(version: 1, name: "snapshots", bytes: PackageResources.V0001_snapshots_sql),
        Migration(version: 2, name: "cashouts", bytes: PackageResources.V0002_cashouts_sql),
        Migration(version: 3, name: "declines", bytes: PackageResources.V0003_declines_sql),
        Migration(version: 4, name: "credentials", bytes: PackageResources.V0004_credentials_sql),
        Migration(version: 5, name: "watch", bytes: PackageResources.V0005_watch_sql),
    ]
}

extension Migration {
    fileprivate init(version: Int, name: String, bytes: [UInt8]) {
        self.init(version: version, name: name, sql: String(decoding: bytes, as: UTF8.self))
    }
}
