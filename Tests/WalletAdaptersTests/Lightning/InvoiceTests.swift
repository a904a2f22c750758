import Testing
import WalletAdapters
import WalletCore

struct InvoiceTests {
    struct Sample {
        let text: String
        let network: String
        let millisatoshi: Int64
        let created: Int64
        let lifetime: Int64

        init(_ text: String, _ network: String, _ millisatoshi: Int64, _ created: Int64, _ lifetime: Int64) {
            (self.text, self.network, self.millisatoshi) = (text, network, millisatoshi)
            (self.created, self.lifetime) = (created, lifetime)
        }
    }

    /// Six that the Python package bolt11 2.1.1 wrote, and two examples of the specification.
    @Test(
        arguments: [
            Sample(
                "lnbc210u1p40mpkqpp5e2tczyk2rw7u47kzxxee5g7ufkncdmlcz37yuu4espmcttlwfzassp5zyg3zyg3zyg3zyg3zyg3zyg3zy"
                    + "g3zyg3zyg3zyg3zyg3zyg3zygshp5agaaw03t2phqq5njx2e76apuqek6sw5wxpn0v2n3ua0tnd92rkmqz7u5kkykrld4h93u73x"
                    + "cwvm75fssu6yr0yuq0h0kfwan93l526ssagu9fz8chvey5apr3agu8z5fkyrhktv8g05nxpawk8juseaj38spd50zk7",
                "bc", 21_000_000, 1_795_000_000, 3600),
            Sample(
                "lnbc10p1p40mpkqpp5e2tczyk2rw7u47kzxxee5g7ufkncdmlcz37yuu4espmcttlwfzassp5zyg3zyg3zyg3zyg3zyg3zyg3zyg"
                    + "3zyg3zyg3zyg3zyg3zyg3zygshp5agaaw03t2phqq5njx2e76apuqek6sw5wxpn0v2n3ua0tnd92rkmqxqzpuulq42y2knavfvm6"
                    + "3xtvsjs5p8apj9xa5dfpwt0x3vasuv36aq5q9myz6fy3pgdalmx7q8705kq4h8mknywugjpgdk5fjt4s029mp65cpxv3vxm",
                "bc", 1, 1_795_000_000, 60),
            Sample(
                "lnbc25n1p40mpkqpp5e2tczyk2rw7u47kzxxee5g7ufkncdmlcz37yuu4espmcttlwfzassp5zyg3zyg3zyg3zyg3zyg3zyg3zyg"
                    + "3zyg3zyg3zyg3zyg3zyg3zygshp5agaaw03t2phqq5njx2e76apuqek6sw5wxpn0v2n3ua0tnd92rkmqxqyz5vq0a2gzfq32aczp"
                    + "4u7qz9vn5rjv4k4dqxs2385esp5zmx7vxervwr8k5p96a0kmw48aat0mc9cye5684mx4dmzetvc8uydlk87vr4r4dqphqmm5p",
                "bc", 2500, 1_795_000_000, 86400),
            Sample(
                "lnbcrt11p40mpkqpp5e2tczyk2rw7u47kzxxee5g7ufkncdmlcz37yuu4espmcttlwfzassp5zyg3zyg3zyg3zyg3zyg3zyg3zyg"
                    + "3zyg3zyg3zyg3zyg3zyg3zygshp5agaaw03t2phqq5njx2e76apuqek6sw5wxpn0v2n3ua0tnd92rkmqxqrrssgc6fglhnf6yw3v"
                    + "d2j4fw4snxewf59czcz9g5785edvemht722qwre27ach5382c38adntephpdv9tugsmqlhr2g8utne8gvmhskpk9gqp8tnv5",
                "bcrt", 100_000_000_000, 1_795_000_000, 3600),
            Sample(
                "lntb12345670p1p40mpkppp5e2tczyk2rw7u47kzxxee5g7ufkncdmlcz37yuu4espmcttlwfzassp5zyg3zyg3zyg3zyg3zyg3z"
                    + "yg3zyg3zyg3zyg3zyg3zyg3zyg3zygshp5agaaw03t2phqq5njx2e76apuqek6sw5wxpn0v2n3ua0tnd92rkmqxqyjw5qsg5k4j6"
                    + "nhy9qdqcm3rtj4rmv7ldw2my26x93ekrzdg8hhr5d66wpw8n4khne3aalqfukfqkyqsuv0w67en9y9g45hxuuank2gqfhz0cpygn"
                    + "r0q",
                "tb", 1_234_567, 1_795_000_001, 604800),
            Sample(
                "lntbs100p1p40mpkqpp5e2tczyk2rw7u47kzxxee5g7ufkncdmlcz37yuu4espmcttlwfzassp5zyg3zyg3zyg3zyg3zyg3zyg3z"
                    + "yg3zyg3zyg3zyg3zyg3zyg3zygshp5agaaw03t2phqq5njx2e76apuqek6sw5wxpn0v2n3ua0tnd92rkmqxqr8pq55agperfam6a"
                    + "llszh3le2kkn2jp5t4qtxx0xc9s6c9h2n460fu0zarsuv94agw9zr93r9qsc39geykg922ed4tudxl8298ka8m8jtssqynl5l0",
                "tbs", 10, 1_795_000_000, 7200),
            Sample(
                "lnbc2500u1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq"
                    + "5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpu9qrsgquk0rl77nj30yxdy8j9vdx85fkpmdla2087ne0xh"
                    + "8nhedh8w27kyke0lp53ut353s06fv3qfegext0eh0ymjpf39tuven09sam30g4vgpfna3rh",
                "bc", 250_000_000, 1_496_314_658, 60),
            Sample(
                "lnbc20m1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5r"
                    + "qwzqfqqqsyqcyq5rqwzqfqypqhp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqs9qrsgq7ea976txfraylv"
                    + "gzuxs8kgcw23ezlrszfnh8r6qtfpr6cxga50aj6txm9rxrydzd06dfeawfk6swupvz4erwnyutnjq7x39ymw6j38gp7ynn44",
                "bc", 2_000_000_000, 1_496_314_658, 3600),
        ])
    func `an invoice is read as others write it`(sample: Sample) throws {
        for text in [sample.text, sample.text.uppercased()] {
            let invoice = try LightningInvoice(text)
            #expect(invoice.text == sample.text)
            #expect(invoice.networkPrefix == sample.network)
            #expect(invoice.millisatoshi == sample.millisatoshi)
            #expect(invoice.created == Timestamp(milliseconds: sample.created * 1000))
            #expect(invoice.lifetime == .seconds(sample.lifetime))
            #expect(invoice.paymentHash.count == 32)
            #expect(invoice.payee == nil)
        }
    }

    @Test func `hashes and the payee are read to the bit`() throws {
        let bytes = [UInt8](0..<32)
        var writer = InvoiceWriter(paymentHash: bytes, descriptionHash: bytes.reversed())
        writer.fields.append((InvoiceWriter.payee, InvoiceWriter.words([2] + bytes)))
        writer.fields.append((13, InvoiceWriter.words(Array("a description".utf8))))
        let invoice = try LightningInvoice(writer.text)
        #expect(invoice.paymentHash == bytes)
        #expect(invoice.descriptionHash == bytes.reversed())
        #expect(invoice.payee == [2] + bytes)
    }

    @Test func `a field of another length is skipped`() throws {
        var writer = InvoiceWriter()
        writer.fields.insert((InvoiceWriter.paymentHash, [1, 2, 3]), at: 0)
        writer.fields.append((InvoiceWriter.payee, [1]))
        let invoice = try LightningInvoice(writer.text)
        #expect(invoice.paymentHash == [UInt8](repeating: 0xAB, count: 32))
        #expect(invoice.payee == nil)
    }

    @Test(arguments: ["", "1", "01u", "5x", "99999999999999999999m", "15p"])
    func `an amount that is none is refused`(amount: String) throws {
        var writer = InvoiceWriter()
        writer.amount = amount
        let expected: [String: LightningInvoiceError] = ["": .noAmount]
        guard amount != "1" else {
            #expect(try LightningInvoice(writer.text).millisatoshi == 100_000_000_000)
            return
        }
        #expect(throws: expected[amount] ?? .malformed) { try LightningInvoice(writer.text) }
    }

    @Test func `of a field that decides there are not two`() throws {
        for field in InvoiceWriter(descriptionHash: [UInt8](repeating: 1, count: 32)).fields {
            var writer = InvoiceWriter(descriptionHash: [UInt8](repeating: 1, count: 32))
            writer.fields.append(field)
            #expect(throws: LightningInvoiceError.malformed) { try LightningInvoice(writer.text) }
        }
    }

    @Test func `without a payment hash there is nothing to ask about`() throws {
        var writer = InvoiceWriter()
        writer.fields = []
        #expect(throws: LightningInvoiceError.noPaymentHash) { try LightningInvoice(writer.text) }
    }

    @Test func `any letter that is wrong is found`() throws {
        let text = Array(InvoiceWriter().text)
        for index in text.indices {
            var damaged = text
            damaged[index] = text[index] == "q" ? "p" : "q"
            #expect(throws: LightningInvoiceError.self) { try LightningInvoice(String(damaged)) }
        }
    }

    @Test(arguments: [
        "", "1", "ln", "lnbc1", "LNbc1", "lnbc1ü", "lnbc21000u1", String(repeating: "lnbc1", count: 3000),
    ])
    func `what is no invoice is refused`(text: String) {
        #expect(throws: LightningInvoiceError.malformed) { try LightningInvoice(text) }
    }

    @Test func `a field that ends after the invoice is refused`() {
        var writer = InvoiceWriter()
        writer.fields.append((31, [UInt8](repeating: 0, count: 900)))
        let text = writer.text
        let cut = text.prefix(text.count - 300)
        #expect(throws: LightningInvoiceError.malformed) { try LightningInvoice(String(cut)) }
    }
}
