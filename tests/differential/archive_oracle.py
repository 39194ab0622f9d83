"""Packs trees with flytekit's fast_package.

Reads rows of source, folder, style and "deref" or "links" as JSON, and writes the archives' paths to the file that is
named.
"""

import json
import sys
from pathlib import Path

from flytekit.constants import CopyFileDetection
from flytekit.tools.fast_registration import FastPackageOptions, fast_package

archives = []
for source, folder, style, deref in json.load(sys.stdin):
    Path(folder).mkdir(parents=True)
    options = None if style == "NONE" else FastPackageOptions([], copy_style=CopyFileDetection[style])
    archives.append(str(fast_package(source, folder, deref == "deref", options)))
Path(sys.argv[1]).write_text(json.dumps(archives))
