"""Views: a Program as data that people and machines can read, in the messages of `proto/flytecpb`."""
