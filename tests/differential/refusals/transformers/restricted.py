# flytekit: RestrictedTypeError
from flytekit import task
from flytekit.extend import TypeEngine


class Secretive:
    pass


TypeEngine.register_restricted_type("secretive", Secretive)


@task  # expect: FTC205 task restricted.use: input 'it': get_literal_type of transformer 'secretive' raises RestrictedTypeError: Secretive may not be an input or output
def use(it: Secretive) -> int:
    return 1
