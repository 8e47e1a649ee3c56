"""Pictures of the README and the user guide: a demo office of its own, a real browser, small PNG files.

`make docs` runs it. It needs Chromium and, for the scanned decree, Tesseract; both come with
scripts/install-debian-packages.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "id" / "gambar"
SAMPLES = ROOT / "zonakita" / "modules" / "document_intake" / "tests" / "data" / "samples"
SCAN = SAMPLES / "zi-provinsi-jambi-2025-scan.pdf"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
DESKTOP = (1280, 800)
PHONE = (390, 844)
MOST_COLOURS = (256, 128, 64)
MOST_BYTES = 120_000
START_SECONDS = 600
READING_MILLISECONDS = 300_000

UNCLEAR_DECREE = (
    ("KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM PROVINSI JAMBI",),
    ("NOMOR 90 TAHUN 2026",),
    ("TENTANG RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026",),
    ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "SIMPUL", "BUKTI FISIK", "TARGET WAKTU"),
    ("I", "MANAJEMEN PERUBAHAN", "", "", "", "", ""),
    ("1", "Tim Kerja", "Tim kerja telah dibentuk", "Menyusun SK tim", "Hijau", "SK tim", "Januari 2026"),
    ("2", "Rencana", "Rencana tersedia", "Menyusun rencana", "Kuning", "Rencana kerja", "Februari 2026"),
    ("3", "Pemantauan", "Pemantauan berkala", "Rapat bulanan", "Hijau", "Notula rapat", "Maret 2026"),
)


def main() -> int:
    """Make every picture again; exit 1 with one sentence where something is missing."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None or shutil.which("tesseract") is None:
        print("Chromium or Tesseract is missing; run scripts/install-debian-packages.", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    password = f"demo-{secrets.token_hex(6)}"
    with (
        tempfile.TemporaryDirectory(prefix="zonakita-docs-") as folder,
        demo_office(Path(folder), password) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        office = Office(browser, address, password, Path(folder))
        for tour in (bringing_in, reading_the_plan, daily_work, administration):
            tour(office)
        browser.close()
    return 0


@contextmanager
def demo_office(folder: Path, password: str) -> Iterator[str]:
    """Start web and worker on a demo of their own and give the address; stop them afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "ZONAKITA_DATA_DIR": str(folder / "data"),
        "ZONAKITA_DEMO_PASSWORD": password,
        "DJANGO_SETTINGS_MODULE": "zonakita.config.settings",
    }
    environment.pop("DATABASE_URL", None)
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "zonakita.config.cli", "serve", "--demo", "--port", str(port)]
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)  # noqa: S603
        try:
            print("Building the demo office ...", flush=True)
            await_answer(server, address, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=60)


def await_answer(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return once the sign-in page answers; end the program with the server's last words if it never does."""
    for _second in range(START_SECONDS):
        try:
            urllib.request.urlopen(f"{address}/akun/login/", timeout=5).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                break
            time.sleep(1)
        else:
            return
    raise SystemExit("The demo office did not start:\n" + log.read_text(encoding="utf-8")[-3000:])


class Office:
    """The demo office in a browser: opens pages as a demo person and keeps pictures of them."""

    def __init__(self, browser: Browser, address: str, password: str, folder: Path) -> None:
        self._browser = browser
        self._address = address
        self._password = password
        self.folder = folder

    def open(self, person: str = "", *, size: tuple[int, int] = DESKTOP, dark: bool = False) -> Page:
        """A page at the start screen, signed in by the form when a person is named."""
        context = self._browser.new_context(
            base_url=self._address,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            locale="id-ID",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto("/akun/login/")
        if person:
            page.get_by_label("Surel").fill(f"{person}@demo.zonakita.test")
            page.get_by_label("Kata sandi", exact=True).fill(self._password)
            page.get_by_role("button", name="Masuk", exact=True).click()
            page.wait_for_url(f"{self._address}/")
            page.goto("/")  # without the greeting that the sign-in leaves behind
        return page

    def keep(self, page: Page, name: str) -> None:
        """Store what the window shows as a palette PNG, with as many colours as the size allows."""
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        picture = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
        path = PICTURES / f"{name}.png"
        for colours in MOST_COLOURS:
            reduced(picture, colours).save(path, optimize=True)
            if path.stat().st_size <= MOST_BYTES:
                break
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB", flush=True)


def reduced(picture: Image.Image, colours: int) -> Image.Image:
    """The picture in few colours: half of them as often used on the page, so that its grounds stay true."""
    half = colours // 2
    pixels = iter(picture.tobytes())
    frequent = [
        colour for colour, _count in Counter(zip(pixels, pixels, pixels, strict=True)).most_common(half)
    ]
    spread = picture.quantize(half, method=Image.Quantize.FASTOCTREE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in frequent for part in colour] + spread[: half * 3])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def upload(page: Page, path: Path) -> None:
    """Choose one file on the page of decrees and hand it in."""
    page.goto("/keputusan/")
    page.get_by_label("Berkas keputusan").set_input_files(path)
    page.get_by_role("button", name="Unggah dan baca").click()
    page.wait_for_url(re.compile(r"/keputusan/\d+/"))


def bringing_in(office: Office) -> None:
    """From the sign-in to the moment before a plan is decreed, and the two ways in which reading stops."""
    office.keep(office.open(), "masuk")
    page = office.open("operator-jambi")
    page.goto("/keputusan/")
    page.get_by_label("Berkas keputusan").set_input_files(SCAN)
    office.keep(page, "unggah")
    upload(page, SCAN)
    page.get_by_text(re.compile(r"Membaca halaman \d+ dari \d+")).wait_for(timeout=READING_MILLISECONDS)
    office.keep(page, "kemajuan")
    page.wait_for_url("**/tinjau/**", timeout=READING_MILLISECONDS)
    page.get_by_role("link", name=re.compile(r"^III\.")).click()
    page.locator("#isi h2", has_text="SDM").wait_for()
    page.keyboard.press("j")
    page.locator("[data-boxes] rect").first.wait_for()
    office.keep(page, "tinjau")
    page.keyboard.press("Enter")
    page.locator("[data-open]").wait_for()
    office.keep(page, "tinjau-ubah")
    page.keyboard.press("Escape")
    page.locator("[data-open]").wait_for(state="detached")
    page.get_by_role("button", name="Pintasan").click()
    office.keep(page, "pintasan")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Tetapkan sebagai rencana").click()
    page.locator("#tetapkan").wait_for()
    office.keep(page, "tetapkan")
    stopped_readings(office, page)


def stopped_readings(office: Office, page: Page) -> None:
    """A decree with a column that nobody knows, and a file that was cut off."""
    unclear = office.folder / "rencana-aksi-kolom-baru.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in UNCLEAR_DECREE:
        sheet.append(row)
    book.save(unclear)
    upload(page, unclear)
    page.wait_for_url("**/kolom/", timeout=READING_MILLISECONDS)
    office.keep(page, "kolom")
    broken = office.folder / "keputusan-terpotong.pdf"
    broken.write_bytes(SCAN.read_bytes()[:20_000])
    upload(page, broken)
    page.get_by_text("Berkas ini tidak dapat dibaca").wait_for(timeout=READING_MILLISECONDS)
    office.keep(page, "gagal")


def reading_the_plan(office: Office) -> None:
    """The views of one plan, in the light and once in the dark."""
    page = office.open("operator-jambi", size=(1280, 1000))
    page.goto("/rencana/")
    page.get_by_role("link", name="Rencana aksi Zona Integritas 2025").click()
    office.keep(page, "rencana-area")
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    plan = page.url
    for name, address in (
        ("kalender", f"{plan}kalender/"),
        ("temuan", f"{plan}temuan/"),
        ("butir-lke", f"{plan}lke/"),
    ):
        page.goto(address)
        office.keep(page, name)
    page.goto("/rencana/")
    page.get_by_role("link", name="Rencana aksi Zona Integritas 2026").click()
    page.get_by_role("link", name="Perbandingan").click()
    office.keep(page, "perbandingan")
    dark = office.open("pimpinan-jambi", dark=True)
    dark.goto(f"{plan}kalender/")
    office.keep(dark, "kalender-gelap")


def daily_work(office: Office) -> None:
    """Assigning and changing rows; an employee's phone; the protection of an account."""
    page = office.open("operator-jambi")
    page.goto("/rencana/")
    page.get_by_role("link", name="Rencana aksi Zona Integritas 2025").click()
    page.get_by_label("Pelaksana").select_option(label="Belum ada pelaksana")
    page.get_by_role("button", name="Saring").click()
    for box in page.locator("[data-choose]").all()[:3]:
        box.check()
    page.get_by_text("Tugaskan baris terpilih").click()
    office.keep(page, "tugaskan")
    page.locator(".plan-link").first.click()
    office.keep(page, "baris")
    page.goto("/akun/2fa/")
    office.keep(page, "keamanan")
    phone = office.open("pegawai1-jambi", size=PHONE)
    office.keep(phone, "beranda-ponsel")
    phone.locator(".item-list a").first.click()
    office.keep(phone, "baris-ponsel")


def administration(office: Office) -> None:
    """People and roles, regulations and the working calendar, as the administrator of the institution."""
    page = office.open("admin")
    page.goto("/pengelolaan/unit/")
    page.get_by_role("link", name="Komisi Pemilihan Umum Provinsi Jambi", exact=True).click()
    office.keep(page, "pegawai")
    page.get_by_role("link", name="Demo Operator Jambi").click()
    office.keep(page, "peran")
    page.goto("/peraturan/")
    office.keep(page, "peraturan")
    page.goto("/kalender/")
    office.keep(page, "kalender-kerja")


if __name__ == "__main__":
    sys.exit(main())
