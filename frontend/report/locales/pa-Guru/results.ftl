# Machine-made translation, awaiting a native reader's check.
