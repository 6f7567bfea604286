Profile: FisikAnus
Parent: PemeriksaanFisik
Id: fisik-anus
Title: "Anus bayi"
Description: "Pemeriksaan anus bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Anus of the newborn"]])
* insert Diamati($loinc, 11388-6, exam)
