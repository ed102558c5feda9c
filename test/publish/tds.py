"""The server's side of the protocol by which SQL Server is asked, as the vendor's specification has it ([MS-TDS], version 7.4):
https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/b46a581a-39de-4745-b076-ec4dbb7d13ec
Whoever is let in is by a token of Microsoft Entra or a password; what batches do is somebody else's matter. Everything that is sent is
encrypted, or refused.
"""

import base64
import json
import socket
import ssl
import struct
import threading

PRELOGIN, LOGIN7, BATCH, ATTENTION, RESPONSE = 0x12, 0x10, 0x01, 0x06, 0x04
VERSION = 0x74000004
COLLATION = bytes((0x09, 0x04, 0xD0, 0x00, 0x34))


class Gone(Exception):
    """Nobody is there any more."""


class Failure(Exception):
    """An error as a batch tells it: number, class, state, line, procedure, message."""

    def __init__(self, number, message, level=16, state=1, line=1, procedure=""):
        super().__init__(message)
        self.parts = (number, level, state, line, procedure, message)


class Wire:
    """Messages of packets; encrypted once a handshake, which packets carry too, has come to its end."""

    def __init__(self, raw, context):
        self.raw, self.context, self.tls, self.size = raw, context, None, 4096
        self.came, self.goes = ssl.MemoryBIO(), ssl.MemoryBIO()

    def received(self, count):
        data = b""
        while len(data) < count:
            more = self.raw.recv(count - len(data)) if self.tls is None else self.decrypted(count - len(data))
            if not more:
                raise Gone
            data += more
        return data

    def decrypted(self, count):
        while True:
            try:
                return self.tls.read(count)
            except ssl.SSLWantReadError:
                data = self.raw.recv(65536)
                if not data:
                    raise Gone from None
                self.came.write(data)

    def message(self):
        kind, text = None, b""
        while True:
            kind, status, length = struct.unpack(">BBH4x", self.received(8))
            text += self.received(length - 8)
            if status & 1:
                return kind, text

    def send(self, kind, text):
        room = self.size - 8
        parts = [text[at : at + room] for at in range(0, len(text), room)] or [b""]
        packets = b"".join(
            struct.pack(">BBHHBB", kind, int(at == len(parts) - 1), len(part) + 8, 0, (at + 1) % 256, 0) + part
            for at, part in enumerate(parts)
        )
        if self.tls is not None:
            self.tls.write(packets)
            packets = self.goes.read()
        self.raw.sendall(packets)

    def encrypt(self):
        tls = self.context.wrap_bio(self.came, self.goes, server_side=True)
        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                if self.goes.pending:
                    self.send(PRELOGIN, self.goes.read())
                kind, text = self.message()
                if kind != PRELOGIN:
                    raise Gone from None
                self.came.write(text)
        if self.goes.pending:
            self.send(PRELOGIN, self.goes.read())
        self.tls = tls


def options_of(text):
    """Of a PRELOGIN: what stands at each option."""
    found, at = {}, 0
    while text[at] != 0xFF:
        option, begin, length = struct.unpack_from(">BHH", text, at)
        found[option] = text[begin : begin + length]
        at += 5
    return found


def prelogin(options):
    begin, heads, bodies = 5 * len(options) + 1, b"", b""
    for option, body in options.items():
        heads += struct.pack(">BHH", option, begin + len(bodies), len(body))
        bodies += body
    return heads + b"\xff" + bodies


def login_of(text):
    """Of a LOGIN7: the version, who wants to be let in, by what, and where."""
    version = struct.unpack_from("<I", text, 4)[0]
    flags = text[27]
    at = dict(
        zip(
            ("host", "user", "password", "app", "server", "extension", "client", "language", "database"),
            (struct.unpack_from("<HH", text, 36 + 4 * number) for number in range(9)),
        )
    )

    def field(name):
        begin, length = at[name]
        return text[begin : begin + 2 * length]

    plain = bytes(((one ^ 0xA5) >> 4) | (((one ^ 0xA5) & 0x0F) << 4) for one in field("password"))
    login = {
        "version": version,
        "user": field("user").decode("utf-16-le"),
        "password": plain.decode("utf-16-le"),
        "database": field("database").decode("utf-16-le"),
        "app": field("app").decode("utf-16-le"),
        "token": None,
    }
    if flags & 0x10:
        here = struct.unpack_from("<I", text, at["extension"][0])[0]
        while text[here] != 0xFF:
            feature, length = struct.unpack_from("<BI", text, here)
            data = text[here + 5 : here + 5 + length]
            # FEDAUTH by a token that the client has: https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/773a62b6-ee89-4c02-9e5e-344882630aac
            if feature == 0x02 and data[0] >> 1 == 0x01:
                size = struct.unpack_from("<I", data, 1)[0]
                login["token"] = data[5 : 5 + size].decode("utf-16-le")
            here += 5 + length
    return login


def b_text(text):
    return bytes((len(text.encode("utf-16-le")) // 2,)) + text.encode("utf-16-le")


def us_text(text):
    return struct.pack("<H", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def token(kind, body):
    return bytes((kind,)) + struct.pack("<H", len(body)) + body


def told(kind, number, level, state, line, procedure, message):
    """An ERROR (0xAA) or an INFO (0xAB)."""
    body = struct.pack("<iBB", number, state, level) + us_text(message) + b_text("stand-in") + b_text(procedure)
    return token(kind, body + struct.pack("<i", line))


def done(status=0, rows=0):
    return struct.pack("<BHHQ", 0xFD, status, 0, rows)


def rows_of(columns, rows):
    """A result whose columns are all nvarchar(4000)."""
    head = b"\x81" + struct.pack("<H", len(columns))
    for name in columns:
        head += struct.pack("<IHBH", 0, 0x09, 0xE7, 8000) + COLLATION + b_text(name)
    for row in rows:
        head += b"\xd1"
        for value in row:
            text = None if value is None else str(value).encode("utf-16-le")
            head += struct.pack("<H", 0xFFFF) if text is None else struct.pack("<H", len(text)) + text
    return head + done(0x11, len(rows))


def batch_of(text):
    """Without the headers that stand before it."""
    return text[struct.unpack_from("<I", text)[0] :].decode("utf-16-le")


def claims_of(bearer):
    try:
        payload = bearer.split(".")[1]
        return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError):
        return {}


class Server:
    """
    Speaks with each who comes to a socket. `batch(database, text)` does what a batch says: gives its results, each with its columns and
    rows, and raises `Failure` for what ends it. `lets_in(login)` gives the reason why not, or None.
    """

    def __init__(self, place, cert, key, lets_in, batch):
        self.lets_in, self.batch, self.refused, self.log = lets_in, batch, [], []
        self.lock = threading.Lock()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(cert, key)
        # With this version of the protocol packets carry the handshake, whose end TLS 1.3 leaves open.
        self.context.maximum_version = ssl.TLSVersion.TLSv1_2
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(place)
        listener.listen(16)
        threading.Thread(target=self.listen, args=(listener,), daemon=True).start()

    def listen(self, listener):
        while True:
            raw, _ = listener.accept()
            threading.Thread(target=self.serve, args=(raw,), daemon=True).start()

    def serve(self, raw):
        try:
            with raw:
                self.speak(Wire(raw, self.context))
        except (Gone, OSError, ssl.SSLError):
            pass

    def speak(self, wire):
        kind, text = wire.message()
        options = options_of(text)
        if kind != PRELOGIN or options.get(1, b"\x02")[0] not in (1, 3):
            self.refused.append("nothing would be encrypted")
            return
        asked = {0: bytes((16, 0, 4, 85, 0, 0)), 1: b"\x01", 2: b"\x00", 3: b"", 4: b"\x00"}
        wire.send(RESPONSE, prelogin({**asked, **({6: b"\x01"} if 6 in options else {})}))
        wire.encrypt()
        kind, text = wire.message()
        login = login_of(text)
        why = "that is no login" if kind != LOGIN7 else self.lets_in(login)
        if why is not None:
            self.refused.append(why)
            wire.send(RESPONSE, told(0xAA, 18456, 14, 1, 1, "", why) + done(2))
            return
        wire.send(RESPONSE, self.let_in(login))
        while True:
            kind, text = wire.message()
            if kind == ATTENTION:
                wire.send(RESPONSE, done(0x20))
            elif kind == BATCH:
                wire.send(RESPONSE, self.done(login["database"], batch_of(text)))
            else:
                raise Gone

    def let_in(self, login):
        database = login["database"]
        return (
            token(0xE3, b"\x01" + b_text(database) + b_text("master"))
            + told(0xAB, 5701, 0, 2, 1, "", f"Changed database context to '{database}'.")
            + token(0xAD, b"\x01" + struct.pack(">I", VERSION) + b_text("stand-in") + bytes((16, 0, 4, 85)))
            + (b"\xae\x02" + struct.pack("<I", 0) + b"\xff" if login["token"] is not None else b"")
            + done()
        )

    def done(self, database, text):
        """What a batch comes to, one at a time. What a client itself sets for its session is nobody's batch."""
        with self.lock:
            if all(line.startswith("set ") for line in text.split("\n")):
                return done()
            self.log.append((database, text))
            try:
                return b"".join(rows_of(*one) for one in self.batch(database, text)) + done()
            except Failure as failure:
                return told(0xAA, *failure.parts) + done(2)


def letting_in(users, audience):
    """Who has a token for this service, or is one of the users, with his password."""

    def lets_in(login):
        if login["version"] != VERSION:
            return f"version {login['version']:x} of the protocol"
        if login["token"] is not None:
            claims = claims_of(login["token"])
            names = claims.get("aud") if isinstance(claims.get("aud"), list) else [claims.get("aud")]
            return None if audience in names else "Login failed for user '<token-identified principal>'."
        if users.get(login["user"]) == login["password"]:
            return None
        return f"Login failed for user '{login['user']}'."

    return lets_in
