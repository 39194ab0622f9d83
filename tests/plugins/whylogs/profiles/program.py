"""Profiles of data, and what tasks show of them."""

import whylogs as why
from flytekit import Deck, task, workflow
from flytekitplugins.whylogs import WhylogsConstraintsRenderer, WhylogsSummaryDriftRenderer
from whylogs.core import DatasetProfileView


@task
def profile(rows: int = 3) -> DatasetProfileView:
    return why.log({"rows": rows}).view()


@task(enable_deck=True)
def report(current: DatasetProfileView, reference: DatasetProfileView, maybe: DatasetProfileView | None) -> bool:
    Deck("constraints", WhylogsConstraintsRenderer().to_html(constraints=current))
    Deck("drift", WhylogsSummaryDriftRenderer().to_html(reference, current))
    return True


@workflow
def wf() -> bool:
    return report(current=profile(), reference=profile(rows=4), maybe=profile(rows=5))
