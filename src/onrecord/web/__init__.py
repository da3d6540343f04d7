"""The record in the browser: pages that work without scripts, each with a JSON twin; one module of `pages` for each family."""

from onrecord.web.app import make_app
from onrecord.web.security import check_host, is_loopback
from onrecord.web.serving import run_app

__all__ = ["check_host", "is_loopback", "make_app", "run_app"]
