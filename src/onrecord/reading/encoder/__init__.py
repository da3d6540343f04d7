"""The network: text in, scores out; scores → spans."""
