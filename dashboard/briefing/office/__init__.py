"""What Word and PowerPoint documents share."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.office import figures, manifest
    from dashboard.briefing.office.figures import DOCX, PPTX, strips
    from dashboard.briefing.office.manifest import add_manifest, core_day
    from dashboard.briefing.office.scripts import (
        ARABIC,
        CHINESE,
        FALLBACKS,
        FONT,
        HEBREW,
        JAPANESE,
        KOREAN,
        LANGUAGE,
        Script,
        is_rtl,
        isolate_ltr,
        pieces,
    )
    from dashboard.briefing.office.tables import column_widths
    from dashboard.briefing.office.words import (
        ANNEX,
        RETRACTED,
        about,
        basis_of,
        likelihood_of,
        notes_of,
        numbers_of,
        rungs_of,
        runs_of,
        sources_of,
    )
else:
    __getattr__ = lazy(__name__, __file__)
