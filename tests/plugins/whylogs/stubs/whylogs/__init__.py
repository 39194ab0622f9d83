"""The class that the case names, with the name that it has in whylogs itself."""
