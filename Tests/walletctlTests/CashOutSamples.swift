/// Answers of a daemon about cash-outs.
enum CashOutSamples {
    static let first = "3f2a0000-0000-4000-8000-000000000001"
    static let second = "3f2a0000-0000-4000-8000-000000000002"
    static let other = "9c010000-0000-4000-8000-000000000003"

    private static func amount(_ number: String, _ asset: String = "SAT") -> String {
        #"{"amount":"\#(number)","asset":"\#(asset)"}"#
    }

    private static let plan = """
        "rule":"tips","plan":"9f86d081884c7d65","destination":"my-bank","provider":"acme",
        "legs":[{"source":"tips","account":"main","asset":"SAT","amount":\(amount("20000.000"))}],
        "amount":\(amount("20000.000")),"fee":\(amount("500.000")),"debit":\(amount("20000.000")),
        "cost":\(amount("500.000")),"net":\(amount("19500.000")),"processing":"10m..24h"
        """

    static func cashOut(_ id: String, _ state: String = "awaiting-approval") -> String {
        """
        {"id":"\(id)","state":"\(state)","approval":"person","planned_at":"2026-11-22T10:00:00Z",\(plan),
         "trail":[{"state":"planned","at":"2026-11-22T10:00:00Z","by":"rule"},
                  {"state":"\(state)","at":"2026-11-22T10:00:01Z","by":"walletd","note":"look\\u001b"}]}
        """
    }

    static let plans = """
        {"items":[{\(plan),"reasons":[{"code":"dry-run","message":"It only shows."}]}]}
        """

    /// Two that go together, held.
    static let bundledPlans = """
        {"items":[{\(plan),"savings":{"alone":\(amount("1000.000")),"bundled":\(amount("500.000")),
         "saved":\(amount("500.000"))},
         "reasons":[{"code":"budget-spent","message":"The budget is spent.","value":"9 SAT","limit":"8 SAT",
                     "since":"2026-11-22T10:00:00Z","clears_when":"it is 2026-11-23T10:00:00Z"}]}]}
        """

    static let rule = """
        {"name":"tips","type":"cashout","mode":"ask","decision":"hold","since":"2026-11-22T10:00:00Z","revision":"ab12",
         "reasons":[{"code":"needs-confirm","message":"No operator stands behind it.","clears_when":"it is confirmed"}],
         "consent":{"state":"missing"},
         "terms":{"from":["tips"],"when_above":\(amount("50000.000")),"leave":\(amount("5000.000")),
                  "destination":"my-bank","provider":"acme","max_fee":["5%","1000 KRW"],"confirm":2}}
        """

    static let providers = """
        {"items":[{"name":"acme","adapter":"exec","identity":"verified","timeout":"60s","reversal_window":"30d",
         "bundles":false,"fee":{"percent":"1.5%","fixed":\(amount("500", "KRW"))},
         "reasons":[{"code":"provider-check-due","message":"acme was last checked on 2025-01-01."}]}]}
        """

    static let destinations = """
        {"items":[{"name":"my-bank","provider":"acme","last_four":"6789","cooling_off":"24h","usable":true,
         "usable_from":"2026-11-23T10:00:00Z"}]}
        """

    static let evidence = """
        {"evidence":"e77","provider_says":"settled","asked_at":"2026-11-22T10:00:00Z","message":"paid"}
        """
}
