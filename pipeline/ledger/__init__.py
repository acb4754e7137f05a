"""Who drafted, wrote, approved and rejected what: append-only feeds, read under a policy.

`events` names what happens, `feed` keeps it in chained lines, `policy` says who counts,
`history` holds all that is known of one edition, `judgement` says what it means for a text,
and `audit` tells it to people. Nothing here opens a file; `pipeline.feeds` does.
"""
