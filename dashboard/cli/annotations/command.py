"""`dateline annotations`: claims to and from W3C Web Annotations."""

import click

from dashboard.cli.later import LazyGroup


@click.group(cls=LazyGroup, short_help="Exchange claims with annotation tools.")
def annotations() -> None:
    """Exchange claims as W3C Web Annotations (JSON-LD), with programs that annotate texts."""


@annotations.later("export", "Write claims as W3C Web Annotations.")
def _export() -> click.Command:
    from dashboard.cli.annotations.export import export

    return export


@annotations.later("import", "Make draft events from annotations.")
def _import() -> click.Command:
    from dashboard.cli.annotations.importing import import_

    return import_
