"""What the program raises. What is wrong in the data is a `Problem`, collected and shown."""


class DatelineError(Exception):
    """Something that stops the program; its message says what to do next."""


class YamlParserMissing(DatelineError):
    """PyYAML was built without libyaml, whose parser decides what a record says."""

    def __init__(self) -> None:
        super().__init__(
            "PyYAML is installed without the libyaml parser. Install a wheel: `python -m pip install "
            "--force-reinstall --only-binary :all: pyyaml`, or install libyaml's headers and build PyYAML again."
        )


class NotAWorkspace(DatelineError):
    """A folder that has no `seeds/` and `events/`."""
