"""Files: a planning problem and plans as JSON that people and other programs write.

``schema`` says what a problem file may hold, and is the only place that does: the reader takes the names of its fields from there, and
``credlens plan schema`` and the reference page show it. ``tree`` reads any such JSON and names every mistake with its place;
``credlens.plan.files.problem_file`` and ``credlens.plan.files.plan_file`` are the doors.
"""
