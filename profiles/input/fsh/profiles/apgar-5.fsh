Profile: ApgarMenitLima
Parent: AngkaBersatuan
Id: apgar-5
Title: "Skor APGAR menit ke-5"
Description: "Skor APGAR pada menit ke-5, jumlah lima penilaian."
* insert Terbitan
* insert Inggris([["Apgar score at 5 minutes"]])
* insert Diukur($loinc, 9274-2, survey, {score})
* value[x] obeys ilp-apgar
