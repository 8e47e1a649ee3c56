"""Names of the choices that a browser remembers."""

THEME_COOKIE = "tema"
THEMES = ("light", "dark")
YEAR_SECONDS = 365 * 24 * 60 * 60
