"""The classes that users annotate with: flytekit's names and constructors, without its weight.

Nothing is imported here, so that a module of user code pays only for the types that it names. Each class carries the
`__module__` and `__qualname__` of its counterpart in flytekit: lowering recognizes types by dotted name, and names of
classes are part of what is emitted (a pickle's `python_class_name`).
"""
