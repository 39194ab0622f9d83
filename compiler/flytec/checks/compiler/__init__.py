"""The rules of the server's workflow compiler, flytepropeller's `pkg/compiler`, by its own codes."""
