"""People, roles, groups and initials: how leads are written one after the other, and the register."""
