"""The waist: flyteidl messages with identity and origin, and the one place that serializes them."""
