Profile: FisikMata
Parent: PemeriksaanFisik
Id: fisik-mata
Title: "Mata bayi"
Description: "Pemeriksaan mata bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Eyes of the newborn"]])
* insert Diamati($loinc, 10197-2, exam)
