"""The classes that the case names, with the names that they have in pyspark itself."""
