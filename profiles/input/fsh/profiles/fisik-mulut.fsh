Profile: FisikMulut
Parent: PemeriksaanFisik
Id: fisik-mulut
Title: "Mulut bayi"
Description: "Pemeriksaan mulut bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Mouth of the newborn"]])
* insert Diamati($loinc, 32453-3, exam)
