/// How tightly an operator binds, loosest first.
enum Precedence: Int, Comparable {
    case or
    case and
    case not
    case comparison
    case range
    case orElse
    case sum
    case product
    case unary

    static func < (left: Precedence, right: Precedence) -> Bool {
        left.rawValue < right.rawValue
    }

    /// What the right operand of such an operator must bind at least: tighter, but for `??`, which
    /// groups to the right.
    var ofRightOperand: Precedence {
        self == .orElse ? .orElse : Precedence(rawValue: rawValue + 1) ?? .unary
    }
}

extension BinaryOperator {
    var precedence: Precedence {
        switch self {
        case .or: .or
        case .and: .and
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains:
            .comparison
        case .halfOpenRange, .closedRange: .range
        case .orElse: .orElse
        case .add, .subtract: .sum
        case .multiply, .divide, .floorDivide, .remainder: .product
        }
    }
}
