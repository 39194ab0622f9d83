import datetime

from flytekit import workflow
from flytekit.extras.webhook import WebhookTask

get = WebhookTask(name="webhooks.get", url="http://localhost:8000/", method="GET", headers={"Content-Type": "text/plain"})
post = WebhookTask(
    name="webhooks.post",
    url="https://example.org/items/{inputs.item_id}",
    headers={"Authorization": "Bearer {secrets.token}"},
    data={"text": "{inputs.s}", "list": [1, 2], "nested": {"a": None}},
    dynamic_inputs={"s": str, "item_id": int},
    show_data=True,
    show_url=True,
    description="Posts an item.",
    timeout=datetime.timedelta(seconds=2.5),
)
seconds = WebhookTask("webhooks.seconds", "http://x", timeout=7)


@workflow
def wf(s: str) -> dict:
    get()
    seconds()
    return post(s=s, item_id=3)
