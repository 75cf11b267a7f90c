"""Put chosen offers in order, day by day."""
