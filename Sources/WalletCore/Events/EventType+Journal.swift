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
        case .cashOutPlanned: "75cd60bc41094a41aa28f38c08fd4066"
        case .cashOutAwaitingApproval: "92828e9be6474b70ac0f441f2d72aefe"
        case .cashOutApproved: "0c3a143e14484ab2ab40450148bd5f59"
        case .cashOutPrepared: "eb667f7f2fef47f2a1ff74f0e26784e5"
        case .cashOutSending: "eddd5ad3d753402899ade1267c65331b"
        case .cashOutPending: "963e2364558d4e32a11e76a4b3bd71cf"
        case .cashOutNeedsUser: "450948cd6c4f43f09cb35520bddadd50"
        case .cashOutSettled: "78f31bcf5c21408b9ab15698b8ef54a6"
        case .cashOutFinal: "7eea1df4f0be4a1b85039c25a288ac74"
        case .cashOutRejected: "37d7fb4fb07a418f8094b39779418ab9"
        case .cashOutReturned: "037cc0c62fe843e3b28772d6af37e6e4"
        case .cashOutUnknown: "c408c287771e423ea0fb490c9fdc44b5"
        case .cashOutAbandoned: "b4d9f7c83ce04ccc809ec2d4d55fae84"
        case .cashOutFeeExceeded: "56dcc03573da420e8e2307bbea593487"
        case .cashOutsPaused: "36ae47eaab3a410db5ca6b0af1543303"
        case .cashOutsResumed: "cd712a4d275b436ea845b7a028341061"
        case .sourceFailing: "030462bc974f4442ab8bdf4f6142e6ea"
        case .sourceRecovered: "004ae49ab5634378872f69748f7e4e71"
        case .sourceNeedsAttention: "df61d163c2204045816b8203bb02a9d8"
        case .providerSuspicious: "ccac6a3f6d8c4afaba7701ae68f9672e"
        case .providerExpensive: "02a2e5d580f34c24a57c045debe132ac"
        case .providerCheckDue: "4bc4f6847af84b41a5bf2069e0932061"
        case .providerIdentityExpiring: "cc7ab6aac2aa4680957f7d8ecde3ae40"
        case .destinationNew: "d5de942c33d04bd3970e2ed64bccc76e"
        case .destinationChanged: "1711bef183fb48af97414ac80f8b8045"
        case .ruleConfirmed: "8e97a95cfb834f0eb611d0763c87c450"
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

extension EventType {
    /// The journal's `PRIORITY` where the type alone says it: money that needs a person is an error, the small steps
    /// of a cash-out are for debugging (syslog(3)).
    fileprivate var priority: Int? {
        switch self {
        case .cashOutUnknown, .cashOutReturned, .cashOutNeedsUser: 3
        case .cashOutApproved, .cashOutPrepared, .cashOutFinal: 7
        case .alertFiring, .alertRepeated, .alertResolved, .alertWithdrawn, .alertSuperseded, .cashOutPlanned,
            .cashOutAwaitingApproval, .cashOutSending, .cashOutPending, .cashOutSettled, .cashOutRejected,
            .cashOutAbandoned, .cashOutFeeExceeded, .cashOutsPaused, .cashOutsResumed, .sourceFailing,
            .sourceRecovered, .sourceNeedsAttention, .providerSuspicious, .providerExpensive, .providerCheckDue,
            .providerIdentityExpiring, .destinationNew, .destinationChanged, .ruleConfirmed, .daemonStarted,
            .daemonStopping, .daemonClockStep, .daemonDegraded, .daemonHistoryWentBack, .configLoaded,
            .configRejected:
            nil
        }
    }
}

extension EventDraft {
    /// The journal's `PRIORITY`.
    package var priority: Int {
        isSilenced ? Severity.info.priority : type.priority ?? severity.priority
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
