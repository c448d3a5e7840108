"""Questionnaires and scales: their scoring. Plain Python."""
