"""Ten simulated years: real rules, a real database and people who do as they please.

`land` makes up who takes part, `verloop` plays the days, `spelers` does what people do, and
`orakel` says on its own account which mail should have gone out. Run it whole with
``python -m tests.workflows.tienjaar``; the suite plays a small country.
"""
