"""What user modules see as `flytekitplugins`: a module a plug-in, and the table that says which name is which."""
