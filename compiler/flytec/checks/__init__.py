"""The control plane's rules, applied to a Program before it gets there; checks read messages and change none."""
