"""The programs that `bench` starts, each doing one job with one tool."""
