"""Indonesian target times ("Juli- Agustus 2025", "setiap triwulan") as months."""
