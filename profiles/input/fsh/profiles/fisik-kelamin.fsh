Profile: FisikKelamin
Parent: PemeriksaanFisik
Id: fisik-kelamin
Title: "Alat kelamin bayi"
Description: "Pemeriksaan alat kelamin bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Genitals of the newborn"]])
* insert Diamati($loinc, 11400-9, exam)
