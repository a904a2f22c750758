/// What all the containers of one document write to.
final class JSONSink {
    var writer = JSONWriter()
}
