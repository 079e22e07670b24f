"""What exchange files stand in: XML, sheets, delimited text; opened so that a hostile file does no harm."""
