"""Questions asked of the whole record: utterances, contacts, positions, accounts, origins."""
