"""The constructions by which news give somebody's words, a family a file; `order` lists them."""
