"""Which pictograms there are: drawings of 48 by 48 in `templates/dossiers/client/pictograms/`, named by what they show.

Our own, drawn with few strokes; they stand beside a short word, never alone.
"""

PICTOGRAMS: tuple[str, ...] = (
    "bed",
    "calendar",
    "doctor",
    "end",
    "fork",
    "helper",
    "interpreter",
    "letter",
    "office",
    "paper",
    "phone",
    "rest",
    "talk",
    "video",
    "work",
)
