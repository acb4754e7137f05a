"""Tests of the checks, a module for each family."""
