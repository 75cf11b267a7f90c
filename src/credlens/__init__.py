"""credlens: what should I earn next, is it worth it, did it help?"""
