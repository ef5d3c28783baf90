"""`python -m dashboard`: the command `dateline` by another name."""

from dashboard.cli.main import main

main()
