"""From findings to what people and programs read: the terminal, text, JSON, and the tables of duties and costs."""
