CodeSystem: KetelitianWaktu
Id: ketelitian-waktu
Title: "Ketelitian waktu"
Description: "Bagian waktu kunjungan mana yang tidak tertulis di catatan asal dan diisi menurut register tempat."
* insert Terbitan
* ^caseSensitive = true
* ^content = #complete
* #jam "Jam diperkirakan" "Tanggal tertulis; jam diambil dari jam buka tempat."
* #tanggal "Tanggal diperkirakan" "Hanya bulan yang tertulis; tanggal diambil dari hari buka posyandu, jam dari jam bukanya."
