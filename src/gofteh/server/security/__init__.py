"""What stands between a stranger and the store; one module a danger."""
