"""The command line: options to requests, findings to exit codes; the one layer that imports click."""
