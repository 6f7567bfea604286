ValueSet: KondisiPayudaraVS
Id: kondisi-payudara-vs
Title: "Kondisi payudara"
Description: "Semua jawaban kondisi payudara yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: breasts"]])
* $sct#290084006 "Breast normal"
