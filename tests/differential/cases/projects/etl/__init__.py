"""Orders from a shop to a warehouse."""
