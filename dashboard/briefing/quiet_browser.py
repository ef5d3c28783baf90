"""The Chromium that draws figures, started so that it asks nobody on the network for anything."""

from collections.abc import Sequence
from typing import Final

from choreographer.browsers.chromium import Chromium

_UNSAFE: Final = frozenset({"--disable-web-security", "--allow-file-access-from-files"})
"""What the library starts it with and a page of ours does not need: whatever is drawn is in the page or beside it."""
_SERVICES: Final = (
    *("AutofillServerCommunication", "CertificateTransparencyComponentUpdater", "DialMediaRouteProvider"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "PreconnectToSearch", "OptimizationHints", "Translate"),
)
_NO_PROXY_THERE: Final = "http://127.0.0.1:9"
"""The port that discards: nothing listens there."""
QUIET: Final = (
    "--disable-background-networking",
    "--allow-browser-signin=false",
    "--disable-extensions",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-default-apps",
    "--disable-domain-reliability",
    f"--disable-features={','.join(_SERVICES)}",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pings",
    "--no-service-autorun",
    f"--proxy-server={_NO_PROXY_THERE}",
    "--proxy-bypass-list=<-loopback>",
    f"--gaia-url={_NO_PROXY_THERE}",
    f"--google-apis-url={_NO_PROXY_THERE}",
)
"""Its own services are off; what would ask all the same finds no name, and no proxy that hands on."""


class QuietChromium(Chromium):
    """Accounts, updates, search and lists of words are looked up by none of its parts; web security is on."""

    def get_cli(self) -> Sequence[str]:
        """How it is started."""
        return [each for each in super().get_cli() if each not in _UNSAFE] + list(QUIET)
