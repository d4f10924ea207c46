"""A mail server for tests: aiosmtpd, which keeps what it takes in as files and can be told to fail.

What it does with a receiver follows from the name before the @:
  weg…     refused for good (550)
  vol…     refused for now (452)
  soms…    refused for now the first time, taken the second time
  breuk…   taken, but the first time the line is broken before the answer
  traag…   no answer
Whatever else is taken. It ends when its standard input does.
"""

import asyncio
import json
import os
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Bewaarder:
    def __init__(self, folder):
        self.folder = folder
        self.taken = 0
        self.seen = set()
        self.lines = 0

    def count_line(self):
        """Notes how many lines were opened so far, for who asks."""
        self.lines += 1
        with open(os.path.join(self.folder, "lines"), "w") as file:
            file.write(str(self.lines))

    def first_time(self, address):
        first = address not in self.seen
        self.seen.add(address)
        return first

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name.startswith("weg"):
            return f"550 5.1.1 <{address}> does not exist"
        if name.startswith("vol"):
            return f"452 4.2.2 <{address}> is full"
        if name.startswith("soms") and self.first_time(address):
            return f"451 4.3.0 <{address}> later please"
        if name.startswith("traag"):
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        path = os.path.join(self.folder, f"{self.taken:06}.eml")
        self.taken += 1
        with open(path + ".deel", "wb") as file:
            file.write(envelope.original_content)
        os.rename(path + ".deel", path)
        address = envelope.rcpt_tos[0]
        if address.startswith("breuk") and self.first_time(address):
            server.transport.abort()
        return "250 OK"


class Vlot(SMTP):
    def data_received(self, data):
        """Acknowledges at once: a client that writes a mail and its end apart would wait 40 ms for it."""
        super().data_received(data)
        if hasattr(socket, "TCP_QUICKACK"):
            line = self.transport.get_extra_info("socket")
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (
            user.encode(),
            password.encode(),
        )
        return AuthResult(success=good, handled=not good and None)

    return check


async def serve(settings):
    context = None
    if settings["security"] != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(settings["certificate"], settings["key"])
    starttls = settings["security"] == "starttls"
    handler = Bewaarder(settings["folder"])
    options = {"hostname": "postserver.example", "enable_SMTPUTF8": True}
    if starttls:
        options.update(tls_context=context, require_starttls=True)
    if settings["user"]:
        check = authenticator(settings["user"], settings["password"])
        options.update(authenticator=check, auth_required=True, auth_require_tls=starttls)
    loop = asyncio.get_running_loop()

    def line():
        handler.count_line()
        return Vlot(handler, loop=loop, **options)

    server = await loop.create_server(
        line,
        "127.0.0.1",
        0,
        ssl=context if settings["security"] == "tls" else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(serve(json.loads(sys.argv[1])))
