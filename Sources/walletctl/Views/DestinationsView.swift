import WalletAPI

/// Destinations as a table.
enum DestinationsView {
    static func table(_ destinations: [Destination]) -> Table {
        Table(
            [
                .essential("DESTINATION", cutTo: 8), .essential("PROVIDER", cutTo: 8), .essential("ACCOUNT"),
                .essential("USABLE FROM"), .detail(1, "SINCE"), .detail(2, "COOLING OFF"), .detail(3, "SOURCE"),
            ],
            rows: destinations.map { destination in
                [
                    Cell(destination.name), Cell(destination.provider), Cell(account(destination)),
                    .time(destination.usableFrom, destination.usable ? .good : .warning), .time(destination.since),
                    Cell(destination.coolingOff), Cell(destination.source),
                ]
            })
    }

    static func account(_ destination: Destination) -> String { "...\(destination.lastFour)" }
}
