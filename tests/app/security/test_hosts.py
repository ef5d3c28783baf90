"""Under which names the server answers, and which page counts as its own."""

import pytest

from dashboard.app.security.hosts import Host, Hosts


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("localhost", Host("localhost")),
        ("LocalHost.:8501", Host("localhost", 8501)),
        ("[::1]:8501", Host("::1", 8501)),
        ("maps.example.org:443", Host("maps.example.org", 443)),
        ("", None),
        (".", None),
        (":8501", None),
        ("a b", None),
        ("a/b", None),
        ("user@localhost", None),
        ("localhost:8501:8501", None),
        ("localhost,evil.example", None),
        ("localhost\nX: y", None),
        ("bücher.example", None),
    ],
)
def test_a_host_is_read_strictly(text, host):
    """A name or an address, with or without a port; small letters, no dot at the end. Everything else is none."""
    assert Host.of(text) == host


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
@pytest.mark.parametrize("served", ["127.0.0.1", "localhost", "::1", "0.0.0.0", "::", "192.0.2.7", "", None])
def test_names_of_this_machine_itself_are_always_answered(name, served):
    """No name that somebody else may give leads there."""
    assert Hosts.of(served, ()).answers(Host(name))


@pytest.mark.parametrize("served", ["127.0.0.1", "localhost", "::1"])
@pytest.mark.parametrize(
    "name", ["evil.example", "localhost.evil.example", "192.0.2.7", "0.0.0.0", "2130706433", "my-pc"]
)
def test_a_server_for_this_machine_alone_answers_under_no_other_name(served, name):
    """Nor under another address: nobody can come by it but through a proxy, whose name is to be allowed."""
    assert not Hosts.of(served, ()).answers(Host(name))
    assert Hosts.of(served, (name,)).answers(Host(name))


@pytest.mark.parametrize("served", ["0.0.0.0", "::", "192.0.2.7", "", None])
def test_a_server_for_others_answers_by_address_and_not_by_name(served):
    """An address in figures cannot be rebound. Which names lead here is not known; those that do are to be allowed."""
    hosts = Hosts.of(served, ("Maps.Example.org.",))
    assert hosts.answers(Host("192.0.2.7"))
    assert hosts.answers(Host("2001:db8::7"))
    assert hosts.answers(Host("maps.example.org"))
    assert not hosts.answers(Host("evil.example"))
    assert not hosts.answers(Host("my-pc"))


def test_a_server_that_listens_on_a_name_answers_under_it():
    """And by any address."""
    assert Hosts.of("Briefing-Room", ()).answers(Host("briefing-room"))
    assert Hosts.of("Briefing-Room", ()).answers(Host("192.0.2.7"))
    assert not Hosts.of("Briefing-Room", ()).answers(Host("other-room"))


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://localhost:8501", "localhost:8501"),
        ("https://maps.example.org", "maps.example.org"),
        ("https://maps.example.org", "maps.example.org:443"),
        ("https://maps.example.org:8443", "maps.example.org:8443"),
        ("http://[::1]:8501", "[::1]:8501"),
    ],
)
def test_a_page_of_the_host_is_its_own(origin, host):
    """By http or https: a proxy may have TLS where the server has none."""
    assert Host.of(host).is_origin(origin)


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost",
        "http://localhost:9999",
        "http://127.0.0.1:8501",
        "http://evil.example:8501",
        "http://localhost:8501.evil.example",
        "http://evil.example/localhost:8501",
        "ftp://localhost:8501",
        "localhost:8501",
        "null",
        "",
    ],
)
def test_any_other_page_is_foreign(origin):
    """Another port, another name of the same machine, a file, a sandbox."""
    assert not Host.of("localhost:8501").is_origin(origin)
