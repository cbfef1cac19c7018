"""The command `jaarschijf`: one module per command; heavy libraries load only on use."""
