"""Compose: model × templates → document, every figure tied to the target that owns it."""
