"""Events of a custom topic of Event Grid: https://learn.microsoft.com/azure/event-grid/post-to-custom-topic"""

import uuid
from datetime import datetime, timezone

from shared_code.http_json import post_json


def post_event(topic, key, event_type, subject, data):
    """Posts an event in Event Grid's own schema, the one that triggers of Data Factory and Synapse take; an error if the topic did not."""
    event = {
        "id": str(uuid.uuid4()),
        "eventType": event_type,
        "subject": subject,
        "eventTime": datetime.now(timezone.utc).isoformat(),
        "data": data,
        "dataVersion": "1",
    }
    post_json(f"{topic}?api-version=2018-01-01", [event], {"aeg-sas-key": key})
