"""The yardstick: how well statements are found, and which errors are made."""
