"""Extract: a read document → its outline, targets, groups and duties, with evidence."""
