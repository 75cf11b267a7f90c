"""Gap: demand minus profile.

Ranks the skills that ads ask for and the person cannot show, names the three to begin with, and puts the gates first: degrees and
licences that no microcredential opens.
"""
