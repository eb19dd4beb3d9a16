"""What is Indonesian in an agreement: numbers in words, dates, sums, lengths of time, spelling, the slips of OCR.

Everything here works on plain text, gives offsets into it, never raises on any text, and imports nothing of ours.
"""
