"""Which pictograms there are: drawings of 48 by 48 in `templates/dossiers/client/pictograms/`, named by what they show.

Our own, drawn with few strokes; they stand beside a short word, never alone.
"""

PICTOGRAMS: tuple[str, ...] = (
    "bed",
    "calendar",
    "doctor",
    "end",
    "fork",
    "goal",
    "helper",
    "interpreter",
    "lesson",
    "letter",
    "office",
    "paper",
    "phone",
    "rest",
    "sight",
    "stairs",
    "talk",
    "video",
    "work",
)
