"""Which of two colours is the more readable on a third."""

from dashboard.views.two_themes import in_each


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1, of `#rrggbb` (WCAG 2.2)."""
    channels = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color: str, ground: str) -> float:
    """Contrast ratio, 1 to 21, of two `#rrggbb` (WCAG 2.2)."""
    low, high = sorted((luminance(color), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def readable(ground: str, *colors: str) -> str:
    """The one of `colors` that stands out most on `ground`."""
    return in_each(lambda under, *over: max(over, key=lambda color: contrast(color, under)), ground, *colors)
