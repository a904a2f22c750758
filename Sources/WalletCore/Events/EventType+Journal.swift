extension EventType {
    /// The journal's `MESSAGE_ID`: one random 128-bit id for each type, which its catalogue entry names too.
    ///
    /// An id never changes and is never used for another type (sd_journal_print(3)).
    package var messageID: String {
        switch self {
        case .alertFiring: "a4f0bf7f119348849f57b2e18f0da231"
        case .alertRepeated: "8db09003568742ce9755558a29c8e2a3"
        case .alertResolved: "c0cc98596d2a4c5c9367822b848d88ba"
        case .alertWithdrawn: "8ca93066665a43a7a6bcc5dd47521dcf"
        case .alertSuperseded: "755d5f116ff54b928e40114917adef61"
        case .sourceFailing: "030462bc974f4442ab8bdf4f6142e6ea"
        case .sourceRecovered: "004ae49ab5634378872f69748f7e4e71"
        case .sourceNeedsAttention: "df61d163c2204045816b8203bb02a9d8"
        case .daemonStarted: "f4e3beb275194f6da5f0e77fa42a014a"
        case .daemonStopping: "7cc648af4403440e9d9befafb49d8b49"
        case .daemonClockStep: "22db1cb0cd7348eebf182b785984f1f7"
        case .daemonDegraded: "6a8d2e1892eb49cca3126c8f6b8ccb68"
        case .daemonHistoryWentBack: "ddca2359b6014740be89f8b6e352dbc7"
        case .configLoaded: "bc361dc728a440aeb235e86ac19b040b"
        case .configRejected: "9e5a83d23fe1466ea048d5ac8116a232"
        }
    }
}

extension Severity {
    /// The journal's `PRIORITY`, a level of syslog(3): informational, warning, critical.
    package var priority: Int {
        switch self {
        case .info: 6
        case .warning: 4
        case .critical: 2
        }
    }
}
