Profile: FisikKulit
Parent: PemeriksaanFisik
Id: fisik-kulit
Title: "Kulit bayi"
Description: "Pemeriksaan kulit bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Skin of the newborn"]])
* insert Diamati($loinc, 10206-1, exam)
