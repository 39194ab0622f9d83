import functools


def traced(fn=None, *, level="info"):
    def decorated(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            return function(*args, **kwargs)

        inner.level = level
        return inner

    return decorated(fn) if fn else decorated


def retrying(times):
    def decorated(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for _ in range(times):
                return function(*args, **kwargs)

        return inner

    return decorated
