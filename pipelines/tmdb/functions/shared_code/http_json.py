"""HTTP with nothing but what comes with Python."""

import json
import urllib.error
import urllib.request

SECONDS = 30


def get_json(url, token):
    """What an API answers. The token is shown in a header, so that it stands in no address."""
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}", "Accept": "application/json"})
    return json.loads(answer_to(request))


def post_json(url, body, headers):
    request = urllib.request.Request(
        url, method="POST", data=json.dumps(body).encode(), headers={"Content-Type": "application/json", **headers}
    )
    answer_to(request)


class NotElsewhere(urllib.request.HTTPRedirectHandler):
    """What is sent elsewhere is an error: a token is for one host, and an event that was turned into a question is lost."""

    def redirect_request(self, *about):
        return None


def answer_to(request):
    try:
        with urllib.request.build_opener(NotElsewhere).open(request, timeout=SECONDS) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        said = error.read(500).decode(errors="replace")
        raise OSError(f"{request.get_method()} {request.full_url} answered {error.code}: {said}") from None
