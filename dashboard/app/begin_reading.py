"""Begins to read a large workspace as soon as this is imported: the server does so before everything else of it."""

from dashboard.app.shell import begin_before_server

begin_before_server()
