from .tasks import shared

__all__ = ["shared"]
