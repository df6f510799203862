"""What is made from the models for people who write files: JSON Schemas for their editors."""
