"""The interview brief: what is said of one credential, section by section, and the questions to expect."""
