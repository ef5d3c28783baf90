"""Endpoints on this machine that answer as a model would, or otherwise."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def serving(answer):
    """An endpoint on this machine that answers each request by a function of the handler; its address and requests."""
    requests = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            requests.append((self.path, dict(self.headers), json.loads(body)))
            try:
                answer(self)
            except OSError:
                return

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", requests
    finally:
        server.shutdown()
        server.server_close()


def sends(raw, status=200):
    """Answers with these bytes."""

    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(raw)))
        handler.end_headers()
        handler.wfile.write(raw)

    return answer


def lists(*events, wrap="{}"):
    """Answers as a model that lists these events."""
    content = wrap.replace("{}", json.dumps({"events": list(events)}))
    return sends(json.dumps({"choices": [{"message": {"content": content}}]}).encode())
