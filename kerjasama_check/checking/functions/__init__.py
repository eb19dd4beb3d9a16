"""What rules ask of an agreement: one file per family or topic, each function registered under the name in the YAML."""
