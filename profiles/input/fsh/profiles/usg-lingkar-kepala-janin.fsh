Profile: UsgLingkarKepalaJanin
Parent: Pengukuran
Id: usg-lingkar-kepala-janin
Title: "USG: lingkar kepala janin"
Description: "Lingkar kepala janin menurut USG, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Ultrasound: fetal head circumference"]])
* insert Diukur($loinc, 11984-2, imaging, cm)
* insert JugaBerkode($anc, ANC.SS.DE42)
