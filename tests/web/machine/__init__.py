"""Judges of what machines read in a built site, one subject a file. The runner is ../machines.py."""
