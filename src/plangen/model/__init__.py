"""What is true: indicators, targets, organs, groups, duties and documents, typed and frozen."""
