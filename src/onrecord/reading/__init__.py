"""Report → reading: what stands in the text, found by one small encoder."""
