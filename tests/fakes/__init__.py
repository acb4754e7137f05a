"""Stand-ins that speak the real protocols over loopback."""
