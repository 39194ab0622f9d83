"""Rendering: data to text on a stream that the caller gives; the one layer that writes to streams."""
