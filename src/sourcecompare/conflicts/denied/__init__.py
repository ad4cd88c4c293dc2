"""When one sentence denies what another one affirms, or says its opposite."""
