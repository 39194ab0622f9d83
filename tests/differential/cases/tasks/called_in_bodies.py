"""Names that only the bodies of tasks use."""

import flytekit
from flytekit import Deck, FlyteContextManager, current_context, logger, new_context, task
from flytekit.core.context_manager import ExecutionParameters
from flytekit.exceptions.user import FlyteRecoverableException


@task
def uses_context(n: int) -> str:
    ctx: ExecutionParameters = current_context()
    logger.info("working in %s", ctx.working_directory)
    ctx.logging.info("execution %s", ctx.execution_id)
    if n < 0:
        raise FlyteRecoverableException("try again")
    Deck("name", "<b>text</b>")
    flytekit.current_context().default_deck.append("more")
    return ctx.secrets.get("group", "key")


@task
def uses_manager() -> int:
    with new_context() as ctx:
        return len(str(FlyteContextManager.current_context())) + len(str(ctx))
