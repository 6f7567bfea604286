Profile: PartusPersalinan
Parent: Hitungan
Id: partus-persalinan
Title: "Partus, kode persalinan"
Description: "Sudah berapa kali bersalin, dengan kode contoh kiriman persalinan dan nifas; dipakai hanya kalau pengaturan `kode-partus` memilihnya."
* insert Terbitan
* insert Inggris([["Parity, code of deliveries"]])
* insert Diamati($loinc, 64708-1, survey)
