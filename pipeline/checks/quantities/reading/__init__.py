"""Reading a text into quantities: tokens, numbers, and what stands before, behind and between them."""
