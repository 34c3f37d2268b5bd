"""interpreting"""
