#!/usr/bin/env python3
"""A shop on https://127.0.0.1:4443 that tells its balance to those who know the token: shop.py CERTIFICATE KEY TOKEN-FILE."""
import http.server
import ssl
import sys

certificate, key, path = sys.argv[1:]
with open(path) as file:
    token = file.read().strip()


class Shop(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b'{"cents":5}'
        self.send_response(200 if self.headers["authorization"] == f"Bearer {token}" else 401)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 4443), Shop)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
