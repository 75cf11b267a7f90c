"""JSON-LD: what a document says as RDF statements."""
