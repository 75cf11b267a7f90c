"""Why a plan is as it is: one file for each question. Every answer is measured by planning again, none is guessed from the numbers."""
