"""The program without a window: one file per noun, each command a function of its options and an output."""
