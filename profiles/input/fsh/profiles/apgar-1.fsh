Profile: ApgarMenitSatu
Parent: AngkaBersatuan
Id: apgar-1
Title: "Skor APGAR menit ke-1"
Description: "Skor APGAR pada menit ke-1, jumlah lima penilaian."
* insert Terbitan
* insert Inggris([["Apgar score at 1 minute"]])
* insert Diukur($loinc, 9272-6, survey, {score})
* value[x] obeys ilp-apgar
