"""Stands for PyTorch."""
