"""From an Agreement to findings: rules as data, the engine that runs them, and the profiles that choose them."""
