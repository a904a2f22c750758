"""Sets up a new LNbits on this machine without a browser: three wallets, one of them with money, and an invoice that it
cannot pay. Prints what the tests need of them, as JSON."""

import hashlib
import json
import sys
import time
import urllib.error
import urllib.request

import bolt11

base = f"http://127.0.0.1:{sys.argv[1]}"


def call(method, path, body=None, token=None):
    request = urllib.request.Request(base + path, method=method)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(body).encode()
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def first_install():
    password = "walletd-tests"
    body = {"username": "admin", "password": password, "password_repeat": password}
    for _ in range(600):
        try:
            return call("PUT", "/api/v1/auth/first_install", body)["access_token"]
        except urllib.error.HTTPError:
            raise
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    sys.exit("LNbits did not start within two minutes")


def foreign_invoice(metadata, millisatoshi):
    tags = bolt11.Tags()
    tags.add(bolt11.TagChar.payment_hash, hashlib.sha256(b"nobody here").hexdigest())
    tags.add(bolt11.TagChar.payment_secret, "11" * 32)
    tags.add(bolt11.TagChar.description_hash, hashlib.sha256(metadata.encode()).hexdigest())
    tags.add(bolt11.TagChar.expire_time, 3600)
    invoice = bolt11.Bolt11("bc", int(time.time()), tags, bolt11.MilliSatoshi(millisatoshi))
    return bolt11.encode(invoice, "07" * 32)


token = first_install()
wallets = {name: call("POST", "/api/v1/account", {"name": name}) for name in ("payer", "payee", "poor")}
call("PUT", "/users/api/v1/balance", {"id": wallets["payer"]["id"], "amount": 500000}, token)
metadata = '[["text/plain","nobody here"]]'
print(
    json.dumps(
        {
            "payer": {key: wallets["payer"][key] for key in ("adminkey", "inkey", "lightning_address")},
            "payee": {key: wallets["payee"][key] for key in ("adminkey", "inkey", "lightning_address")},
            "poor": {key: wallets["poor"][key] for key in ("adminkey", "inkey", "lightning_address")},
            "foreign": {"metadata": metadata, "invoice": foreign_invoice(metadata, 21000)},
        }
    )
)
