"""DNS labels, which ids of nodes are: they become parts of the names of Kubernetes objects."""

from functools import lru_cache
from hashlib import sha224

_LABEL_LENGTH = 63
_HASH_LENGTH = 10


@lru_cache(maxsize=1024)
def dns_label(value: str) -> str:
    """`value` as a DNS label: lower-case letters, digits and inner hyphens, at most 63 of them.

    Node ids become parts of Kubernetes object names, hence flytekit's rewriting, which this equals: a value of 63
    characters or more is cut to its end behind a hash of the whole; capitals are set off by hyphens.
    """
    if value.isascii() and value.isalnum() and value.islower() and len(value) < _LABEL_LENGTH:
        return value
    if len(value) >= _LABEL_LENGTH:
        digest = sha224(value.encode()).hexdigest()[:_HASH_LENGTH]
        value = f"{digest}-{value[-(_LABEL_LENGTH - _HASH_LENGTH - 1) :]}"
    label = ""
    for char in value:
        if char in "_-.":
            label += "-" if label and len(label) < _LABEL_LENGTH - 1 else ""
        elif not char.isalnum():
            continue
        elif char.islower() or char.isdigit():
            label += char
        else:
            label += "-" if label and label[-1] != "-" and len(label) < _LABEL_LENGTH - 1 else ""
            label += char.lower()
    return label.removesuffix("-")
