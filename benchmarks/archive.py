"""One `fast_package` of flytekit's or flytec's, in this process: python archive.py flytekit|flytec SOURCE FOLDER."""

import sys

if sys.argv[1] == "flytekit":
    from flytekit.constants import CopyFileDetection
    from flytekit.tools.fast_registration import FastPackageOptions, fast_package
else:
    from flytec import CopyFileDetection, FastPackageOptions, fast_package

fast_package(sys.argv[2], sys.argv[3], options=FastPackageOptions([], copy_style=CopyFileDetection.ALL))
