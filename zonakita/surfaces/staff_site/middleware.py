"""What every page knows: its language, and where the person stands."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from zonakita.surfaces.staff_site.standing import Standing


class ChosenLanguageMiddleware:
    """Activates the language of the cookie, else of the signed-in person, else Indonesian.

    Django's LocaleMiddleware would follow Accept-Language, and most office computers here say English.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request in the chosen language and say so in the answer."""
        language = chosen_language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


class StandingMiddleware:
    """Gives modules `request.standing.unit` without letting them know this surface."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Attach the standing; it reads nothing until asked."""
        request.standing = Standing(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def chosen_language(request: HttpRequest) -> str:
    """Return a language of `settings.LANGUAGES`, whatever the cookie claims."""
    known = dict(settings.LANGUAGES)
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if cookie in known:
        return cookie
    preferred = getattr(request.user, "language", None)
    return preferred if preferred in known else settings.LANGUAGE_CODE
