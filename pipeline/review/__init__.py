"""The review page: a small web application on this machine, or for a team behind TLS.

`app` joins the parts: `guard` keeps strangers out, `sessions` knows who is there, `queue` says
what comes next, `views` lays a message out, `printed` shows the page as it will be.
"""
