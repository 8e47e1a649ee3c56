"""All rules of the plan checker, in the order in which their findings are shown."""

from __future__ import annotations

from zonakita.kernel.wording import mark
from zonakita.modules.document_intake.checker import (
    coverage,
    heads,
    legal_basis,
    lists,
    rows,
    sequence,
    times,
    wording,
)
from zonakita.modules.document_intake.checker.rule import Rule

_LKE = "PermenPANRB 90/2021, Lampiran III (LKE)"
_DRAFTING = mark("Tata naskah dinas")
_PLANNING = mark("Praktik perencanaan")

RULES: tuple[Rule, ...] = (
    Rule(
        "wrong-institution",
        "error",
        mark("Nama instansi tidak sama"),
        mark(
            "Nama instansi lain biasanya tertinggal dari dokumen yang disalin "
            "dan membuat keputusan meragukan."
        ),
        _DRAFTING,
        heads.wrong_institution,
    ),
    Rule(
        "wrong-year-title",
        "error",
        mark("Tahun pada judul berbeda"),
        mark("Tahun pada judul keputusan, lampiran, dan tabel harus menunjuk rencana yang sama."),
        _DRAFTING,
        heads.wrong_year_title,
    ),
    Rule(
        "revoked-regulation",
        "error",
        mark("Peraturan sudah dicabut"),
        mark("Keputusan harus berdasar peraturan yang berlaku pada tanggal penetapannya."),
        "UU 12/2011, Lampiran II",
        legal_basis.revoked_regulation,
    ),
    Rule(
        "expired-plan",
        "warning",
        mark("Rencana induk sudah berakhir"),
        mark("Rencana yang periodenya sudah lewat tidak lagi menjadi acuan tahun berjalan."),
        _PLANNING,
        legal_basis.expired_plan,
    ),
    Rule(
        "gazette-mismatch",
        "warning",
        mark("Nomor Lembaran atau Berita Negara berbeda"),
        mark("Nomor lembaran menunjuk naskah resmi; nomor yang salah menunjuk peraturan lain."),
        _DRAFTING,
        legal_basis.gazette_mismatch,
    ),
    Rule(
        "bad-number",
        "error",
        mark("Nomor tidak mungkin benar"),
        mark("Peraturan dengan nomor yang rusak tidak dapat ditelusuri."),
        _DRAFTING,
        legal_basis.bad_number,
    ),
    Rule(
        "body-annex-differ",
        "warning",
        mark("Dasar hukum batang tubuh dan lampiran berbeda"),
        mark("Batang tubuh dan lampiran adalah satu keputusan dan harus memakai dasar yang sama."),
        _DRAFTING,
        legal_basis.body_annex_differ,
    ),
    Rule(
        "area-name",
        "warning",
        mark("Nama area tidak sesuai instrumen"),
        mark("Penilai mencari rencana menurut enam area dalam LKE; nama lain menyulitkan penelusuran."),
        _LKE,
        coverage.area_name,
    ),
    Rule(
        "missing-against-instrument",
        "warning",
        mark("Subarea LKE tanpa baris"),
        mark("Subarea yang tidak direncanakan tidak akan punya bukti ketika dinilai."),
        _LKE,
        coverage.missing_against_instrument,
    ),
    Rule(
        "target-wrong-year",
        "error",
        mark("Tahun target salah"),
        mark("Target di luar tahun rencana tidak dapat dipantau dan biasanya tertinggal dari dokumen lama."),
        _PLANNING,
        times.target_wrong_year,
    ),
    Rule(
        "target-before-decree",
        "warning",
        mark("Target sudah lewat saat ditetapkan"),
        mark("Langkah yang jatuh tempo sebelum keputusan terbit tidak dapat berdasar keputusan itu."),
        _PLANNING,
        times.target_before_decree,
    ),
    Rule(
        "range-without-dash",
        "hint",
        mark("Rentang bulan tanpa penghubung"),
        mark("Tanpa tanda penghubung tidak jelas apakah yang dimaksud rentang atau dua bulan."),
        _DRAFTING,
        times.range_without_dash,
    ),
    Rule(
        "periodic-once",
        "warning",
        mark("Kegiatan berkala hanya sekali"),
        mark("Kegiatan yang dijanjikan berkala dinilai dari bukti setiap periodenya."),
        _LKE,
        times.periodic_once,
    ),
    Rule(
        "survey-too-rare",
        "warning",
        mark("Survei kepuasan kurang dari empat kali"),
        mark("Nilai tertinggi survei kepuasan hanya dicapai bila dilakukan minimal empat kali setahun."),
        "PermenPANRB 90/2021, Lampiran III butir A.I.6.iv.a",
        times.survey_too_rare,
    ),
    Rule(
        "follow-up-first",
        "warning",
        mark("Urutan tahap terbalik"),
        mark("Kebijakan mendahului penerapan, lalu evaluasi, dan akhirnya tindak lanjut."),
        _PLANNING,
        sequence.follow_up_first,
    ),
    Rule(
        "evidence-mismatch",
        "warning",
        mark("Langkah tidak menghasilkan indikator"),
        mark("Bukti dari langkah yang tidak menjawab indikator akan ditolak penilai."),
        _LKE,
        rows.evidence_mismatch,
    ),
    Rule(
        "same-action",
        "warning",
        mark("Satu langkah untuk beberapa indikator"),
        mark("Indikator yang berbeda menuntut kerja yang berbeda; langkah yang sama sering hanya disalin."),
        _LKE,
        rows.same_action,
    ),
    Rule(
        "same-evidence",
        "hint",
        mark("Satu bukti untuk beberapa indikator"),
        mark("Penilai meminta bukti yang menjawab tiap indikator tersendiri."),
        _LKE,
        rows.same_evidence,
    ),
    Rule(
        "outdated-term",
        "hint",
        mark("Istilah usang"),
        mark("Istilah yang sudah diganti menunjukkan rencana disalin dari pedoman lama."),
        _DRAFTING,
        wording.outdated_term,
    ),
    Rule(
        "label-mixed",
        "hint",
        mark("Nama komponen tercampur"),
        mark(
            "Nama komponen yang tercampur kata dari kolom lain "
            "membuat baris sulit dicocokkan dengan instrumen."
        ),
        _DRAFTING,
        wording.label_mixed,
    ),
    Rule(
        "contrary-sense",
        "warning",
        mark("Kalimat berarti sebaliknya"),
        mark("Satu kata yang hilang dapat membuat keputusan mengakui pelanggaran yang tidak terjadi."),
        _DRAFTING,
        wording.contrary_sense,
    ),
    Rule(
        "duplicate-text",
        "hint",
        mark("Teks ganda"),
        mark("Kata, butir, atau baris yang tertulis dua kali biasanya kesalahan salin."),
        _DRAFTING,
        wording.duplicate_text,
    ),
    Rule(
        "unbalanced",
        "hint",
        mark("Tanda tidak berpasangan"),
        mark("Kurung atau kutip yang tidak ditutup menandakan teks yang terpotong."),
        _DRAFTING,
        lists.unbalanced,
    ),
    Rule(
        "empty-item",
        "hint",
        mark("Butir kosong atau penomoran melompat"),
        mark("Butir tanpa teks atau nomor yang hilang menandakan isi yang belum selesai."),
        _DRAFTING,
        lists.empty_item,
    ),
    Rule(
        "year-over-year",
        "hint",
        mark("Perubahan dari rencana sebelumnya"),
        mark("Rencana yang sama dari tahun ke tahun tidak menunjukkan perbaikan berkelanjutan."),
        _PLANNING,
        coverage.year_over_year,
    ),
)
