"""How fast the product is, measured beside something whose speed everybody can judge."""
