"""What a timescale says besides its dates: frequencies, deadlines, events, words without a time."""
