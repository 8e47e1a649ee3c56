"""Pages and exports of the demo's plans: queries, and time beside an empty page of the same shell."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from typing import Any

from bench.demo_office import demo_office
from bench.figures import Figure

RUNS = 15


def measure() -> Iterator[Figure]:
    """One group for both, because both need the demo office."""
    with demo_office():
        yield from _measured()


def _measured() -> Iterator[Figure]:
    from django.test import Client
    from django.urls import reverse

    from zonakita.foundation.people.models import Person
    from zonakita.modules.plans.models import ActionPlan

    client = Client()
    client.force_login(Person.objects.get(email__startswith="operator-jambi@"))
    empty = _median_seconds(client, reverse("notification_channels"))
    yield Figure("empty page of the shell", empty * 1000, "ms")
    for plan in ActionPlan.objects.filter(unit__code="kpu-15").order_by("kind", "year"):
        name = f"{plan.kind} {plan.year}"
        pages = {page: reverse(f"plans:{page}", args=[plan.pk]) for page in _pages_of(plan)}
        pages["item"] = reverse(
            "plans:item", args=[plan.items.order_by("pk").values_list("pk", flat=True)[0]]
        )
        for page, address in pages.items():
            yield Figure(f"{name} {page}: queries", _queries(client, address), "queries", 15)
            ratio = _median_seconds(client, address) / empty
            yield Figure(f"{name} {page}: server time / empty page", ratio, "ratio", 3.0)
        yield from _exports(plan)
    yield Figure("list of plans: queries", _queries(client, reverse("plans:list")), "queries", 15)


def _pages_of(plan: Any) -> list[str]:
    """Only ZI is scored with the LKE."""
    return ["plan", "calendar", "findings", "compare", *(["coverage"] if plan.kind == "ZI" else [])]


def _exports(plan: Any) -> Iterator[Figure]:
    from zonakita.modules.plans.exports import FORMS, plan_file

    for form in FORMS:
        started = time.perf_counter()
        plan_file(plan, form)
        seconds = time.perf_counter() - started
        rows = plan.items.count()
        yield Figure(f"{plan.kind} {plan.year} export, {rows} rows: {form}", seconds, "seconds", 1.0)


def _queries(client: Any, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as context:
        assert client.get(address).status_code == 200, address  # noqa: S101 - a figure of an error page is none
    return len(context)


def _median_seconds(client: Any, address: str) -> float:
    client.get(address)
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - started)
    return statistics.median(times)
