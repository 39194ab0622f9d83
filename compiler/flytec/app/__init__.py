"""One function a verb: what each command does, in terms of the layers below."""
