Profile: FisikKepala
Parent: PemeriksaanFisik
Id: fisik-kepala
Title: "Kepala bayi"
Description: "Pemeriksaan kepala bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Head of the newborn"]])
* insert Diamati($loinc, 10199-8, exam)
