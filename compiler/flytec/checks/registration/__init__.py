"""The fields that flyteadmin looks at before it compiles or stores anything, one file a part of a message."""
