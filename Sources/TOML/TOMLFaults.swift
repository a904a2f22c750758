/// Why a document was refused: every fault that was found, and what could be read in spite of them.
package struct TOMLFaults: Error, Sendable {
    /// In the order of the text; never empty, at most `TOMLDocument.faultsMax`.
    package let faults: [TOMLError]
    /// Whether reading stopped because there were more faults than are listed.
    package let extent: Extent
    /// The lines without a fault, so that a caller can check them too and report everything in one run.
    ///
    /// A table that may lack a line is marked, see `TOMLTable.isDamaged`; with more faults than are listed the document
    /// itself is. It must not be put to use.
    package let readable: TOMLTable

    package enum Extent: Sendable, Hashable {
        case all
        case firstOnes
    }
}
