import FoundationEssentials
import Testing
import WalletTestSupport

@testable import WalletAdapters

struct HTTPAddressTests {
    @Test(
        arguments: [
            ("https://api.example", "https://api.example:443"),
            ("HTTPS://API.Example:8443/x", "https://api.example:8443"),
            ("https://api.example?key=1", "https://api.example:443"), ("http://127.0.0.1:80/", "http://127.0.0.1:80"),
            ("http://127.9.8.7", "http://127.9.8.7:80"), ("http://[::1]:8080/", "http://[::1]:8080"),
            ("http://localhost/a/b?c=%20", "http://localhost:80"),
            ("https://[2001:db8::1]", "https://[2001:db8::1]:443"),
            ("https://under_score.example-1/~a;b=c,d(e)!$&'*+@:", "https://under_score.example-1:443"),
        ])
    func `a URL has an origin`(url: String, origin: String) throws {
        #expect(try HTTPAddress(url).origin == origin)
    }

    @Test(
        arguments: [
            ("", .scheme), ("api.example", .scheme), ("ftp://api.example", .scheme), ("https:/api.example", .scheme),
            ("http+unix://%2Frun%2Fx/", .scheme), ("https://user:s3cret@api.example", .userInformation),
            ("https://user@api.example", .userInformation), ("https://", .host), ("https:///path", .host),
            ("https://a b", .host), ("https://api..example", .host), ("https://bücher.example", .host),
            ("https://a\\b", .host), ("https://[::1", .host), ("https://[127.0.0.1]", .host),
            ("https://[fe80::1%25eth0]", .host),
            ("https://256.0.0.1", .host), ("https://127.1", .host), ("https://0x7f000001", .host),
            ("https://api.example:", .port), ("https://api.example:0", .port), ("https://api.example:65536", .port),
            ("https://api.example:+80", .port), ("https://[::1]80", .port), ("https://api.example/#top", .fragment),
            ("https://api.example/a b", .target), ("https://api.example/%2", .target),
            ("https://api.example/%zz", .target),
            ("https://api.example/é", .target), ("https://api.example/\r\nx: y", .target),
            ("https://api.example/{a}", .target),
            ("http://api.example", .plainText(host: "api.example")),
            ("http://128.0.0.1", .plainText(host: "128.0.0.1")),
            ("http://0.0.0.0", .plainText(host: "0.0.0.0")), ("http://[::2]", .plainText(host: "::2")),
            ("http://localhost.example", .plainText(host: "localhost.example")),
            ("http://[::ffff:127.0.0.1]", .plainText(host: "::ffff:127.0.0.1")),
        ] as [(String, HTTPAddressError)])
    func `anything else is refused without quoting it`(url: String, error: HTTPAddressError) {
        #expect(throws: error) { try HTTPAddress(url) }
        #expect(!error.description.contains("s3cret"))
    }

    /// A request must go to the host that was checked, and the HTTP library reads the URL once more.
    @Test(arguments: 1...4)
    func `the library takes every URL for the same host`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes = Array("@:/\\?#[]%.0a&= \t\u{0}é".utf8)
        var accepted = 0
        for _ in 0..<1500 {
            var url = Array("https://api.example:443/a/b?c=%20".utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0...url.count, using: &generator)
                url.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
            }
            guard let address = try? HTTPAddress(String(decoding: url, as: UTF8.self)) else { continue }
            accepted += 1
            let seen = try #require(URL(string: address.url))
            #expect(seen.scheme == address.scheme.rawValue)
            #expect(seen.host() == address.host)
            #expect(seen.port == address.port)
            #expect(seen.user == nil)
            #expect(seen.fragment == nil)
        }
        #expect(accepted > 20)
    }
}
