Profile: FisikPunggung
Parent: PemeriksaanFisik
Id: fisik-punggung
Title: "Punggung bayi"
Description: "Pemeriksaan punggung bayi baru lahir: normal atau tidak."
* insert Terbitan
* insert Inggris([["Back of the newborn"]])
* insert Diamati($loinc, 10192-3, exam)
