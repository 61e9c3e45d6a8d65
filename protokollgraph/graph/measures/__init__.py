"""Measures of the network: centralities, communities, rankings and shortest connections, each with its evidence."""
