"""The manifest of a written document: what it was made of, and whether it still is as it was written."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.manifest.compared import NO_LONGER, BriefingComparison
    from dashboard.briefing.manifest.manifest import (
        PROVES,
        SEAL_NOTE,
        Looks,
        Manifest,
        ManifestNotReadable,
        ManifestSentence,
        as_json,
        body_hash,
        complete_manifest,
        find_manifest,
        hash_of,
        looks_not_checked,
        looks_otherwise,
        manifest_of,
        parse_manifest,
        state_of,
    )
else:
    __getattr__ = lazy(__name__, __file__)
