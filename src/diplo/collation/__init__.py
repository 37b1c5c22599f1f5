"""Records laid side by side: which report the same encounter, what each leaves out, what became of a promise.

`names` and `people` tell who is who, `evidence` whether two records report the same encounter, `matching`
groups many, `comparing` sets two against one another, `following` follows undertakings over time.
"""
