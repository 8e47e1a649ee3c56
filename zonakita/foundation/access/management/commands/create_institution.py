"""Starts an installation without the demo: one institution and its first administrator."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from zonakita.foundation.access.actions import create_institution
from zonakita.foundation.access.invitations import invitation_path, send_invitation
from zonakita.foundation.audit.interface import Job


class Command(BaseCommand):
    help = "Create an institution and invite its first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--code", required=True, help="short code, for example kpu-15")
        parser.add_argument("--name", required=True, help="full name of the institution")
        parser.add_argument("--admin-email", required=True)
        parser.add_argument("--admin-name", default="Administrator")
        parser.add_argument(
            "--site",
            default="",
            help="address of this installation instead of ZONAKITA_ADDRESS; then a mail is sent too",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            person = create_institution(
                code=options["code"],
                name=options["name"],
                admin_email=options["admin_email"],
                admin_name=options["admin_name"],
                by=Job("create_institution"),
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        site = options["site"] or settings.PUBLIC_ADDRESS
        if options["site"]:
            send_invitation(person, site_address=site)
        self.stdout.write(self.style.SUCCESS(_("Instansi %s sudah dibuat.") % options["name"]))
        self.stdout.write(
            _("Buka halaman ini untuk membuat kata sandi %(email)s: %(path)s")
            % {"email": person.email, "path": site.rstrip("/") + invitation_path(person)}
        )
