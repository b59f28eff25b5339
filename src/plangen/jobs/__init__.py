"""Jobs: the use cases, each the stages in their order."""
