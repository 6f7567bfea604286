Profile: PemeriksaanFisik
Parent: Teks
Id: pemeriksaan-fisik
Title: "Pemeriksaan fisik"
Description: "Dasar semua pemeriksaan bagian tubuh: hasilnya kata, dan tafsirnya mengatakan normal atau tidak."
* insert Terbitan
* insert Inggris([["Physical examination"]])
* ^abstract = true
* interpretation 1..1 MS
* interpretation from TafsirNormalVS (required)
