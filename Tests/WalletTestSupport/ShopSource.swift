/// The source `shop`: it tells its cents to whoever has the credential `shop-token`.
package enum ShopSource {
    package static func text(at url: String) -> String {
        """
        [sources.shop]
        adapter   = "http"
        url       = "\(url)"
        headers   = { Authorization = { credential = "shop-token", prefix = "Bearer " } }
        every     = "1h"
        account   = { value = "main" }
        asset     = { value = "USD" }
        available = "/cents"
        shift     = 2

        """
    }
}
