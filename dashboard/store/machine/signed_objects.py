"""Python objects as signed bytes: what this machine wrote is read back as it was, and anything else is not read at all.

To read a pickle is to run what stands in it, so none is read that came with a workspace: the signature is asked first.
As a second bolt, only classes of records and of what was found of them are made.
"""

import io
import pickle
from typing import Final

from dashboard.store.machine.own_key import is_signed, signature

_HEX: Final = 64
_ALLOWED: Final = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("types", "MappingProxyType"),
        ("collections", "OrderedDict"),
    }
)
"""Classes from elsewhere that records are made of."""


def signed_bytes(thing: object, purpose: str) -> bytes:
    """A thing as bytes that only this machine can have written, for one purpose; empty where it can keep no key."""
    packed = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    signed = signature(_with_purpose(purpose, packed))
    return signed.encode() + packed if signed else b""


def read_signed(content: bytes, purpose: str) -> object | None:
    """The thing that this machine wrote for that purpose; None for whatever else."""
    signed, packed = content[:_HEX], content[_HEX:]
    if len(signed) < _HEX or not is_signed(_with_purpose(purpose, packed), signed.decode("ascii", "replace")):
        return None
    found: object = _RecordUnpickler(io.BytesIO(packed)).load()
    return found


def _with_purpose(purpose: str, packed: bytes) -> bytes:
    """What is signed: with the purpose, so that a file in the place of another is not taken for it."""
    return purpose.encode() + b"\0" + packed


class _RecordUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if module.split(".")[0] == "dashboard" or (module, name) in _ALLOWED:
            found: object = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a record")
