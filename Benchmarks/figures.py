"""What the suites give to the table."""
import dataclasses
import statistics


@dataclasses.dataclass
class Row:
    what: str
    measured: str
    goal: str


def spread(values, digits=2):
    """The median, with the lowest and the highest."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"
