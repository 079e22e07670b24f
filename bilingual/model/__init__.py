"""What flows through the house: frozen values that hold, compare and print themselves.

Nothing here imports another room, opens a file or knows a pattern of any language.
"""
