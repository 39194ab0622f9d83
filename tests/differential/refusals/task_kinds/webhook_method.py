# flytekit: ValueError
from flytekit.extras.webhook import WebhookTask

own = WebhookTask("own", "http://x", method="PUT")  # expect: FTC201 method of webhook task own is 'PUT', expected GET or POST
