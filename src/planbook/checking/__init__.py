"""Plans to findings: what is wrong with the plan as the master will hold it, and with every value that is held."""
