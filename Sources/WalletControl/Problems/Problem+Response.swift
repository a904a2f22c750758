import HTTPTypes
import Hummingbird
import WalletAPI

extension Problem: Error {
    init(_ code: ProblemCode, _ detail: String, hint: String? = nil) {
        self.init(code, title: code.title, status: code.status.code, detail: detail, hint: hint)
    }

    var response: Response {
        get throws { try Response(json: self, status: .init(code: status), mediaType: Self.mediaType) }
    }
}
