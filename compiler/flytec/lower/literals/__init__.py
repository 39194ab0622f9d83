"""Python values to literals: the functions that the table of types names, one module a family.

Nothing here imports the table; what a function needs of other types it asks of the `TypeSystem` that it is given.
"""
