"""A mail server for the tests: aiosmtpd with faults on request. Prints its port, then keeps mails.

Who a mail is for decides what becomes of it: `refused@` gets 550, `later@` 451, to `dropped@` the
connection breaks in the middle of the data, `slow@` is answered after a minute.
"""

import argparse
import asyncio
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

arguments = argparse.ArgumentParser()
arguments.add_argument("--mails", type=pathlib.Path, required=True)
arguments.add_argument("--port", type=int, default=0)
arguments.add_argument("--tls", choices=["none", "starttls", "tls"], default="none")
arguments.add_argument("--certificate")
arguments.add_argument("--key")
arguments.add_argument("--user")
arguments.add_argument("--password")
asked = arguments.parse_args()


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "refused":
            return "550 5.1.1 no such mailbox"
        if local == "later":
            return "451 4.7.1 greylisted"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        locals_ = [address.split("@")[0] for address in envelope.rcpt_tos]
        if "dropped" in locals_:
            server.transport.abort()
            return "250 OK"
        if "slow" in locals_:
            await asyncio.sleep(60)
        Keeper.count += 1
        name = asked.mails / f"{Keeper.count:06}"
        head = [envelope.mail_from, *envelope.rcpt_tos, session.host_name or ""]
        name.with_suffix(".envelope").write_text("\n".join(head))
        name.with_suffix(".new").write_bytes(envelope.original_content)
        name.with_suffix(".new").rename(name.with_suffix(".eml"))
        return "250 OK"


def sign_in(server, session, envelope, mechanism, given):
    wanted = LoginPassword(asked.user.encode(), asked.password.encode())
    return AuthResult(success=given == wanted, handled=False)


def protocol():
    options = {"hostname": "mail.test"}
    if asked.user:
        options |= {"authenticator": sign_in, "auth_required": True}
        options |= {"auth_require_tls": asked.tls == "starttls"}
    if asked.tls == "starttls":
        options |= {"tls_context": context(), "require_starttls": True}
    return SMTP(Keeper(), **options)


def context():
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(asked.certificate, asked.key)
    return made


async def serve():
    at_once = context() if asked.tls == "tls" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", asked.port, ssl=at_once)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
