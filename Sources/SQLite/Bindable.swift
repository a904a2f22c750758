/// What a parameter of a statement can hold.
@usableFromInline package enum BoundValue {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}

/// A type whose values can be bound to parameters.
@usableFromInline package protocol Bindable {
    var boundValue: BoundValue { get }
}

extension Int64: Bindable { @inlinable package var boundValue: BoundValue { .integer(self) } }
extension Int: Bindable { @inlinable package var boundValue: BoundValue { .integer(Int64(self)) } }
extension String: Bindable { @inlinable package var boundValue: BoundValue { .text(self) } }
extension [UInt8]: Bindable { @inlinable package var boundValue: BoundValue { .blob(self) } }
extension Optional: Bindable where Wrapped: Bindable {
    @inlinable package var boundValue: BoundValue { self?.boundValue ?? .null }
}
