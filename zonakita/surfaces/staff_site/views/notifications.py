"""What a person was told, and how they want to be told."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zonakita.foundation.notifications import interface as notifications
from zonakita.foundation.people.models import Person

NOTIFICATIONS_PER_PAGE = 25


@login_required
@require_safe
def notification_list(request: HttpRequest) -> HttpResponse:
    """List a person's messages, newest first."""
    found = notifications.notifications_visible_to(cast(Person, request.user))
    values = {
        "page": Paginator(found, NOTIFICATIONS_PER_PAGE).get_page(request.GET.get("halaman")),
        "breadcrumb": [(_("Beranda"), reverse("home")), (_("Pemberitahuan"), None)],
    }
    return render(request, "staff/notifications.html", values)


@login_required
@require_POST
def open_notification(request: HttpRequest, notification_id: int) -> HttpResponse:
    """Note a message as read and go where it leads."""
    person = cast(Person, request.user)
    notification = notifications.mark_read(
        notification=notifications.notification_for(person, notification_id), by=person
    )
    return redirect(notification.url or reverse("notifications"))


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Note all messages as read."""
    notifications.mark_all_read(by=cast(Person, request.user))
    messages.success(request, _("Semua pemberitahuan ditandai sudah dibaca."))
    return redirect("notifications")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def channels(request: HttpRequest) -> HttpResponse:
    """Let a person choose the channel for each kind of message."""
    person = cast(Person, request.user)
    choices = notifications.choices_of(person)
    if request.method == "POST":
        for choice in choices:
            channel = request.POST.get(choice.kind.key, "")
            if channel in notifications.Channel.values and channel != choice.channel:
                notifications.set_preference(kind=choice.kind.key, channel=channel, by=person)
        messages.success(request, _("Pilihan pemberitahuan disimpan."))
        return redirect("notification_channels")
    values = {
        "choices": choices,
        "channels": notifications.Channel.choices,
        "breadcrumb": [
            (_("Beranda"), reverse("home")),
            (_("Pemberitahuan"), reverse("notifications")),
            (_("Cara diberi tahu"), None),
        ],
    }
    return render(request, "staff/notification_channels.html", values)
