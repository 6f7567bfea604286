Profile: ApgarMenitSepuluh
Parent: AngkaBersatuan
Id: apgar-10
Title: "Skor APGAR menit ke-10"
Description: "Skor APGAR pada menit ke-10, jumlah lima penilaian."
* insert Terbitan
* insert Inggris([["Apgar score at 10 minutes"]])
* insert Diukur($loinc, 9271-8, survey, {score})
* value[x] obeys ilp-apgar
